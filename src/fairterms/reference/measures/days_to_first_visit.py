"""How soon a patient who asked for care was seen, and seen again."""

from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import (
    Better,
    Judgement,
    Kind,
    Measure,
    MeasurementPeriod,
    Option,
    Options,
)
from fairterms.reference.measure_logic import contract_options, working_days
from fairterms.reference.measure_logic.kept_visits import Visit, kept_visits
from fairterms.reference.measure_logic.steps import Steps, sort_case
from fairterms.reference.measure_logic.working_days import DayCount

FIRST, SECOND = "first visit", "second visit"
WITHDRAWN = ("revoked", "entered-in-error", "cancelled")
NO_REQUEST = "no day of request is on record: the table visits needs the column requested_on"


@dataclass(frozen=True)
class _Wait:
    """A request, and the days of the first and the second visit after it."""

    asked: date
    first: Visit | None
    second: Visit | None


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge each request of a patient, twice: the wait for the first visit, and for the second.

    Parameters
    ----------
    patient
        The record, also from before the period.
    period
        In which the request lies.
    options
        As declared, settled.

    Notes
    -----
    ``amount`` is the days waited. Requests before the same first visit are one case, counted from
    the earliest.
    """
    visits = kept_visits(patient)
    clear = timedelta(contract_options.whole(options, "clear_days"))
    waits = [
        wait
        for wait in _waits(patient, visits)
        if period.holds(wait.asked)
        and not any(timedelta(0) < wait.asked - one.day <= clear for one in visits)
    ]
    if not waits:
        lacks = not patient.service_requests and any(period.holds(one.day) for one in visits)
        return (Judgement(patient.id, findings=(NO_REQUEST,) if lacks else ()),)
    days = working_days.day_count(options)
    return tuple(one for wait in waits for one in _judge_wait(patient, wait, days, options))


def _waits(patient: PatientRecord, visits: tuple[Visit, ...]) -> list[_Wait]:
    """Return each wait from the earliest request before the same first visit."""
    found: dict[date | None, _Wait] = {}
    asked = sorted(
        one.authored.day
        for one in patient.service_requests
        if one.authored is not None and one.status not in WITHDRAWN and not one.is_do_not_perform
    )
    for day in asked:
        after = [one for one in visits if one.day >= day]
        first = after[0] if after else None
        second = next((one for one in after if first and one.day > first.day), None)
        found.setdefault(first.day if first else None, _Wait(day, first, second))
    return list(found.values())


def _judge_wait(
    patient: PatientRecord, wait: _Wait, days: DayCount, options: Options
) -> list[Judgement]:
    steps = Steps()
    limit = contract_options.whole(options, "first_within")
    found = _judge_visit(steps, (wait.asked, wait.first), limit, (days, options))
    clinician = wait.first.clinician if wait.first else ""
    judged = [_judgement(patient, FIRST, found, wait.asked, clinician, steps)]
    if wait.first is not None:
        limit = contract_options.whole(options, "second_within")
        again = _judge_visit(steps, (wait.first.day, wait.second), limit, (days, options))
        judged.append(_judgement(patient, SECOND, again, wait.first.day, clinician, steps))
    return judged


def _judge_visit(
    steps: Steps, wait: tuple[date, Visit | None], limit: int, rules: tuple[DayCount, Options]
) -> tuple[bool | None, int | None]:
    """Return whether a visit was in time, None while it is not known, and the days waited."""
    (start, visit), (days, options) = wait, rules
    until = contract_options.day(options, "observed_until")
    due = days.after(start, limit)
    if not steps.ask(f"The time to be seen after {start} is over", due <= until, f"until {due}"):
        return None, None
    rule = f"Seen within {limit} {days} of {start}"
    if visit is None:
        return steps.ask(rule, False, f"not until {until}"), None
    waited = days.between(start, visit.day)
    return steps.ask(rule, waited <= limit, f"on {visit.day}, after {waited}"), waited


def _judgement(
    patient: PatientRecord,
    group: str,
    found: tuple[bool | None, int | None],
    day: date,
    clinician: str,
    steps: Steps,
) -> Judgement:
    is_reached, waited = found
    return Judgement(
        patient.id,
        {} if is_reached is None else sort_case(True, is_reached=is_reached),
        group=group,
        amount=waited,
        day=day,
        clinician=clinician,
        trace=steps.taken,
    )


MEASURE = Measure(
    name="days_to_first_visit",
    title="First visit within a declared time after the request, and the second after the first",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("visits", "visits.requested_on"),
    populations=(
        "Counted: requests in the period by patients without a kept visit in clear_days before.",
        "Reached, first part: a kept visit within first_within days of the request.",
        "Reached, second part: a further day with a kept visit within second_within days of it.",
    ),
    windows=(
        "The day of the request is day 0; a visit on the last day of the limit is in time.",
        "A request whose limit ends after observed_until is not judged yet, seen or not.",
    ),
    exclusions=("Requests that were withdrawn, or entered in error.",),
    traps=(
        (
            "Always read both parts: in the national data of the NHS 91.6 % begin within 6 weeks "
            "and 52.7 % have a second visit within 6 more weeks (recomputed)."
        ),
        "Patients who asked and never came are counted; a mean of days over those seen hides them.",
        "Judging early those who were already seen, and not those who still wait, flatters.",
        "Business days make a wait over a holiday short: name the holidays.",
        "A request on record only when the visit was booked shortens every wait.",
    ),
    options=(
        Option("first_within", "days", "the most days from the request to the first visit"),
        Option("second_within", "days", "the most days from the first visit to the second"),
        Option("clear_days", "days", "days without a kept visit before a request of a new patient"),
        *working_days.OPTIONS,
        contract_options.OBSERVED_UNTIL,
    ),
    groups=(FIRST, SECOND),
    judge=judge,
)
