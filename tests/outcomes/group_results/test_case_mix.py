"""Who improves is learned from earlier years alone, and held against the last one."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from fairterms.outcomes.group_results.case_mix import CaseMix, check_case_mix
from fairterms.outcomes.group_results.own_episodes import OwnEpisodes
from fairterms.units.refusal import Refusal
from tests.outcomes.group_results.made_up_deal import Patient, episodes, patient

EARLY, LATE = date(2025, 3, 3), date(2026, 3, 2)
NEED = (("housing", "yes", 0),)
NO_NEED = (("housing", "no", 0),)


def some(start: int, improved: int, n: int, starts: date, **facts: object) -> list[Patient]:
    """Patients with the same facts, some of whom improve."""
    return [
        patient(start + at, 16, 8 if at < improved else 15, starts=starts, **facts)
        for at in range(n)
    ]


PEOPLE = [
    # Half of those without a need improve, and a fifth of those with one.
    *some(0, 30, 60, EARLY, needs=NO_NEED),
    *some(60, 12, 59, EARLY, needs=NEED),
    *some(119, 0, 1, EARLY, needs=NEED, diagnoses=(("F320", -9),)),
    *some(120, 1, 1, EARLY, needs=NO_NEED, born=""),
    *some(200, 30, 40, LATE, needs=NO_NEED, sex="male", race="white"),
    *some(240, 8, 40, LATE, needs=NEED, race="white"),
    *some(280, 29, 29, LATE, needs=NO_NEED, sex="other"),
    *some(310, 0, 35, LATE, needs=NEED, sex=""),
    *[patient(400 + at, 16, None, starts=LATE, needs=NEED) for at in range(3)],
]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> OwnEpisodes:
    return episodes(tmp_path_factory.mktemp("deal"), PEOPLE)


@pytest.fixture(scope="module")
def found(table: OwnEpisodes) -> CaseMix:
    return check_case_mix(table, 2026)


def test_what_was_seen_in_earlier_years_is_expected_in_the_last(found: CaseMix) -> None:
    low, high = found.calibration.tenths
    assert (low.patients, low.observed) == (75, 8)
    assert low.expected_rate == pytest.approx(12 / 60, abs=1e-6)
    assert (high.patients, high.observed) == (69, 59)
    assert high.expected_rate == pytest.approx(30 / 60, abs=1e-6)


def test_only_whole_records_are_learned_from_and_checked_on(found: CaseMix) -> None:
    assert found.learned_on == 120, "one has no age"
    assert found.calibration.patients == 144, "three have no last score"


def test_a_fact_that_is_alike_for_nearly_all_is_left_out(found: CaseMix) -> None:
    assert found.facts == ("social needs",)


def test_a_fact_of_more_than_a_few_is_kept(table: OwnEpisodes) -> None:
    diagnoses = table.numbers["diagnoses"].copy()
    diagnoses[np.flatnonzero(table.year == 2025)[::20]] = 1
    numbers = {**table.numbers, "diagnoses": diagnoses}
    assert check_case_mix(replace(table, numbers=numbers), 2026).facts == (
        "diagnoses",
        "social needs",
    )


def test_the_last_year_teaches_nothing(table: OwnEpisodes, found: CaseMix) -> None:
    moved = check_case_mix(_turned_over(table, 2026), 2026)
    assert moved.calibration.observed_rate == pytest.approx(1 - found.calibration.observed_rate)
    assert moved.calibration.expected_rate == pytest.approx(found.calibration.expected_rate)


def _turned_over(table: OwnEpisodes, year: int) -> OwnEpisodes:
    """Let those improve in a year who did not, and nobody else."""
    last = table.episodes.last
    turned = np.where(table.is_improved, 15.0, 8.0)
    score = np.where(table.is_judged & (table.year == year), turned, last.score)
    return replace(table, episodes=replace(table.episodes, last=replace(last, score=score)))


def test_what_the_model_lacks_is_named_the_largest_departure_first(found: CaseMix) -> None:
    named = [(one.fact, one.value, one.patients) for one in found.left_out]
    assert named == [("sex", "male", 40), ("housing need", "yes", 75), ("sex", "female", 40)]
    male = found.left_out[0]
    assert male.observed == 30
    assert male.expected == pytest.approx(20, abs=1e-4)


@pytest.mark.parametrize("year", [2025, 2027])
def test_without_patients_to_learn_from_or_to_check_on_it_is_refused(
    table: OwnEpisodes, year: int
) -> None:
    with pytest.raises(Refusal, match="no patients to learn from, or none to check on"):
        check_case_mix(table, year)


def test_a_fact_whose_patients_all_fared_alike_is_left_out_and_the_rest_stays(
    table: OwnEpisodes, found: CaseMix
) -> None:
    early = np.flatnonzero(table.is_judged & (table.year == 2025) & table.is_improved)
    certain = np.zeros_like(table.numbers["age"])
    certain[early[:5]] = 1
    with_it = replace(table, numbers={**table.numbers, "diagnoses": certain})
    assert "diagnoses" not in check_case_mix(with_it, 2026).facts
    assert set(found.facts) - {"diagnoses"} <= set(check_case_mix(with_it, 2026).facts)
