from decimal import Decimal

from fairterms.monitor.indicators.indicator import Sort, State
from fairterms.monitor.indicators.library.cost_pmpm import INDICATOR
from tests.monitor.indicators.library.taken import taken


def test_it_can_be_taken_and_tells_a_good_month_from_a_bad_one() -> None:
    found = taken(INDICATOR)
    assert (found.sort, found.of) == (Sort.AMOUNT, "member-month")
    assert found.bounds.state(Decimal("43")) is State.RED
    assert found.bounds.state(Decimal("41")) is State.GREEN


def test_it_waits_for_late_claims() -> None:
    assert taken(INDICATOR).due_days == 120
    assert "completed" in INDICATOR.counted
