from decimal import Decimal

from fairterms.monitor.indicators.indicator import Sort, State
from fairterms.monitor.indicators.library.denial_rate import INDICATOR
from tests.monitor.indicators.library.taken import taken


def test_it_can_be_taken_and_tells_a_good_month_from_a_bad_one() -> None:
    found = taken(INDICATOR)
    assert (found.sort, found.of) == (Sort.SHARE, "claim")
    assert found.bounds.state(Decimal("0.11")) is State.RED
    assert found.bounds.state(Decimal("0.06")) is State.GREEN


def test_a_claim_paid_on_appeal_was_still_refused() -> None:
    assert "on appeal" in INDICATOR.counted
