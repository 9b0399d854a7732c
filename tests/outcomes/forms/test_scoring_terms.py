"""What a contract leaves open is unambiguous, said to be assumed, or refused."""

import pytest

from fairterms.outcomes.forms.scoring_terms import ScoringTerms, look_up
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.units.refusal import Refusal


def test_a_silent_contract_gets_the_published_rule_and_is_told_so() -> None:
    rules = look_up(ScoringTerms("phq9"))
    assert rules.missing_items.name == "prorate-up-to-2"
    assert "missing answers as published: prorate-up-to-2" in rules.assumed
    assert not rules.is_missing_rule_named


def test_what_the_contract_names_is_not_assumed() -> None:
    terms = ScoringTerms("phq9", missing_items="complete-only", caseness="nhs")
    rules = look_up(terms)
    assert rules.assumed == ()
    assert rules.is_missing_rule_named
    assert rules.caseness is not None
    assert rules.caseness.cut == 10


def test_one_of_several_cuts_is_never_chosen_for_the_contract() -> None:
    rules = look_up(ScoringTerms("gad7"))
    assert rules.caseness is None
    assert "no caseness: standard or nhs is not said" in rules.assumed


def test_the_only_cut_of_an_instrument_is_taken() -> None:
    rules = look_up(ScoringTerms("audit"))
    assert rules.caseness is not None
    assert rules.caseness.name == "standard"


def test_bands_of_the_other_scoring_are_not_offered() -> None:
    rules = look_up(ScoringTerms("k10", scoring="zero-to-four", bands="clinical-from-zero"))
    assert rules.bands is not None
    with pytest.raises(Refusal, match="not recorded for this instrument"):
        look_up(ScoringTerms("k10", scoring="zero-to-four", bands="clinical"))


def test_two_scorings_and_no_word_is_a_refusal_that_names_both() -> None:
    with pytest.raises(Refusal) as caught:
        look_up(ScoringTerms("k10"))
    assert str(caught.value) == (
        "k10: can be scored in 2 ways, and the contract names none\n"
        "      why: the same total means different things\n"
        '      fix: ask for scoring = "one-to-five" (sum of 10 items of 1 to 5; 10 to 50); or '
        'scoring = "zero-to-four" (sum of 10 items of 0 to 4; 0 to 40)'
    )


def test_a_word_nobody_recorded_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(Refusal) as caught:
        look_up(ScoringTerms("phq9", missing_items="prorate-up-to-3"))
    assert str(caught.value) == (
        'phq9, missing_items = "prorate-up-to-3": is not recorded for this instrument\n'
        "      why: a rule that nobody published or agreed on cannot be applied\n"
        '      fix: did you mean "prorate-up-to-2"?'
    )


def test_a_word_where_nothing_is_recorded_is_to_be_left_out() -> None:
    with pytest.raises(Refusal) as caught:
        look_up(ScoringTerms("csq8", bands="standard"))
    assert caught.value.fix == "leave bands out"


def test_an_unknown_instrument_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(Refusal, match='instrument "phq-9": is not recorded') as caught:
        look_up(ScoringTerms("phq-9"))
    assert caught.value.fix == 'did you mean "phq9"?'


def test_unconfirmed_numbers_that_are_used_reach_the_rules() -> None:
    rules = look_up(ScoringTerms("gad7", caseness="nhs"))
    assert rules.unconfirmed == ("caseness nhs",)
    assert look_up(ScoringTerms("gad7", caseness="standard")).unconfirmed == ()


@pytest.mark.parametrize("name", sorted(INSTRUMENTS))
def test_every_instrument_can_be_looked_up_with_any_of_its_words(name: str) -> None:
    instrument = INSTRUMENTS[name]
    for scoring in instrument.scorings:
        for rule in instrument.missing_items:
            rules = look_up(ScoringTerms(name, scoring=scoring.name, missing_items=rule.name))
            assert rules.scoring is scoring
            assert rules.missing_items is rule
