"""CMS136, 2024: whether children who begin an ADHD medicine are seen, soon and in the long run."""

from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.reference.clinical.calendar import add_months, age_on
from fairterms.reference.clinical.code import share
from fairterms.reference.clinical.medication_cover import count_days
from fairterms.reference.clinical.patient_record import PatientRecord
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
from fairterms.reference.measure_logic import adhd_care, hospice_2024
from fairterms.reference.measure_logic.adhd_care import AdhdCare
from fairterms.reference.measure_logic.steps import Steps, sort_case, word_count
from fairterms.units.period import Period

YOUNGEST, OLDEST = 6, 12
"""Years on the first and on the last day of the intake."""
MONTHS_TO_VISIT = 6
"""Before the index day, in which the child was seen."""
FIRST_PHASE = 30
SECOND_PHASE = 300
DAYS_NEEDED = 210
"""Covered from the index day to 300 days after."""

INITIATION, CONTINUATION = "initiation", "continuation"


def intake(period: MeasurementPeriod) -> Period:
    """Return the days on which a new course of medicine may begin.

    Examples
    --------
    >>> print(intake(MeasurementPeriod.year(2024)))
    2023-03-01 to 2024-02-29
    """
    year = period.starts.year
    return Period(date(year - 1, 3, 1), date(year, 3, 1) - timedelta(days=1))


@dataclass(frozen=True)
class _Known:
    """What is settled about a child before either phase is judged."""

    index: date
    is_initial: bool
    is_excluded: bool
    was_seen_soon: bool


def judge(
    patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets, _: Options
) -> tuple[Judgement, ...]:
    """Judge one child, once for each of the two phases."""
    steps, care = Steps(), AdhdCare(patient, sets)
    index = _ask_index(steps, care, intake(period))
    if index is None:
        return tuple(
            Judgement(patient.id, sort_case(False), group, trace=steps.taken)
            for group in (INITIATION, CONTINUATION)
        )
    is_initial = _is_initial(steps, patient, care, index, intake(period))
    is_excluded = _is_excluded(steps, patient, period, sets)
    soon = _after(index, 1, FIRST_PHASE)
    seen = [day for day in care.seen if day in soon]
    was_seen_soon = steps.ask(
        f"seen from {soon}", bool(seen), f"on {min(seen)}" if seen else "no visit on record"
    )
    known = _Known(index, is_initial, is_excluded, was_seen_soon)
    return (
        _initiation(Steps(steps.taken), patient, care, known),
        _continuation(Steps(steps.taken), patient, care, known),
    )


def _initiation(steps: Steps, patient: PatientRecord, care: AdhdCare, known: _Known) -> Judgement:
    had_stay = _ask_stay(steps, care, _after(known.index, 1, FIRST_PHASE))
    counts = sort_case(
        known.is_initial and not had_stay,
        is_excluded=known.is_excluded,
        is_reached=known.was_seen_soon,
    )
    return Judgement(patient.id, counts, INITIATION, day=known.index, trace=steps.taken)


def _continuation(steps: Steps, patient: PatientRecord, care: AdhdCare, known: _Known) -> Judgement:
    days = count_days(care.cover, _after(known.index, 0, SECOND_PHASE))
    is_covered = steps.ask(
        f"{DAYS_NEEDED} or more days covered from {_after(known.index, 0, SECOND_PHASE)}",
        days >= DAYS_NEEDED,
        f"{word_count(days, 'day')} covered",
    )
    had_stay = _ask_stay(steps, care, _after(known.index, 1, SECOND_PHASE))
    was_seen_later = _ask_later(steps, care, _after(known.index, FIRST_PHASE + 1, SECOND_PHASE))
    counts = sort_case(
        known.is_initial and is_covered and not had_stay,
        is_excluded=known.is_excluded,
        is_reached=known.was_seen_soon and was_seen_later,
    )
    return Judgement(patient.id, counts, CONTINUATION, day=known.index, trace=steps.taken)


def _after(index: date, first: int, last: int) -> Period:
    return Period(index + timedelta(days=first), index + timedelta(days=last))


def _ask_index(steps: Steps, care: AdhdCare, window: Period) -> date | None:
    index = care.first_order(window)
    steps.ask(
        f"an ADHD medicine was newly ordered from {window}",
        index is not None,
        f"from {index}" if index else "no order without another active in the 120 days before",
    )
    return index


