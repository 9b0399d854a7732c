"""Claimed and proven: only current passes of design and operation earn credit."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from fairterms.risks.control.credit import credit, residual, standing
from fairterms.risks.control.effect import Effect, Leaves, Side
from fairterms.risks.control.test import ControlTest, Part, Result, Sampled
from tests.risks.control.made_up import CONTROL, DESIGN, EFFECT, ON, OPERATING, SAMPLED

BOTH = (DESIGN, OPERATING)


def proven(tests: tuple[ControlTest, ...], on: date = ON) -> float:
    return credit(CONTROL, EFFECT, tests, on).proven


def test_two_passes_earn_the_claimed_effect_less_what_is_not_ruled_out() -> None:
    found = credit(CONTROL, EFFECT, BOTH, ON)
    assert found.claimed == 0.4
    assert found.bound95 == pytest.approx(0.1129, abs=1e-4)
    assert found.proven == pytest.approx(1 - 0.6 * (1 - 0.1129), abs=1e-4)


def test_a_whole_list_without_a_deviation_proves_all_that_is_claimed() -> None:
    whole = replace(OPERATING, sampled=Sampled(12, (), "", 0, 0))
    assert proven((DESIGN, whole)) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("tests", "why"),
    [
        ((), "no test of design; no test of operation"),
        ((DESIGN,), "no test of operation"),
        ((OPERATING,), "no test of design"),
        (
            (DESIGN, replace(OPERATING, result=Result.FAILED)),
            "the test of operation failed (2027-04-01)",
        ),
        (
            (replace(DESIGN, valid_to=date(2027, 5, 31)), OPERATING),
            "the test of design stopped counting after 2027-05-31",
        ),
        ((DESIGN, replace(OPERATING, valid_from=date(2027, 6, 2))), "no test of operation"),
        ((DESIGN, replace(OPERATING, control="another")), "no test of operation"),
        (
            (DESIGN, replace(OPERATING, tester="billing lead")),
            "the billing lead has a part in the control and in its test of operation",
        ),
    ],
)
def test_without_both_current_passes_proven_equals_inherent(
    tests: tuple[ControlTest, ...], why: str
) -> None:
    found = credit(CONTROL, EFFECT, tests, ON)
    assert (found.claimed, found.proven) == (0.4, 1.0)
    assert found.why == why
    assert not found.is_proven


def test_a_failure_removes_credit_on_its_first_day() -> None:
    failed = replace(OPERATING, id="o2", result=Result.FAILED, valid_from=ON)
    assert proven((*BOTH, failed), ON - timedelta(days=1)) < 1
    assert proven((*BOTH, failed), ON) == 1


def test_an_old_failure_counts_until_a_later_pass() -> None:
    long_ago = replace(
        OPERATING,
        id="o0",
        result=Result.FAILED,
        valid_from=date(2027, 2, 1),
        valid_to=date(2027, 2, 2),
    )
    assert proven((DESIGN, long_ago), date(2027, 3, 1)) == 1
    assert proven((DESIGN, long_ago, OPERATING)) < 1


def test_a_failure_ends_the_life_of_an_earlier_pass_however_long_it_was() -> None:
    failed = replace(
        OPERATING,
        id="o2",
        result=Result.FAILED,
        valid_from=date(2027, 5, 1),
        valid_to=date(2027, 5, 2),
    )
    assert proven((*BOTH, failed)) == 1


def test_of_two_tests_of_one_day_the_failed_one_counts() -> None:
    failed = replace(OPERATING, id="o2", result=Result.FAILED)
    assert proven((*BOTH, failed)) == proven((failed, *BOTH)) == 1
    assert "failed" in credit(CONTROL, EFFECT, (*BOTH, failed), ON).why


@pytest.mark.parametrize("day", [OPERATING.valid_from, date(2027, 5, 1)])
def test_a_pass_from_before_a_failure_does_not_come_back_when_a_later_one_expires(
    day: date,
) -> None:
    failed = replace(OPERATING, id="o2", result=Result.FAILED, valid_from=day)
    mended = replace(OPERATING, id="o3", valid_from=date(2027, 5, 9), valid_to=date(2027, 5, 20))
    assert proven((*BOTH, failed, mended), date(2027, 5, 20)) < 1
    assert proven((*BOTH, failed, mended), date(2027, 5, 21)) == 1


def test_credit_ends_with_the_day_the_pass_expires() -> None:
    assert proven(BOTH, date(2027, 12, 31)) < 1
    assert proven(BOTH, date(2028, 1, 1)) == 1


def test_an_earlier_pass_that_still_counts_outlives_a_later_short_one() -> None:
    short = replace(OPERATING, id="o2", valid_from=date(2027, 5, 1), valid_to=date(2027, 5, 9))
    assert proven((*BOTH, short)) < 1


def test_the_newest_current_pass_sets_the_bound() -> None:
    sixty = replace(SAMPLED, items=tuple(map(str, range(1, 61))))
    newer = replace(OPERATING, id="o2", valid_from=date(2027, 5, 1), sampled=sixty)
    for tests in ((*BOTH, newer), (newer, *BOTH)):
        assert credit(CONTROL, EFFECT, tests, ON).bound95 == pytest.approx(0.0487, abs=1e-4)


def test_a_retired_control_claims_and_proves_nothing() -> None:
    retired = replace(CONTROL, retired=date(2027, 5, 1))
    found = credit(retired, EFFECT, BOTH, ON)
    assert (found.claimed, found.proven) == (1.0, 1.0)
    assert found.why == "the control is retired since 2027-05-01"
    assert credit(retired, EFFECT, BOTH, date(2027, 4, 30)).proven < 1


def test_a_control_that_raises_the_risk_counts_in_full_tested_or_not() -> None:
    worse = replace(EFFECT, leaves=Leaves.exactly(1.3))
    for tests in ((), BOTH):
        found = credit(CONTROL, worse, tests, ON)
        assert (found.claimed, found.proven) == (1.3, 1.3)
    assert residual("wrong_pay", [found]).raising == (found,)


def test_the_standing_names_the_test_that_decides() -> None:
    assert standing(CONTROL, Part.DESIGN, BOTH, ON).test is DESIGN
    assert standing(CONTROL, Part.OPERATING, BOTH, ON).test is OPERATING


def test_several_controls_on_one_side_are_multiplied() -> None:
    second = replace(EFFECT, leaves=Leaves.exactly(0.5))
    third = replace(EFFECT, acts_on=Side.SEVERITY, leaves=Leaves.exactly(0.8))
    left = residual("wrong_pay", [credit(CONTROL, e, (), ON) for e in (EFFECT, second, third)])
    assert left.frequency.claimed == pytest.approx(0.2)
    assert left.severity.claimed == pytest.approx(0.8)
    assert left.mean_loss.claimed == pytest.approx(0.16)
    assert left.mean_loss.proven == 1


def test_without_controls_the_risk_stays_as_it_is() -> None:
    left = residual("wrong_pay", [])
    assert left.mean_loss.claimed == left.mean_loss.proven == 1


def any_test(chance: random.Random, part: Part, number: int) -> ControlTest:
    size = chance.randint(1, 40)
    deviations = chance.randint(0, 3) if size > 3 else 0
    first = date(2027, 1, 1) + timedelta(days=chance.randint(0, 300))
    items = tuple(str(place) for place in range(1, size + 1))
    sampled = Sampled(size + chance.randint(0, 60), items, "cedar", 3, deviations)
    return replace(
        OPERATING,
        id=f"t{number}",
        part=part,
        sampled=sampled,
        valid_from=first,
        valid_to=first + timedelta(days=chance.randint(0, 300)),
        result=chance.choice((Result.PASSED, Result.PASSED, Result.PASSED, Result.FAILED)),
    )


def any_effects(chance: random.Random, most: float) -> list[Effect]:
    return [
        replace(
            EFFECT,
            acts_on=chance.choice(list(Side)),
            leaves=Leaves.exactly(chance.uniform(0.01, most)),
        )
        for _ in range(chance.randint(0, 4))
    ]


def test_claimed_is_at_most_proven_and_proven_at_most_inherent() -> None:
    credited = 0
    for seed in range(400):
        chance = random.Random(seed)  # noqa: S311 — cases, not secrets
        tests = tuple(any_test(chance, chance.choice(list(Part)), n) for n in range(5))
        on = date(2027, 1, 1) + timedelta(days=chance.randint(0, 400))
        effects = any_effects(chance, most=1.0)
        found = residual("wrong_pay", [credit(CONTROL, e, tests, on) for e in effects])
        for left in (found.frequency, found.severity, found.mean_loss):
            assert 0 < left.claimed <= left.proven + 1e-12
            assert left.proven <= 1
        credited += found.mean_loss.proven < 1
    assert credited > 40, "the cases earn credit often enough to say something"


def test_with_harmful_controls_claimed_is_still_at_most_proven() -> None:
    for seed in range(200):
        chance = random.Random(seed)  # noqa: S311 — cases, not secrets
        effects = any_effects(chance, most=2.0)
        found = residual("wrong_pay", [credit(CONTROL, e, BOTH, ON) for e in effects])
        assert found.mean_loss.claimed <= found.mean_loss.proven + 1e-12


def test_more_proof_never_leaves_more_risk() -> None:
    before = 1.0
    for size in (5, 10, 25, 60, 200):
        sampled = replace(SAMPLED, items=tuple(str(n) for n in range(1, size + 1)))
        now = proven((DESIGN, replace(OPERATING, sampled=sampled)))
        assert now < before
        before = now
