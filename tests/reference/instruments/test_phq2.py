"""PHQ-2: two items and two cuts."""

from fairterms.reference.instruments.phq2 import INSTRUMENT
from fairterms.reference.instruments.phq9 import INSTRUMENT as PHQ9
from tests.reference.judged import is_case, is_refused, points


def test_three_points_are_a_case_by_the_first_cut_and_two_by_the_other() -> None:
    assert is_case("phq2", 3, "standard")
    assert not is_case("phq2", 2, "standard")
    assert is_case("phq2", 2, "sensitive")


def test_two_answers_of_three_give_six_and_seven_is_refused() -> None:
    assert points("phq2", [3, 3]) == 6
    assert is_refused("phq2", 7)


def test_its_items_are_the_first_two_of_the_phq9() -> None:
    assert INSTRUMENT.item_texts == PHQ9.item_texts[:2]


def test_its_codes_are_not_those_of_the_phq9() -> None:
    assert INSTRUMENT.loinc is not None
    assert PHQ9.loinc is not None
    assert not set(INSTRUMENT.loinc.codes) & set(PHQ9.loinc.codes)
