"""What the PHQ forms share, each in the same words."""

from fairterms.reference.instrument import INSTRUMENTS
from fairterms.reference.instrument_facts import MayEmbed
from fairterms.reference.phq_family import ANCHORS, ANSWER_CODES, LICENCE


def test_the_four_anchors_begin_with_not_at_all() -> None:
    assert ANCHORS[0] == "Not at all"
    assert len(ANCHORS) == len(ANSWER_CODES) == 4


def test_all_of_the_family_share_anchors_and_licence() -> None:
    for name in ("phq2", "phq8", "phq9", "phq9m", "gad2", "gad7"):
        assert INSTRUMENTS[name].anchors == ANCHORS
        assert INSTRUMENTS[name].licence is LICENCE


def test_the_family_may_be_shown() -> None:
    assert LICENCE.may_embed_text is MayEmbed.YES
