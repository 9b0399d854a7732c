"""ORS: higher is better, and sources differ on 25 itself."""

from fairterms.reference.instrument_facts import Direction
from fairterms.reference.instruments.ors import INSTRUMENT
from tests.reference.judged import change, is_case, is_refused


def test_a_low_score_is_the_case() -> None:
    assert INSTRUMENT.direction is Direction.HIGHER_IS_BETTER
    assert is_case("ors", 24.9, "standard")
    assert not is_case("ors", 25.1, "standard")


def test_exactly_25_is_read_in_two_ways() -> None:
    assert not is_case("ors", 25, "standard")
    assert is_case("ors", 25, "at-25")


def test_tenths_occur_and_40_1_does_not() -> None:
    assert not is_refused("ors", 31.7)
    assert is_refused("ors", 40.1)


def test_its_reliable_change_is_five() -> None:
    assert change("ors", "miller-2003") == 5
