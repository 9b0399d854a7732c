"""CMS128, 2024: whether adults who begin an antidepressant stay on it, 84 and 180 days."""

from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.reference.clinical.calendar import age_on
from fairterms.reference.clinical.code import share
from fairterms.reference.clinical.medication_cover import count_days, covers
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
from fairterms.reference.measure_logic import hospice_2024
from fairterms.reference.measure_logic.statuses_2024 import (
    medicines_active,
    medicines_handed_over,
    visits,
)
from fairterms.reference.measure_logic.steps import Steps, sort_case, word_count
from fairterms.units import period as whole_days

YOUNGEST = 18
NEARBY = timedelta(days=60)
"""The diagnosis and the visit begin no further than this from the index day, either side."""
LOOK_BACK = timedelta(days=105)

ANTIDEPRESSANTS = "Antidepressant Medication"
DIAGNOSES = "Major Depression"
VISITS = (
    "Annual Wellness Visit",
    "Home Healthcare Services",
    "Nursing Facility Visit",
    "Office Visit",
    "Preventive Care Services Established Office Visit, 18 and Up",
    "Preventive Care Services Initial Office Visit, 18 and Up",
    "Psych Visit Diagnostic Evaluation",
    "Psych Visit Psychotherapy",
    "Telephone Visits",
    "Virtual Encounter",
)


@dataclass(frozen=True)
class Part:
    """One of the two rates: so many days covered, from the index day to so many days after."""

    group: str
    days_needed: int
    days_after: int


PARTS = (Part("84 days", 84, 114), Part("180 days", 180, 231))


def intake(period: MeasurementPeriod) -> whole_days.Period:
    """Return the days on which a new course of medicine may begin.

    Examples
    --------
    >>> print(intake(MeasurementPeriod.year(2025)))
    2024-05-01 to 2025-04-30
    """
    year = period.starts.year
    return whole_days.Period(date(year - 1, 5, 1), date(year, 4, 30))


def judge(
    patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets, _: Options
) -> tuple[Judgement, ...]:
    """Judge one patient, once for each of the two rates."""
    dispensed = medicines_handed_over(patient.medication_dispenses, sets[ANTIDEPRESSANTS])
    supplies = covers(dispensed)
    steps = Steps()
    window = intake(period)
    index = min((each.first for each in supplies if each.first in window), default=None)
    steps.ask(
        f"an antidepressant was dispensed from {window}",
        index is not None,
        f"first on {index}"
        if index
        else f"{word_count(len(supplies), 'supply', 'supplies')}, none beginning in these days",
    )
    is_initial = index is not None and _is_initial(steps, patient, index, sets)
    is_excluded = index is not None and _is_excluded(steps, patient, period, sets, index)
    findings = _unknown(len(dispensed) - len(supplies))
    judgements = []
    for part in PARTS:
        taken = Steps(steps.taken)
        is_reached = index is not None and _is_covered(taken, supplies, index, part)
        judgements.append(
            Judgement(
                case=patient.id,
                group=part.group,
                counts=sort_case(is_initial, is_excluded=is_excluded, is_reached=is_reached),
                day=index,
                trace=taken.taken,
                findings=findings,
            )
        )
    return tuple(judgements)


def _unknown(number: int) -> tuple[str, ...]:
    if not number:
        return ()
    has = "has no known length and covers" if number == 1 else "have no known length and cover"
    return (f"{word_count(number, 'dispensed antidepressant')} {has} nothing",)


def _is_initial(steps: Steps, patient: PatientRecord, index: date, sets: ValueSets) -> bool:
    age = age_on(patient.birth_date, index) if patient.birth_date else None
    is_adult = steps.ask(
        f"{YOUNGEST} or older on the index day",
        age is not None and age >= YOUNGEST,
        f"aged {age} on {index}" if age is not None else "no birth date on record",
    )
    onsets = [
        condition.prevalence.first_day
        for condition in patient.conditions
        if share(condition.codes, sets[DIAGNOSES])
    ]
    has_diagnosis = _ask_nearby(steps, "major depression began", onsets, index)
    contacts = visits(patient.encounters, sets.any_of(*VISITS))
    starts = [contact.period.first_day for contact in contacts if contact.period]
    has_visit = _ask_nearby(steps, "a qualifying visit began", starts, index)
    return is_adult and has_diagnosis and has_visit


