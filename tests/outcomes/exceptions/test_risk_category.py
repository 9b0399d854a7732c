"""Risk categories: what may become one, and the rate of its own."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.outcomes.exceptions.risk_category import (
    CategoryPeriod,
    Side,
    Signature,
    Step,
    own_rate,
)
from fairterms.outcomes.exceptions.subgroup import choose
from fairterms.units.period import calendar_year
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions.made_up_category import (
    CATEGORY,
    CONFIRMED,
    JUDGED,
    SIGNED,
    YEARS,
)
from tests.outcomes.exceptions.made_up_cohort import AGE, STOPPED


def test_there_are_eight_steps() -> None:
    assert len(Step) == 8
    assert [*Step][:1] + [*Step][-1:] == [Step.REPORT, Step.SIGNATURES]


def test_facts_known_later_cannot_define_a_category() -> None:
    with pytest.raises(Refusal, match="stopped early: known only after intake"):
        replace(CATEGORY, subgroup=choose({STOPPED: ["yes"]}))


def test_what_was_not_confirmed_cannot_be_a_category() -> None:
    with pytest.raises(Refusal, match="the next period’s patients did not confirm it"):
        replace(CATEGORY, confirmation=replace(CONFIRMED, objections=("The gap is gone.",)))


def test_a_definition_other_than_the_confirmed_one_is_refused() -> None:
    with pytest.raises(Refusal, match="defined otherwise than it was found and confirmed"):
        replace(CATEGORY, subgroup=choose({AGE: ["18–25"]}))


def test_its_own_rate_comes_from_the_periods_before() -> None:
    found = own_rate(CATEGORY, JUDGED)
    assert found.rate == pytest.approx(0.6)
    assert found.by_period == pytest.approx((0.6, 0.59, 0.61))
    assert (found.members, found.periods) == (600, 3)
    assert found.low < 0.6 < found.high


def test_the_judged_period_never_sets_its_own_expectation() -> None:
    tempting = replace(CATEGORY, periods=(*YEARS, CategoryPeriod(JUDGED, 2_000, 200, 200)))
    assert own_rate(tempting, JUDGED) == own_rate(CATEGORY, JUDGED)


def test_without_an_earlier_member_there_is_no_rate() -> None:
    with pytest.raises(Refusal, match="no earlier period has a patient of it"):
        own_rate(CATEGORY, calendar_year(2022))


def test_a_category_is_signed_when_the_second_side_signs() -> None:
    assert CATEGORY.signed_on() == date(2024, 11, 20)
    assert replace(CATEGORY, signatures=SIGNED[1:]).signed_on() is None
    twice = (SIGNED[0], Signature(Side.GROUP, "C. Ruiz", date(2025, 2, 1)))
    assert replace(CATEGORY, signatures=twice).signed_on() is None


def test_a_cap_on_everybody_is_no_cap() -> None:
    with pytest.raises(AssertionError, match="part of the patients"):
        replace(CATEGORY.limits, most_share=1.0)
    with pytest.raises(AssertionError, match="at least yearly"):
        replace(CATEGORY.limits, review_days=400)
