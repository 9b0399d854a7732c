"""A table as CSV."""

import csv
import io

import pytest

from fairterms.publish.csv_export import render


def rows_of(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


def test_cells_come_back_as_they_were() -> None:
    cells = ['a, "b"', "line\nbreak", "−5 %", ""]
    assert rows_of(render(["1", "2", "3", "4"], [cells])) == [["1", "2", "3", "4"], cells]


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "@sum(a1)", "-2+3", "\t=1"])
def test_a_formula_is_made_harmless(cell: str) -> None:
    assert rows_of(render(["a"], [[cell]]))[1] == [f"'{cell}"]


@pytest.mark.parametrize("number", ["-2.50", "+3", "-$1,000", "5%"])
def test_a_number_stays_a_number(number: str) -> None:
    assert rows_of(render(["a"], [[number]]))[1] == [number]


def test_a_row_of_another_length_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match="one cell per column"):
        render(["a", "b"], [["only one"]])
