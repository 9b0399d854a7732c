"""The colours of a drawing as names, so that a page may show it light or dark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from fairterms.publish import palette

NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        palette.INK: "ink",
        palette.MUTED: "muted",
        palette.RULE: "rule",
        palette.HAIRLINE: "hairline",
        palette.PAPER: "paper",
        palette.GAIN: "gain",
        palette.LOSS: "loss",
        palette.SERIES[2]: "third",
        **{shade: f"shade-{number}" for number, shade in enumerate(palette.SHADES)},
    }
)
"""What each colour is called; TINT is the lightest shade and LEVEL the darkest."""

_TAG: Final = re.compile(r"<[a-z][^<>]*>")
_PAINT: Final = re.compile(r' (fill|stroke)="(#[0-9a-f]{6})"')


def named(svg: str) -> str:
    """Replace the palette's colours in a drawing by classes such as "ink-fill".

    Parameters
    ----------
    svg
        A drawing as `draw.draw` gives it: no element has a class yet.

    Returns
    -------
    str
        The drawing without the palette's colours: a style sheet must say what the classes look
        like. Other colours stay as they are.

    Examples
    --------
    >>> named('<path d="M0,0" fill="#15191e" stroke="#ffffff"/>')
    '<path d="M0,0" class="ink-fill paper-stroke"/>'
    """
    return _TAG.sub(lambda tag: _with_classes(tag[0]), svg)


def _with_classes(tag: str) -> str:
    found = [(part, NAMES[colour]) for part, colour in _PAINT.findall(tag) if colour in NAMES]
    if not found:
        return tag
    classes = " ".join(f"{name}-{part}" for part, name in found)
    bare = _PAINT.sub(lambda paint: "" if paint[2] in NAMES else paint[0], tag)
    return re.sub(r"(/?>)$", rf' class="{classes}"\1', bare)