def _ask_nearby(steps: Steps, what: str, days: list[date], index: date) -> bool:
    near = [day for day in days if abs(day - index) <= NEARBY]
    closest = min(days, key=lambda day: abs(day - index), default=None)
    return steps.ask(
        f"{what} within {NEARBY.days} days of {index}",
        bool(near),
        f"the closest on {closest}" if closest else "none on record",
    )


def _is_excluded(
    steps: Steps,
    patient: PatientRecord,
    period: MeasurementPeriod,
    sets: ValueSets,
    index: date,
) -> bool:
    in_hospice = hospice_2024.ask_hospice(steps, patient, period, sets)
    before = whole_days.Period(index - LOOK_BACK, index - timedelta(days=1))
    active = covers(medicines_active(patient.medication_orders, sets[ANTIDEPRESSANTS]))
    earlier = [each for each in active if each.first <= before.last and before.first <= each.last]
    on_medicine = steps.ask(
        f"an active antidepressant order covers {before}",
        bool(earlier),
        f"order for {earlier[0]}" if earlier else "none on record",
    )
    return in_hospice or on_medicine


def _is_covered(
    steps: Steps, supplies: tuple[whole_days.Period, ...], index: date, part: Part
) -> bool:
    window = whole_days.Period(index, index + timedelta(days=part.days_after))
    days = count_days(supplies, window)
    return steps.ask(
        f"{part.days_needed} or more days covered from {window}",
        days >= part.days_needed,
        f"{word_count(days, 'day')} covered",
    )


MEASURE = Measure(
    name="cms128_2024",
    title="Antidepressant medication management",
    steward="National Committee for Quality Assurance",
    version="2024 logic (FHIR draft 0.1.001), measurement year 2025",
    basis=Basis(
        "CMS test decks, library AntidepressantMedicationManagementFHIR 0.1.001, "
        "ecqm-content-qicore-2024",
        Evidence.RECOMPUTED,
    ),
    licence="the logic may be restated and cited; the text is the steward's; code lists need "
    "licences of their own (UMLS, CPT)",
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("patients", "visits", "diagnoses", "medication_orders", "medication_dispenses"),
    also_reads=("procedures", "answers", "service_requests"),
    judge=judge,
    populations=(
        (
            "Initial population and denominator: adults whose first antidepressant in the intake "
            "period was dispensed within 60 days of the start of major depression and of a visit."
        ),
        "Numerator, 84 days: at least 84 days covered from the index day to 114 days after.",
        "Numerator, 180 days: at least 180 days covered from the index day to 231 days after.",
    ),
    windows=(
        "Intake: 1 May of the year before to 30 April of the measurement year.",
        "Index day: the first day in the intake on which an antidepressant was dispensed.",
        "Diagnosis and visit: from 60 days before to 60 days after the index day, both included.",
        "Cover: day 0 to day 114, and day 0 to day 231; the index day is day 0.",
    ),
    exclusions=(
        hospice_2024.EXCLUSION,
        "an antidepressant order still active that covers a day of the 105 before the index day",
    ),
    traps=(
        "Days are counted after merging: two supplies on the same days count once.",
        "Leftover days are not carried forward here, unlike in CMS136.",
        "Only orders still active exclude; an earlier order that was completed does not.",
        "Earlier dispensing does not exclude: the washout reads orders alone.",
        "Whether the diagnosis is confirmed or still active is not asked.",
    ),
    value_sets=tuple(sorted((ANTIDEPRESSANTS, DIAGNOSES, *VISITS, *hospice_2024.VALUE_SETS))),
    groups=tuple(part.group for part in PARTS),
)
