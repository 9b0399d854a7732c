"""The terms of a rule: what cannot be meant is refused."""

from dataclasses import replace

import pytest

from fairterms.outcomes.expected_response.rule_terms import (
    LEVELS,
    Level,
    LimitTrigger,
    RuleTerms,
)
from fairterms.units.refusal import Refusal
from tests.outcomes.expected_response.made_up_courses import FORM


def test_the_usual_limit_is_80_per_cent_and_says_that_it_is_a_choice() -> None:
    terms = RuleTerms(FORM)
    assert terms.trigger == LimitTrigger(0.80)
    assert terms.basis.is_unconfirmed


def test_levels_out_of_order_are_refused() -> None:
    with pytest.raises(Refusal, match="not in order"):
        RuleTerms(FORM, levels=LEVELS[::-1])


def test_a_limit_without_its_level_is_refused() -> None:
    with pytest.raises(Refusal, match=r"0.9 is none of the levels"):
        RuleTerms(FORM, LimitTrigger(0.90))


def test_judging_only_the_given_scores_is_refused() -> None:
    with pytest.raises(Refusal, match="only the first 2 are looked at"):
        RuleTerms(replace(FORM, first=2), within=2)
    assert RuleTerms(replace(FORM, first=2), within=3).within == 3


def test_a_limit_in_per_cent_is_refused() -> None:
    with pytest.raises(Refusal, match="80 is not between 0 and 1"):
        Level("off", "red", 80)
