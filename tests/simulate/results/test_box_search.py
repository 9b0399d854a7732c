"""The search halves boxes, loses no year, and comes near the truth."""

import numpy as np
import pytest

from fairterms.contract.deal import WithoutDeal
from fairterms.simulate.results.box_search import BoxSearch, Question
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import CAPPED, COSTS, FEES, WITHHOLD


def withheld() -> Question:
    ranges = {"visits.90837": (0.0, 20_000.0), "quality_score": (0.0, 1.0)}
    return Question(contract(WITHHOLD), "payable", WithoutDeal(("fees",)), ranges)


def test_what_is_paid_anyway_and_stands_in_the_payment_drops_out() -> None:
    terms = contract(FEES + CAPPED)
    ranges = {"visits.90837": (0.0, np.inf), **COSTS}
    question = Question(terms, "payable", WithoutDeal(("fees",)), ranges)
    assert question.parts == {"result": 1}
    assert BoxSearch(question).proved == pytest.approx(-40_000, abs=0.02)


def test_a_clause_that_replaces_what_is_paid_anyway_is_set_against_it() -> None:
    assert withheld().parts == {"withhold": 1, "fees": -1}


def test_an_amount_of_another_contract_is_taken_off() -> None:
    question = Question(contract(CAPPED), "payable", WithoutDeal((), 7_000), COSTS)  # type: ignore[arg-type]
    assert BoxSearch(question).proved == pytest.approx(-47_000, abs=0.02)


def test_halving_raises_the_bound_and_never_above_a_real_year() -> None:
    search, least = BoxSearch(withheld()), -100_000.0  # 5 % of two million in fees
    before = search.proved
    assert before < -1_900_000
    for _ in range(16):
        search.halve(least, 1.0)
        assert before - 1e-6 <= search.proved <= least
        before = search.proved
    assert search.proved == pytest.approx(least, rel=0.01)


def test_no_year_falls_between_the_boxes() -> None:
    search = BoxSearch(withheld())
    for _ in range(6):
        search.halve(np.inf, 0.0)  # nothing is put away: the boxes cover every year
    dice = np.random.default_rng(4)
    figures = search.cover.low[:, :2], search.cover.high[:, :2]
    for visits, score in dice.uniform([0, 0], [20_000, 1], (50, 2)):
        gain = -5 * visits * (1 - (0.5 if score >= 0.6 else 0) - (0.5 if score >= 0.8 else 0))
        year = np.array([visits, score])
        holding = ((figures[0] <= year) & (year <= figures[1])).all(axis=1)
        assert search.cover.bound[holding].min() <= gain


def test_boxes_above_a_real_year_are_put_away_and_still_count() -> None:
    search = BoxSearch(Question(contract(CAPPED), "payable", WithoutDeal(), COSTS))
    assert not search.halve(search.proved + 0.5, 1.0)
    assert len(search.cover.bound) == 0
    assert search.proved == pytest.approx(-40_000, abs=0.02)


def test_an_endless_range_is_cut_far_out() -> None:
    ranges = {"visits.90837": (0.0, np.inf), "quality_score": (0.0, 1.0)}
    search = BoxSearch(Question(contract(WITHHOLD), "payable", WithoutDeal(("fees",)), ranges))
    assert search.proved == -np.inf
    assert search.halve(-1e6, 1.0)
    low, high = search.lowest_boxes()
    assert np.isfinite(low).all()
    assert np.isfinite(high).all()
