from decimal import Decimal

from fairterms.monitor.indicators.indicator import Sort, State
from fairterms.monitor.indicators.library.after_discharge import INDICATOR
from tests.monitor.indicators.library.taken import taken


def test_it_can_be_taken_and_tells_a_good_month_from_a_bad_one() -> None:
    found = taken(INDICATOR)
    assert (found.sort, found.of) == (Sort.SHARE, "discharge")
    assert found.bounds.state(Decimal("0.48")) is State.RED
    assert found.bounds.state(Decimal("0.56")) is State.GREEN


def test_people_stand_behind_discharges() -> None:
    assert taken(INDICATOR).is_of_people
