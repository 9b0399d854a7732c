"""How often: the next day due."""

from datetime import date

import pytest

from fairterms.risks.control.cadence import Cadence


@pytest.mark.parametrize(
    ("cadence", "day", "following"),
    [
        (Cadence.DAILY, date(2027, 2, 28), date(2027, 3, 1)),
        (Cadence.WEEKLY, date(2027, 12, 28), date(2028, 1, 4)),
        (Cadence.MONTHLY, date(2027, 12, 31), date(2028, 1, 31)),
        (Cadence.MONTHLY, date(2027, 2, 28), date(2027, 3, 31)),
        (Cadence.MONTHLY, date(2028, 1, 30), date(2028, 2, 29)),
        (Cadence.QUARTERLY, date(2027, 11, 15), date(2028, 2, 15)),
        (Cadence.HALF_YEARLY, date(2027, 6, 30), date(2027, 12, 31)),
        (Cadence.YEARLY, date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_the_next_day_keeps_to_the_calendar(cadence: Cadence, day: date, following: date) -> None:
    assert cadence.next_after(day) == following


def test_nobody_knows_when_the_next_event_comes() -> None:
    assert Cadence.EACH.next_after(date(2027, 1, 1)) is None
