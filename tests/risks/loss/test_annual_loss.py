"""The loss of a year."""

import numpy as np
import pytest

from fairterms.risks.loss.annual_loss import AnnualLoss, annual_loss, largest_event, of_years
from fairterms.risks.loss.draws import DrawKey
from fairterms.risks.loss.frequency import Chance, Frequency, NegativeBinomial, Poisson
from fairterms.risks.loss.limits import NO_LIMITS, Limits
from fairterms.risks.loss.severity import Amounts, Fixed, Lognormal, Severity
from tests.risks.loss.plain_loop import plain_years, some_risks

KEY = DrawKey(2027, "late-files")
COSTLY = Lognormal.from_interval(1_000.0, 50_000.0)


def difference(
    risk: tuple[Frequency, Severity, Limits], trials: int, plain: int, at: int
) -> list[float]:
    """Return how many standard errors our means of L and of L > 10,000 are from the twin's."""
    ours = annual_loss(*risk, DrawKey(2027, f"risk {at}"), trials, "$").trials
    theirs = np.array(plain_years(*risk, plain, seed=at))
    found = []
    for one, other in ((ours, theirs), (ours > 10_000.0, theirs > 10_000.0)):
        error = np.sqrt(one.var() / trials + other.var() / plain)
        found.append(float((one.mean() - other.mean()) / max(error, 1e-12)))
    return found


@pytest.mark.parametrize(("at", "risk"), list(enumerate(some_risks())))
def test_the_plain_slow_twin_agrees_within_4_standard_errors(
    at: int, risk: tuple[Frequency, Severity, Limits]
) -> None:
    assert np.abs(difference(risk, 40_000, 4_000, at)).max() < 4


@pytest.mark.slow
def test_the_plain_slow_twin_agrees_on_many_trials() -> None:
    away = [difference(risk, 400_000, 60_000, at) for at, risk in enumerate(some_risks())]
    assert np.abs(away).max() < 4


@pytest.mark.parametrize("frequency", [Chance(0.3), Poisson(1.7), NegativeBinomial(2.0, 5.0)])
def test_the_mean_year_is_frequency_times_severity(frequency: Frequency) -> None:
    found = annual_loss(frequency, COSTLY, NO_LIMITS, KEY, 50_000, "$").mean
    assert abs(found.value - frequency.mean * COSTLY.mean) < 4 * found.error


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    def bytes_of(seed: int) -> bytes:
        key = DrawKey(seed, "late-files")
        return annual_loss(Poisson(2.0), COSTLY, NO_LIMITS, key, 2_000, "$").trials.tobytes()

    assert bytes_of(1) == bytes_of(1) != bytes_of(2)


def test_more_trials_leave_the_first_as_they_were() -> None:
    few = annual_loss(Poisson(2.0), COSTLY, NO_LIMITS, KEY, 100, "$").trials
    many = annual_loss(Poisson(2.0), COSTLY, NO_LIMITS, KEY, 5_000, "$").trials
    assert (few == many[:100]).all()


@pytest.mark.parametrize(
    "frequency",
    [Chance(0.4), Chance.from_interval(0.1, 0.6), Poisson(3.0), NegativeBinomial(3.0, 4.0)],
)
def test_a_control_on_frequency_or_severity_makes_no_trial_dearer(frequency: Frequency) -> None:
    def loss(often: Frequency, severity: Severity) -> AnnualLoss:
        return annual_loss(often, severity, NO_LIMITS, KEY, 20_000, "$")

    before = loss(frequency, COSTLY).trials
    fewer = loss(frequency.times(0.6), COSTLY).trials
    assert (fewer <= before).all()
    assert 0 < fewer.sum() < before.sum()
    assert np.allclose(loss(frequency, COSTLY.times(0.6)).trials, 0.6 * before, rtol=1e-12)


def test_impacts_are_independent_of_each_other() -> None:
    one = annual_loss(Poisson(2.0), COSTLY, NO_LIMITS, DrawKey(1, "a"), 20_000, "$").trials
    other = annual_loss(Poisson(2.0), COSTLY, NO_LIMITS, DrawKey(1, "b"), 20_000, "$").trials
    assert abs(float(np.corrcoef(one, other)[0, 1])) < 4 / np.sqrt(20_000)


def test_the_number_of_events_says_nothing_about_their_size() -> None:
    amounts = Amounts([1.0, 1_000.0])
    trials = annual_loss(Poisson(1.0), amounts, NO_LIMITS, KEY, 40_000, "$").trials
    once = trials[(trials == 1) | (trials == 1_000)]
    assert (once == 1).mean() == pytest.approx(0.5, abs=4 * 0.5 / np.sqrt(len(once)))


