"""Where the layout of a page ends a paragraph."""

from collections.abc import Sequence

import pytest

from fairterms.document.masks import Row
from fairterms.document.paragraphs import ends

FULL = "Provider keeps records of every visit for as long as the law asks of"


def rows(texts: Sequence[str], step: float = 12.0) -> list[Row]:
    """Lay lines out one below the other, each letter five points wide."""
    laid = enumerate(texts)
    return [
        Row(t, 700 - step * n, 700 - step * n, 10.0, 60.0, 60.0 + 5 * len(t), tuple)
        for n, t in laid
    ]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ((FULL, "the state.", "Plan pays.", FULL), (1, 2)),
        ((FULL, "every month 60 %", "Therapy 50 %", FULL), (1, 2)),
        ((FULL, "the state and of", "Plan itself.", FULL), (2,)),  # "of" goes on
        ((FULL, "the state where a", "member lives.", FULL), (2,)),  # a small letter goes on
        ((FULL, "THE STATE", "RULES OF CARE", FULL), (2,)),  # one heading in capitals
        ((FULL, FULL, "Plan pays."), ()),  # no room was left
    ],
)
def test_a_line_that_stops_early_ends_a_paragraph(
    texts: tuple[str, ...], found: tuple[int, ...]
) -> None:
    assert ends(rows(texts), [False] * len(texts)) == found


def test_a_line_that_a_masked_name_filled_does_not_end_one() -> None:
    texts = (FULL, "the state", "Plan pays.", FULL)
    assert ends(rows(texts), [False, True, False, False]) == (2,)


def test_a_wider_gap_ends_a_paragraph() -> None:
    laid = rows((FULL, FULL, FULL.removesuffix(" of")))
    lower = rows((FULL,), 0)[0]
    last = Row(lower.text, 640, 640, 10.0, 60.0, lower.right, tuple)
    assert ends([*laid, last], [False] * 4) == (2,)


def test_the_next_column_does_not_show_how_far_a_line_could_have_reached() -> None:
    left = rows(("Provider keeps all", "the records of a", "Member as long as"))
    beside = [Row("so it is", y, y, 10.0, 300.0, 500.0, tuple) for y in (700, 688, 676)]
    assert ends([*left, *beside], [False] * 6) == ()


def test_blank_rows_are_passed_over() -> None:
    blank = Row(" ", 0, 0, 0, 0, 0, tuple)
    assert ends([blank, *rows((FULL, "ends.", FULL)), blank], [False] * 5) == (2,)


def test_an_empty_page_ends_none() -> None:
    assert ends([], []) == ()
