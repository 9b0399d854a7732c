"""The times a control should have run are counted, and so are those with nothing to show."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from fairterms.audit.procedures import operated
from fairterms.audit.procedures.operated import Operated, Times, count_times, windows
from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.sampling import draw_places
from fairterms.units.period import Period
from tests.audit.procedures.made_up import YEAR, codes, read_one

MONTHS = tuple(date(2027, month, 15) for month in range(1, 13))


@pytest.mark.parametrize(
    ("cadence", "times"),
    [
        (Cadence.DAILY, 365),
        (Cadence.WEEKLY, 52),
        (Cadence.MONTHLY, 12),
        (Cadence.QUARTERLY, 4),
        (Cadence.HALF_YEARLY, 2),
        (Cadence.YEARLY, 1),
        (Cadence.EACH, 0),
    ],
)
def test_a_year_has_so_many_times(cadence: Cadence, times: int) -> None:
    found = windows(cadence, YEAR)
    assert len(found) == times
    for one, following in pairwise(found):
        assert one.last + timedelta(days=1) == following.first


def test_a_month_begins_on_the_first_and_ends_on_its_last_day() -> None:
    assert windows(Cadence.MONTHLY, YEAR)[1] == Period(date(2027, 2, 1), date(2027, 2, 28))


def test_a_rest_shorter_than_a_step_is_left_out() -> None:
    almost = Period(date(2027, 1, 1), date(2027, 12, 30))
    assert len(windows(Cadence.MONTHLY, almost)) == 11


def test_a_missed_month_is_counted_once_however_often_it_ran_in_others() -> None:
    days = (*MONTHS[:4], date(2027, 1, 20), *MONTHS[5:])
    assert count_times(Operated("a", days, "log"), Cadence.MONTHLY, YEAR) == Times(12, 12, 1)
    assert count_times(Operated("a", (), "log"), Cadence.MONTHLY, YEAR) == Times(12, 12, 12)
    assert count_times(Operated("a", MONTHS, "log"), Cadence.EACH, YEAR) is None


def test_only_the_times_drawn_by_the_seed_are_looked_at() -> None:
    drawn = {int(one) for one in draw_places(12, "juniper 2027", 6)}
    missed = next(place for place in range(1, 13) if place not in drawn)
    caught = min(drawn)
    for place, failed in ((missed, 0), (caught, 1)):
        days = tuple(day for day in MONTHS if day.month != place)
        found = Operated("a", days, "log", "juniper 2027", 6)
        assert count_times(found, Cadence.MONTHLY, YEAR) == Times(12, 6, failed)


def test_a_seed_without_a_size_is_half_a_sample() -> None:
    text = '[[operated]]\ncontrol = "a"\nwhere = "log"\ndone = [2027-01-15]\n'
    assert read_one(text, "operated", operated.read) == (
        Operated("a", (date(2027, 1, 15),), "log"),
        (),
    )
    found, problems = read_one(text + 'seed = "x"', "operated", operated.read)
    assert (found, codes(problems)) == (None, ["half-a-sample"])
    with pytest.raises(AssertionError):
        Operated("a", (), "log", size=3)
