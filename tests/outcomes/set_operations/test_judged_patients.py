"""The judged patients come out of the database as the columns that judge them."""

import numpy as np

from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.outcomes.patient_change.episodes import EpisodeReason, EpisodeRule
from fairterms.outcomes.patient_change.score_choice import Pick, Tie
from fairterms.outcomes.set_operations import episode_table, judged_patients, score_table
from fairterms.outcomes.set_operations.episode_table import EpisodeTerms
from fairterms.outcomes.set_operations.judged_patients import JudgedPatients
from fairterms.outcomes.set_operations.score_reading import ScoreReading, ScoreSource
from fairterms.reference.instrument_facts import Direction
from tests.outcomes.recorded_forms import Form, database, put

DATABASE = database()
RULE = EpisodeRule(
    Direction.HIGHER_IS_WORSE, Tie.LAST_RECORDED, Pick.FIRST, 0, 10, Pick.LAST, 1, None, 400
)
FORMS = [
    Form("ann", 0, 4, clinician="kim"),
    Form("bob", 30, 9, clinician="lee"),
    Form("bob", 0, 20, clinician="kim"),
    Form("bob", 0, None),
    Form("cy", 0, 12),
    Form("cy", 200, 15, clinician="lee"),
    Form("cy", 230, 3),
]


def read(*reasons: EpisodeReason) -> JudgedPatients:
    put(DATABASE, FORMS)
    reading = ScoreReading(ScoringTerms("phq9"), ScoreSource.TOTALS, None)
    scores = score_table.write(DATABASE, "t", reading)
    table = episode_table.write(DATABASE, "e", scores, EpisodeTerms(90, None, RULE))
    return judged_patients.read(DATABASE, table, reasons)


def test_only_the_patients_judged_come_with_all_their_scores() -> None:
    judged = read(EpisodeReason.COMPLETE)
    assert judged.people.tolist() == [1, 2]
    assert judged.series.n_patients == 2
    np.testing.assert_array_equal(judged.series.patient, [0, 0, 0, 1, 1, 1])
    np.testing.assert_array_equal(judged.series.day, [0, 0, 30, 0, 200, 230])
    np.testing.assert_array_equal(judged.series.score, [20, np.nan, 9, 12, 15, 3])


def test_their_episodes_are_numbered_as_their_scores_are() -> None:
    judged = read(EpisodeReason.COMPLETE)
    np.testing.assert_array_equal(judged.episodes.patient, [0, 1])
    np.testing.assert_array_equal(judged.episodes.index.score, [20, 15])
    np.testing.assert_array_equal(judged.episodes.last.score, [9, 3])
    np.testing.assert_array_equal(judged.index_clinician, [0, 1])
    np.testing.assert_array_equal(judged.last_clinician, [1, -1])


def test_a_contract_may_judge_those_without_a_last_score_too() -> None:
    judged = read(EpisodeReason.COMPLETE, EpisodeReason.NO_LAST)
    np.testing.assert_array_equal(judged.episodes.patient, [0, 1, 1])
    assert np.isnan(judged.episodes.last.score[1])


def test_where_nobody_is_judged_the_columns_are_empty() -> None:
    judged = read(EpisodeReason.NOT_YET_DUE)
    assert judged.people.size == judged.series.day.size == judged.episodes.patient.size == 0
