"""DASS-21: three scales of seven, doubled."""

import math

import pytest

from fairterms.outcomes.forms.scoring import score_items, score_totals
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.reference.instruments.dass21 import INSTRUMENT
from fairterms.units.refusal import Refusal
from tests.reference.judged import band

PARTS = {part.name: part.items for part in INSTRUMENT.subscales}


@pytest.mark.parametrize(
    ("part", "edges"),
    [
        ("depression", (10, 14, 21, 28)),
        ("anxiety", (8, 10, 15, 20)),
        ("stress", (15, 19, 26, 34)),
    ],
)
def test_grades_of_doubled_scores(part: str, edges: tuple[int, ...]) -> None:
    grades = ["normal", "mild", "moderate", "severe", "extremely severe"]
    for position, edge in enumerate(edges):
        at_or_above, below = edge + edge % 2, edge - 2 + edge % 2  # scores are even
        assert band("dass21", at_or_above, subscale=part) == grades[position + 1]
        assert band("dass21", below, subscale=part) == grades[position]


def test_scores_are_doubled() -> None:
    form = [1 if item in PARTS["anxiety"] else 0 for item in range(1, 22)]
    scored = score_items([form], ScoringTerms("dass21"))
    assert scored.subscales["anxiety"].score[0] == 14
    assert scored.subscales["stress"].score[0] == 0
    assert scored.total.score[0] == 14


def test_a_score_that_was_not_doubled_is_refused() -> None:
    with pytest.raises(Refusal, match="steps of 2"):
        score_totals([13], ScoringTerms("dass21"), subscale="depression")


def test_every_item_belongs_to_one_scale() -> None:
    assert sorted(item for items in PARTS.values() for item in items) == list(range(1, 22))
    assert {len(items) for items in PARTS.values()} == {7}


def test_one_missing_answer_in_each_scale_is_filled_in() -> None:
    form: list[float] = [1] * 21
    for items in PARTS.values():
        form[items[0] - 1] = math.nan
    scored = score_items([form], ScoringTerms("dass21"))
    assert [part.score[0] for part in scored.subscales.values()] == [14, 14, 14]
    assert scored.total.score[0] == 42


def test_two_missing_answers_in_one_scale_take_its_score_and_the_total() -> None:
    form: list[float] = [1] * 21
    form[PARTS["stress"][0] - 1] = form[PARTS["stress"][1] - 1] = math.nan
    scored = score_items([form], ScoringTerms("dass21"))
    assert math.isnan(scored.subscales["stress"].score[0])
    assert scored.subscales["depression"].score[0] == 14
    assert math.isnan(scored.total.score[0])
