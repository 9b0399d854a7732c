from decimal import Decimal

from fairterms.monitor.indicators.indicator import Sort, State
from fairterms.monitor.indicators.library.first_appointment import INDICATOR
from tests.monitor.indicators.library.taken import taken


def test_it_can_be_taken_and_tells_a_good_month_from_a_bad_one() -> None:
    found = taken(INDICATOR)
    assert (found.sort, found.of) == (Sort.SHARE, "patient")
    assert found.bounds.state(Decimal("0.74")) is State.RED
    assert found.bounds.state(Decimal("0.81")) is State.GREEN


def test_who_was_offered_nothing_counts_too() -> None:
    assert "offered nothing" in INDICATOR.counted
