"""The rule is tested at its edges: one cent decides."""

from dataclasses import replace
from decimal import Decimal

import pytest

from fairterms.contract.deal import Appetite
from fairterms.decide.rule import Answer, Decision, Facts, Verdict, YearsAhead, decide

CENT = Decimal("0.01")
APPETITE = Appetite(
    least_margin=Decimal(20000),
    largest_loss=Decimal(10000),
    walk_away_loss=Decimal(50000),
    must_haves=("amend-unilateral",),
)
AHEAD = YearsAhead(mean_net=Decimal(20000), worst_net=Decimal(-10000), gains=Decimal("0.51"))
GOOD = Facts(
    ahead=AHEAD,
    expected_net=Decimal(20000),
    worst_net=Decimal(-10000),
    best_net=Decimal(40000),
    open_dollars=Decimal(0),
)


def ahead(**changes: Decimal) -> Facts:
    return replace(GOOD, ahead=replace(AHEAD, **changes))  # type: ignore[arg-type]


def answer(facts: Facts) -> Answer:
    return decide(facts, APPETITE).answer


def test_a_deal_exactly_at_every_limit_can_be_signed() -> None:
    assert answer(GOOD) is Answer.SIGN


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (replace(GOOD, expected_net=Decimal(20000) - CENT), Answer.NEGOTIATE),
        (replace(GOOD, worst_net=Decimal(-10000) - CENT), Answer.NEGOTIATE),
        (replace(GOOD, worst_net=Decimal(-50000)), Answer.NEGOTIATE),
        (replace(GOOD, worst_net=Decimal(-50000) - CENT), Answer.WALK_AWAY),
        (replace(GOOD, best_net=Decimal(0), worst_net=Decimal(0)), Answer.SIGN),
        (replace(GOOD, best_net=-CENT), Answer.WALK_AWAY),
        (replace(GOOD, open_dollars=Decimal(20000)), Answer.SIGN),
        (replace(GOOD, open_dollars=Decimal(20000) + CENT), Answer.NEGOTIATE),
        (ahead(mean_net=Decimal(20000) - CENT), Answer.NEGOTIATE),
        (ahead(worst_net=Decimal(-10000) - CENT), Answer.NEGOTIATE),
        (ahead(worst_net=Decimal(-50000)), Answer.NEGOTIATE),
        (ahead(worst_net=Decimal(-50000) - CENT), Answer.WALK_AWAY),
        (ahead(gains=Decimal("0.5")), Answer.NEGOTIATE),
        (replace(GOOD, ahead=None), Answer.NEGOTIATE),
        (replace(GOOD, unstated=("benchmark",)), Answer.NEGOTIATE),
        (replace(GOOD, broken_must_haves=("Plan changes terms alone",)), Answer.NEGOTIATE),
        (replace(GOOD, unclear_must_haves=("Plan changes terms alone",)), Answer.NEGOTIATE),
        (replace(GOOD, critical=("Recovery during a dispute",)), Answer.NEGOTIATE),
        (replace(GOOD, failing_scripts=("At the minimum",)), Answer.NEGOTIATE),
    ],
)
def test_each_criterion_decides_at_its_edge(facts: Facts, expected: Answer) -> None:
    assert answer(facts) is expected


def test_a_year_that_cannot_be_forecast_is_never_signed() -> None:
    part = replace(GOOD, ahead=replace(AHEAD, missing=(2028, 2029)))
    decision = decide(part, APPETITE)
    assert decision.answer is Answer.NEGOTIATE
    assert "2028, 2029 cannot be forecast" in decision.reasons[0]
    bad = replace(AHEAD, missing=(2028,), worst_net=Decimal(-50_001))
    assert decide(replace(GOOD, ahead=bad), APPETITE).answer is Answer.WALK_AWAY


def test_what_is_not_known_is_never_signed() -> None:
    assert decide(Facts(), APPETITE).answer is Answer.NEGOTIATE
    assert decide(GOOD, None).answer is Answer.NEGOTIATE


def test_not_knowing_the_appetite_is_said() -> None:
    decision = decide(GOOD, None)
    assert any("[appetite]" in reason for reason in decision.reasons)


def reasons(decision: Decision) -> tuple[str, ...]:
    return decision.reasons


def test_there_are_at_most_three_reasons_and_the_deciding_one_comes_first() -> None:
    bad = replace(
        GOOD,
        worst_net=Decimal(-60000),
        expected_net=Decimal(0),
        unstated=("trend",),
        critical=("a", "b"),
    )
    found = decide(bad, APPETITE)
    assert found.answer is Answer.WALK_AWAY
    assert len(found.reasons) == 3
    assert "−$60,000.00" in found.reasons[0]


def test_a_signed_deal_says_why_too() -> None:
    assert len(decide(GOOD, APPETITE).reasons) == 3


def test_every_criterion_is_written_out_with_what_was_found() -> None:
    criteria = decide(GOOD, APPETITE).criteria
    assert len(criteria) == 13
    assert all(one.verdict is Verdict.MET for one in criteria)
    assert all(one.question.endswith("?") and one.reason.endswith(".") for one in criteria)


def test_long_lists_are_shortened() -> None:
    many = decide(replace(GOOD, unstated=("a", "b", "c", "d", "e")), APPETITE)
    assert "a, b, c and 2 more" in many.reasons[0]
