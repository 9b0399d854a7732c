"""What is overdue or red is an exception by itself; what a person wrote comes before it."""

from datetime import date

from fairterms.monitor.indicators.exceptions_due import exceptions_on
from fairterms.monitor.indicators.indicator import Sample
from fairterms.monitor.indicators.standing import stand
from fairterms.monitor.indicators.watchlist import Watchlist
from fairterms.risks.control.exception import ExceptionItem
from fairterms.units.finding import Severity
from tests.monitor.indicators.made_up import SEEN_SOON, share


def written(opened: date, due: date, name: str = "april") -> ExceptionItem:
    return ExceptionItem(name, "", "seen_soon", "", Severity.HIGH, opened, due, "intake lead")


def found(
    samples: list[Sample], on: date, *exceptions: ExceptionItem
) -> list[tuple[str, str, date]]:
    watchlist = Watchlist((SEEN_SOON,), tuple(samples), exceptions)
    items = exceptions_on(watchlist, [stand(SEEN_SOON, samples, on)], on)
    return [(one.id.split("_")[0], one.subject, one.due) for one in items]


def test_a_value_in_time_is_no_exception() -> None:
    assert found([share(0, 90, 100)], date(2026, 3, 20)) == []


def test_an_overdue_value_is_one_from_the_day_after_it_was_due() -> None:
    assert found([share(0, 90, 100)], date(2026, 3, 21)) == [
        ("late", "overdue: the value of 2026-02", date(2026, 4, 4))
    ]


def test_many_overdue_values_are_one_exception() -> None:
    (one,) = found([share(0, 90, 100)], date(2026, 7, 21))
    assert one[1] == "overdue: 5 values from 2026-02 to 2026-06"


def test_a_red_value_is_one_from_the_day_the_first_red_came() -> None:
    samples = [share(0, 90, 100), share(1, 60, 100), share(2, 50, 100)]
    assert found(samples, date(2026, 4, 10)) == [("red", "red since 2026-02", date(2026, 3, 24))]


def test_what_was_always_red_is_red_since_its_first_value() -> None:
    samples = [share(0, 60, 100), share(1, 50, 100)]
    assert [one[1] for one in found(samples, date(2026, 3, 10))] == ["red since 2026-01"]


def test_a_red_that_is_over_is_none() -> None:
    samples = [share(0, 60, 100), share(1, 90, 100)]
    assert found(samples, date(2026, 3, 10)) == []


def test_a_red_somebody_has_written_down_is_not_told_twice() -> None:
    samples = [share(0, 90, 100), share(1, 60, 100)]
    on, due = date(2026, 3, 20), date(2026, 4, 1)
    assert [one[0] for one in found(samples, on, written(date(2026, 3, 12), due))] == ["april"]
    before = written(date(2026, 1, 12), due)
    assert [one[0] for one in found(samples, on, before)] == ["red", "april"]


def test_exceptions_stand_by_their_due_day_and_later_ones_are_not_known_yet() -> None:
    first = written(date(2026, 2, 1), date(2026, 5, 1), "first")
    second = written(date(2026, 2, 2), date(2026, 4, 1), "second")
    later = written(date(2026, 3, 1), date(2026, 3, 2), "later")
    told = found([share(0, 90, 100)], date(2026, 2, 20), first, second, later)
    assert [one[0] for one in told] == ["second", "first"]
