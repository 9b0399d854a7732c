"""PROMIS T-scores: tenths occur, raw sums do not."""

import pytest

from fairterms.reference.instruments.promis_t import INSTRUMENT
from fairterms.units.refusal import Refusal
from tests.reference.judged import band, is_refused, points


def test_bands_change_at_55_60_and_70() -> None:
    names = [band("promis_t", score) for score in (54.9, 55, 59.9, 60, 69.9, 70)]
    assert names == [
        "within normal limits",
        "mild",
        "mild",
        "moderate",
        "moderate",
        "severe",
    ]


def test_a_score_of_4_is_a_raw_score_and_refused() -> None:
    assert is_refused("promis_t", 4)
    assert is_refused("promis_t", 95)
    assert not is_refused("promis_t", 62.3)


def test_answers_are_not_read_since_each_form_has_its_own_table() -> None:
    with pytest.raises(Refusal, match="only totals are read"):
        points("promis_t", [1, 2, 3, 4])


def test_minimal_differences_of_3_to_5_are_marked_as_unconfirmed() -> None:
    assert {entry.value for entry in INSTRUMENT.change} == {3, 5}
    assert all(entry.basis.is_unconfirmed for entry in INSTRUMENT.change)
