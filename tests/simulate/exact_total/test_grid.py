"""A grid keeps the mean, whatever its points are."""

import numpy as np
import pytest

from fairterms.simulate.exact_total.cost_law import FloatArray
from fairterms.simulate.exact_total.grid import choose_step, coarse, moments, split
from fairterms.simulate.exact_total.part import Part
from tests.simulate.exact_total.cost_laws import REFERENCE, Listed

FEW = Listed((0.0, 130.0, 900.0), (0.5, 0.3, 0.2))
TRUNCATED = Part(REFERENCE, attachment=10_000.0)


def test_a_cost_between_two_points_goes_to_both_by_nearness() -> None:
    chance = split(np.arange(0.0, 1_000.0, 100.0), Part(FEW))
    assert chance[1] == pytest.approx(0.7 * 0.3)
    assert chance[2] == pytest.approx(0.3 * 0.3)
    assert chance[[0, 9]] == pytest.approx([0.5, 0.2])
    assert np.abs(chance[3:9]).max() < 1e-12


@pytest.mark.parametrize(
    "dollars",
    [np.arange(0.0, 10_700.0, 700.0), np.arange(0.0, 10_020.0, 20.0), coarse(10_000.0)],
    ids=["coarse", "fine", "uneven"],
)
def test_every_grid_keeps_the_mean(dollars: FloatArray) -> None:
    chance = split(dollars, TRUNCATED)
    mean, _ = moments(dollars, chance)
    assert chance.sum() == pytest.approx(1, abs=1e-12)
    assert chance.min() > -1e-12
    assert mean == pytest.approx(float(TRUNCATED.limited_mean(np.array([1e5]))[0]), rel=1e-12)


def test_a_cost_above_the_last_point_counts_with_the_last() -> None:
    chance = split(np.array([0.0, 130.0, 400.0]), Part(FEW))
    assert chance == pytest.approx([0.5, 0.3, 0.2])


def test_a_finer_grid_adds_less_variance() -> None:
    sds = []
    for step in (500.0, 100.0, 20.0, 5.0):
        dollars = np.arange(0.0, 10_000.0 + step, step)
        sds.append(moments(dollars, split(dollars, TRUNCATED))[1])
    assert sds == sorted(sds, reverse=True)
    assert sds[2] / sds[3] < 1.0001


@pytest.mark.parametrize(
    ("sd", "patients", "top", "step"),
    [
        (1_989.0, 3_000, 10_000.0, 20.0),
        (1_989.0, 1_000_000, 10_000.0, 20.0),
        (1_989.0, 100, 10_000.0, 5.0),
        (0.5, 1, 3.0, 0.0002),
        (80_000.0, 10_000, 1e6, 2_000.0),
        (40.0, 10**6, 100.0, 1.0),
        (1_989.0, 3_000, 1e8, 100.0),
        (1e-9, 3_000, 10_000.0, 200.0),
    ],
)
def test_a_step_is_a_round_number_small_beside_both_spreads_but_not_beside_the_top(
    sd: float, patients: int, top: float, step: float
) -> None:
    assert choose_step(sd, patients, top) == pytest.approx(step)
