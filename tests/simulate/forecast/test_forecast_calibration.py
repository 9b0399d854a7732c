"""The forecast on made-up groups whose truth is known: its ranges hold as often as they promise."""

import pytest
from benchmarks.forecast_calibration import FIGURES, Trials, exact_interval, judged, tried
from benchmarks.forecast_groups import (
    Group,
    counting_level_error,
    knowledge,
    make_up,
    patient_noise_alone,
)

COARSE = 0.02
GROUPS, YEARS = 400, 256


@pytest.fixture(scope="module")
def groups() -> list[Group]:
    return [make_up(number) for number in range(GROUPS)]


@pytest.fixture(scope="module")
def in_full(groups: list[Group]) -> Trials:
    return tried(groups, lambda one: counting_level_error(knowledge(one)), YEARS, COARSE)


@pytest.mark.slow
@pytest.mark.parametrize("figure", FIGURES)
def test_a_range_of_80_in_100_holds_the_truth_in_75_to_85(in_full: Trials, figure: str) -> None:
    found = judged(in_full[figure], 0.8)
    assert 0.75 <= found.coverage.value <= 0.85
    assert found.is_calibrated
    # The truth stands no oftener high than low.
    assert 0.45 < found.ranks.mean() < 0.55


@pytest.mark.slow
def test_chance_between_patients_alone_promises_far_too_much(groups: list[Group]) -> None:
    naive = tried(groups, lambda one: patient_noise_alone(knowledge(one)), YEARS, COARSE)
    for figure in FIGURES:
        found = judged(naive[figure], 0.8)
        assert exact_interval(found)[1] < 0.75, figure


def test_a_group_is_made_up_the_same_each_time_and_not_like_another() -> None:
    assert make_up(5) == make_up(5)
    assert make_up(5).past != make_up(7).past
