from datetime import date
from decimal import Decimal

from fairterms.monitor.indicators.indicator import Sort, State
from fairterms.monitor.indicators.library.depression_response import INDICATOR
from tests.monitor.indicators.library.taken import taken


def test_it_can_be_taken_and_tells_a_good_month_from_a_bad_one() -> None:
    found = taken(INDICATOR)
    assert (found.sort, found.of) == (Sort.SHARE, "patient")
    assert found.bounds.state(Decimal("0.33")) is State.RED
    assert found.bounds.state(Decimal("0.41")) is State.GREEN


def test_half_a_year_is_left_to_find_out_why() -> None:
    assert taken(INDICATOR).warns_until(date(2027, 1, 31)) == date(2027, 7, 31)
