"""Confirming on the next period's patients."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.exceptions.confirm import ConfirmationRules, carry_over, confirm
from fairterms.outcomes.exceptions.scan import Direction, Found
from fairterms.outcomes.exceptions.subgroup import Subgroup, choose
from fairterms.outcomes.targets.minimum_count import MINIMUM_COUNTS
from fairterms.units.period import calendar_year
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions.made_up_cohort import (
    AGE,
    LANGUAGE,
    PLANTED,
    STOPPED,
    World,
    expect,
    make,
)

RULES = ConfirmationRules(
    found_in=calendar_year(2024),
    confirmed_in=calendar_year(2025),
    minimum=MINIMUM_COUNTS[2],
    false_discovery_rate=0.05,
    seed=1,
    replicates=499,
)


def candidate(subgroup: Subgroup, direction: Direction = Direction.MORE) -> Found:
    return Found(subgroup, direction, 10.0, 12.0, 2.0, 100, 60, 40.0)


def test_what_was_planted_is_confirmed_and_what_was_not_is_not() -> None:
    later = make(World(gap=1.2, sigma=0.3), 1)
    other = candidate(choose({LANGUAGE: ["Spanish"]}))
    found = confirm([other, candidate(PLANTED)], later, expect(later), RULES)
    assert [each.is_confirmed for each in found] == [False, True]
    assert found[1].objections == ()
    assert found[1].difference is not None
    assert found[1].difference.low > 0
    assert found[1].patients == PLANTED.members(later.attributes, later.codes).sum()


def test_the_other_direction_confirms_nothing() -> None:
    later = make(World(gap=1.2), 2)
    (found,) = confirm([candidate(PLANTED, Direction.FEWER)], later, expect(later), RULES)
    assert found.objections == ("The gap has the other direction, or none.",)


def test_every_candidate_tested_makes_a_claim_dearer() -> None:
    later = make(World(gap=0.55), 5)
    alone = confirm([candidate(PLANTED)], later, expect(later), RULES)[0]
    nothing = [candidate(choose({AGE: [value]})) for value in ("26–40", "41–64", "65+")]
    among = confirm([candidate(PLANTED), *nothing], later, expect(later), RULES)[0]
    assert alone.difference == among.difference
    assert among.adjusted_p > alone.adjusted_p


def test_a_subgroup_below_the_minimum_count_is_not_confirmed() -> None:
    later = make(World(gap=2.5, providers=10, each=16), 6)
    strict = replace(RULES, minimum=replace(RULES.minimum, count=500))
    (found,) = confirm([candidate(PLANTED)], later, expect(later), strict)
    assert "Fewer than 500 patients belong, the minimum count agreed." in found.objections


def test_a_subgroup_at_few_providers_is_listed_with_its_obstacle() -> None:
    later = make(World(gap=1.0, providers=4, each=200), 7)
    (found,) = confirm([candidate(PLANTED)], later, expect(later), RULES)
    assert found.adjusted_p == 1
    assert found.objections == (
        "The gap could not be worked out (providers: 4 treat patients of the group).",
    )
    assert found.caution == "Whether the gap is the same at every provider could not be tested."


def test_a_gap_of_some_providers_only_carries_a_caution() -> None:
    later = make(World(gap=0.8, slope_sigma=1.5, providers=40, each=60), 8)
    (found,) = confirm([candidate(PLANTED)], later, expect(later), RULES)
    assert found.caution.startswith("The gap differs between providers: an estimated ")


def test_the_same_patients_cannot_confirm() -> None:
    with pytest.raises(Refusal, match="periods: 2024-01-01 to 2024-12-31 is not after"):
        replace(RULES, confirmed_in=calendar_year(2024))


def test_a_fact_known_later_cannot_be_confirmed() -> None:
    later = make(World(), 9)
    with pytest.raises(Refusal, match="stopped early: known only after intake"):
        confirm([candidate(choose({STOPPED: ["yes"]}))], later, expect(later), RULES)


def test_expectations_carry_over_from_the_earlier_fit() -> None:
    earlier, later = make(World(each=200), 10), make(World(), 11)
    assert np.abs(carry_over(earlier, later) - expect(later)).max() < 0.04
    with pytest.raises(Refusal, match="the two periods have other ones"):
        carry_over(replace(earlier, names=("other",)), later)


def test_a_gap_that_chance_gives_often_is_not_confirmed() -> None:
    later = make(World(), 14)
    found = [
        confirm([candidate(PLANTED, way)], later, expect(later), RULES)[0] for way in Direction
    ]
    said = sorted(each.objections[0] for each in found)
    assert said[0].startswith("Chance gives as large a gap too often (adjusted p ")
    assert said[1] == "The gap has the other direction, or none."
