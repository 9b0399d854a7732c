"""Declared interests and nil returns, asked for every year."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from fairterms.risks.register.interest import BANDS, Interest, a_year_after, overdue

NIL = Interest("contracting lead", date(2026, 9, 12))
TIE = Interest(
    "managing partner",
    date(2026, 9, 12),
    "teaches for a firm",
    "a software firm",
    BANDS[1],
    date(2025, 1, 1),
    date(2027, 12, 31),
    "does not choose software",
)


def without(part: str, to: str | None = "") -> dict[str, Any]:
    return {part: to}


def test_a_nil_return_is_a_declaration() -> None:
    assert NIL.is_nil
    assert not TIE.is_nil


def test_an_interest_runs_from_its_first_day_to_its_last() -> None:
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2027, 12, 31), date(2028, 1, 1)]
    assert [TIE.runs_on(day) for day in days] == [False, True, True, False]
    endless = replace(TIE, since=None, until=None)
    assert all(endless.runs_on(day) for day in days)
    assert not NIL.runs_on(date(2026, 9, 12))


def test_a_role_is_overdue_the_day_after_a_year() -> None:
    both = (NIL, TIE)
    assert overdue(both, date(2027, 9, 12)) == ()
    assert overdue(both, date(2027, 9, 13)) == ("contracting lead", "managing partner")


def test_the_latest_declaration_counts_and_one_of_the_future_does_not() -> None:
    again = replace(NIL, declared=date(2027, 9, 1))
    assert overdue((again, NIL, TIE), date(2027, 9, 13)) == ("managing partner",)
    assert overdue((NIL,), date(2025, 1, 1)) == ()
    assert overdue((NIL, replace(NIL, declared=date(2028, 1, 1))), date(2027, 10, 1)) == (
        "contracting lead",
    )


def test_a_year_after_a_leap_day_is_the_first_of_march() -> None:
    assert a_year_after(date(2024, 2, 29)) == date(2025, 3, 1)
    assert a_year_after(date(2023, 2, 28)) == date(2024, 2, 28)


@pytest.mark.parametrize("part", ["party", "value_band", "mitigation"])
def test_an_interest_leaves_nothing_out(part: str) -> None:
    with pytest.raises(ValueError, match=f"managing partner leaves {part} out"):
        replace(TIE, **without(part))


def test_a_value_is_a_band_and_an_end_comes_after_its_beginning() -> None:
    with pytest.raises(ValueError, match="is not one of the value bands"):
        replace(TIE, value_band="$4,000")
    with pytest.raises(ValueError, match="ends before it begins"):
        replace(TIE, until=date(2024, 1, 1))


@pytest.mark.parametrize(
    "change",
    [{"party": "plan"}, {"recusal": "votes"}, {"since": date(2026, 1, 1)}, {"mitigation": "x"}],
)
def test_a_nil_return_has_no_details(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="declares no interest, and gives details"):
        replace(NIL, **change)


def test_a_declaration_names_its_role() -> None:
    with pytest.raises(ValueError, match="names no role"):
        replace(NIL, role="")
