"""The total by Fourier transform is the total by plain convolution, only sooner."""

from functools import reduce

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.exact_total.aggregation import aggregate, aggregate_above
from fairterms.simulate.exact_total.cost_law import FloatArray
from fairterms.units.refusal import Refusal
from tests.simulate.exact_total.cost_laws import (
    PATIENTS,
    REFERENCE,
    STOP_LOSS,
    TRUE_MEAN,
    TRUE_OWES,
    TRUE_SD,
    Listed,
    Lognormal,
)

FEW = Listed((0.0, 20.0, 30.0, 70.0), (0.4, 0.3, 0.2, 0.1))


def convolved(chance: list[float], patients: int) -> FloatArray:
    return np.asarray(reduce(np.convolve, [np.array(chance)] * patients))


def on_full_grid(law_chance: FloatArray, first: int, points: int) -> FloatArray:
    full = np.zeros(max(points, first + len(law_chance)))
    full[first : first + len(law_chance)] = law_chance
    assert full[points:].sum() < 1e-12, "chance where nothing can be"
    return full[:points]


@pytest.mark.parametrize("patients", [1, 2, 7, 60])
def test_the_chance_of_every_total_is_that_of_plain_convolution(patients: int) -> None:
    law = aggregate(FEW, patients, step=10.0)
    wanted = convolved([0.4, 0, 0.3, 0.2, 0, 0, 0, 0.1], patients)
    found = on_full_grid(law.chance, law.first, len(wanted))
    assert np.abs(found - wanted).max() < 1e-12


def test_a_stop_loss_a_dear_year_and_absence_are_those_of_plain_convolution() -> None:
    law = aggregate(FEW, 9, attachment=60.0, present=0.5, scale=2.0, step=10.0)
    # 20, 30 and 70 doubled are 40, 60 and 140, of which 60 count; half are not in the list.
    wanted = convolved([0.7, 0, 0, 0, 0.15, 0, 0.15], 9)
    assert np.abs(on_full_grid(law.chance, law.first, len(wanted)) - wanted).max() < 1e-12


def test_what_lies_above_the_stop_loss_is_that_of_plain_convolution() -> None:
    law = aggregate_above(FEW, 9, 60.0, present=0.5, scale=2.0, step=10.0)
    wanted = convolved([0.95, 0, 0, 0, 0, 0, 0, 0, 0.05], 9)
    assert np.abs(on_full_grid(law.chance, law.first, len(wanted)) - wanted).max() < 1e-12


@pytest.mark.parametrize("chance", [0.5, 0.02])
def test_a_window_far_from_zero_puts_nothing_in_the_wrong_place(chance: float) -> None:
    coin = Listed((0.0, 1.0), (1 - chance, chance))
    law = aggregate(coin, 5_000, step=1.0)
    assert len(law.chance) < 1_000
    wanted = binom.pmf(law.first + np.arange(len(law.chance)), 5_000, chance)
    assert np.abs(law.chance - wanted).max() < 1e-13


@pytest.mark.parametrize("step", [700.0, 100.0, 30.0, None])
def test_the_mean_is_exact_on_every_step(step: float | None) -> None:
    law = aggregate(REFERENCE, PATIENTS, STOP_LOSS, step=step)
    wanted = PATIENTS * float(REFERENCE.limited_mean(np.array([STOP_LOSS]))[0])
    assert law.mean == pytest.approx(wanted, rel=1e-12)


@settings(max_examples=20, deadline=None)
@given(
    amounts=st.lists(st.floats(0, 5_000), min_size=2, max_size=6),
    patients=st.integers(0, 300),
    present=st.floats(0, 1),
    scale=st.floats(0.2, 3),
    step=st.floats(3, 900),
)
def test_whatever_the_numbers_the_mean_is_exact_and_the_variance_hardly_more(
    amounts: list[float], patients: int, present: float, scale: float, step: float
) -> None:
    law = Listed(tuple(amounts), (1 / len(amounts),) * len(amounts))
    total = aggregate(law, patients, 4_000.0, present, scale, step)
    counted = np.minimum(scale * np.array(amounts), 4_000.0)
    mean = present * counted.mean()
    variance = present * (counted**2).mean() - mean**2
    assert total.mean == pytest.approx(patients * mean, rel=1e-9, abs=1e-6)
    assert total.sd**2 > patients * variance * (1 - 1e-6) - 1
    assert total.sd**2 < patients * (variance + step**2 / 4) * (1 + 1e-6) + 1


def test_the_reference_benchmark_is_met() -> None:
    law = aggregate(REFERENCE, PATIENTS, STOP_LOSS)
    assert law.mean == pytest.approx(TRUE_MEAN, abs=1)
    assert law.sd == pytest.approx(TRUE_SD, abs=2)
    assert 1 - law.cdf(1.02 * TRUE_MEAN) == pytest.approx(TRUE_OWES, abs=5e-5)


