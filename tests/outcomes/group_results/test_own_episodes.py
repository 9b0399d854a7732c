"""Episodes hold what was known on their first day, and nothing that became known later."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from fairterms.outcomes.group_results.own_episodes import EPOCH, UNKNOWN, tabulate
from fairterms.units.refusal import Refusal
from tests.outcomes.group_results.made_up_deal import (
    PROGRESS,
    REACHED,
    Patient,
    csv,
    episodes,
    patient,
    records_of,
)

pytestmark = pytest.mark.slow


def test_facts_of_the_first_day_count_and_those_of_the_next_do_not(tmp_path: Path) -> None:
    table = episodes(
        tmp_path,
        [
            patient(1, 15, 5, diagnoses=(("F32.1", 0),), needs=(("housing", "yes", 0),)),
            patient(2, 15, 5, diagnoses=(("F32.1", 1),), needs=(("housing", "yes", 1),)),
            patient(3, 15, 5, diagnoses=(("F32.1", -400), ("F41.1", -1))),
            patient(4, 15, 5, needs=(("housing", "No", 0), ("food", "yes", -9))),
        ],
    )
    assert table.person.tolist() == ["P001", "P002", "P003", "P004"]
    assert table.numbers["diagnoses"].tolist() == [1, 0, 2, 0]
    assert table.numbers["social needs"].tolist() == [1, 0, 0, 1]
    assert table.words["comorbidity"].tolist() == ["no", "no", "yes", "no"]
    assert table.words["housing need"].tolist() == ["yes", "no", "no", "no"]
    assert table.words["food need"].tolist() == ["no", "no", "no", "yes"]


def test_a_diagnosis_dated_back_later_is_not_known_at_intake(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    header = "diagnosis_id,person_id,code_system,diagnosis_code,recorded_on,starts"
    rows = [
        ("D1", "P001", "icd-10-cm", "F32.1", "2025-06-01", "2024-01-01"),
        ("D2", "P002", "icd-10-cm", "F32.1", "", "2024-01-01"),
    ]
    (tmp_path / "records" / "diagnoses.csv").write_text(csv(header, rows))
    table = episodes(tmp_path, [patient(1, 15, 5), patient(2, 15, 5)])
    assert table.numbers["diagnoses"].tolist() == [0, 1]


def test_the_same_diagnosis_twice_counts_once(tmp_path: Path) -> None:
    twice = (("F32.1", -30), ("F32.9", -20), ("F41.1", -10))
    table = episodes(tmp_path, [patient(1, 15, 5, diagnoses=twice)])
    assert table.numbers["diagnoses"].tolist() == [2]


def test_severity_is_the_published_band_of_the_first_score(tmp_path: Path) -> None:
    firsts = [0, 4, 5, 9, 10, 14, 15, 19, 20, 27]
    people = [patient(at, first, 1) for at, first in enumerate(firsts)]
    table = episodes(tmp_path, people, replace(PROGRESS, first_at_least=0))
    assert table.words["severity"].tolist() == [
        *["minimal"] * 2,
        *["mild"] * 2,
        *["moderate"] * 2,
        *["moderately severe"] * 2,
        *["severe"] * 2,
    ]


def test_only_those_ill_enough_at_the_start_are_judged(tmp_path: Path) -> None:
    table = episodes(tmp_path, [patient(1, 9, 1), patient(2, 10, 1)])
    assert table.is_judged.tolist() == [False, True]
    assert table.year.tolist() == [0, 2025]


def test_a_silence_longer_than_the_gap_starts_a_new_episode(tmp_path: Path) -> None:
    people = [
        Patient("P001", ((0, 15), (60, 8), (360, 14), (420, 12))),
        Patient("P002", ((0, 15), (60, 8), (361, 14), (420, 5))),
    ]
    table = episodes(tmp_path, people)
    assert table.person.tolist() == ["P001", "P002", "P002"]
    assert table.words["earlier episode"].tolist() == ["no", "no", "yes"]
    assert table.numbers["earlier episode"].tolist() == [0, 0, 1]
    assert table.gain.tolist() == [3, 7, 9]


def test_the_year_is_that_of_the_first_score(tmp_path: Path) -> None:
    people = [
        patient(1, 15, 5, starts=date(2024, 12, 31)),
        patient(2, 15, 5, starts=date(2025, 1, 1)),
    ]
    table = episodes(tmp_path, people)
    assert table.year.tolist() == [2024, 2025]
    assert table.of_year(2025).tolist() == [False, True]
    assert int(table.episodes.index.day[1]) == (date(2025, 1, 1) - EPOCH).days


def test_the_clinician_is_who_treated_at_the_first_score(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    header = "assessment_id,person_id,instrument,assessed_on,score,clinician_id,status"
    rows = [
        ("A1", "P001", "PHQ-9", "2025-03-03", 15, "C7", "final"),
        ("A2", "P001", "PHQ-9", "2025-08-03", 5, "C8", "final"),
        ("A3", "P002", "PHQ-9", "2025-03-03", 15, "", "final"),
        ("A4", "P002", "PHQ-9", "2025-08-03", 5, "C8", "final"),
    ]
    (tmp_path / "records" / "assessments.csv").write_text(csv(header, rows))
    with records_of(tmp_path, []) as found:
        table = tabulate(found.store, PROGRESS, REACHED)
    assert table.clinician.tolist() == ["C7", UNKNOWN]


def test_points_of_improvement_decide_at_their_edge(tmp_path: Path) -> None:
    lasts = [9, 10, 15, 21, 22, None]
    people = [patient(at, 15, last) for at, last in enumerate(lasts)]
    table = episodes(tmp_path, people)
    assert table.is_improved.tolist() == [True, False, False, False, False, False]
    assert table.is_worse.tolist() == [False, False, False, True, True, False]
    assert table.is_recovered.tolist() == [True, False, False, False, False, False]
    assert table.is_judged.tolist() == [True] * 5 + [False]
    assert table.is_due.tolist() == [True] * 6


def test_a_patient_whose_time_is_not_over_is_not_due(tmp_path: Path) -> None:
    table = episodes(
        tmp_path,
        [
            patient(1, 15, None, starts=date(2026, 12, 1)),
            patient(2, 15, None, starts=date(2025, 6, 1)),
        ],
        replace(PROGRESS, last_until_days=240),
    )
    assert table.is_due.tolist() == [False, True]


def test_the_age_is_full_years_on_the_first_day(tmp_path: Path) -> None:
    borns = ["2007-03-04", "2007-03-03", "1995-03-03", "1980-03-03", "1960-03-03", "1960-03-04", ""]
    people = [patient(at, 15, 5, born=born) for at, born in enumerate(borns)]
    table = episodes(tmp_path, people)
    assert table.numbers["age"][:6].tolist() == [17, 18, 30, 45, 65, 64]
    assert np.isnan(table.numbers["age"][6])
    assert table.words["age"].tolist() == [
        "under 18",
        "18 to 29",
        "30 to 44",
        "45 to 64",
        "65 and over",
        "45 to 64",
        UNKNOWN,
    ]


def test_what_nobody_recorded_is_said_to_be_so(tmp_path: Path) -> None:
    table = episodes(tmp_path, [patient(1, 15, 5, sex="", race="white"), patient(2, 15, 5)])
    assert table.words["sex"].tolist() == [UNKNOWN, "female"]
    assert table.words["race"].tolist() == ["white", UNKNOWN]
    assert table.words["language"].tolist() == [UNKNOWN, UNKNOWN]


def test_someone_without_a_row_of_patients_is_not_recorded(tmp_path: Path) -> None:
    with records_of(tmp_path, [patient(1, 15, 5)]):
        pass
    (tmp_path / "records" / "patients.csv").unlink()
    with records_of(tmp_path, []) as found:
        table = tabulate(found.store, PROGRESS, REACHED)
    assert table.words["sex"].tolist() == [UNKNOWN]
    assert np.isnan(table.numbers["age"]).all()


def test_records_without_the_questionnaire_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="hold no score of"):
        episodes(tmp_path, [patient(1, 15, 5)], replace(PROGRESS, instrument="gad7"))
