"""PHQ-9M: the same points as the PHQ-9 under a code of its own."""

from fairterms.reference.instruments.phq9 import INSTRUMENT as PHQ9
from fairterms.reference.instruments.phq9m import INSTRUMENT
from tests.reference.judged import band, is_refused


def test_its_total_has_a_code_of_its_own() -> None:
    assert INSTRUMENT.loinc is not None
    assert PHQ9.loinc is not None
    assert INSTRUMENT.loinc.total == "89204-2"
    assert INSTRUMENT.loinc.total not in PHQ9.loinc.codes


def test_it_is_for_adolescents_and_keeps_item_9() -> None:
    assert INSTRUMENT.ages == "11 to 17"
    assert INSTRUMENT.suicide_items == (9,)


def test_range_and_bands_are_those_of_the_phq9() -> None:
    assert band("phq9m", 9) == "mild"
    assert band("phq9m", 10) == "moderate"
    assert is_refused("phq9m", 28)
