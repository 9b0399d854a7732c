"""How often."""

import math

import numpy as np
import pytest

from fairterms.risks.loss.beta import Beta
from fairterms.risks.loss.draws import DrawKey
from fairterms.risks.loss.frequency import Chance, Frequency, NegativeBinomial, Poisson

U = DrawKey(2027, "made up").uniforms("count", 100_000)
ALL: list[Frequency] = [
    Chance(0.2),
    Chance.from_interval(0.05, 0.4),
    Poisson(0.01),
    Poisson(3.0),
    Poisson(700.0),
    NegativeBinomial(3.0, 2.5),
    NegativeBinomial(0.2, 30.0),
]


@pytest.mark.parametrize("probability", [0.0, 1.0])
def test_something_certain_is_an_issue_not_a_risk(probability: float) -> None:
    with pytest.raises(ValueError, match="something certain is an issue, not a risk"):
        Chance(probability)


@pytest.mark.parametrize("probability", [1.2, 20.0, -0.1, math.nan])
def test_a_probability_over_1_or_below_0_is_refused_with_what_to_write(probability: float) -> None:
    with pytest.raises(ValueError, match=r"is not between 0 and 1: write 20 % as 0\.2, and an"):
        Chance(probability)


@pytest.mark.parametrize("rate", [0.0, -1.0, math.nan, math.inf])
def test_a_rate_must_be_above_0(rate: float) -> None:
    for make in (Poisson, lambda each: NegativeBinomial(each, 2.0)):
        with pytest.raises(ValueError, match="is no frequency: it must be above 0"):
            make(rate)


def test_what_happens_all_the_time_is_a_cost() -> None:
    with pytest.raises(ValueError, match="2,000 events per year are a running cost"):
        Poisson(2_000.0)


@pytest.mark.parametrize("ratio", [1.0, 0.5, 101.0, math.nan])
def test_a_clustered_count_varies_more_than_a_steady_one_within_bounds(ratio: float) -> None:
    with pytest.raises(ValueError, match=r"above 1, where a Poisson count would do, and at most"):
        NegativeBinomial(2.0, ratio)


@pytest.mark.parametrize("frequency", ALL, ids=str)
def test_drawn_counts_have_the_mean_they_should_have(frequency: Frequency) -> None:
    counts = frequency.counts(U)
    assert counts.mean() == pytest.approx(frequency.mean, abs=4 * counts.std() / math.sqrt(len(U)))


@pytest.mark.parametrize(
    ("frequency", "variance"),
    [
        (Chance(0.2), 0.16),
        (Poisson(3.0), 3.0),
        (NegativeBinomial(3.0, 2.5), 7.5),
        (NegativeBinomial(3.0, 2.5).times(0.4), 1.2 * 1.6),
    ],
    ids=str,
)
def test_drawn_counts_vary_as_they_should(frequency: Frequency, variance: float) -> None:
    assert frequency.counts(U).var() == pytest.approx(variance, rel=0.03)


def test_a_poisson_count_is_read_off_its_distribution_at_every_edge() -> None:
    none, one = math.exp(-2.0), 3 * math.exp(-2.0)
    edges = np.array([1e-16, none - 1e-9, none + 1e-9, one - 1e-9, one + 1e-9])
    assert Poisson(2.0).counts(edges).tolist() == [0, 0, 1, 1, 2]


def test_a_geometric_count_is_read_off_its_distribution_at_every_edge() -> None:
    # Ratio 1 + mean makes the count geometric: P(0) = 1/2, P(at most 1) = 3/4.
    edges = np.array([0.49, 0.51, 0.74, 0.76])
    assert NegativeBinomial(1.0, 2.0).counts(edges).tolist() == [0, 1, 1, 2]


def test_the_largest_number_that_can_be_drawn_has_a_count() -> None:
    largest = np.array([1 - 2.0**-53])
    # P(Poisson(2) >= 21) is about 4e-15 and P(>= 23) below what can be drawn.
    assert 18 <= Poisson(2.0).counts(largest)[0] <= 24
    assert NegativeBinomial(0.2, 30.0).counts(largest)[0] > 500


@pytest.mark.parametrize("frequency", ALL, ids=str)
def test_a_control_takes_events_away_and_never_adds_one(frequency: Frequency) -> None:
    before, after = frequency.counts(U), frequency.times(0.5).counts(U)
    assert (after <= before).all()
    assert frequency.times(0.5).mean == pytest.approx(frequency.mean / 2)


def test_a_control_that_makes_an_event_certain_is_refused() -> None:
    with pytest.raises(ValueError, match="is not between 0 and 1"):
        Chance(0.6).times(2.0)


@pytest.mark.parametrize("frequency", ALL, ids=str)
def test_a_control_that_leaves_nothing_is_refused(frequency: Frequency) -> None:
    with pytest.raises(ValueError, match="what is left must be above 0"):
        frequency.times(0.0)


@pytest.mark.parametrize("frequency", ALL, ids=str)
def test_the_rates_of_a_frequency_have_its_mean(frequency: Frequency) -> None:
    drawn = frequency.rates((np.arange(4_000) + 0.5) / 4_000)
    assert drawn.mean() == pytest.approx(frequency.mean, rel=0.02)


def test_only_an_uncertain_rate_varies() -> None:
    points = np.array([0.1, 0.9])
    assert np.ptp(Poisson(2.0).rates(points)) == np.ptp(Chance(0.2).rates(points)) == 0
    assert np.ptp(Chance(Beta(1.0, 1.0)).rates(points)) == pytest.approx(0.8)
    assert np.ptp(NegativeBinomial(2.0, 3.0).rates(points)) > 1
