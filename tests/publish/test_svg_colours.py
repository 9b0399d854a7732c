"""Colours of a drawing become names, and nothing else of it changes."""

import pytest

from fairterms.publish import palette
from fairterms.publish.svg_colours import NAMES, named


def test_every_colour_of_the_palette_has_a_name_and_no_two_share_one() -> None:
    drawn = {
        palette.INK, palette.MUTED, palette.RULE, palette.HAIRLINE, palette.TINT, palette.PAPER,
        palette.LEVEL, palette.GAIN, palette.LOSS, *palette.SERIES, *palette.SHADES,
    }  # fmt: skip
    assert set(NAMES) == drawn
    assert len(set(NAMES.values())) == len(NAMES)


@pytest.mark.parametrize(
    ("svg", "expected"),
    [
        ('<path fill="#15191e" d="M0"/>', '<path d="M0" class="ink-fill"/>'),
        ('<text fill="#4d565f">a</text>', '<text class="muted-fill">a</text>'),
        ('<g stroke="#ffffff" fill="none">', '<g fill="none" class="paper-stroke">'),
        ('<path fill="#123456"/>', '<path fill="#123456"/>'),
        (
            '<path fill="#a83e12" stroke="#123456"/>',
            '<path stroke="#123456" class="loss-fill"/>',
        ),
        ('<text>fill="#15191e" &lt;g stroke="#15191e"></text>',) * 2,
    ],
)
def test_a_colour_becomes_a_class(svg: str, expected: str) -> None:
    assert named(svg) == expected
