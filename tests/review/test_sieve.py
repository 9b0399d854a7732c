"""A cheap test before the patterns."""

from fairterms.review import sieve
from tests.review.conftest import Read, agreement


def test_passages_that_hold_a_stem_whatever_its_case(read_all: Read) -> None:
    reading = read_all(agreement("AN AMENDMENT IS SIGNED.", "Plan amends it.", "Plan pays it."))
    found = sieve.holding(reading.passages, "amend")
    assert [passage.text[4:] for passage in found] == ["AN AMENDMENT IS SIGNED.", "Plan amends it."]
    assert sieve.holding(reading.passages, "no such words") == ()
