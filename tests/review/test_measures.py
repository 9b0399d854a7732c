"""Measures that an agreement defines itself."""

from fairterms.review import measures
from tests.review.conftest import Read, agreement

COUNTED = "The numerator is those who improve and the denominator those who began."


def test_an_exhibit_with_a_formula_and_a_target_defines_measures(read_all: Read) -> None:
    exhibit = f"EXHIBIT Q\nMEASURES\n{COUNTED} The target is 45%.\n"
    plain = agreement(without=("quality",))
    assert measures.are_defined(read_all(plain + exhibit))
    assert measures.are_defined(read_all(plain, exhibit_q=exhibit))
    assert not measures.are_defined(read_all(plain))


def test_a_formula_without_a_target_defines_nothing(read_all: Read) -> None:
    exhibit = f"EXHIBIT Q\nMEASURES\n{COUNTED}\n"
    assert not measures.are_defined(read_all(agreement(without=("quality",)) + exhibit))


def test_a_measure_of_a_known_steward_with_its_target_is_enough(read_all: Read) -> None:
    plain = agreement(without=("quality",))
    assert measures.have_targets(read_all(agreement()))
    assert not measures.have_targets(read_all(plain))
    assert not measures.have_targets(read_all(agreement(quality="Quality is PHQ-9 response.")))
