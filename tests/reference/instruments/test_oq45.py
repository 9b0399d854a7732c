"""OQ-45: the cut lies between 63 and 64."""

from fairterms.reference.instrument_facts import MayEmbed
from fairterms.reference.instruments.oq45 import INSTRUMENT
from tests.reference.judged import change, is_case, is_refused


def test_64_is_a_case_and_63_is_not() -> None:
    assert is_case("oq45", 64)
    assert not is_case("oq45", 63)


def test_its_reliable_change_is_14() -> None:
    assert change("oq45", "lambert-2004") == 14


def test_181_points_are_refused() -> None:
    assert is_refused("oq45", 181)
    assert not is_refused("oq45", 180)


def test_its_words_may_not_be_shipped() -> None:
    assert INSTRUMENT.licence.may_embed_text is MayEmbed.NO
    assert not INSTRUMENT.takes_items
