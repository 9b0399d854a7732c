"""Screening for depression and follow-up plan, as the federal programmes measured it for 2026.

Of patients seen, how many were screened, and, where the screen was positive, followed up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from fairterms.reference.clinical.calendar import age_on
from fairterms.reference.clinical.code import Code, coded, share
from fairterms.reference.clinical.facts import ORDERS, MedicationOrder, Observation
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Moment, Period
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.measure import (
    Better,
    Judgement,
    Kind,
    Measure,
    MeasurementPeriod,
    Options,
)
from fairterms.reference.measure_logic.steps import Steps, sort_case, word_count

YOUNGEST = 12
BOTH_FORMS_AT = 17
SCREEN_BEFORE = timedelta(days=14)
FOLLOW_UP_AFTER = timedelta(days=2)

_VISITS = ("Encounter to Screen for Depression", "Physical Therapy Evaluation", "Telephone Visits")
_COUNTED = ("final", "corrected")
_KEPT = ("active", "completed")
_NEGATIVE = frozenset({Code("snomed-ct", "428171000124102")})
_POSITIVE = frozenset({Code("snomed-ct", "428181000124104")})
_DECLINED = frozenset({Code("snomed-ct", "720834000")})


@dataclass(frozen=True)
class _Form:
    """The screen of an age band, and what may follow a positive one."""

    name: str
    codes: frozenset[Code]
    medicines: str
    referral: str
    follow_up: str

    @property
    def value_sets(self) -> tuple[str, ...]:
        return (self.medicines, self.referral, self.follow_up)


_ADOLESCENT = _Form(
    "adolescent",
    frozenset({Code("loinc", "73831-0")}),
    "Adolescent Depression Medications",
    "Referral for Adolescent Depression",
    "Follow Up for Adolescent Depression",
)
_ADULT = _Form(
    "adult",
    frozenset({Code("loinc", "73832-8")}),
    "Adult Depression Medications",
    "Referral for Adult Depression",
    "Follow Up for Adult Depression",
)


@dataclass(frozen=True)
class _Case:
    """What is read of one patient again and again."""

    patient: PatientRecord
    period: MeasurementPeriod
    sets: ValueSets
    visits: tuple[Period, ...]

    def screens(self, form: _Form) -> list[Observation]:
        """Return the screens of a form that end within 14 days before a visit, or on its day."""
        return [
            one
            for one in coded(self.patient.observations, form.codes)
            if one.has_value
            and one.status in _COUNTED
            and one.when is not None
            and any(_shortly_before(one.when.last_day, visit) for visit in self.visits)
        ]

    def last_screen(self, form: _Form) -> Observation | None:
        """Return the screen that began last; of two at one moment the one recorded later."""
        return max(reversed(self.screens(form)), key=_begins, default=None)


def judge(
    patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets, _: Options
) -> tuple[Judgement, ...]:
    """Judge one patient.

    Parameters
    ----------
    patient
        The record.
    period
        The year measured.
    sets
        The code lists.

    Returns
    -------
    tuple
        One judgement.
    """
    steps = Steps()
    age = None if patient.birth_date is None else age_on(patient.birth_date, period.starts)
    is_old_enough = steps.ask(
        f"{YOUNGEST} years or older on {period.starts}",
        age is not None and age >= YOUNGEST,
        "no day of birth on record" if age is None else f"{age} years",
    )
    case = _Case(patient, period, sets, _visits(patient, period, sets))
    is_seen = steps.ask(
        f"A finished visit of the listed kinds between {period.starts} and {period.ends}",
        bool(case.visits),
        word_count(len(case.visits), "such visit"),
    )
    if age is None or not (is_old_enough and is_seen):
        return (Judgement(patient.id, trace=steps.taken),)
    is_excluded = _ask_exclusion(steps, case)
    answers = [_ask_form(steps, case, form) for form in forms_at(age)]
    counts = sort_case(
        True,
        is_excluded=is_excluded,
        is_excepted=_ask_exception(steps, case),
        is_reached=any(answers),
    )
    return (
        Judgement(
            patient.id,
            counts,
            stratum="12 to 17" if age < 18 else "18 and over",
            trace=steps.taken,
            findings=_findings(patient),
        ),
    )


def forms_at(age: int) -> tuple[_Form, ...]:
    """Return the screens that count at an age: one form, and at 17 either.

    Examples
    --------
    >>> [[form.name for form in forms_at(age)] for age in (16, 17, 18)]
    [['adolescent'], ['adolescent', 'adult'], ['adult']]
    """
    if age < BOTH_FORMS_AT:
        return (_ADOLESCENT,)
    return (_ADOLESCENT, _ADULT) if age == BOTH_FORMS_AT else (_ADULT,)


def _visits(
    patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets
) -> tuple[Period, ...]:
    """Return the spans of the visits that count, each wholly within the year."""
    return tuple(
        visit.period
        for visit in coded(patient.encounters, sets.any_of(*_VISITS))
        if visit.status == "finished"
        and visit.period is not None
        and visit.period.lies_within_days(period.starts, period.ends)
    )


def _shortly_before(day: date, visit: Period) -> bool:
    return visit.first_day - SCREEN_BEFORE <= day <= visit.first_day


def _begins(screen: Observation) -> datetime:
    """Return the instant a screen began."""
    assert screen.when is not None, "only screens with a time are put in order"
    return screen.when.begins


def _ask_exclusion(steps: Steps, case: _Case) -> bool:
    """Ask for a bipolar disorder on the problem list that began before the day of a visit."""
    latest = max(visit.first_day for visit in case.visits)
    begun = [
        f"begun {condition.prevalence.start or 'at an unknown time'}"
        for condition in coded(case.patient.conditions, case.sets["Bipolar Disorder"])
        if condition.is_on_problem_list and condition.prevalence.first_day < latest
    ]
    return steps.ask(
        "Excluded for a bipolar disorder on the problem list since before a visit",
        bool(begun),
        "; ".join(begun) or "none on record",
    )


def _ask_form(steps: Steps, case: _Case, form: _Form) -> bool:
    """Ask whether the last screen of a form is negative, or positive with a follow-up."""
    last = case.last_screen(form)
    rule = f"The last {form.name} screen up to 14 days before a visit is negative"
    if last is None or last.when is None:
        return steps.ask(rule, False, "no such screen")
    if steps.ask(rule, share(last.answers, _NEGATIVE), f"screened {last.when}"):
        return True
    is_positive = share(last.answers, _POSITIVE)
    found = sorted(set(_follow_ups(case, form, last.when))) if is_positive else []
    return steps.ask(
        f"The last {form.name} screen is positive and was followed up within 2 days",
        bool(found),
        "; ".join(found) or ("no such follow-up" if is_positive else "it is not positive"),
    )


def _follow_ups(case: _Case, form: _Form, screen: Period) -> Iterator[str]:
    """Give what followed a positive screen, in words with its date."""
    for visit in case.visits:
        if _shortly_before(screen.first_day, visit):
            yield from _done(case, form, visit)
            yield from _referred(case, form, visit)
            yield from _prescribed(case, form, visit, screen)


def _done(case: _Case, form: _Form, visit: Period) -> Iterator[str]:
    """Give the completed procedures that began within a visit, to the instant."""
    for one in coded(case.patient.procedures, case.sets[form.follow_up]):
        start = one.when.start if one.when else None
        if one.status != "completed" or start is None or not case.period.holds(start.day):
            continue
        if visit.holds(start):
            yield f"procedure {start}"


def _referred(case: _Case, form: _Form, visit: Period) -> Iterator[str]:
    for one in coded(case.patient.service_requests, case.sets[form.referral]):
        is_kept = one.status in _KEPT and not one.is_do_not_perform
        if is_kept and _in_time(one.authored, visit, case.period):
            yield f"referral {one.authored}"


def _prescribed(case: _Case, form: _Form, visit: Period, screen: Period) -> Iterator[str]:
    # The medicine may outlast another visit than the one it was ordered after: so it is published.
    screened = [one for one in case.visits if _shortly_before(screen.first_day, one)]
    for one in coded(case.patient.medication_orders, case.sets[form.medicines]):
        if not _is_order(one) or not _in_time(one.authored, visit, case.period):
            continue
        if any(_outlasts(one, other) for other in screened):
            yield f"medicine ordered {one.authored}"


def _is_order(order: MedicationOrder) -> bool:
    return order.status in _KEPT and order.intent in ORDERS and not order.is_do_not_perform


def _in_time(ordered: Moment | None, visit: Period, period: MeasurementPeriod) -> bool:
    """Say whether something was ordered from a visit's last day to two days later, in the year."""
    return (
        ordered is not None
        and visit.last_day <= ordered.day <= visit.last_day + FOLLOW_UP_AFTER
        and period.holds(ordered.day)
    )


