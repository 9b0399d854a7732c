"""Item-level public data: totals, bands and consistency; bounds under every kind of loss."""

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from fairterms.outcomes.forms.item_consistency import alpha
from fairterms.outcomes.forms.scale_scores import UNKNOWN, YES
from fairterms.outcomes.forms.scoring import score_items, score_totals
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.outcomes.patient_change.scores import Floats
from fairterms.reference.instrument import INSTRUMENTS

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "outcomes" / "item_level"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the item-level data are not on this machine"
)

PHQ9 = ScoringTerms("phq9", caseness="standard")


@cache
def phq9() -> Floats:
    """Return 600 complete forms; shape (600, 9)."""
    with (FOLDER / "nhanes_phq9_600.csv").open(encoding="utf-8") as file:
        rows = [[float(row[f"q{item}"]) for item in range(1, 10)] for row in csv.DictReader(file)]
    return np.array(rows)


def lose(share: float, *, by_severity: bool) -> Floats:
    """Return the forms with answers lost, at random or more often where they are high."""
    forms = phq9().copy()
    chance = share * (forms / 3 if by_severity else np.ones_like(forms))
    forms[np.random.default_rng(20).random(forms.shape) < chance] = np.nan
    return forms


def test_totals_bands_cases_and_item_9_are_those_of_the_data() -> None:
    scored = score_items(phq9(), PHQ9)
    assert scored.total.score.mean() == pytest.approx(15.415, abs=5e-4)
    assert scored.total.score.std(ddof=1) == pytest.approx(6.776, abs=5e-4)
    assert list(scored.total.band_counts().values()) == [36, 105, 121, 154, 184]
    assert int((scored.total.is_case == YES).sum()) == 459
    assert int((scored.suicide_answer == YES).sum()) == 320


def test_alpha_is_that_of_the_data() -> None:
    assert alpha(phq9()) == pytest.approx(0.886, abs=5e-4)


def test_the_recorded_gad7_totals_are_the_sums() -> None:
    with (FOLDER / "gad7_worked_totals.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    answers = [[float(row[f"item{item}"]) for item in range(1, 8)] for row in rows]
    totals = [float(row["total"]) for row in rows]
    terms = ScoringTerms("gad7")
    assert score_items(answers, terms).total.score.tolist() == totals == [15, 14, 13, 7]
    assert score_totals(totals, terms, code="70274-6").n_scored == 4


@pytest.mark.parametrize("by_severity", [False, True])
@pytest.mark.parametrize("share", [0.05, 0.2, 0.5])
@pytest.mark.parametrize(
    "rule", [r.name for r in INSTRUMENTS["phq9"].missing_items if r.name != "recorded-total"]
)
def test_the_true_total_lies_within_the_bounds(rule: str, share: float, by_severity: bool) -> None:
    true = phq9().sum(axis=1)
    forms = lose(share, by_severity=by_severity)
    scores = score_items(forms, ScoringTerms("phq9", missing_items=rule)).total
    np.testing.assert_array_equal(scores.lower, np.nansum(forms, axis=1))
    np.testing.assert_array_equal(
        scores.upper, np.nansum(forms, axis=1) + 3 * np.isnan(forms).sum(axis=1)
    )
    assert ((scores.lower <= true) & (true <= scores.upper)).all()


@pytest.mark.parametrize("by_severity", [False, True])
def test_a_band_that_is_not_flagged_is_the_true_one(by_severity: bool) -> None:
    true = score_items(phq9(), PHQ9).total
    lost = score_items(lose(0.1, by_severity=by_severity), PHQ9).total
    sure = (lost.band != UNKNOWN) & ~lost.band_depends
    assert sure.sum() > 200
    np.testing.assert_array_equal(lost.band[sure], true.band[sure])
    wrong = (lost.band != true.band) & (lost.band != UNKNOWN)
    assert wrong.any()
    assert lost.band_depends[wrong].all()


def test_adding_up_what_is_there_would_make_the_ill_look_well() -> None:
    forms = lose(0.2, by_severity=False)
    assert np.nansum(forms, axis=1).mean() == pytest.approx(15.415 * 0.8, abs=0.3)
    scores = score_items(forms, PHQ9).total
    assert np.nanmean(scores.score) == pytest.approx(15.415, abs=0.4)


def test_thoughts_of_suicide_are_never_read_from_a_missing_answer() -> None:
    forms = phq9().copy()
    forms[:, 8] = np.nan
    scored = score_items(forms, PHQ9)
    assert (scored.suicide_answer == UNKNOWN).all()
    assert scored.total.n_scored == 600
