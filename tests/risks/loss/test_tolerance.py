"""What is bearable."""

import numpy as np
import pytest

from fairterms.risks.loss.annual_loss import AnnualLoss
from fairterms.risks.loss.tolerance import Tolerance, chance_beyond

BEARABLE = Tolerance(((10.0, 0.2), (100.0, 0.01)))


def years(beyond_10: int, beyond_100: int, of: int = 10_000) -> AnnualLoss:
    trials = np.zeros(of)
    trials[:beyond_10] = 50.0
    trials[:beyond_100] = 500.0
    return AnnualLoss(trials, "$")


def test_a_loss_is_allowed_as_often_as_the_point_before_it() -> None:
    found = [BEARABLE.allowed(loss) for loss in (0.0, 9.9, 10.0, 99.9, 100.0, 1e9)]
    assert found == [1.0, 1.0, 0.2, 0.2, 0.01, 0.01]


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ((), "needs at least one loss"),
        (((10.0, 0.2), (10.0, 0.1)), "do not rise"),
        (((10.0, 0.2), (5.0, 0.1)), "do not rise"),
        (((10.0, 0.2), (20.0, 0.2)), "probabilities fall as losses rise"),
        (((10.0, 0.2), (20.0, 0.3)), "probabilities fall as losses rise"),
        (((-1.0, 0.2),), "losses are positive amounts"),
        (((float("nan"), 0.2),), "losses are positive amounts"),
        (((10.0, 1.0),), "1 would allow every year to lose it"),
        (((10.0, 20.0),), "lies between 0 and 1"),
        (((10.0, -0.1),), "lies between 0 and 1"),
    ],
)
def test_a_curve_that_goes_the_wrong_way_is_refused(
    points: tuple[tuple[float, float], ...], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        Tolerance(points)


def test_never_may_be_said() -> None:
    assert Tolerance(((10.0, 0.0),)).allowed(10.0) == 0


def test_years_within_the_curve_breach_nothing() -> None:
    found = chance_beyond(years(1_000, 50), BEARABLE)
    assert not found.is_breached
    assert [round(point.excess, 6) for point in found.points] == [-0.1, -0.005]
    assert found.worst.loss == 100
    assert found.is_clear


def test_one_point_that_is_passed_too_often_breaches_the_curve() -> None:
    found = chance_beyond(years(1_000, 500), BEARABLE)
    assert found.is_breached
    assert (found.worst.loss, round(found.worst.excess, 6)) == (100, 0.04)
    assert [point.is_breached for point in found.points] == [False, True]


def test_exactly_as_often_as_allowed_is_no_breach() -> None:
    assert not chance_beyond(years(2_000, 100), BEARABLE).is_breached


def test_an_answer_near_the_line_is_not_clear() -> None:
    near = chance_beyond(years(1_000, 102), BEARABLE)
    assert near.is_breached
    assert not near.is_clear
    below = chance_beyond(years(1_000, 98), BEARABLE)
    assert not below.is_breached
    assert not below.is_clear


def test_a_clear_breach_stays_clear_beside_an_unclear_point() -> None:
    assert chance_beyond(years(2_005, 900), BEARABLE).is_clear


def test_a_loss_equal_to_the_point_does_not_pass_it() -> None:
    trials = AnnualLoss(np.full(100, 10.0), "$")
    assert chance_beyond(trials, Tolerance(((10.0, 0.0),))).points[0].probability == 0