def _outlasts(order: MedicationOrder, visit: Period) -> bool:
    """Say whether a medicine is taken by the visit's last day and for longer."""
    days = order.period
    return days is not None and days.first_day <= visit.last_day < days.last_day


def _ask_exception(steps: Steps, case: _Case) -> bool:
    """Ask for a screen declined or ruled out, where no screen of that form was done."""
    accepted = _DECLINED | case.sets["Medical Reason"]
    found = [
        f"{form.name} screen not done on {one.issued}"
        for form in (_ADOLESCENT, _ADULT)
        for one in coded(case.patient.observations, form.codes)
        if one.status == "cancelled"
        and share(one.not_done_reasons, accepted)
        and one.issued is not None
        and any(visit.first_day <= one.issued.day <= visit.last_day for visit in case.visits)
        and not case.screens(form)
    ]
    return steps.ask(
        "Accepted reason: a screen declined or ruled out during a visit, and none of its form done",
        bool(found),
        "; ".join(found) or "none on record",
    )


def _findings(patient: PatientRecord) -> tuple[str, ...]:
    """Return what is wrong with the screens read, each once and without days."""
    found = (
        f"a screen of the {form.name} form does not count: "
        + (f"its status is {one.status or 'not recorded'}" if one.has_value else "it has no result")
        for form in (_ADOLESCENT, _ADULT)
        for one in coded(patient.observations, form.codes)
        if one.status != "cancelled" and (one.status not in _COUNTED or not one.has_value)
    )
    return tuple(dict.fromkeys(found))


