from decimal import Decimal

from fairterms.monitor.indicators.indicator import Sort, State
from fairterms.monitor.indicators.library.unpaid_hours import INDICATOR
from tests.monitor.indicators.library.taken import taken


def test_it_can_be_taken_and_tells_a_good_month_from_a_bad_one() -> None:
    found = taken(INDICATOR)
    assert (found.sort, found.of) == (Sort.AMOUNT, "")
    assert found.bounds.state(Decimal("400")) is State.RED
    assert found.bounds.state(Decimal("249")) is State.GREEN


def test_what_the_contract_pays_is_not_counted() -> None:
    assert "less those the contract pays" in INDICATOR.counted
