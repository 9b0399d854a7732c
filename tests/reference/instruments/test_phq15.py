"""PHQ-15: fifteen items of 0 to 2."""

from fairterms.reference.instruments.phq15 import INSTRUMENT
from tests.reference.judged import band, is_refused, points


def test_bands_change_at_5_10_and_15() -> None:
    names = [band("phq15", total) for total in (4, 5, 9, 10, 14, 15, 30)]
    assert names == ["minimal", "low", "low", "medium", "medium", "high", "high"]


def test_fifteen_answers_of_two_give_30_and_31_is_refused() -> None:
    assert points("phq15", [2] * 15) == 30
    assert is_refused("phq15", 31)


def test_its_items_have_three_answers_unlike_those_of_the_phq9() -> None:
    assert len(INSTRUMENT.anchors) == 3
