"""Rows are named by number."""

from fairterms.population.named_rows import first_rows, in_words
from tests.population.town import Town


def test_ten_rows_are_named_and_the_rest_are_counted(here: Town) -> None:
    load = here.members(*[(f"p{n:02}", "01-01", None) for n in range(12)])
    found = first_rows(here.connection, "enrolment")
    assert found == (12, f"load {load}: rows 1, 2, 3, 4, 5, 6, 7, 8, 9, 10; and 2 more")


def test_one_row_is_a_row() -> None:
    assert in_words([(3, 7)], 1) == "load 3: row 7"


def test_no_row_gives_no_words(here: Town) -> None:
    assert first_rows(here.connection, "enrolment") == (0, "")
