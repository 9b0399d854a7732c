from decimal import Decimal

from fairterms.monitor.indicators.indicator import Sort, State
from fairterms.monitor.indicators.library.feed_days_late import INDICATOR
from tests.monitor.indicators.library.taken import taken


def test_it_can_be_taken_and_tells_a_good_month_from_a_bad_one() -> None:
    found = taken(INDICATOR)
    assert (found.sort, found.of) == (Sort.AMOUNT, "")
    assert found.bounds.state(Decimal("15")) is State.RED
    assert found.bounds.state(Decimal("4")) is State.GREEN


def test_days_are_not_people() -> None:
    assert not taken(INDICATOR).counts_people
