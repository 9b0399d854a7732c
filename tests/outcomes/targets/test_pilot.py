"""A pilot's size against simulation, and what few clinicians cannot show."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.targets.pilot import Pilot, design_effect, plan_size, power

PILOT = Pilot(
    measure="improvement",
    harm_measure="deterioration",
    usual=0.5,
    hoped=0.6,
    harm_margin=0.05,
    clinicians=30,
    monthly=50,
    icc=0.05,
)


def test_without_clustering_the_size_is_the_textbook_one() -> None:
    # Two rates of 50 % and 60 %, 80 % power, 5 % two-sided: 388 in each arm.
    found = plan_size(replace(PILOT, icc=0.0))
    assert found.patients == 388
    assert found.months == 8
    assert found.clinicians_needed == 1


def test_few_clinicians_can_never_show_it_however_long_it_runs() -> None:
    found = plan_size(replace(PILOT, clinicians=19))
    assert (found.patients, found.months, found.is_possible) == (None, None, False)
    assert found.clinicians_needed == 20
    assert plan_size(replace(PILOT, clinicians=20)).patients is not None
    assert power(replace(PILOT, clinicians=19), 10_000) < 0.8


@settings(deadline=None, max_examples=40)
@given(
    clinicians=st.integers(1, 200),
    icc=st.floats(0, 0.2),
    hoped=st.floats(0.53, 0.9),
    monthly=st.floats(1, 300),
)
def test_the_planned_length_gives_the_power_wanted(
    clinicians: int, icc: float, hoped: float, monthly: float
) -> None:
    pilot = replace(PILOT, clinicians=clinicians, icc=icc, hoped=hoped, monthly=monthly)
    found = plan_size(pilot)
    assert (found.patients is None) == (clinicians < found.clinicians_needed)
    if found.patients is not None and found.months is not None:
        assert power(pilot, found.patients / monthly) >= pilot.power - 1e-9
        assert power(pilot, (found.patients - 1.001) / monthly) < pilot.power
        assert found.months - 1 < found.patients / monthly <= found.months


@settings(deadline=None, max_examples=25)
@given(months=st.floats(1, 60), clinicians=st.integers(2, 100))
def test_power_grows_with_time_and_with_clinicians(months: float, clinicians: int) -> None:
    pilot = replace(PILOT, clinicians=clinicians)
    assert power(pilot, months) <= power(pilot, months + 1) + 1e-12
    assert power(pilot, months) <= power(replace(pilot, clinicians=clinicians + 1), months) + 1e-12


def test_the_power_is_seen_in_simulated_pilots() -> None:
    rng = np.random.default_rng(21)
    clinicians, each, rounds = 30, 35, 4000

    def arm(rate: float) -> np.ndarray:
        weight = 1 / PILOT.icc - 1
        true = rng.beta(rate * weight, (1 - rate) * weight, (rounds, clinicians))
        rates: np.ndarray = rng.binomial(each, true).mean(axis=1) / each
        return rates

    usual, new = arm(0.5), arm(0.6)
    effect = design_effect(clinicians * each, clinicians, PILOT.icc)
    mean = (usual + new) / 2
    error = np.sqrt(2 * mean * (1 - mean) * effect / (clinicians * each))
    shown = np.mean((new - usual) / error > 1.959964)
    assert shown == pytest.approx(power(PILOT, clinicians * each / 50), abs=0.03)


def test_one_patient_for_each_clinician_costs_nothing() -> None:
    assert design_effect(10, 10, 0.2) == 1
    assert design_effect(5, 10, 0.2) == 1
    assert design_effect(110, 10, 0.1) == pytest.approx(2)


def test_a_pilot_of_more_than_ten_years_is_not_possible() -> None:
    slow = plan_size(replace(PILOT, monthly=2))
    assert slow.months is not None
    assert slow.months > 120
    assert not slow.is_possible


@pytest.mark.parametrize(
    "change",
    [{"usual": 0.7}, {"icc": 1.0}, {"clinicians": 0}, {"monthly": 0}, {"power": 0.4}],
)
def test_a_pilot_that_cannot_be_is_not_built(change: dict[str, float]) -> None:
    with pytest.raises(AssertionError):
        replace(PILOT, **change)  # type: ignore[arg-type]


def test_the_size_follows_from_the_formula_worked_by_hand() -> None:
    null, own = math.sqrt(2 * 0.55 * 0.45), math.sqrt(0.25 + 0.24)
    by_hand = ((1.959964 * null + 0.841621 * own) / 0.1) ** 2
    assert PILOT.independent_patients == pytest.approx(by_hand, rel=1e-5)
