"""Answers and totals that cannot be are refused, without a word about whose they are."""

import numpy as np
import pytest

from fairterms.outcomes.forms.scoring import score_items, score_totals
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.units.refusal import Refusal

PHQ9 = ScoringTerms("phq9")


def test_300_as_a_phq9_total_is_refused_word_for_word() -> None:
    with pytest.raises(Refusal) as caught:
        score_totals([4, 300, np.nan], PHQ9)
    assert str(caught.value) == (
        "phq9: 1 of 3 totals lies outside 0 to 27\n"
        "      why: no form can have such a score; it may be a code for a missing form, or "
        "another form\n"
        "      fix: correct it at its source, or leave it empty if no form was filled in"
    )


@pytest.mark.parametrize("total", [-1, 27.5, 28, np.inf, -np.inf])
def test_totals_outside_the_range_are_refused(total: float) -> None:
    with pytest.raises(Refusal, match="outside 0 to 27"):
        score_totals([total], PHQ9)


def test_a_fraction_is_refused_unless_the_contract_itself_keeps_fractions() -> None:
    with pytest.raises(Refusal, match="1 of 1 total cannot occur: scores go from 0 in steps of 1"):
        score_totals([12.5], PHQ9)
    named = ScoringTerms("phq9", missing_items="prorate-up-to-2")
    assert score_totals([12.5], named).score[0] == 12.5


@pytest.mark.parametrize("code", [-9, 4, 7, 9, 99, 1.5])
def test_codes_that_stand_for_no_answer_are_refused(code: float) -> None:
    with pytest.raises(Refusal) as caught:
        score_items(np.array([[0] * 8 + [code], [0] * 9]), PHQ9)
    assert str(caught.value) == (
        "phq9: answers to item 9 are no whole number from 0 to 3, on 1 of 2 forms\n"
        "      why: codes such as 7, 9 or −9 often mean that nothing was answered\n"
        "      fix: leave such answers empty, or name the scoring whose answers these are"
    )


def test_every_item_with_such_a_code_is_named_and_no_answer_is_shown() -> None:
    with pytest.raises(Refusal) as caught:
        score_items([[77] + [0] * 8, [0, 0, 88] + [0] * 6, [0] * 9], PHQ9)
    assert "item 1, 3" in caught.value.what
    assert "2 of 3 forms" in caught.value.what
    assert "77" not in str(caught.value)


def test_a_table_with_another_number_of_items_is_refused() -> None:
    with pytest.raises(Refusal, match=r"a form has 9 answers, the table has shape \(1, 8\)"):
        score_items([[0] * 8], PHQ9)
    with pytest.raises(Refusal, match=r"shape \(9,\)"):
        score_items([0] * 9, PHQ9)


def test_answers_from_one_to_five_are_not_taken_for_zero_to_four() -> None:
    with pytest.raises(Refusal, match="no whole number from 0 to 4"):
        score_items([[1, 2, 3, 4, 5, 1, 2, 3, 4, 5]], ScoringTerms("k10", scoring="zero-to-four"))


def test_answers_are_not_read_where_the_contract_reads_recorded_totals() -> None:
    with pytest.raises(Refusal, match="reads only the recorded total"):
        score_items([[0] * 9], ScoringTerms("phq9", missing_items="recorded-total"))


def test_answers_of_a_form_that_is_read_by_totals_are_refused() -> None:
    with pytest.raises(Refusal, match="only totals are read, not answers"):
        score_items([[0] * 21], ScoringTerms("bdi2"))


def test_an_unknown_subscale_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal) as caught:
        score_totals([4], ScoringTerms("dass21"), subscale="worry")
    assert caught.value.fix == "use one of: depression, anxiety, stress"
    with pytest.raises(Refusal) as caught:
        score_totals([4], PHQ9, subscale="worry")
    assert caught.value.fix == "leave the subscale out"


def test_the_range_of_a_subscale_is_its_own() -> None:
    terms = ScoringTerms("dass21")
    assert score_totals([42], terms, subscale="anxiety").n_scored == 1
    with pytest.raises(Refusal, match="outside 0 to 42"):
        score_totals([44], terms, subscale="anxiety")
