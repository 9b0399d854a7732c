"""A measured result is shown to others only where no 1 to 10 people can be told from it."""

from datetime import date

import pytest

from fairterms.outcomes.small_cells.measured_result import MeasuredResult
from fairterms.units.quantity import parse


def result(value: str, people: int | None) -> MeasuredResult:
    return MeasuredResult("a", date(2027, 10, 1), parse(value), people, "own records")


@pytest.mark.parametrize(
    ("value", "people", "is_hidden"),
    [
        ("86 %", 1148, False),
        ("86 %", None, False),
        ("4 days", 10, True),
        ("4 days", 11, False),
        ("50 %", 10, True),
        ("50 %", 22, False),
        ("50 %", 20, True),
        ("90 %", 60, True),
        ("100 %", 60, False),
        ("130 %", 60, False),
    ],
)
def test_a_number_from_which_1_to_10_people_could_be_told_stays_with_the_group(
    value: str, people: int | None, is_hidden: bool
) -> None:
    assert result(value, people).is_hidden is is_hidden
