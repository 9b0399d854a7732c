"""Score, bounds and judgement of one scale: against a slow plain twin, and at every edge."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.forms.scale_scores import NO, UNKNOWN, YES, score_points, whole
from fairterms.outcomes.forms.scoring import score_items, score_totals
from fairterms.outcomes.forms.scoring_terms import ScoringTerms, look_up
from fairterms.reference.instrument import INSTRUMENTS

PHQ9 = ScoringTerms("phq9", caseness="standard")


def plain_score(answers: list[int | None], at_most: int) -> tuple[float, float, float]:
    """Score a PHQ-9 by hand: score, lower and upper bound."""
    answered = [answer for answer in answers if answer is not None]
    missing = len(answers) - len(answered)
    lower = float(sum(answered))
    if missing > at_most:
        return math.nan, lower, lower + 3 * missing
    return sum(answered) / len(answered) * 9, lower, lower + 3 * missing


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.none() | st.integers(0, 3), min_size=9, max_size=9), min_size=1, max_size=8
    )
)
def test_the_fast_and_the_plain_way_agree(forms: list[list[int | None]]) -> None:
    points = np.array([[np.nan if a is None else a for a in form] for form in forms], dtype=float)
    rules = look_up(PHQ9)
    scores = score_points(points, rules, whole(rules))
    for row, form in enumerate(forms):
        score, lower, upper = plain_score(form, at_most=2)
        assert scores.score[row] == pytest.approx(score, nan_ok=True)
        assert (scores.lower[row], scores.upper[row]) == (lower, upper)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=9, max_size=9), st.sets(st.integers(0, 8)))
def test_the_true_score_always_lies_within_the_bounds(form: list[int], lost: set[int]) -> None:
    points = np.array([form], dtype=float)
    points[0, sorted(lost)] = np.nan
    rules = look_up(PHQ9)
    scores = score_points(points, rules, whole(rules))
    assert scores.lower[0] <= sum(form) <= scores.upper[0]
    if not math.isnan(scores.score[0]):
        assert scores.lower[0] <= scores.score[0] <= scores.upper[0]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 27), st.integers(0, 27))
def test_a_worse_score_never_lies_in_a_milder_band(one: int, other: int) -> None:
    scores = score_totals([min(one, other), max(one, other)], PHQ9)
    assert scores.band[0] <= scores.band[1]
    assert scores.is_case[0] <= scores.is_case[1]


def test_a_prorated_score_exactly_at_an_edge_opens_the_band() -> None:
    terms = ScoringTerms("dass21")
    items = {part.name: part.items for part in INSTRUMENTS["dass21"].subscales}["depression"]
    form = np.zeros((1, 21))
    form[0, [number - 1 for number in items]] = [2, 2, 2, 1, 1, 1, np.nan]  # 9 / 6 × 7 × 2 = 21
    scores = score_items(form, terms).subscales["depression"]
    assert scores.score[0] == 21
    assert scores.band_names[int(scores.band[0])] == "severe"


def test_a_form_without_answers_has_no_score_and_the_widest_bounds() -> None:
    rules = look_up(PHQ9)
    scores = score_points(np.full((1, 9), np.nan), rules, whole(rules))
    assert math.isnan(scores.score[0])
    assert (scores.lower[0], scores.upper[0]) == (0, 27)
    assert scores.band[0] == UNKNOWN
    assert scores.is_case[0] == UNKNOWN
    assert not scores.band_depends[0]


def test_bounds_of_items_from_one_count_missing_answers_at_least_one() -> None:
    rules = look_up(ScoringTerms("k10", scoring="one-to-five"))
    points = np.array([[3.0] * 8 + [np.nan] * 2])
    scores = score_points(points, rules, whole(rules))
    assert (scores.lower[0], scores.upper[0]) == (26, 34)


def test_band_and_case_are_flagged_only_when_the_bounds_part() -> None:
    rules = look_up(PHQ9)
    points = np.array(
        [
            [1, 1, 1, 1, 1, 1, 1, 0, np.nan],  # 7 to 10: mild or moderate
            [1, 1, 1, 1, 1, 1, 0, 0, np.nan],  # 6 to 9: mild
            [3, 3, 3, 3, 3, 3, 3, 3, np.nan],  # 24 to 27: severe
            [1, 1, 1, 1, 1, 1, 1, 1, 2],  # complete: 10
            [np.nan, np.nan, np.nan, 3, 3, 3, 3, 0, 0],  # three missing: no score
        ]
    )
    scores = score_points(points, rules, whole(rules))
    assert scores.band_depends.tolist() == [True, False, False, False, False]
    assert scores.case_depends.tolist() == [True, False, False, False, False]
    assert scores.is_case.tolist() == [NO, NO, YES, YES, UNKNOWN]
    assert scores.missing.tolist() == [1, 1, 1, 0, 3]
    assert (scores.n, scores.n_scored) == (5, 4)
    assert scores.band_counts() == {
        "minimal": 0,
        "mild": 2,
        "moderate": 1,
        "moderately severe": 0,
        "severe": 1,
    }


def test_rounding_gives_whole_scores_half_up() -> None:
    rules = look_up(ScoringTerms("phq9", missing_items="prorate-up-to-2-rounded"))
    points = np.array([[1, 1, 1, 1, 1, 1, 1, 1, np.nan], [2, 2, 1, 1, 1, 1, 1, 3, np.nan]])
    scores = score_points(points, rules, whole(rules))
    assert scores.score.tolist() == [9, 14]  # 9 and 13.5


def test_without_bands_or_a_cut_nothing_is_judged() -> None:
    scores = score_totals([20], ScoringTerms("csq8"))
    assert scores.band.tolist() == [UNKNOWN]
    assert scores.is_case.tolist() == [UNKNOWN]
    assert scores.band_counts() == {}


@pytest.mark.parametrize("name", sorted(INSTRUMENTS))
def test_every_recorded_edge_opens_its_band(name: str) -> None:
    instrument = INSTRUMENTS[name]
    for bands in instrument.bands:
        scoring = bands.scoring or instrument.scorings[0].name
        step = next(s.step for s in instrument.scorings if s.name == scoring) or 1
        for position, edge in enumerate(bands.edges):
            total = math.ceil(edge / step) * step
            scores = score_totals([total], ScoringTerms(name, scoring=scoring, bands=bands.name))
            assert scores.band[0] == position