MEASURE = Measure(
    name="cms2_2025",
    title="Preventive Care and Screening: Screening for Depression and Follow-Up Plan",
    steward="Centers for Medicare & Medicaid Services",
    version="CMS2 in FHIR, logic 0.4.001 of 2025, for the measurement year 2026",
    basis=Basis(
        "CMS eCQM logic in QI-Core 6.0.0, cqframework ecqm-content-qicore-2025, commit db5a7e1",
        Evidence.RECOMPUTED,
    ),
    licence=(
        "The measure's text is the steward's and is not shipped. Code lists hold SNOMED CT, CPT, "
        "HCPCS, ICD-10-CM and RxNorm codes: download them under your own licence."
    ),
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=(
        "patients",
        "visits",
        "diagnoses",
        "answers",
        "procedures",
        "medication_orders",
        "service_requests",
    ),
    populations=(
        "Counted: patients of 12 or more on the year's first day, seen in the year.",
        "Reached: the last screen is negative, or positive with a follow-up.",
        "From 12 to 16 the adolescent form counts, from 18 the adult form, at 17 either.",
        "Excepted: no screen of a form because it was declined or for a medical reason.",
    ),
    windows=(
        "A visit counts when all of it lies in the year.",
        "A screen counts when it ends from 14 days before the first day of a visit to that day.",
        "A follow-up procedure begins within the visit, to the minute.",
        "A referral or a medicine is ordered from the visit's last day to 2 days later.",
        "A medicine must cover the visit's last day or begin before it, and last longer.",
        "Every follow-up lies in the year.",
    ),
    exclusions=(
        (
            "Bipolar disorder on the problem list that began before the first day of a visit; "
            "it need not be active any more."
        ),
    ),
    traps=(
        "The last screen counts, not the first; of two at the same moment the one recorded later.",
        "A medicine that is to start the day after the visit does not count.",
        "An order without days supplied, dose or end has no known length and does not count.",
        "A screen without a result does not count, nor one with the status amended.",
        "A declined screen counts for either form at any age, as the published logic has it.",
        "The published logic excludes for a bipolar diagnosis even where it was refuted.",
        "The result is a coded finding, positive or negative; a total score alone is not read.",
    ),
    value_sets=(
        *_VISITS,
        "Bipolar Disorder",
        "Medical Reason",
        *_ADOLESCENT.value_sets,
        *_ADULT.value_sets,
    ),
    strata=("12 to 17", "18 and over"),
    judge=judge,
)
