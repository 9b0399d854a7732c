"""Every instrument of the catalogue, and instruments that cannot be built."""

from dataclasses import replace
from typing import Any

import pytest

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import INSTRUMENTS, Instrument
from fairterms.reference.instrument_facts import Band, Bands, Caseness, Licence, MayEmbed, Subscale
from fairterms.reference.scoring_rule import COMPLETE_ONLY, Handling, MissingItems

BASIS = Basis("made up", Evidence.READ)
ASKED_FOR = {
    *("phq9", "phq2", "phq8", "phq9m", "phq15", "gad7", "gad2", "pcl5", "audit", "audit_c"),
    *("who5", "k6", "k10", "wsas", "core10", "core_om", "dass21", "psc17", "epds", "promis_t"),
    *("bdi2", "oq45", "ors", "wai_sr", "srs", "csq8", "pswq", "pdss", "ocir", "oci", "spin"),
    "iesr",
}
EVERY = pytest.mark.parametrize("name", sorted(ASKED_FOR))


def test_the_catalogue_holds_what_was_asked_for() -> None:
    assert set(INSTRUMENTS) == ASKED_FOR


@EVERY
def test_an_instrument_goes_by_the_name_of_its_module(name: str) -> None:
    assert INSTRUMENTS[name].name == name


@EVERY
def test_words_are_shipped_only_where_the_licence_allows(name: str) -> None:
    instrument = INSTRUMENTS[name]
    if instrument.licence.may_embed_text is not MayEmbed.YES:
        assert instrument.item_texts == ()


@EVERY
def test_a_form_whose_words_may_not_be_shown_is_read_by_its_totals(name: str) -> None:
    instrument = INSTRUMENTS[name]
    if instrument.licence.may_embed_text is MayEmbed.NO:
        assert not instrument.takes_items


@EVERY
def test_items_on_suicide_are_items_of_the_form(name: str) -> None:
    instrument = INSTRUMENTS[name]
    assert set(instrument.suicide_items) <= set(range(1, instrument.item_count + 1))


@EVERY
def test_a_contract_can_always_ask_for_recorded_totals(name: str) -> None:
    names = {rule.name for rule in INSTRUMENTS[name].missing_items}
    assert "recorded-total" in names
    assert ("complete-only" in names) == INSTRUMENTS[name].takes_items


@EVERY
def test_every_number_has_a_basis_and_a_name_of_its_own(name: str) -> None:
    named = list(INSTRUMENTS[name].bases())
    assert len({what for what, _ in named}) == len(named)
    unconfirmed = {what for what, basis in named if basis.is_unconfirmed}
    assert set(INSTRUMENTS[name].unconfirmed) == unconfirmed


def built(**changes: Any) -> Instrument:
    """Return the PHQ-9 with something changed."""
    return replace(INSTRUMENTS["phq9"], **changes)


def test_bands_begin_at_the_lowest_score() -> None:
    bands = Bands("standard", (Band("some", 1), Band("more", 5)), BASIS)
    with pytest.raises(AssertionError, match="begin elsewhere"):
        built(bands=(bands,))


def test_no_band_begins_beyond_the_range() -> None:
    bands = Bands("standard", (Band("some", 0), Band("more", 28)), BASIS)
    with pytest.raises(AssertionError, match="beyond the range"):
        built(bands=(bands,))


def test_a_cut_lies_in_the_range_and_in_a_scoring() -> None:
    with pytest.raises(AssertionError, match="standard"):
        built(caseness=(Caseness("standard", 28, "anyone", BASIS),))
    with pytest.raises(AssertionError, match="no scoring to belong to"):
        built(caseness=(Caseness("standard", 10, "anyone", BASIS, scoring="doubled"),))


def test_an_instrument_has_only_its_own_items() -> None:
    with pytest.raises(AssertionError, match="does not have"):
        built(suicide_items=(10,))
    with pytest.raises(AssertionError, match="does not have"):
        built(subscales=(Subscale("part", (9, 10), BASIS),))


def test_words_need_a_licence_and_one_for_every_item() -> None:
    with pytest.raises(AssertionError, match="words not allowed"):
        built(licence=Licence("ask first", MayEmbed.ON_CONDITIONS, BASIS))
    with pytest.raises(AssertionError, match="words of every item"):
        built(item_texts=("one",))


def test_anchors_are_as_many_as_an_item_has_answers() -> None:
    with pytest.raises(AssertionError, match="anchors"):
        built(anchors=("no", "yes"))


def test_a_rule_for_missing_answers_leaves_at_least_one_answer() -> None:
    with pytest.raises(AssertionError, match="too many may be missing"):
        built(missing_items=(MissingItems(Handling.PRORATE, BASIS, 9), COMPLETE_ONLY))


def test_a_rule_for_each_subscale_needs_subscales_that_make_the_whole() -> None:
    rule = MissingItems(Handling.PRORATE, BASIS, 1, is_per_subscale=True)
    with pytest.raises(AssertionError, match="not the whole"):
        built(missing_items=(rule,))


def test_a_name_cannot_stand_twice() -> None:
    case = Caseness("standard", 10, "anyone", BASIS)
    with pytest.raises(AssertionError, match="a name twice"):
        built(caseness=(case, case))
