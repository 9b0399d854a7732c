"""BDI-II: totals only, and a minimal difference that is a share of the first score."""

from fairterms.reference.instrument_facts import ChangeUnit, MayEmbed
from fairterms.reference.instruments.bdi2 import INSTRUMENT
from tests.reference.judged import band, change, is_refused


def test_bands_change_at_14_20_and_29() -> None:
    names = [band("bdi2", total) for total in (13, 14, 19, 20, 28, 29, 63)]
    assert names == ["minimal", "mild", "mild", "moderate", "moderate", "severe", "severe"]


def test_what_patients_notice_is_a_share_of_the_first_score() -> None:
    units = {entry.name: entry.unit for entry in INSTRUMENT.change}
    assert units["button-2015"] is ChangeUnit.FRACTION
    assert change("bdi2", "button-2015") == 0.175
    assert change("bdi2", "button-2015-resistant") == 0.32


def test_its_words_may_not_be_shipped() -> None:
    assert INSTRUMENT.licence.may_embed_text is MayEmbed.NO
    assert not INSTRUMENT.takes_items


def test_64_points_are_refused() -> None:
    assert is_refused("bdi2", 64)
    assert not is_refused("bdi2", 63)
