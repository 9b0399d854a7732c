"""Member months of one person, by the rule the contract declares."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.measure import MeasurementPeriod, Option, Options
from fairterms.reference.measure_logic import contract_options
from fairterms.units.refusal import Refusal

FIRST_DAY, FIFTEENTH, ANY_DAY, DAYS = "first day", "fifteenth", "any day", "days"

OPTIONS = (
    Option(
        "month_rule",
        "words",
        f"when a person counts in a month: {FIRST_DAY}, {FIFTEENTH}, {ANY_DAY} or {DAYS}",
    ),
    Option("days_a_month", "days", "how many days make a month under the rule by days; or none"),
    Option("plans", "names, parted by commas", "which products count; or any"),
)
"""What a contract must say about member months."""

Span = tuple[date, date]


def covered_months(
    patient: PatientRecord, period: MeasurementPeriod, options: Options
) -> dict[date, Fraction]:
    """Return a person's member months, by the first day of each month in which there are any.

    Parameters
    ----------
    patient
        The record.
    period
        Whole calendar months.
    options
        :data:`OPTIONS`, settled.

    Raises
    ------
    Refusal
        When spans overlap, the period is not whole months, or an option cannot be read.
    """
    spans = _spans(patient, period, options)
    rule = contract_options.choice(options, "month_rule", FIRST_DAY, FIFTEENTH, ANY_DAY, DAYS)
    days_a_month = contract_options.number_or_none(options, "days_a_month", least=1)
    if (rule == DAYS) != (days_a_month is not None):
        raise Refusal(
            "option days_a_month",
            f"does not go with the rule by {rule}",
            "only the rule by days divides by a number",
            'write a number, such as 30.4, for the rule by days, and "none" for the others',
        )
    found = {}
    for first, last in _months(period):
        counted = _counted(spans, first, last, rule)
        if counted:
            found[first] = Fraction(counted) / (days_a_month or 1)
    return found


def _counted(spans: list[Span], first: date, last: date, rule: str) -> int:
    if rule == DAYS:
        return sum(max(0, (min(b, last) - max(a, first)).days + 1) for a, b in spans)
    on = {
        FIRST_DAY: (first, first),
        FIFTEENTH: (first + timedelta(14),) * 2,
        ANY_DAY: (first, last),
    }
    start, end = on[rule]
    return int(any(a <= end and b >= start for a, b in spans))


def _spans(patient: PatientRecord, period: MeasurementPeriod, options: Options) -> list[Span]:
    plans = contract_options.words_or_any(options, "plans")
    found = sorted(
        (max(one.period.first_day, period.starts), min(one.period.last_day, period.ends))
        for one in patient.coverages
        if one.period is not None
        and one.period.overlaps_days(period.starts, period.ends)
        and (plans is None or one.plan.lower() in plans)
    )
    for (_, end), (start, _) in pairwise(found):
        if start <= end:
            raise Refusal(
                "enrolment",
                f"two spans of one member hold the day {start}",
                "the same day would be counted twice",
                "ask the plan which of the spans holds, or choose one product",
            )
    return found


def _months(period: MeasurementPeriod) -> list[Span]:
    last = period.ends
    if period.starts.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        raise Refusal(
            "measurement period",
            "is not whole months",
            "member months count whole calendar months",
            "give a period from the first day of a month to the last day of one",
        )
    found, first = [], period.starts
    while first <= last:
        end = first.replace(day=monthrange(first.year, first.month)[1])
        found.append((first, end))
        first = end + timedelta(1)
    return found
