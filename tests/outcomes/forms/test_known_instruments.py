"""The records check rows against the very catalogue results are scored by."""

from decimal import Decimal

from fairterms.outcomes.forms.known_instruments import known_instruments
from fairterms.reference.instrument import INSTRUMENTS


def test_every_instrument_of_the_catalogue_is_known_to_the_records() -> None:
    assert set(known_instruments()) == set(INSTRUMENTS)


def test_two_ways_to_score_give_the_widest_range_and_no_plain_sum() -> None:
    k10 = known_instruments()["k10"]
    assert (k10.lowest, k10.highest) == (Decimal(0), Decimal(50))
    assert not k10.total_is_sum


def test_a_doubled_or_scaled_total_is_no_plain_sum() -> None:
    assert not known_instruments()["who5"].total_is_sum
    assert known_instruments()["gad7"].total_is_sum


def test_codes_of_total_and_panel_are_known() -> None:
    assert {"44249-1", "44261-6"} <= known_instruments()["phq9"].loinc_codes