def test_limits_work_on_each_event_and_then_on_the_year() -> None:
    limits = Limits(per_event=60.0, per_year=100.0)
    trials = annual_loss(Poisson(2.0), Fixed(80.0), limits, KEY, 2_000, "$").trials
    assert set(trials.tolist()) == {0.0, 60.0, 100.0}


def test_a_floor_of_the_year_falls_on_years_with_an_event_only() -> None:
    limits = Limits(deductible_per_event=50.0, floor_per_year=7.0)
    counts = Poisson(0.5).counts(KEY.uniforms("count", 2_000))
    trials = annual_loss(Poisson(0.5), Fixed(20.0), limits, KEY, 2_000, "$").trials
    assert (trials[counts > 0] == 7.0).all()
    assert (trials[counts == 0] == 0.0).all()


def test_years_without_any_event_lose_nothing() -> None:
    assert not annual_loss(Chance(1e-12), COSTLY, NO_LIMITS, KEY, 100, "$").trials.any()


def test_the_largest_event_is_that_of_the_same_draws() -> None:
    once = annual_loss(Chance(0.5), COSTLY, NO_LIMITS, KEY, 1_000, "$")
    largest = largest_event(Chance(0.5), COSTLY, NO_LIMITS, KEY, 1_000, "$")
    assert (once.trials == largest.trials).all()
    assert (once.basis, largest.basis) == ("aggregate", "per occurrence")
    sums = annual_loss(Poisson(3.0), COSTLY, NO_LIMITS, KEY, 1_000, "$").trials
    peaks = largest_event(Poisson(3.0), COSTLY, NO_LIMITS, KEY, 1_000, "$").trials
    assert (peaks <= sums).all()
    assert (peaks * 20 > sums)[sums > 0].all()
    assert (peaks < sums).any()


def test_years_of_the_contract_come_in_their_order_again_and_again() -> None:
    years = np.array([3.0, 0.0, 5.0])
    loss = of_years(years, 7, key=KEY, unit="$")
    assert loss.trials.tolist() == [3.0, 0.0, 5.0, 3.0, 0.0, 5.0, 3.0]
    assert loss.years == 3


def test_a_control_scales_or_thins_years_of_the_contract() -> None:
    years = np.arange(1.0, 101.0)
    assert of_years(years, 100, times=0.5, key=KEY, unit="$").trials.tolist() == list(years / 2)
    whole = of_years(years, 20_000, key=KEY, unit="$").trials
    some = of_years(years, 20_000, keeps=0.6, key=KEY, unit="$").trials
    fewer = of_years(years, 20_000, keeps=0.3, key=KEY, unit="$").trials
    assert set((some / whole).tolist()) == {0.0, 1.0}
    assert (some > 0).mean() == pytest.approx(0.6, abs=4 * 0.5 / np.sqrt(20_000))
    assert (fewer <= some).all()


def test_two_impacts_are_thinned_apart_from_each_other() -> None:
    years = np.ones(20_000)
    one = of_years(years, 20_000, keeps=0.5, key=DrawKey(1, "a"), unit="$").trials
    other = of_years(years, 20_000, keeps=0.5, key=DrawKey(1, "b"), unit="$").trials
    assert abs(float(np.corrcoef(one, other)[0, 1])) < 4 / np.sqrt(20_000)


def test_a_year_cannot_lose_more_often_than_it_did() -> None:
    with pytest.raises(ValueError, match="change the forecast instead"):
        of_years(np.ones(4), 4, keeps=1.5, key=KEY, unit="$")
    with pytest.raises(ValueError, match="what is left must be above 0"):
        of_years(np.ones(4), 4, times=0.0, key=KEY, unit="$")


def test_a_year_with_a_gain_is_no_loss() -> None:
    with pytest.raises(AssertionError, match="a year that loses nothing has a loss of 0"):
        AnnualLoss(np.array([1.0, -1.0]), "$")


def test_losses_cannot_be_written_over() -> None:
    loss = AnnualLoss(np.array([1.0, 2.0]), "$")
    with pytest.raises(ValueError, match="read-only"):
        loss.trials[0] = 5.0


def test_the_error_of_the_mean_is_the_usual_one_where_all_years_differ() -> None:
    trials = np.array([0.0, 4.0, 1.0, 9.0])
    usual = trials.std(ddof=1) / 2
    assert AnnualLoss(trials, "$").mean.error == pytest.approx(usual)


def test_repeating_the_years_makes_no_figure_surer() -> None:
    years = np.array([0.0, 4.0, 1.0, 9.0])
    often = of_years(years, 4_000, key=KEY, unit="$")
    assert often.mean.error == pytest.approx(AnnualLoss(years, "$").mean.error)
