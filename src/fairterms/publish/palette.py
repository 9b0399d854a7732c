"""The colours of page, chart and paper, chosen to survive a black-and-white copier."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

INK: Final = "#15191e"
MUTED: Final = "#4d565f"
RULE: Final = "#8a939b"
HAIRLINE: Final = "#d5dade"
TINT: Final = "#f1f4f6"
PAPER: Final = "#ffffff"
LINK: Final = "#0b4a8f"

LEVEL: Final = "#1b3a57"
GAIN: Final = "#3f86a8"
LOSS: Final = "#a83e12"
SERIES: Final = (LEVEL, LOSS, "#3b93ad")
SHADES: Final = ("#f1f4f6", "#c3d5df", "#86aec4", "#3d7796", "#1b3a57")

CALLOUTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "answer-sign": "#12633d",
        "answer-negotiate": LEVEL,
        "answer-walk-away": "#96270f",
        "note": MUTED,
        "warning": "#8a4b00",
    }
)


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour: how light it is to the eye and in grey.

    Parameters
    ----------
    colour
        Written as #rrggbb.

    Returns
    -------
    float
        From 0 (black) to 1 (white).

    Sources
    -------
    W3C, Web Content Accessibility Guidelines 2.2, section 6, "relative luminance".

    Examples
    --------
    >>> luminance("#000000"), round(luminance("#ffffff"), 6)
    (0.0, 1.0)
    """
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast between two colours.

    Parameters
    ----------
    one, other
        Written as #rrggbb.

    Returns
    -------
    float
        From 1 (the same) to 21 (black on white).

    Sources
    -------
    W3C, Web Content Accessibility Guidelines 2.2, section 6, "contrast ratio".

    Examples
    --------
    >>> round(contrast("#000000", "#ffffff"), 6)
    21.0
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
