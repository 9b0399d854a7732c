"""The clock runs by the clause alone: what it does not say stops nothing and is never filled in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fairterms.audit.rights.clock import Clock, State, clock
from fairterms.audit.rights.right import (
    AuditRequest,
    NotStated,
    RightToAudit,
    Stated,
    Stop,
)
from fairterms.reference.measure_logic.working_days import DayCount
from fairterms.units.period import Period
from tests.audit.rights.made_up import REQUEST, RIGHT

DUE = date(2028, 3, 31)
STOP = Stop(Period(date(2028, 3, 10), date(2028, 3, 14)), "a flood")
ANSWERED = replace(REQUEST, acknowledged=date(2028, 3, 6))


def at(
    on: date,
    request: AuditRequest = ANSWERED,
    right: RightToAudit = RIGHT,
    others: tuple[AuditRequest, ...] = (),
) -> Clock:
    found = clock(right, request, on, others)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2028, 3, 1), State.NOTICED),
        (date(2028, 3, 5), State.NOTICED),
        (date(2028, 3, 6), State.ACKNOWLEDGED),
        (date(2028, 3, 30), State.ACKNOWLEDGED),
        (DUE, State.ACCESS_DUE),
        (date(2028, 4, 1), State.LATE),
        (date(2028, 4, 9), State.LATE),
        (date(2028, 4, 10), State.ESCALATED),
        (date(2028, 5, 1), State.ESCALATED),
        (date(2028, 5, 2), State.GRANTED),
    ],
)
def test_the_states_follow_one_another(on: date, state: State) -> None:
    whole = replace(ANSWERED, escalated=date(2028, 4, 10), granted=date(2028, 5, 2))
    found = at(on, whole)
    assert (found.state, found.access_due) == (state, DUE)


def test_before_the_notice_there_is_no_clock() -> None:
    assert clock(RIGHT, REQUEST, date(2028, 2, 29)) is None


def test_days_late_are_counted_to_the_day_of_access() -> None:
    granted = replace(ANSWERED, granted=date(2028, 4, 4))
    assert at(date(2028, 4, 3), granted).days_late == 3
    assert at(date(2028, 6, 1), granted).days_late == 4
    assert at(DUE, granted).days_late == 0
    early = replace(ANSWERED, granted=date(2028, 3, 20))
    assert at(date(2028, 6, 1), early).days_late == 0


def test_a_number_the_clause_does_not_give_stops_the_clock_there() -> None:
    gap = NotStated("notice_days", "7.9", "Ask for ten days")
    found = at(date(2030, 1, 1), right=replace(RIGHT, notice_days=gap))
    assert found.access_due == gap
    assert (found.state, found.days_late) == (State.ACKNOWLEDGED, 0)


def test_business_days_leave_out_weekends_and_the_holidays_listed() -> None:
    # March 1, 2028 is a Wednesday.
    business = DayCount(True, frozenset({date(2028, 3, 3)}))
    right = replace(RIGHT, notice_days=Stated(3), counted=business)
    assert at(date(2028, 3, 1), right=right).access_due == date(2028, 3, 7)
    friday = replace(RIGHT, notice_days=Stated(2), counted=DayCount(True, frozenset()))
    assert at(date(2028, 3, 1), right=friday).access_due == date(2028, 3, 3)


@pytest.mark.parametrize("days", range(1, 40))
def test_business_days_agree_with_counting_them_forwards(days: int) -> None:
    counted = DayCount(True, frozenset({date(2028, 3, 3), date(2028, 3, 20)}))
    right = replace(RIGHT, notice_days=Stated(days), counted=counted)
    due = at(date(2028, 3, 1), right=right).access_due
    assert isinstance(due, date)
    assert counted.between(REQUEST.noticed, due) == days
    assert counted.between(REQUEST.noticed, due - timedelta(days=1)) == days - 1


def test_times_without_access_move_the_day_behind_them() -> None:
    first = Period(date(2028, 3, 28), date(2028, 4, 3))
    second = Period(date(2028, 4, 4), date(2028, 4, 6))
    for blackouts in ((first, second), (second, first)):
        right = replace(RIGHT, blackouts=blackouts)
        assert at(date(2028, 3, 2), right=right).access_due == date(2028, 4, 7)
    business = replace(
        RIGHT,
        counted=DayCount(True, frozenset()),
        notice_days=Stated(2),
        blackouts=(Period(date(2028, 3, 3), date(2028, 3, 3)),),
    )
    assert at(date(2028, 3, 2), right=business).access_due == date(2028, 3, 6)


def test_a_stop_the_clause_does_not_give_moves_nothing_and_is_named() -> None:
    found = at(date(2028, 4, 1), replace(ANSWERED, stops=(STOP,)))
    assert (found.access_due, found.state) == (DUE, State.LATE)
    assert "does not say that it may, so these days count" in found.remarks[-1]


def test_a_stop_the_clause_gives_moves_the_day_by_its_days_once() -> None:
    right = replace(RIGHT, stops_when="while the office is closed")
    twice = replace(ANSWERED, stops=(STOP, STOP))
    for request in (replace(ANSWERED, stops=(STOP,)), twice):
        found = at(date(2028, 4, 1), request, right)
        assert (found.access_due, found.state) == (date(2028, 4, 5), State.ACKNOWLEDGED)
        assert found.remarks == ()
    assert at(date(2028, 3, 11), twice, right).access_due == date(2028, 4, 2)
    late = Stop(Period(date(2028, 4, 2), date(2028, 4, 20)), "too late")
    assert at(date(2028, 5, 1), replace(ANSWERED, stops=(late,)), right).access_due == DUE


def test_a_stop_of_business_days_moves_the_day_by_as_many_business_days() -> None:
    # March 1, 2028 is a Wednesday; from Monday 6 to Friday 10 it stands still.
    right = replace(
        RIGHT,
        counted=DayCount(True, frozenset()),
        notice_days=Stated(10),
        stops_when="while the office is closed",
    )
    week = Stop(Period(date(2028, 3, 6), date(2028, 3, 10)), "a flood")
    assert at(date(2028, 3, 20), right=right).access_due == date(2028, 3, 15)
    stopped = replace(ANSWERED, stops=(week,))
    assert at(date(2028, 3, 20), stopped, right).access_due == date(2028, 3, 22)


def test_a_stop_of_later_days_is_not_told_of_yet() -> None:
    later = Stop(Period(date(2028, 4, 2), date(2028, 4, 20)), "a flood")
    assert at(DUE, replace(ANSWERED, stops=(later,))).remarks == ()


def test_from_leap_day_to_leap_day_is_four_years() -> None:
    right = replace(RIGHT, look_back_years=Stated(4))
    leap = replace(ANSWERED, noticed=date(2028, 2, 29))
    for first, remarks in ((date(2024, 2, 29), 0), (date(2024, 2, 28), 1)):
        asked = replace(leap, covers=Period(first, date(2027, 1, 1)))
        assert len(at(DUE, asked, right).remarks) == remarks


def test_days_that_lie_too_far_back_are_named() -> None:
    for first, remarks in ((date(2025, 3, 1), 0), (date(2025, 2, 28), 1)):
        asked = replace(ANSWERED, covers=Period(first, date(2027, 12, 31)))
        assert len(at(DUE, asked).remarks) == remarks
    leap = replace(
        ANSWERED, noticed=date(2028, 2, 29), covers=Period(date(2025, 2, 28), date(2027, 1, 1))
    )
    assert at(DUE, leap).remarks == ()


def test_more_requests_than_the_clause_allows_are_named() -> None:
    second = replace(ANSWERED, id="autumn", noticed=date(2028, 9, 1))
    both = (ANSWERED, second)
    assert at(DUE, ANSWERED, others=both).remarks == ()
    answered = replace(second, acknowledged=date(2028, 9, 2))
    (remark,) = at(date(2028, 9, 3), answered, others=both).remarks
    assert remark == "It is request number 2 of 2028; the clause allows 1."
    no_limit = replace(RIGHT, yearly_cap=Stated(0))
    assert at(date(2028, 9, 3), answered, no_limit, both).remarks == ()
    next_year = replace(answered, noticed=date(2029, 1, 2), acknowledged=date(2029, 1, 3))
    assert at(date(2029, 1, 4), next_year, others=both).remarks == ()


def test_a_late_answer_is_named() -> None:
    assert at(date(2028, 3, 11), REQUEST).remarks == ()
    (open_,) = at(date(2028, 3, 12), REQUEST).remarks
    assert open_ == "The notice is not answered, 1 day after the last day (2028-03-11)."
    (late,) = at(DUE, replace(REQUEST, acknowledged=date(2028, 3, 14))).remarks
    assert late == "The answer came on 2028-03-14, 3 days late."


def test_each_number_that_is_not_given_is_named_with_what_to_ask() -> None:
    gaps = {
        name: NotStated(name, "7.9", "Ask for it")
        for name in ("response_days", "look_back_years", "yearly_cap")
    }
    right = replace(RIGHT, **gaps)  # type: ignore[arg-type] # fields by name
    found = at(DUE, REQUEST, right).remarks
    assert set(found) == {str(gap) for gap in gaps.values()}
    assert str(gaps["yearly_cap"]) == (
        "Section 7.9 does not give how many audits a year are allowed. Ask for it."
    )


def test_a_request_runs_under_its_own_right() -> None:
    with pytest.raises(AssertionError):
        clock(RIGHT, replace(REQUEST, right="other"), DUE)
