"""EPDS: totals only."""

import pytest

from fairterms.reference.instrument_facts import MayEmbed
from fairterms.reference.instruments.epds import INSTRUMENT
from fairterms.units.refusal import Refusal
from tests.reference.judged import is_case, is_refused, points


def test_published_cuts_run_from_10_to_13() -> None:
    assert is_case("epds", 10, "possible")
    assert not is_case("epds", 9, "possible")
    assert is_case("epds", 13, "likely")
    assert not is_case("epds", 12, "likely")


def test_its_words_may_not_be_shipped_and_its_answers_are_not_read() -> None:
    assert INSTRUMENT.licence.may_embed_text is MayEmbed.NO
    assert INSTRUMENT.item_texts == ()
    with pytest.raises(Refusal, match="only totals are read"):
        points("epds", [0] * 10)


def test_a_total_never_says_anything_of_self_harm() -> None:
    assert INSTRUMENT.suicide_items == ()


def test_31_points_are_refused() -> None:
    assert is_refused("epds", 31)
    assert not is_refused("epds", 30)
