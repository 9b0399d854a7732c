"""Total cost per member per month."""

from fractions import Fraction

import pytest

from fairterms.population.cost_of_care import Amount, CostRule, Outsiders, ServiceDay
from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.selection import Selection
from fairterms.population.total_cost import TotalCost, measure, measure_by
from fairterms.population.truncation import Ceiling, PartYear
from fairterms.units.refusal import Refusal
from tests.population.town import YEAR, Town

COST = CostRule(Amount.ALLOWED, ServiceDay.LINE, None, Outsiders.COUNTED)
MEMBERS = Exposure(MonthRule.FIRST_DAY, YEAR, Selection())
CEILING = Ceiling(1000, PartYear.WHOLE)
GROUPS = "(SELECT person_id, upper(person_id[1]) AS stratum FROM enrolment WHERE ends IS NULL)"


def fill(here: Town) -> None:
    here.members(("a1", "01-01", None), ("a2", "01-01", None), ("b1", "01-01", "03-31"))
    here.bills(
        ("a1", "02-01", "03-01", 3000), ("b1", "02-01", "03-01", 600), ("z9", "02-01", None, 7)
    )


def test_cost_is_divided_by_all_member_months_also_of_people_without_a_bill(here: Town) -> None:
    fill(here)
    found = measure(here.connection, COST, MEMBERS, CEILING)
    assert found.pmpm_cents == Fraction(1607, 27)
    assert found.pmpm_cents_untruncated == Fraction(3607, 27)
    assert found.cost.people_cut == 1


def test_the_parts_add_up_to_the_whole_with_people_of_no_part(here: Town) -> None:
    fill(here)
    whole = measure(here.connection, COST, MEMBERS, CEILING)
    parts = measure_by(here.connection, (COST, MEMBERS, CEILING), GROUPS)
    assert list(parts) == ["A", "unknown"]
    assert parts["A"].pmpm_cents == Fraction(1000, 24)
    assert parts["unknown"].months.members == 1
    for whole_of, part_of in (
        (whole.cost.cents, [p.cost.cents for p in parts.values()]),
        (whole.cost.cents_kept, [p.cost.cents_kept for p in parts.values()]),
        (whole.cost.people, [p.cost.people for p in parts.values()]),
        (whole.cost.people_cut, [p.cost.people_cut for p in parts.values()]),
        (whole.months.counted, [p.months.counted for p in parts.values()]),
        (whole.months.members, [p.months.members for p in parts.values()]),
    ):
        assert whole_of == sum(part_of)


def test_a_ratio_of_sums_is_no_mean_of_ratios(here: Town) -> None:
    here.members(("a", "01-01", None), ("b", "01-01", "01-31"))
    here.bills(("a", "02-01", "03-01", 120), ("b", "01-02", "03-01", 900))
    found: TotalCost = measure(here.connection, COST, MEMBERS, CEILING)
    assert found.pmpm_cents == Fraction(1020, 13)
    assert found.pmpm_cents != (Fraction(120, 12) + Fraction(900, 1)) / 2


def test_nobody_to_divide_by_is_refused_when_asked_and_cost_is_still_shown(here: Town) -> None:
    here.bills(("z9", "02-01", None, 7))
    found = measure(here.connection, COST, MEMBERS, CEILING)
    assert found.cost.cents == 7
    with pytest.raises(Refusal, match="there are no member months"):
        _ = found.pmpm_cents


def test_overlapping_members_are_refused_by_part_too(here: Town) -> None:
    here.members(("a", "01-01", None), ("a", "02-01", None))
    with pytest.raises(Refusal, match="overlaps"):
        measure_by(here.connection, (COST, MEMBERS, CEILING), GROUPS)
