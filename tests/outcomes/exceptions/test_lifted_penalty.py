"""The settlement with and without the category. The outcome here is a failure."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.exceptions.lifted_penalty import GroupResult, lift
from fairterms.outcomes.exceptions.standing import Standing
from fairterms.units.refusal import Refusal
from tests.outcomes.exceptions.made_up_category import CATEGORY, JUDGED, PROPOSED, SHADOW

RESULT = GroupResult(
    period=JUDGED, patients=500, reached=220, members=80, members_reached=52, members_expected=32
)


def pay(rate: float) -> Decimal:
    """A target of 40 % failures: 1,000 dollars a percentage point, either way."""
    return (Decimal("0.4") - Decimal(str(round(rate, 9)))) * 100_000


def test_in_force_members_are_measured_against_their_own_rate() -> None:
    found = lift(CATEGORY, RESULT, pay)
    assert found.standing is Standing.IN_FORCE
    assert found.rate_without == pytest.approx(0.44)
    assert found.rate_with == pytest.approx((220 - (0.6 * 80 - 32)) / 500)
    assert found.pay_without == -4_000
    assert found.lifted == 3_200


def test_members_worse_than_their_own_rate_still_cost() -> None:
    worse = replace(RESULT, reached=230, members_reached=62)
    assert lift(CATEGORY, worse, pay).pay_with < lift(CATEGORY, RESULT, pay).pay_with


def test_in_its_shadow_period_members_leave_the_measure() -> None:
    found = lift(SHADOW, replace(RESULT, reached=230), pay)
    assert found.standing is Standing.SHADOW
    assert found.rate_with == pytest.approx(178 / 420)
    assert found.pay_with == pytest.approx(pay(178 / 420))
    assert not found.is_held


def test_a_shadow_lifts_a_penalty_and_earns_no_bonus() -> None:
    found = lift(SHADOW, replace(RESULT, reached=205), pay)
    assert pay(153 / 420) > 0 > found.pay_without
    assert found.pay_with == 0
    assert found.is_held


def test_a_bonus_in_the_shadow_does_not_grow() -> None:
    found = lift(SHADOW, replace(RESULT, reached=150), pay)
    assert found.pay_with == found.pay_without > 0
    assert found.lifted == 0


def test_until_both_have_signed_nothing_changes() -> None:
    found = lift(PROPOSED, RESULT, pay)
    assert found.standing is Standing.PROPOSED
    assert found.rate_with == found.rate_without
    assert found.lifted == 0


def test_beyond_the_cap_members_count_as_the_rest() -> None:
    many = replace(RESULT, members=200, members_reached=130, members_expected=80)
    found = lift(CATEGORY, many, pay)
    assert found.is_over_cap
    assert found.counted_members == 100
    assert found.rate_with == pytest.approx((220 - (0.6 * 100 - 40)) / 500)


def test_a_group_without_members_is_settled_as_before() -> None:
    none = replace(RESULT, members=0, members_reached=0, members_expected=0)
    assert lift(CATEGORY, none, pay).lifted == 0
    assert lift(SHADOW, none, pay).lifted == 0


def test_the_price_is_the_contracts() -> None:
    found = lift(CATEGORY, RESULT, lambda rate: Decimal(0) if rate < 0.41 else Decimal(-9_000))
    assert found.lifted == 9_000


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 80), st.integers(0, 420))
def test_more_failures_are_never_paid_more_in_force(members: int, others: int) -> None:
    result = replace(RESULT, reached=members + others, members_reached=members)
    dearer = replace(result, reached=result.reached + 1) if others < 420 else result
    assert lift(CATEGORY, dearer, pay).pay_with <= lift(CATEGORY, result, pay).pay_with


def test_impossible_counts_are_our_own_mistake() -> None:
    with pytest.raises(AssertionError, match="among all who did"):
        replace(RESULT, members_reached=60, reached=50)


def test_a_shadow_over_everybody_is_refused() -> None:
    tiny = GroupResult(
        period=JUDGED, patients=0, reached=0, members=0, members_reached=0, members_expected=0
    )
    with pytest.raises(Refusal, match="no patient"):
        lift(SHADOW, tiny, pay)
