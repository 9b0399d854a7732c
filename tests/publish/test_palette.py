"""Colours are read by everyone, on screen, on paper and in grey."""

from itertools import pairwise

import pytest

from fairterms.publish import palette
from fairterms.publish.chart.heat_map import LIGHT_TEXT_FROM
from fairterms.publish.palette import contrast, luminance

# Web Content Accessibility Guidelines 2.2, 1.4.3 (text) and 1.4.11 (marks).
TEXT, MARK = 4.5, 3.0
TEXT_COLOURS = {
    "ink": palette.INK,
    "muted": palette.MUTED,
    "link": palette.LINK,
    **palette.CALLOUTS,
}
MARK_COLOURS = {
    "rule": palette.RULE,
    "level": palette.LEVEL,
    "gain": palette.GAIN,
    "loss": palette.LOSS,
    **{f"series {n}": colour for n, colour in enumerate(palette.SERIES)},
}


@pytest.mark.parametrize("name", TEXT_COLOURS)
@pytest.mark.parametrize("ground", [palette.PAPER, palette.TINT])
def test_text_stands_out_from_paper_and_tint(name: str, ground: str) -> None:
    assert contrast(TEXT_COLOURS[name], ground) >= TEXT


@pytest.mark.parametrize("name", MARK_COLOURS)
def test_marks_stand_out_from_paper(name: str) -> None:
    assert contrast(MARK_COLOURS[name], palette.PAPER) >= MARK


@pytest.mark.parametrize("level", range(len(palette.SHADES)))
def test_the_words_in_a_shaded_cell_can_be_read(level: int) -> None:
    ink = palette.PAPER if level >= LIGHT_TEXT_FROM else palette.INK
    assert contrast(ink, palette.SHADES[level]) >= TEXT


def test_shades_darken_step_by_step_so_that_grey_tells_them_apart() -> None:
    for lighter, darker in pairwise(palette.SHADES):
        assert luminance(lighter) > luminance(darker)
        assert contrast(lighter, darker) >= 1.3


def test_levels_and_gains_differ_in_grey_and_losses_are_hollow() -> None:
    assert contrast(palette.LEVEL, palette.GAIN) >= 2


def test_contrast_does_not_depend_on_the_order() -> None:
    assert contrast("#123456", "#fedcba") == contrast("#fedcba", "#123456")


@pytest.mark.parametrize(
    ("colour", "expected"), [("#ff0000", 0.2126), ("#00ff00", 0.7152), ("#0000ff", 0.0722)]
)
def test_luminance_weighs_the_primaries_as_the_guidelines_do(colour: str, expected: float) -> None:
    assert luminance(colour) == pytest.approx(expected)
