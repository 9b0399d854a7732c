"""Which numbers continue an outline."""

from fairterms.document import headings
from fairterms.document.outline import Outline


def numbers(*lines: str) -> list[tuple[int, str]]:
    outline = Outline()
    for place, line in enumerate(lines):
        mark = headings.read(line)
        assert mark is not None, line
        outline.take(place, mark)
    return [(entry.level, entry.number) for entry in outline.found]


def test_i_after_h_is_a_letter_and_else_a_roman_number() -> None:
    eight = [f"({letter}) item" for letter in "abcdefghi"]
    assert numbers(*eight)[-1] == (1, "(i)")
    assert numbers("(a) item", "(i) item", "(ii) item", "(b) item") == [
        (1, "(a)"),
        (2, "(a)(i)"),
        (2, "(a)(ii)"),
        (1, "(b)"),
    ]


def test_a_list_inside_a_clause_does_not_end_the_clauses_around_it() -> None:
    lines = ("1. Pay", "1.1 Base", "1. first", "2. second", "1.2 Share")
    assert numbers(*lines) == [(1, "1"), (2, "1.1"), (3, "1"), (3, "2"), (2, "1.2")]


def test_a_number_that_goes_back_or_leaps_is_left_out() -> None:
    lines = ("2.1 Pay", "9.3 and on", "2.2 Share", "1.9 of it", "2.30 what")
    assert numbers(*lines) == [(1, "2.1"), (1, "2.2")]


def test_numbers_lost_on_a_bad_page_do_not_end_the_outline() -> None:
    assert numbers("2.1 Pay", "2.4 Share") == [(1, "2.1"), (1, "2.4")]