def _is_initial(
    steps: Steps, patient: PatientRecord, care: AdhdCare, index: date, window: Period
) -> bool:
    is_of_age = False
    because = "no birth date on record"
    if patient.birth_date:
        youngest, oldest = (age_on(patient.birth_date, d) for d in (window.first, window.last))
        is_of_age = youngest >= YOUNGEST and oldest <= OLDEST
        because = f"aged {youngest} on {window.first} and {oldest} on {window.last}"
    is_of_age = steps.ask(f"from {YOUNGEST} to {OLDEST} in the intake", is_of_age, because)
    before = Period(add_months(index, -MONTHS_TO_VISIT), index)
    visits = [v for v in care.first_visits if v.lies_within_days(before.first, before.last)]
    was_seen = steps.ask(
        f"a visit from {before}",
        bool(visits),
        f"on {visits[0]}" if visits else "none on record",
    )
    return is_of_age and was_seen


def _is_excluded(
    steps: Steps, patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets
) -> bool:
    in_hospice = hospice_2024.ask_hospice(steps, patient, period, sets)
    found = [
        condition.prevalence
        for condition in patient.conditions
        if share(condition.codes, sets[adhd_care.NARCOLEPSY])
        and condition.prevalence.first_day <= period.ends
    ]
    has_narcolepsy = steps.ask(
        f"narcolepsy began on or before {period.ends}",
        bool(found),
        f"diagnosis {found[0]}" if found else "none on record",
    )
    return in_hospice or has_narcolepsy


def _ask_stay(steps: Steps, care: AdhdCare, window: Period) -> bool:
    stays = [day for day in care.stays if day in window]
    return steps.ask(
        f"a hospital stay for a mental disorder began from {window}",
        bool(stays),
        f"on {min(stays)}" if stays else "none on record",
    )


def _ask_later(steps: Steps, care: AdhdCare, window: Period) -> bool:
    seen = {day for day in care.seen if day in window}
    virtual = {day for day in care.virtual if day in window}
    return steps.ask(
        f"seen on two different days from {window}, at most one of them virtually",
        len(seen) >= 2 or bool(seen and virtual - seen),
        f"{word_count(len(seen), 'day')} with a visit, "
        f"{word_count(len(virtual), 'day')} with a virtual one",
    )


MEASURE = Measure(
    name="cms136_2024",
    title="Follow-up care for children prescribed ADHD medication",
    steward="National Committee for Quality Assurance",
    version="2024 logic (FHIR draft 0.1.001), measurement year 2025",
    basis=Basis(
        "CMS library FollowUpCareforChildrenPrescribedADHDMedicationADDFHIR 0.1.001, "
        "ecqm-content-qicore-2024",
        Evidence.READ,
    ),
    licence=(
        "the logic may be restated and cited; the text is the steward's; code lists need licences "
        "of their own (UMLS, CPT)"
    ),
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("patients", "visits", "diagnoses", "medication_orders"),
    also_reads=("procedures", "answers", "service_requests"),
    judge=judge,
    populations=(
        (
            "Initial population and denominator, initiation: children of 6 at the start of the "
            "intake and of 12 or less at its end who begin an ADHD medicine, were seen in the six "
            "months to that day, and had no hospital stay for a mental disorder in days 1 to 30."
        ),
        (
            "The same, continuation: besides, 210 days covered from day 0 to day 300 and no such "
            "stay in days 1 to 300."
        ),
        "Numerator, initiation: a visit in days 1 to 30.",
        (
            "Numerator, continuation: that, and visits on two different days from day 31 to day "
            "300, at most one of them virtual."
        ),
    ),
    windows=(
        "Intake: 1 March of the year before to the last day of February of the measurement year.",
        (
            "Index day: the first day of the first order in the intake with none active in the "
            "120 days before it."
        ),
        "Visit before: the six calendar months to the index day, both ends included.",
        "Initiation: day 1 to day 30; continuation: day 31 to day 300; the index day is day 0.",
    ),
    exclusions=(
        hospice_2024.EXCLUSION,
        "narcolepsy that began on or before the last day of the period, whatever its status",
    ),
    traps=(
        (
            "The days of the orders of one drug are laid end to end first, and only then merged "
            "with those of other drugs."
        ),
        (
            "Only orders still active prevent a new start; an earlier order that was completed "
            "does not."
        ),
        "An order without supply, dose and frequency, or an end date covers nothing.",
        "A hospital stay counts only by the diagnosis named first for billing.",
        "A visit on the index day counts for neither phase.",
    ),
    value_sets=tuple(sorted({*adhd_care.VALUE_SETS, *hospice_2024.VALUE_SETS})),
    groups=(INITIATION, CONTINUATION),
)
