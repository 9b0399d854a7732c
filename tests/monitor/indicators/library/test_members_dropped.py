from decimal import Decimal

from fairterms.monitor.indicators.indicator import Sort, State
from fairterms.monitor.indicators.library.members_dropped import INDICATOR
from tests.monitor.indicators.library.taken import taken


def test_it_can_be_taken_and_tells_a_good_month_from_a_bad_one() -> None:
    found = taken(INDICATOR)
    assert (found.sort, found.of) == (Sort.RATE, "member")
    assert found.bounds.state(Decimal("250")) is State.RED
    assert found.bounds.state(Decimal("119")) is State.GREEN


def test_members_are_people() -> None:
    assert taken(INDICATOR).counts_people
