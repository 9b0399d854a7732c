"""CMS137, 2024: whether people newly found with a substance use disorder start and stay in care."""

from datetime import date, timedelta

from fairterms.reference.clinical.calendar import age_on
from fairterms.reference.clinical.facts import Encounter
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
from fairterms.reference.measure_logic import hospice_2024, substance_use_care
from fairterms.reference.measure_logic.steps import Steps, sort_case, word_count
from fairterms.reference.measure_logic.substance_use_care import SubstanceUseCare
from fairterms.units.period import Period

YOUNGEST = 13
TIME_LEFT = timedelta(days=47)
"""The disorder begins at least this long before the last day of the period."""
QUIET = timedelta(days=60)
"""Before the first visit, without any sign of the disorder."""
DAYS_TO_START = 14
"""The day of the first visit counted."""
DAYS_TO_GO_ON = 34
"""Counted from the day after treatment starts."""
SHORT_EVENTS_NEEDED = 2

INITIATION, ENGAGEMENT = "initiation", "engagement"
STRATA = ("13-17", "18-64", "65 and older")


def judge(
    patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets, _: Options
) -> tuple[Judgement, ...]:
    """Judge one patient, once for the start of treatment and once for its going on."""
    steps, care = Steps(), SubstanceUseCare(patient, sets)
    age = age_on(patient.birth_date, period.starts) if patient.birth_date else None
    is_old_enough = steps.ask(
        f"{YOUNGEST} or older on the first day of the period",
        age is not None and age >= YOUNGEST,
        f"aged {age} on {period.starts}" if age is not None else "no birth date on record",
    )
    index = _ask_index(steps, care, period)
    day = index.period.first_day if index and index.period else None
    is_new = day is not None and not _ask_history(steps, care, day)
    in_hospice = hospice_2024.ask_hospice(steps, patient, period, sets)
    started = _ask_start(steps, care, index) if index else None
    goes_on = Steps(steps.taken)
    reached = {
        INITIATION: (started is not None, steps),
        ENGAGEMENT: (started is not None and _ask_going_on(goes_on, care, started), goes_on),
    }
    return tuple(
        Judgement(
            case=patient.id,
            group=group,
            stratum=stratum(age),
            counts=sort_case(
                is_old_enough and is_new, is_excluded=in_hospice, is_reached=is_reached
            ),
            day=day,
            clinician=index.clinician if index else "",
            trace=taken.taken,
        )
        for group, (is_reached, taken) in reached.items()
    )


def stratum(age: int | None) -> str:
    """Return the age band reported by itself; empty below 13 or without a birth date.

    Examples
    --------
    >>> [stratum(age) for age in (12, 13, 17, 18, 64, 65)]
    ['', '13-17', '13-17', '18-64', '18-64', '65 and older']
    """
    if age is None or age < YOUNGEST:
        return ""
    return STRATA[(age >= 18) + (age >= 65)]


def _ask_index(steps: Steps, care: SubstanceUseCare, period: MeasurementPeriod) -> Encounter | None:
    latest = period.ends - TIME_LEFT
    index = care.first_visit(Period(period.starts, period.ends), latest)
    steps.ask(
        f"the disorder began during a visit of the period, on or before {latest}",
        index is not None,
        f"visit of {index.period}" if index else "no such visit on record",
    )
    return index


def _ask_history(steps: Steps, care: SubstanceUseCare, day: date) -> bool:
    before = Period(day - QUIET, day - timedelta(days=1))
    signs = list(care.history(before))
    return not steps.ask(
        f"no visit for the disorder, treatment or medicine from {before}",
        not signs,
        "; ".join(signs) or "none on record",
    )


def _ask_start(steps: Steps, care: SubstanceUseCare, index: Encounter) -> date | None:
    assert index.period is not None
    day = index.period.first_day
    window = Period(day, day + timedelta(days=DAYS_TO_START - 1))
    started = min(
        (each for each in care.starts_of_treatment(index) if each in window), default=None
    )
    steps.ask(
        f"treatment started from {window}",
        started is not None,
        f"first on {started}" if started else "none on record",
    )
    return started


def _ask_going_on(steps: Steps, care: SubstanceUseCare, started: date) -> bool:
    window = Period(started + timedelta(days=1), started + timedelta(days=DAYS_TO_GO_ON))
    long_acting = [day for day in care.long_acting() if day in window]
    short = [day for day in care.short_events() if day in window]
    return steps.ask(
        f"one long-acting medicine, or {SHORT_EVENTS_NEEDED} other events, from {window}",
        bool(long_acting) or len(short) >= SHORT_EVENTS_NEEDED,
        f"{word_count(len(long_acting), 'long-acting medicine')}, "
        f"{word_count(len(short), 'other event')}",
    )


MEASURE = Measure(
    name="cms137_2024",
    title="Initiation and engagement of substance use disorder treatment",
    steward="National Committee for Quality Assurance",
    version="2024 logic (FHIR draft 0.0.002), measurement year 2025",
    basis=Basis(
        "CMS test decks, library InitiationandEngagementofSubstanceUseDisorderTreatmentFHIR "
        "0.0.002, ecqm-content-qicore-2024",
        Evidence.RECOMPUTED,
    ),
    licence=(
        "the logic may be restated and cited; the text is the steward's; code lists need licences "
        "of their own (UMLS, CPT)"
    ),
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("patients", "visits", "diagnoses", "procedures", "medication_orders"),
    also_reads=("answers", "service_requests"),
    judge=judge,
    populations=(
        (
            "Initial population and denominator: people of 13 and older at the start of the period "
            "in whom the disorder begins during a visit of the period, with no sign of it in the "
            "60 days before."
        ),
        (
            "Numerator, initiation: a treatment session, a call or video visit for the disorder "
            "other than the first visit, or a medicine ordered or given, within 14 days."
        ),
        (
            "Numerator, engagement: in the 34 days after the start of treatment one long-acting "
            "medicine, or two of sessions, calls and short-acting medicines."
        ),
    ),
    windows=(
        "First visit: inside the period; the disorder begins 47 days or more before its last day.",
        "Before: the 60 days up to the day before the first visit.",
        "Initiation: day 0 to day 13; the day of the first visit is day 0.",
        "Engagement: day 1 to day 34 after the day treatment started.",
    ),
    exclusions=(hospice_2024.EXCLUSION,),
    traps=(
        "HCPCS goes by three addresses; matched letter by letter, ten rows of the deck are lost.",
        "The onset must lie in the visit to the instant, so onset times must be on record.",
        "Two events of one day count as two.",
        "Emergency and detoxification visits may be the first visit, but are no history.",
        "A visit is for the disorder only when it names the diagnosis, not by its date.",
    ),
    value_sets=tuple(sorted((*substance_use_care.VALUE_SETS, *hospice_2024.VALUE_SETS))),
    groups=(INITIATION, ENGAGEMENT),
    strata=STRATA,
)
