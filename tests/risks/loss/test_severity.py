"""How much each time."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from scipy import special  # type: ignore[import-untyped,unused-ignore]

from fairterms.risks.loss.severity import Amounts, Fixed, Lognormal, Pert, Severity

MIDDLES = (np.arange(100_000) + 0.5) / 100_000
ALL: list[Severity] = [
    Lognormal.from_interval(1_000.0, 9_000.0),
    Pert(0.0, 0.0, 50.0),
    Pert(5.0, 20.0, 50.0),
    Amounts([3.0, 1.0, 1.0, 90.0]),
    Fixed(250.0),
]


def test_the_ends_of_a_lognormal_are_the_5_and_95_percent_points() -> None:
    fitted = Lognormal.from_interval(0.1e6, 1.0e6)
    assert fitted.quantile([0.05, 0.5, 0.95]) == pytest.approx([0.1e6, math.sqrt(0.1) * 1e6, 1e6])
    assert fitted.mean == pytest.approx(404_001, abs=1)


@pytest.mark.parametrize("severity", ALL, ids=str)
def test_the_mean_is_that_of_the_quantiles(severity: Severity) -> None:
    assert severity.quantile(MIDDLES).mean() == pytest.approx(severity.mean, rel=1e-3)


@pytest.mark.parametrize("severity", ALL, ids=str)
def test_a_control_scales_every_loss(severity: Severity) -> None:
    left = severity.times(0.3)
    assert left.mean == pytest.approx(0.3 * severity.mean)
    assert np.allclose(left.quantile(MIDDLES), 0.3 * severity.quantile(MIDDLES), rtol=1e-12)


@pytest.mark.parametrize("severity", ALL, ids=str)
def test_a_control_that_leaves_no_loss_is_refused(severity: Severity) -> None:
    with pytest.raises(ValueError, match="what is left must be above 0"):
        severity.times(0.0)


@pytest.mark.parametrize("likely", [0.0, 0.001, 0.4, 1.0])
def test_the_table_of_a_pert_agrees_with_the_exact_inverse(likely: float) -> None:
    points = np.concatenate(([1e-16, 1e-9, 1e-4], MIDDLES[::400], [1 - 1e-4, 1 - 1e-9, 1 - 1e-16]))
    exact = special.betaincinv(1 + 4 * likely, 5 - 4 * likely, points)
    assert np.abs(Pert(0.0, likely, 1.0).quantile(points) - exact).max() < 1e-5


def test_seen_amounts_come_back_as_often_as_they_were_seen() -> None:
    drawn = Amounts([3.0, 1.0, 1.0, 90.0]).quantile(MIDDLES)
    values, counts = np.unique(drawn, return_counts=True)
    assert (values.tolist(), counts.tolist()) == ([1.0, 3.0, 90.0], [50_000, 25_000, 25_000])


def test_the_order_of_seen_amounts_does_not_matter() -> None:
    assert Amounts([2.0, 1.0]) == Amounts([1.0, 2.0])
    assert Amounts([2.0, 1.0]).quantile([1e-17, 1.0]).tolist() == [1.0, 2.0]


@pytest.mark.parametrize(
    "make",
    [
        lambda: Lognormal.from_interval(0.0, 10.0),
        lambda: Lognormal.from_interval(-1.0, 10.0),
        lambda: Lognormal(0.0, 1.0),
        lambda: Lognormal(1.0, math.nan),
        lambda: Pert(-1.0, 0.0, 1.0),
        lambda: Pert(0.0, 1.0, math.inf),
        lambda: Amounts([0.0, 0.0]),
        lambda: Amounts([1.0, -1.0]),
        lambda: Fixed(0.0),
    ],
)
def test_a_loss_that_is_no_positive_amount_is_refused(make: Callable[[], Severity]) -> None:
    with pytest.raises(ValueError, match="losses are written as positive amounts"):
        make()


@pytest.mark.parametrize(
    "make",
    [
        lambda: Lognormal.from_interval(10.0, 10.0),
        lambda: Lognormal.from_interval(20.0, 10.0),
        lambda: Pert(5.0, 4.0, 9.0),
        lambda: Pert(5.0, 10.0, 9.0),
        lambda: Pert(5.0, 5.0, 5.0),
    ],
)
def test_amounts_that_do_not_rise_are_refused(make: Callable[[], Severity]) -> None:
    with pytest.raises(ValueError, match="are not in rising order: put the smallest first"):
        make()


def test_a_range_whose_average_lies_above_it_is_refused() -> None:
    with pytest.raises(ValueError, match="too wide: the average loss would lie above its upper"):
        Lognormal.from_interval(10.0, 1_000_000.0)
    widest = Lognormal.from_interval(10.0, 500_000.0)
    assert widest.mean < 500_000


def test_no_amount_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="give at least one loss that was seen"):
        Amounts([])
