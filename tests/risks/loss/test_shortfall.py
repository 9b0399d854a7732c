"""The tail."""

import numpy as np
import pytest

from fairterms.risks.loss.annual_loss import AnnualLoss, annual_loss, of_years
from fairterms.risks.loss.draws import DrawKey
from fairterms.risks.loss.frequency import Chance
from fairterms.risks.loss.limits import NO_LIMITS
from fairterms.risks.loss.severity import Lognormal
from fairterms.risks.loss.shortfall import expected_shortfall, tail_mean, value_at_risk

RARE, COSTLY = Chance(0.005), Lognormal.from_interval(0.1e6, 1.0e6)
"""The published fixture: one event in 200 years, 90 % sure of $0.1 to $1.0 million."""


def fixture(trials: int = 100_000) -> AnnualLoss:
    return annual_loss(RARE, COSTLY, NO_LIMITS, DrawKey(2027, "rare"), trials, "$")


def plain_shortfall(trials: list[float], alpha: float) -> float:
    """Hand out the tail, one sorted trial after the other."""
    left = tail = (1 - alpha) * len(trials)
    total = 0.0
    for loss in sorted(trials, reverse=True):
        taken = min(left, 1.0)
        total, left = total + taken * loss, left - taken
    return total / tail


def test_the_fixture_has_its_closed_form() -> None:
    # The event is rarer than the tail is thick, so the tail holds the whole expected loss.
    assert RARE.mean * COSTLY.mean / 0.01 == pytest.approx(202_001, abs=1)


def test_the_simulated_fixture_agrees_within_its_error() -> None:
    found = expected_shortfall(fixture(), 0.99)
    assert abs(found.value - 202_001) < 3 * found.error
    assert 5_000 < found.error < 20_000


def test_the_faulty_mask_makes_the_tail_a_hundred_times_too_small() -> None:
    loss = fixture()
    at = value_at_risk(loss, 0.99).value
    assert at == 0
    faulty = float(loss.trials[loss.trials >= at].mean())
    assert faulty == pytest.approx(2_020, rel=0.2)
    assert expected_shortfall(loss, 0.99).value / faulty == pytest.approx(100)


@pytest.mark.parametrize("alpha", [0.5, 0.7, 0.9, 0.95, 0.973, 0.99, 0.999])
def test_the_shortfall_is_the_handed_out_tail(alpha: float) -> None:
    for size in (7, 100, 1_001):
        trials = DrawKey(size, "made up").uniforms("loss", size) ** 3
        ours = expected_shortfall(AnnualLoss(trials, "$"), alpha).value
        assert ours == pytest.approx(plain_shortfall(trials.tolist(), alpha))


def test_a_last_trial_counts_by_its_fraction() -> None:
    five = np.array([1.0, 2.0, 3.0, 4.0, 10.0])
    assert tail_mean(five, 0.7) == pytest.approx((10 + 0.5 * 4) / 1.5)
    assert tail_mean(five, 0.9) == 10
    assert tail_mean(five, 0.8) == 10


def test_the_shortfall_is_never_below_the_value_at_risk() -> None:
    trials = DrawKey(1, "made up").uniforms("loss", 997)
    for alpha in (0.1, 0.5, 0.9, 0.99, 0.9999):
        loss = AnnualLoss(trials, "$")
        assert expected_shortfall(loss, alpha).value >= value_at_risk(loss, alpha).value


def test_the_value_at_risk_is_the_smallest_trial_that_enough_trials_do_not_pass() -> None:
    hundred = AnnualLoss(np.arange(1.0, 101.0), "$")
    assert value_at_risk(hundred, 0.95).value == 95
    assert value_at_risk(hundred, 0.951).value == 96
    # 0.07 x 100 is a hair above 7 in floating point.
    assert value_at_risk(hundred, 0.07).value == 7


def test_the_worst_of_all_trials_can_be_asked_for() -> None:
    four = AnnualLoss(np.array([1.0, 2.0, 3.0, 4.0]), "$")
    assert value_at_risk(four, 0.999).value == expected_shortfall(four, 0.999).value == 4


@pytest.mark.parametrize("alpha", [0.0, 1.0])
def test_a_tail_is_a_part_of_the_years(alpha: float) -> None:
    for figure in (value_at_risk, expected_shortfall):
        with pytest.raises(AssertionError, match="lies between 0 and 1"):
            figure(AnnualLoss(np.array([1.0, 2.0]), "$"), alpha)


def test_the_errors_are_how_far_runs_differ() -> None:
    def run(seed: int) -> AnnualLoss:
        return AnnualLoss(DrawKey(seed, "made up").uniforms("loss", 2_000) ** 4, "$")

    for figure in (value_at_risk, expected_shortfall):
        found = [figure(run(seed), 0.9) for seed in range(150)]
        spread = np.std([each.value for each in found])
        said = np.mean([each.error for each in found])
        assert said == pytest.approx(spread, rel=0.2)


def test_repeating_the_years_makes_the_tail_no_surer() -> None:
    years = DrawKey(1, "made up").uniforms("loss", 500)
    once = AnnualLoss(years, "$")
    often = of_years(years, 50_000, key=DrawKey(1, "x"), unit="$")
    for figure in (value_at_risk, expected_shortfall):
        assert figure(often, 0.9).error == pytest.approx(figure(once, 0.9).error, rel=0.01)
