"""A funnel calls no one an outlier whom chance and common differences explain."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.comparison.funnel import (
    NARROW,
    WIDE,
    Funnel,
    Label,
    fit,
    label,
    place,
    share_outside,
)
from fairterms.outcomes.comparison.funnel_scale import ARCSINE, LOGARITHM, SQUARE_ROOT, Scale
from fairterms.outcomes.comparison.overdispersion import Overdispersion, Trimming
from fairterms.units.refusal import Refusal


def made(scale: Scale, target: float, tau_squared: float) -> Funnel:
    return Funnel(scale, target, Overdispersion(2.0, tau_squared, 9, Trimming.WINSORISED, 0.1))


funnels = st.builds(
    made,
    st.sampled_from((ARCSINE, SQUARE_ROOT, LOGARITHM)),
    st.floats(0.02, 0.98),
    st.floats(0, 0.05),
)
shares = st.sampled_from((NARROW, WIDE))


def test_limits_are_squared_back_as_others_forget_to() -> None:
    low, high = Funnel(SQUARE_ROOT, 1.0, None).limits(100, NARROW)
    assert (round(float(low), 3), round(float(high), 3)) == (0.814, 1.206)
    # What FunnelPlotR draws: the same limits left on the scale of square roots.
    assert (round(float(np.sqrt(low)), 3), round(float(np.sqrt(high)), 3)) == (0.902, 1.098)


def test_forgetting_the_square_would_call_a_third_of_equal_providers_outliers() -> None:
    ratios = np.random.default_rng(5).poisson(100, 20_000) / 100
    low, high = Funnel(SQUARE_ROOT, 1.0, None).limits(100, NARROW)
    right = np.mean((ratios < low) | (ratios > high))
    wrong = np.mean((ratios < np.sqrt(low)) | (ratios > np.sqrt(high)))
    assert right == pytest.approx(0.05, abs=0.01)
    assert wrong > 0.3


@settings(deadline=None, max_examples=40)
@given(funnel=funnels, share=shares, sizes=st.lists(st.floats(1, 1e6), min_size=2, max_size=9))
def test_limits_narrow_with_size(funnel: Funnel, share: float, sizes: list[float]) -> None:
    low, high = funnel.limits(np.sort(sizes), share)
    assert (np.diff(low) >= -1e-12).all()
    assert (np.diff(high) <= 1e-12 * np.abs(high[1:])).all()


@settings(deadline=None, max_examples=40)
@given(funnel=funnels, share=shares, size=st.floats(50, 1e6))
def test_limits_are_symmetric_where_chance_is(funnel: Funnel, share: float, size: float) -> None:
    low, high = funnel.limits(size, share)
    centre = float(funnel.scale.there(np.asarray(funnel.target)))
    down = centre - float(funnel.scale.there(low))
    up = float(funnel.scale.there(high)) - centre
    is_cut = float(low) <= 0 or (funnel.scale is ARCSINE and float(high) >= 1)
    assert is_cut or down == pytest.approx(up)


@settings(deadline=None, max_examples=40)
@given(funnel=funnels, size=st.floats(1, 1e6))
def test_limits_hold_the_target_and_the_wider_hold_the_narrower(
    funnel: Funnel, size: float
) -> None:
    (low, high), (lowest, highest) = funnel.limits(size, NARROW), funnel.limits(size, WIDE)
    assert lowest <= low <= funnel.target * (1 + 1e-12)
    assert funnel.target * (1 - 1e-12) <= high <= highest
    assert lowest >= 0
    assert highest <= 1 or not funnel.scale.is_proportion


@settings(deadline=None, max_examples=25)
@given(target=st.floats(0.1, 0.9), size=st.floats(5, 1e5), spread=st.floats(1e-6, 0.05))
def test_spread_between_providers_only_widens(target: float, size: float, spread: float) -> None:
    low, high = Funnel(ARCSINE, target, None).limits(size, NARROW)
    wider_low, wider_high = made(ARCSINE, target, spread).limits(size, NARROW)
    assert wider_low <= low
    assert wider_high >= high


@pytest.mark.parametrize("scale", [ARCSINE, SQUARE_ROOT, LOGARITHM], ids=lambda s: s.name)
@pytest.mark.parametrize(("share", "reach"), [(NARROW, 1.959964), (WIDE, 3.090232)])
def test_a_result_on_a_limit_is_as_far_off_as_the_limit_says(
    scale: Scale, share: float, reach: float
) -> None:
    # FunnelPlotR draws its limits of rates with another spread than its z has.
    funnel, sizes = made(scale, 0.7, 0.001), np.array([40.0, 100.0, 900.0])
    low, high = funnel.limits(sizes, share)
    assert funnel.distances(low * sizes, sizes) == pytest.approx(-reach, abs=1e-6)
    assert funnel.distances(high * sizes, sizes) == pytest.approx(reach, abs=1e-6)


@settings(deadline=None, max_examples=30)
@given(n=st.integers(5, 2000), k=st.integers(0, 2000), target=st.floats(0.1, 0.9))
def test_labels_and_limits_agree(n: int, k: int, target: float) -> None:
    reached, funnel = min(k, n), made(ARCSINE, target, 0.001)
    (placed,) = place(funnel, ["Cedar"], [reached], [n])
    for share, outside in ((NARROW, 1), (WIDE, 2)):
        low, high = (float(limit) for limit in funnel.limits(n, share))
        at = list(Label).index(placed.label) - 2
        # A limit cut at nobody or everybody is no limit.
        assert (at <= -outside) == (placed.value < low - 1e-12) or abs(placed.value - low) < 1e-9
        assert (at >= outside) == (placed.value > high + 1e-12) or abs(placed.value - high) < 1e-9


@settings(deadline=None, max_examples=30)
@given(n=st.integers(5, 500), k=st.integers(0, 499), target=st.floats(0.1, 0.9))
def test_a_better_result_never_lowers_the_place(n: int, k: int, target: float) -> None:
    reached = min(k, n - 1)
    worse, better = place(made(ARCSINE, target, 0.001), "AB", [reached, reached + 1], [n, n])
    assert better.distance > worse.distance
    assert list(Label).index(better.label) >= list(Label).index(worse.label)


def test_more_patients_at_the_same_rate_leave_the_funnel_of_pure_spread_unchanged() -> None:
    # With very many patients only the spread between providers is left.
    funnel = made(ARCSINE, 0.5, 0.01)
    large, larger = funnel.distances([6e8, 6e9], [1e9, 1e10])
    assert large == pytest.approx(larger, rel=1e-5)


def test_no_provider_is_dropped_and_order_is_kept() -> None:
    names = [f"P{at}" for at in range(30)]
    rng = np.random.default_rng(4)
    reached, n = rng.integers(1, 50, 30), np.full(30, 60)
    funnel = fit(reached, n, ARCSINE, Trimming.TRUNCATED)
    placed = place(funnel, names, reached, n)
    assert [one.name for one in placed] == names
    assert [one.observed for one in placed] == reached.tolist()


def test_the_target_of_rates_is_pooled_and_of_ratios_is_one_unless_given() -> None:
    assert fit([10, 80], [100, 100], ARCSINE, Trimming.NONE).target == 0.45
    assert fit([10, 80], [20, 60], SQUARE_ROOT, Trimming.NONE).target == 1
    assert fit([10, 80], [100, 100], ARCSINE, Trimming.NONE, target=0.6).target == 0.6


def test_in_a_world_where_none_differs_few_lie_outside() -> None:
    rng = np.random.default_rng(6)
    n = rng.integers(20, 2000, 3000)
    reached = rng.binomial(n, 0.6)
    funnel = fit(reached, n, ARCSINE, Trimming.WINSORISED)
    placed = place(funnel, [str(at) for at in range(3000)], reached, n)
    assert share_outside(placed) == pytest.approx(0.05, abs=0.015)


@pytest.mark.parametrize(
    ("distance", "found"),
    [
        (-3.1, Label.FAR_BELOW),
        (-3.0, Label.BELOW),
        (-1.97, Label.BELOW),
        (-1.95, Label.INSIDE),
        (0.0, Label.INSIDE),
        (1.95, Label.INSIDE),
        (1.97, Label.ABOVE),
        (3.1, Label.FAR_ABOVE),
    ],
)
def test_labels_name_the_limit_passed(distance: float, found: Label) -> None:
    assert label(distance) is found


@pytest.mark.parametrize(
    ("reached", "n"), [([5], [0]), ([-1], [10]), ([11], [10]), ([float("nan")], [10])]
)
def test_counts_that_cannot_be_are_refused(reached: list[float], n: list[float]) -> None:
    with pytest.raises(Refusal) as refusal:
        fit([*reached, 5], [*n, 10], ARCSINE, Trimming.NONE)
    assert str(refusal.value) == (
        "funnel: 1 of 2 providers have counts that cannot be\n"
        "      why: a count is missing, below 0, larger than the patients, or there are no "
        "patients\n"
        "      fix: correct the counts, or list these providers apart with the reason"
    )


def test_more_events_than_expected_are_no_error_for_ratios() -> None:
    assert fit([30, 12], [10, 10], SQUARE_ROOT, Trimming.NONE).tau_squared > 0
