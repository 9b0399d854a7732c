"""The clock of a request to audit: where it stands as of a day."""

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fairterms.audit.rights.right import (
    UNLIMITED,
    AuditRequest,
    NotStated,
    RightToAudit,
    Stated,
)
from fairterms.reference.measure_logic.working_days import DayCount
from fairterms.units.period import Period

_DAY = timedelta(days=1)
_SATURDAY = 5


class State(StrEnum):
    """Where a request stands."""

    NOTICED = "noticed"
    ACKNOWLEDGED = "acknowledged"
    ACCESS_DUE = "access due"
    GRANTED = "granted"
    LATE = "late"
    ESCALATED = "escalated"


@dataclass(frozen=True)
class Clock:
    """A request as of a day.

    Attributes
    ----------
    request, right
        What is asked, under which right.
    on
        The day.
    state
        Where it stands.
    answer_due, access_due
        The last days for an answer and for access; the term that is missing where the clause does
        not give one.
    remarks
        What else the clause says of this request, as sentences.
    """

    request: AuditRequest
    right: RightToAudit
    on: date
    state: State
    answer_due: date | NotStated
    access_due: date | NotStated
    remarks: tuple[str, ...] = ()

    @property
    def days_late(self) -> int:
        """How many calendar days access was or is late; 0 where it is not, or nobody can say."""
        if isinstance(self.access_due, NotStated):
            return 0
        granted = _by(self.request.granted, self.on)
        return max(((granted or self.on) - self.access_due).days, 0)


def clock(
    right: RightToAudit, request: AuditRequest, on: date, others: tuple[AuditRequest, ...] = ()
) -> Clock | None:
    """Say where a request stands.

    Parameters
    ----------
    right, request
        The right, and a request under it.
    on
        The day.
    others
        Other requests under the same right, for the yearly cap.

    Returns
    -------
    Clock or None
        None before the notice.

    Notes
    -----
    Days are counted from the notice, which is not counted itself. A day on which no access need be
    given moves the last day for access behind it. The days of a stop are not counted where the
    clause says that the clock may stop.
    """
    assert request.right == right.id, "a request is made under its own right"
    if on < request.noticed:
        return None
    answer = _due(right, right.response_days, request.noticed)
    access = _due(right, right.notice_days, request.noticed, _still(right, request, on))
    if isinstance(access, date):
        access = _moved(right, access)
    state = _state(request, access, on)
    remarks = (
        *_outside(right, request),
        *_above_cap(right, request, others),
        *_late_answer(request, answer, on),
        *_unfounded(right, request, on),
    )
    return Clock(request, right, on, state, answer, access, remarks)


def _by(day: date | None, on: date) -> date | None:
    """Return a day that is not later than another."""
    return day if day is not None and day <= on else None


def _state(request: AuditRequest, access: date | NotStated, on: date) -> State:
    if _by(request.granted, on):
        return State.GRANTED
    if _by(request.escalated, on):
        return State.ESCALATED
    if isinstance(access, date) and on > access:
        return State.LATE
    if isinstance(access, date) and on == access:
        return State.ACCESS_DUE
    return State.ACKNOWLEDGED if _by(request.acknowledged, on) else State.NOTICED


def _due(
    right: RightToAudit,
    term: Stated[int] | NotStated,
    noticed: date,
    still: tuple[Period, ...] = (),
) -> date | NotStated:
    """Count days from the notice, which is not counted itself, without those that stood still."""
    if isinstance(term, NotStated):
        return term
    day, left = noticed, term.value
    while left:
        day += _DAY
        left -= _is_open(right.counted, day) and not any(day in one for one in still)
    return day


def _is_open(counted: DayCount, day: date) -> bool:
    """Say whether a day counts."""
    is_off = day.weekday() >= _SATURDAY or day in counted.holidays
    return not (counted.is_business and is_off)


def _still(right: RightToAudit, request: AuditRequest, on: date) -> tuple[Period, ...]:
    """Return when the clock stood still.

    Only where the clause says that the clock may stop, and only the days that have been.
    """
    begun = (one.during for one in request.stops if one.during.first <= on)
    return tuple(Period(one.first, min(one.last, on)) for one in begun if right.stops_when)


def _moved(right: RightToAudit, day: date) -> date:
    """Return the day itself, or the first open one after the times without access."""
    while any(day in one for one in right.blackouts) or not _is_open(right.counted, day):
        day += _DAY
    return day


def _outside(right: RightToAudit, request: AuditRequest) -> tuple[str, ...]:
    """Say whether a request looks further back than the clause allows."""
    term = right.look_back_years
    if isinstance(term, NotStated):
        return (str(term),)
    earliest = _years_before(request.noticed, term.value)
    if request.covers.first >= earliest:
        return ()
    return (
        f"It asks about days since {request.covers.first}; the clause reaches back to {earliest}.",
    )


def _years_before(day: date, years: int) -> date:
    year = day.year - years
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(year, 2, 28) if is_leap_day and not isleap(year) else day.replace(year=year)


def _above_cap(
    right: RightToAudit, request: AuditRequest, others: tuple[AuditRequest, ...]
) -> tuple[str, ...]:
    """Say whether there were more requests in the calendar year than the clause allows."""
    term = right.yearly_cap
    if isinstance(term, NotStated):
        return (str(term),)
    year = request.noticed.year
    before = [
        one
        for one in others
        if one.right == right.id
        and one.noticed.year == year
        and (one.noticed, one.id) < (request.noticed, request.id)
    ]
    if term.value == UNLIMITED or len(before) < term.value:
        return ()
    return (f"It is request number {len(before) + 1} of {year}; the clause allows {term.value}.",)


def _late_answer(request: AuditRequest, answer: date | NotStated, on: date) -> tuple[str, ...]:
    """Say whether the notice was answered late, or is still not answered."""
    answered = _by(request.acknowledged, on)
    if isinstance(answer, NotStated):
        return () if answered else (str(answer),)
    late = ((answered or on) - answer).days
    if late <= 0:
        return ()
    days = "1 day" if late == 1 else f"{late} days"
    if answered:
        return (f"The answer came on {answered}, {days} late.",)
    return (f"The notice is not answered, {days} after the last day ({answer}).",)


def _unfounded(right: RightToAudit, request: AuditRequest, on: date) -> tuple[str, ...]:
    """Say of each stop that the clause does not provide for it."""
    if right.stops_when:
        return ()
    return tuple(
        f"The clock is said to have stood still from {stop.during} ({stop.why.rstrip('.')}). "
        "The clause does not say that it may, so these days count."
        for stop in request.stops
        if stop.during.first <= on
    )
