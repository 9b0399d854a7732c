"""Three years stand side by side and pooled; a drift is told from luck."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.targets.baseline import Year, build, weighted_rate
from fairterms.units.refusal import Refusal

STEADY = (Year("2025", 2025, 132, 200), Year("2026", 2026, 140, 210), Year("2027", 2027, 128, 190))


def test_each_year_is_shown_and_all_pooled_by_patient() -> None:
    found = build(STEADY)
    assert [year.name for year in found.years] == ["2025", "2026", "2027"]
    assert found.pooled.rate == pytest.approx(400 / 600)
    assert (found.pooled.reached, found.pooled.n) == (400, 600)
    assert found.latest.name == "2027"
    assert found.pooled.high - found.pooled.low < found.latest.high - found.latest.low


def test_years_in_any_order_give_the_same_baseline() -> None:
    assert build(STEADY[::-1]) == build(STEADY)


def test_a_steady_rate_has_no_drift_and_is_best_pooled() -> None:
    found = build(STEADY)
    assert found.notes == ("No drift beyond chance: the pooled rate is the steadier one.",)


def test_a_drift_is_seen_and_named() -> None:
    found = build([Year(str(at), at, 1000 + 100 * at, 2000) for at in range(3)])
    assert found.trend is not None
    assert found.trend.per_year == pytest.approx(0.05, abs=1e-9)
    assert found.notes == (
        "The rate drifts: the pooled rate lags behind, give recent years weight.",
    )


def test_a_year_left_out_counts_as_time_passed() -> None:
    near = build([Year("a", 0, 100, 200), Year("b", 1, 110, 200), Year("c", 2, 120, 200)]).trend
    gap = build([Year("a", 0, 100, 200), Year("b", 1, 110, 200), Year("c", 3, 120, 200)]).trend
    assert near is not None
    assert gap is not None
    assert gap.per_year < near.per_year


def test_years_that_scatter_more_than_chance_widen_the_trend() -> None:
    calm = build([Year("a", 0, 1000, 2000), Year("b", 1, 1000, 2000), Year("c", 2, 1000, 2000)])
    wild = build([Year("a", 0, 1000, 2000), Year("b", 1, 1200, 2000), Year("c", 2, 1000, 2000)])
    assert calm.trend is not None
    assert wild.trend is not None
    assert wild.trend.standard_error > 3 * calm.trend.standard_error


def test_a_trend_of_nothing_is_claimed_one_time_in_twenty() -> None:
    rng = np.random.default_rng(16)
    drifts = 0
    for _ in range(600):
        counts = rng.binomial(300, 0.5, 3)
        trend = build([Year(str(at), at, int(k), 300) for at, k in enumerate(counts)]).trend
        assert trend is not None
        drifts += trend.is_drift
    assert drifts / 600 <= 0.06


def test_one_year_has_no_trend_and_says_that_luck_may_be_large() -> None:
    found = build(STEADY[:1])
    assert found.trend is None
    assert found.notes == ("Only 1 of 3 years: luck may be large.",)


@pytest.mark.parametrize("reached", [0, 50])
def test_a_measure_nobody_or_everybody_reaches_has_a_trend_of_nothing(reached: int) -> None:
    trend = build([Year(str(at), at, reached, 50) for at in range(3)]).trend
    assert trend is not None
    assert trend.per_year == pytest.approx(0)
    assert not trend.is_drift


@settings(deadline=None, max_examples=20)
@given(
    counts=st.lists(st.integers(1, 99), min_size=3, max_size=5),
    weights=st.lists(st.integers(1, 9), min_size=5, max_size=5),
)
def test_pooled_and_weighted_rates_lie_within_the_years(
    counts: list[int], weights: list[int]
) -> None:
    found = build([Year(str(at), at, k, 100 + 7 * at) for at, k in enumerate(counts)])
    rates = [year.rate for year in found.years]
    weighted = weighted_rate(found, weights[: len(counts)])
    for rate in (found.pooled.rate, weighted):
        assert min(rates) - 1e-12 <= rate <= max(rates) + 1e-12


def test_all_weight_on_the_last_year_gives_the_last_year() -> None:
    assert weighted_rate(build(STEADY), [0, 0, 1]) == pytest.approx(128 / 190)


@pytest.mark.parametrize(
    ("years", "what"),
    [
        ((), "needs one count for each year, and at least one year"),
        ((STEADY[0], STEADY[0]), "needs one count for each year, and at least one year"),
        ((Year("a", 1, 5, 4),), "a year has counts that cannot be"),
        ((Year("a", 1, 0, 0),), "a year has counts that cannot be"),
    ],
)
def test_years_that_cannot_be_are_refused(years: tuple[Year, ...], what: str) -> None:
    with pytest.raises(Refusal) as refusal:
        build(years)
    assert refusal.value.what == what
