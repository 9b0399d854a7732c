"""Whose people and whose bills a declaration speaks of."""

from dataclasses import replace
from fractions import Fraction

import pytest

from fairterms.population.care_rules import CostChange, Dearest, OwnBy, People
from fairterms.population.care_settings import Settings
from fairterms.population.cost_of_care import Outsiders
from fairterms.units.period import calendar_year
from tests.population.care_made_up import SETTINGS, Line, put_group, put_lines, put_members
from tests.population.town import Town


def people(here: Town, settings: Settings) -> list[str]:
    rows = here.connection.execute(
        f"SELECT DISTINCT person_id FROM {settings.months} ORDER BY 1"  # noqa: S608
    ).fetchall()
    return [who for (who,) in rows]


def fill(here: Town) -> None:
    put_group(here, ("c1", "N1", None), ("c2", None, None))
    put_members(
        here,
        ("by clinician", "01-01", None, "c2"),
        ("by number", "01-01", None, "N1"),
        ("by group", "01-01", None, "B1"),
        ("by others", "01-01", None, "x"),
        ("by nobody", "01-01", None, None),
        ("gone", "01-02", "01-30", "c1"),
    )


def test_the_list_may_name_a_clinician_a_number_or_the_group(here: Town) -> None:
    fill(here)
    assert people(here, SETTINGS) == ["by clinician", "by group", "by number"]


def test_all_members_count_without_attribution(here: Town) -> None:
    fill(here)
    assert len(people(here, replace(SETTINGS, people=People.MEMBERS))) == 5


def test_patients_are_members_seen_in_the_period_with_a_status_that_counts(here: Town) -> None:
    fill(here)
    here.visits(
        ("by others", "c1", "05-01", "finished"),
        ("by group", "c1", "05-01", "missed"),
        ("by number", "c1", "2026-05-01", "finished"),
        ("stranger", "c1", "05-01", "finished"),
    )
    assert people(here, replace(SETTINGS, people=People.PATIENTS)) == ["by others"]


def sides(here: Town, settings: Settings) -> list[str]:
    rows = here.connection.execute(
        f"SELECT side FROM {settings.lines(settings.months)} ORDER BY cents"  # noqa: S608
    ).fetchall()
    return [side for (side,) in rows]


@pytest.mark.parametrize(
    ("own_by", "wanted"),
    [
        (OwnBy.RENDERING, ["own", "elsewhere", "not named"]),
        (OwnBy.BILLING, ["elsewhere", "own", "elsewhere"]),
        (OwnBy.EITHER, ["own", "own", "elsewhere"]),
    ],
)
def test_the_declared_field_makes_a_bill_the_groups_own(
    here: Town, own_by: OwnBy, wanted: list[str]
) -> None:
    put_group(here, ("c1", "N1", None))
    put_members(here, ("a", "01-01", None, "c1"))
    put_lines(
        here,
        [
            Line("a", "02-01", 1, "N1", "E9"),
            Line("a", "02-01", 2, "E1", "B1"),
            Line("a", "02-01", 3, None, "E9"),
        ],
    )
    assert sides(here, replace(SETTINGS, own_by=own_by)) == wanted


def test_bills_outside_membership_are_left_out_where_declared(here: Town) -> None:
    put_group(here, ("c1", "N1", None))
    put_members(here, ("a", "01-01", "03-31", "c1"), ("a", "04-01", None, "x"))
    put_lines(here, [Line("a", "02-01", 1), Line("a", "05-01", 2)])
    left_out = replace(SETTINGS, cost=replace(SETTINGS.cost, outsiders=Outsiders.LEFT_OUT))
    assert len(sides(here, SETTINGS)) == 2
    assert len(sides(here, left_out)) == 1


def test_impossible_settings_cannot_be_built() -> None:
    change = CostChange("x", "other care", Fraction(1), Fraction(1), "made up", False)
    with pytest.raises(AssertionError, match="proof"):
        replace(SETTINGS, scenarios=(change,))
    with pytest.raises(AssertionError, match="before"):
        replace(SETTINGS, dearest=Dearest(Fraction(1, 2), calendar_year(2027)))
