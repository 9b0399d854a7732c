"""Whole forms: traps that public scorers fall into, and what is never guessed."""

import math

import numpy as np
import pytest

from fairterms.outcomes.forms.scale_scores import NO, UNKNOWN, YES
from fairterms.outcomes.forms.scoring import score_items, score_totals
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.units.refusal import Refusal

PHQ9 = ScoringTerms("phq9", caseness="standard")
NAN = math.nan


def test_an_incomplete_form_is_never_totalled_as_a_low_score() -> None:
    # Public scorers add up what is there: this form would be "minimal" with 4 points.
    scored = score_items([[2, 2, NAN, NAN, NAN, NAN, NAN, NAN, NAN]], PHQ9)
    assert math.isnan(scored.total.score[0])
    assert (scored.total.lower[0], scored.total.upper[0]) == (4, 25)
    assert scored.total.band[0] == UNKNOWN
    assert scored.total.is_case[0] == UNKNOWN


def test_a_missing_item_9_is_never_filled_in_as_no_thoughts_of_suicide() -> None:
    forms = np.array([[3] * 8 + [NAN], [0] * 8 + [NAN], [0] * 8 + [1], [3] * 8 + [0]])
    scored = score_items(forms, PHQ9)
    assert scored.suicide_answer.tolist() == [UNKNOWN, UNKNOWN, YES, NO]
    assert scored.total.score[0] == 27  # filled in for the total, and only there


def test_one_of_several_items_on_self_harm_is_enough_and_all_are_needed_to_deny() -> None:
    risk = INSTRUMENTS["core_om"].suicide_items
    forms = np.zeros((4, 34))
    forms[0, risk[1] - 1] = 2
    forms[1, risk[0] - 1] = NAN
    forms[2, [risk[0] - 1, risk[1] - 1]] = NAN, 1
    scored = score_items(forms, ScoringTerms("core_om"))
    assert scored.suicide_answer.tolist() == [YES, UNKNOWN, YES, NO]


def test_a_form_without_such_an_item_says_nothing_of_suicide() -> None:
    scored = score_items([[3] * 8], ScoringTerms("phq8"))
    assert scored.suicide_answer.tolist() == [UNKNOWN]


def test_the_missing_rule_is_the_contracts_choice() -> None:
    form = [[2, 2, 2, 2, 2, 2, 2, 2, NAN]]
    prorated = score_items(form, ScoringTerms("phq9", missing_items="prorate-up-to-2"))
    complete = score_items(form, ScoringTerms("phq9", missing_items="complete-only"))
    assert prorated.total.score[0] == 18
    assert math.isnan(complete.total.score[0])
    assert prorated.total.lower[0] == complete.total.lower[0] == 16


def test_a_code_of_another_form_stops_answers_and_totals() -> None:
    with pytest.raises(Refusal, match="44249-1 is that of another form"):
        score_items([[0] * 7], ScoringTerms("gad7"), code="44249-1")
    with pytest.raises(Refusal, match="44261-6 is that of another form"):
        score_totals([4], ScoringTerms("gad7"), code="44261-6")


def test_the_answers_given_are_not_changed() -> None:
    forms = np.array([[0.0, 4, 4, 0, 0, 0, 0, 0, 0, NAN]])
    before = forms.copy()
    score_items(forms, ScoringTerms("core10"))
    np.testing.assert_array_equal(forms, before)


def test_missing_totals_stay_missing() -> None:
    scores = score_totals([4, NAN], PHQ9)
    assert scores.n_scored == 1
    assert (scores.lower[1], scores.upper[1]) == (0, 27)
    assert scores.band.tolist() == [0, UNKNOWN]
    assert scores.missing.tolist() == [0, 1]
    assert not scores.band_depends.any()


def test_no_forms_have_no_scores() -> None:
    assert score_items(np.empty((0, 9)), PHQ9).total.n == 0
    assert score_totals([], PHQ9).n_scored == 0


def test_a_total_and_its_answers_get_the_same_judgement() -> None:
    forms = np.random.default_rng(5).integers(0, 4, (200, 9))
    from_answers = score_items(forms, PHQ9).total
    from_totals = score_totals(forms.sum(axis=1), PHQ9)
    np.testing.assert_array_equal(from_answers.score, from_totals.score)
    np.testing.assert_array_equal(from_answers.band, from_totals.band)
    np.testing.assert_array_equal(from_answers.is_case, from_totals.is_case)


@pytest.mark.parametrize(
    "name", [name for name in sorted(INSTRUMENTS) if INSTRUMENTS[name].takes_items]
)
def test_every_form_reaches_both_ends_of_its_range(name: str) -> None:
    for scoring in INSTRUMENTS[name].scorings:
        items = scoring.items
        assert items is not None
        least = np.full((1, items.count), items.lowest)
        most = np.full((1, items.count), items.highest)
        for number in items.reversed:
            least[0, number - 1], most[0, number - 1] = items.highest, items.lowest
        scored = score_items(np.vstack([least, most]), ScoringTerms(name, scoring=scoring.name))
        assert scored.total.score.tolist() == [scoring.lowest, scoring.highest]


@pytest.mark.parametrize(
    "name", [name for name in sorted(INSTRUMENTS) if INSTRUMENTS[name].takes_items]
)
def test_the_true_score_lies_within_the_bounds_whatever_is_lost(name: str) -> None:
    random = np.random.default_rng(11)
    for scoring in INSTRUMENTS[name].scorings:
        items = scoring.items
        assert items is not None
        forms = random.integers(items.lowest, items.highest + 1, (100, items.count)).astype(float)
        terms = ScoringTerms(name, scoring=scoring.name)
        true = score_items(forms, terms)
        forms[random.random(forms.shape) < 0.2] = NAN
        lost = score_items(forms, terms)
        for whole, part in [
            (true.total, lost.total),
            *((true.subscales[key], lost.subscales[key]) for key in true.subscales),
        ]:
            assert (part.lower <= whole.score + 1e-9).all()
            assert (whole.score <= part.upper + 1e-9).all()
            scored = ~np.isnan(part.score)
            assert (part.lower[scored] <= part.score[scored] + 1e-9).all()
            assert (part.score[scored] <= part.upper[scored] + 1e-9).all()
