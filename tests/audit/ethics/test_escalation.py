"""Others learn a number, rounded to a month and to "some"."""

from datetime import date, timedelta

import pytest

from fairterms.audit.ethics.case import Case, Step, Subject, Taken
from fairterms.audit.ethics.clock import usual
from fairterms.audit.ethics.escalation import escalation


def cases(count: int, came: date = date(2027, 3, 1)) -> list[Case]:
    return [Case(Subject.OTHER, came)] * count


@pytest.mark.parametrize(
    ("count", "number"),
    [(0, "none"), (1, "some"), (10, "some"), (11, "more than 10"), (1200, "more than 10")],
)
def test_a_number_of_one_to_ten_is_some(count: int, number: str) -> None:
    found = escalation(cases(count), usual(), date(2027, 4, 9))
    assert (found.as_of, found.number) == (date(2027, 3, 31), number)


def test_no_day_of_a_month_tells_more_than_its_first() -> None:
    several = [Case(Subject.MONEY, date(2027, 3, 1) + timedelta(days=day)) for day in range(60)]
    told = {escalation(several, usual(), date(2027, 4, day)) for day in range(1, 31)}
    assert len(told) == 1
    assert told.pop().number == "more than 10"


def test_a_month_with_one_more_late_report_tells_nothing_of_it() -> None:
    later = [*cases(11), Case(Subject.MONEY, date(2027, 4, 2))]
    april, may = (escalation(later, usual(), date(2027, month, 9)) for month in (4, 5))
    assert april.number == may.number


def test_what_was_mended_since_counts_as_it_stood() -> None:
    mended = Case(Subject.CARE, date(2027, 3, 1), (Taken(Step.OUTCOME_TOLD, date(2027, 4, 2)),))
    assert escalation([mended], usual(), date(2027, 4, 9)).number == "some"
    assert escalation([mended], usual(), date(2027, 5, 9)).number == "none"


def test_the_year_turns() -> None:
    assert escalation([], usual(), date(2028, 1, 1)).as_of == date(2027, 12, 31)
