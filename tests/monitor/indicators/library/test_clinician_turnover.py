from decimal import Decimal

from fairterms.monitor.indicators.indicator import Sort, State
from fairterms.monitor.indicators.library.clinician_turnover import INDICATOR
from tests.monitor.indicators.library.taken import taken


def test_it_can_be_taken_and_tells_a_good_month_from_a_bad_one() -> None:
    found = taken(INDICATOR)
    assert (found.sort, found.of) == (Sort.SHARE, "clinician")
    assert found.bounds.state(Decimal("0.04")) is State.RED
    assert found.bounds.state(Decimal("0.01")) is State.GREEN


def test_only_those_who_chose_to_leave_count() -> None:
    assert "own choice" in INDICATOR.counted