@pytest.mark.parametrize(
    ("step", "owes"), [(100.0, 0.1705), (50.0, 0.17045), (10.0, 0.17039)], ids=str
)
def test_each_step_gives_the_published_chance(step: float, owes: float) -> None:
    law = aggregate(REFERENCE, PATIENTS, STOP_LOSS, step=step)
    assert 1 - law.cdf(1.02 * TRUE_MEAN) == pytest.approx(owes, abs=5e-5)
    assert law.sd == pytest.approx(TRUE_SD, rel=2.5e-4)


def test_scaling_what_is_already_cut_off_would_overstate_cost() -> None:
    law = aggregate(REFERENCE, PATIENTS, STOP_LOSS, scale=1.08)
    assert 1.08 * TRUE_MEAN - law.mean == pytest.approx(38_700, abs=100)


def test_absence_is_a_chance_of_its_own_for_each_patient() -> None:
    law = aggregate(FEW, 400, present=0.8, step=10.0)
    second = float(np.dot(np.square(FEW.amounts), FEW.chances))
    variance = 400 * (0.8 * second - (0.8 * FEW.mean) ** 2)
    assert law.mean == pytest.approx(400 * 0.8 * FEW.mean)
    assert law.sd == pytest.approx(np.sqrt(variance), rel=1e-9)


def test_below_and_above_the_stop_loss_add_up_to_the_whole() -> None:
    below = aggregate(REFERENCE, PATIENTS, STOP_LOSS, scale=1.1)
    above = aggregate_above(REFERENCE, PATIENTS, STOP_LOSS, scale=1.1)
    assert below.mean + above.mean == pytest.approx(PATIENTS * 1.1 * REFERENCE.mean, rel=1e-8)


def test_an_endless_tail_keeps_its_mean_and_spread() -> None:
    law = aggregate(REFERENCE, PATIENTS, step=100.0)
    assert law.mean == pytest.approx(PATIENTS * REFERENCE.mean, rel=1e-9)
    assert law.sd == pytest.approx(np.sqrt(PATIENTS * REFERENCE.variance), rel=3e-4)


@pytest.mark.slow
def test_a_very_long_tail_keeps_its_mean_and_spread() -> None:
    long = Lognormal(no_cost=0.15, mean=1_800.0, spread=4.0)
    law = aggregate(long, PATIENTS)
    assert law.mean == pytest.approx(PATIENTS * long.mean, rel=1e-8)
    assert law.sd == pytest.approx(np.sqrt(PATIENTS * long.variance), rel=1e-4)


def test_a_million_patients_are_no_different() -> None:
    law = aggregate(FEW, 1_000_000, step=10.0)
    second = float(np.dot(np.square(FEW.amounts), FEW.chances))
    assert law.mean == pytest.approx(1e6 * FEW.mean, rel=1e-12)
    assert law.sd == pytest.approx(1e3 * np.sqrt(second - FEW.mean**2), rel=1e-9)


@pytest.mark.parametrize("step", [None, 10.0, 3.0])
def test_no_patients_cost_nothing(step: float | None) -> None:
    law = aggregate(FEW, 0, step=step)
    assert (law.mean, law.sd, law.dollars.tolist()) == (0.0, 0.0, [0.0])


def test_patients_without_cost_cost_nothing() -> None:
    law = aggregate(Listed((0.0,), (1.0,)), 50, step=10.0)
    assert law.mean == 0
    assert law.sd == 0


@pytest.mark.parametrize(("attachment", "each"), [(20.0, 20.0), (80.0, 50.0), (None, 50.0)])
def test_a_certain_cost_is_certain(attachment: float | None, each: float) -> None:
    law = aggregate(Listed((50.0,), (1.0,)), 7, attachment=attachment, step=2.0)
    assert law.mean == pytest.approx(7 * each)
    assert law.sd < 1e-5


def test_our_own_step_for_a_certain_cost_is_not_endlessly_fine() -> None:
    law = aggregate(Listed((50.0,), (1.0,)), 7, attachment=20.0)
    assert law.mean == pytest.approx(140.0)
    assert law.sd < 1e-5
    assert len(law.chance) < 10_000


def test_a_step_too_fine_for_the_range_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        aggregate(REFERENCE, PATIENTS, step=0.001)
    assert "step: of $0.00 needs" in str(refused.value)
    assert "fix: give a greater step" in str(refused.value)


def test_numbers_that_mean_nothing_are_refused() -> None:
    with pytest.raises(Refusal, match="patients: is -1"):
        aggregate(FEW, -1)
    with pytest.raises(Refusal, match=r"step: is 0\.0"):
        aggregate(FEW, 3, step=0.0)
