"""CSQ-8: totals from 8 to 32."""

from fairterms.reference.instrument_facts import Direction, MayEmbed
from fairterms.reference.instruments.csq8 import INSTRUMENT
from tests.reference.judged import is_refused


def test_totals_run_from_8_to_32() -> None:
    assert is_refused("csq8", 7)
    assert not is_refused("csq8", 8)
    assert not is_refused("csq8", 32)
    assert is_refused("csq8", 33)


def test_higher_is_better_and_its_words_may_not_be_shipped() -> None:
    assert INSTRUMENT.direction is Direction.HIGHER_IS_BETTER
    assert INSTRUMENT.licence.may_embed_text is MayEmbed.NO
