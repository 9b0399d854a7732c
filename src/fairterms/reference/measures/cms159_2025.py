"""Depression remission at twelve months, as the federal programmes measured it for 2026 reporting.

Of patients with depression and a PHQ-9 above 9, how many are below 5 a year later.
"""

from datetime import date, datetime, timedelta

from fairterms.reference.clinical.calendar import add_months, age_on
from fairterms.reference.clinical.code import coded
from fairterms.reference.clinical.facts import Condition, Encounter, Observation
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Period
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.reference.measure import (
    Better,
    Judgement,
    Kind,
    Measure,
    MeasurementPeriod,
    Options,
    Population,
    TraceStep,
)
from fairterms.reference.measure_logic import end_of_life_2025
from fairterms.reference.measure_logic.end_of_life_2025 import COUNTED, is_certain
from fairterms.reference.measure_logic.steps import sort_case
from fairterms.units.period import Period as Days

INDEX_ABOVE = 9
REMISSION_BELOW = 5
AROUND_THE_YEAR = timedelta(days=60)
BEFORE_THE_VISIT = timedelta(days=7)
YOUNGEST = 12
ASKED_AGAIN = "Asked again"

_DEPRESSION = ("Major Depression Including Remission", "Dysthymia")
_OTHER_DISORDERS = (
    "Bipolar Disorder",
    "Personality Disorder Emotionally Labile",
    "Schizophrenia or Psychotic Disorder",
    "Pervasive Developmental Disorder",
)


def judge(
    patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets, _: Options
) -> tuple[Judgement, ...]:
    """Judge one patient.

    Parameters
    ----------
    patient
        The record.
    period
        The year measured; its first day sets every window.
    sets
        The code lists.

    Returns
    -------
    tuple
        One judgement.
    """
    scores = list(coded(patient.observations, sets["PHQ 9 and PHQ 9M Tools"]))
    identification = Days(
        add_months(period.starts, -14), add_months(period.starts, -2) - timedelta(days=1)
    )
    diagnoses = [
        one for one in coded(patient.conditions, sets.any_of(*_DEPRESSION)) if is_certain(one)
    ]
    visits = _visits(patient, diagnoses, sets, identification)
    index = _index(scores, visits)
    trace = [_on_diagnosis(diagnoses), _on_visits(visits, identification), _on_index(index)]
    if index is None or index.when is None:
        return (Judgement(patient.id, trace=tuple(trace), findings=_findings(scores)),)
    day = index.when.first_day
    age = None if patient.birth_date is None else age_on(patient.birth_date, day)
    trace.append(_on_age(age, day))
    counts: dict[Population, int] = {}
    if age is not None and age >= YOUNGEST:
        due = assessment_period(day)
        reasons = _exclusions(patient, sets, Days(identification.first, due.last))
        last = _last(scores, due)
        result = _on_result(last)
        trace += [*reasons, _on_follow_up(last, due), result]
        is_excluded = any(step.is_met for step in reasons)
        counts = sort_case(True, is_excluded=is_excluded, is_reached=result.is_met)
    return (
        Judgement(
            patient.id,
            counts,
            stratum=_stratum(age) if counts else "",
            day=day,
            clinician=_clinician(visits, index),
            trace=tuple(trace),
            findings=_findings(scores),
        ),
    )


def assessment_period(index: date) -> Days:
    """Return the days in which the second score counts.

    Parameters
    ----------
    index
        The day of the first score.

    Returns
    -------
    Period
        From 60 days before to 60 days after the same day twelve calendar months later.

    Examples
    --------
    >>> print(assessment_period(date(2025, 3, 1)))
    2025-12-31 to 2026-04-30
    """
    year_later = add_months(index, 12)
    return Days(year_later - AROUND_THE_YEAR, year_later + AROUND_THE_YEAR)


def _visits(
    patient: PatientRecord, diagnoses: list[Condition], sets: ValueSets, identification: Days
) -> list[tuple[Encounter, Period]]:
    """Return the visits that can lead to an index score, with their spans."""
    return [
        (visit, visit.period)
        for visit in coded(patient.encounters, sets["Contact or Office Visit"])
        if visit.status == "finished"
        and visit.period is not None
        and visit.period.last_day in identification
        and any(visit.period.overlaps(diagnosis.prevalence) for diagnosis in diagnoses)
    ]


def _belongs(score: Observation, visit: Period) -> bool:
    """Say whether a score was taken from seven days before a visit to its last day."""
    return score.when is not None and score.when.lies_within_days(
        visit.first_day - BEFORE_THE_VISIT, visit.last_day
    )


def _index(scores: list[Observation], visits: list[tuple[Encounter, Period]]) -> Observation | None:
    """Return the earliest score above the cut that belongs to a visit."""
    possible = [
        score
        for score in scores
        if score.number is not None
        and score.number > INDEX_ABOVE
        and score.status in COUNTED
        and any(_belongs(score, period) for _, period in visits)
    ]
    return min(possible, key=_begins, default=None)


def _begins(score: Observation) -> datetime:
    """Return the instant a score began."""
    assert score.when is not None, "only scores with a time are put in order"
    return score.when.begins


def _last(scores: list[Observation], due: Days) -> Observation | None:
    """Return the last score in the days it counts; of two at one moment the one recorded later."""
    within = [
        score
        for score in scores
        if score.status in COUNTED and score.when is not None and score.when.first_day in due
    ]
    return max(reversed(within), key=_begins, default=None)


def _exclusions(patient: PatientRecord, sets: ValueSets, window: Days) -> list[TraceStep]:
    """Return a step for each reason to leave a patient out."""
    hospice = end_of_life_2025.hospice(patient, sets, window)
    palliative = end_of_life_2025.palliative(patient, sets, window)
    disorders = [
        f"a diagnosis that began {condition.prevalence.start or 'at an unknown time'}"
        for condition in coded(patient.conditions, sets.any_of(*_OTHER_DISORDERS))
        if is_certain(condition) and condition.prevalence.first_day <= window.last
    ]
    died = patient.death_date
    deaths = [f"on {died}"] if died is not None and died <= window.last else []
    return [
        _reason(f"hospice care between {window.first} and {window.last}", hospice),
        _reason(f"palliative care between {window.first} and {window.last}", palliative),
        _reason(f"death by {window.last}", deaths),
        _reason(f"a disorder that rules the measure out, begun by {window.last}", disorders),
    ]


def _reason(rule: str, found: list[str]) -> TraceStep:
    return TraceStep(f"Excluded for {rule}", bool(found), "; ".join(found) or "none on record")


def _on_diagnosis(diagnoses: list[Condition]) -> TraceStep:
    rule = "Major depression or dysthymia is on record as active and confirmed"
    spans = "; ".join(str(one.prevalence) for one in diagnoses)
    return TraceStep(rule, bool(diagnoses), spans or "no such diagnosis")


def _on_visits(visits: list[tuple[Encounter, Period]], identification: Days) -> TraceStep:
    rule = (
        f"A finished visit during the diagnosis ended between {identification.first} "
        f"and {identification.last}"
    )
    ends = ", ".join(str(period.last_day) for _, period in visits)
    return TraceStep(rule, bool(visits), f"visits that ended {ends}" if ends else "no such visit")


def _on_index(index: Observation | None) -> TraceStep:
    rule = f"A total above {INDEX_ABOVE} from 7 days before such a visit to its last day"
    if index is None:
        return TraceStep(rule, False, "no such total")
    return TraceStep(rule, True, f"the first is {index.number:g} on {index.when}")


def _on_age(age: int | None, day: date) -> TraceStep:
    rule = f"{YOUNGEST} years or older on the day of that total"
    if age is None:
        return TraceStep(rule, False, "no day of birth on record")
    return TraceStep(rule, age >= YOUNGEST, f"{age} years on {day}")


def _on_follow_up(last: Observation | None, due: Days) -> TraceStep:
    rule = f"{ASKED_AGAIN}: a total between {due.first} and {due.last}"
    if last is None:
        return TraceStep(rule, False, "none, which counts as no remission")
    if last.number is None:
        return TraceStep(rule, False, f"the last form, of {last.when}, has no total")
    return TraceStep(rule, True, f"the last is {last.number:g} on {last.when}")


def _on_result(last: Observation | None) -> TraceStep:
    rule = f"That last total is below {REMISSION_BELOW}"
    if last is None or last.number is None:
        return TraceStep(rule, False, "there is none")
    return TraceStep(rule, last.number < REMISSION_BELOW, f"{last.number:g}")


def _stratum(age: int | None) -> str:
    return "12 to 17" if age is not None and age < 18 else "18 and over"


def _clinician(visits: list[tuple[Encounter, Period]], index: Observation) -> str:
    """Return who was seen at the first visit the index score belongs to."""
    belonging = [(period.begins, v.clinician) for v, period in visits if _belongs(index, period)]
    return index.clinician or min(belonging)[1]


def _findings(scores: list[Observation]) -> tuple[str, ...]:
    """Return what is wrong with the scores read, each once and without days or totals."""
    (scoring, *_) = INSTRUMENTS["phq9"].scorings
    outside = [
        f"a total lies outside {scoring.lowest} to {scoring.highest}"
        for score in scores
        if score.number is not None and not scoring.lowest <= score.number <= scoring.highest
    ]
    uncounted = [
        f"a total does not count: its status is {score.status or 'not recorded'}"
        for score in scores
        if score.status not in COUNTED
    ]
    return tuple(dict.fromkeys((*outside, *uncounted)))


MEASURE = Measure(
    name="cms159_2025",
    title="Depression Remission at Twelve Months",
    steward="MN Community Measurement",
    version="CMS159 in FHIR, logic 0.3.000 of 2025, for the measurement year 2026",
    basis=Basis(
        "CMS eCQM logic in QI-Core 6.0.0, cqframework ecqm-content-qicore-2025, commit db5a7e1",
        Evidence.RECOMPUTED,
    ),
    licence=(
        "The measure's text is the steward's and is not shipped. Code lists hold SNOMED CT, "
        "ICD-10-CM and LOINC codes: download them under your own licence."
    ),
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("patients", "visits", "diagnoses", "assessments"),
    also_reads=("answers", "procedures", "service_requests"),
    populations=(
        (
            "Counted: patients of 12 or more with confirmed active depression or dysthymia, a "
            "finished visit, and a PHQ-9 or PHQ-9M total above 9; the earliest such total is "
            "the index."
        ),
        "Reached: the last total around twelve months after the index is below 5.",
        "A patient without a second total counts as not reached.",
        "The rate is reached over counted less excluded, without case-mix adjustment.",
    ),
    windows=(
        (
            "A visit counts when it ends from 14 calendar months before the year's first day up "
            "to, but not on, the day 2 calendar months before it: for 2026, 1 November 2024 to "
            "31 October 2025."
        ),
        "The index total is taken from 7 days before a visit's first day to its last day.",
        (
            "The second total is taken from 60 days before to 60 days after the day twelve "
            "calendar months after the index, both days included."
        ),
        (
            "Care that excludes is looked for from 14 calendar months before the year's first "
            "day to the last day for the second total."
        ),
    ),
    exclusions=(
        (
            "Hospice care: a stay that ended in a discharge to hospice, a hospice visit, an "
            "assessment that says yes, an order, a procedure or a confirmed active diagnosis."
        ),
        (
            "Palliative care: an assessment, a confirmed active diagnosis, a finished visit or "
            "a procedure."
        ),
        "Death by the last day for the second total.",
        (
            "Bipolar disorder, emotionally labile personality disorder, schizophrenia or "
            "psychosis, or a pervasive developmental disorder: active, confirmed, begun by that "
            "day."
        ),
    ),
    traps=(
        "Twelve calendar months are not 365 days; from 29 February they lead to 28 February.",
        "The last total counts, not the best; of two at the same moment the one recorded later.",
        "The earliest index counts, not the latest, even when a later visit has its own.",
        "A total with a status other than final, amended or corrected does not count.",
        "A total outside 0 to 27 is counted as written and listed as a finding: mend it.",
        "A diagnosis not marked as confirmed counts neither for nor against a patient.",
        "On the twelfth birthday itself engines disagree; here the patient is 12 that day.",
        "A death without a date excludes nobody.",
        "Most patients fail for want of a second total: completeness is the largest lever.",
        "The list Palliative or Hospice Care is named in the published logic but never used.",
    ),
    value_sets=(
        "Contact or Office Visit",
        "PHQ 9 and PHQ 9M Tools",
        *_DEPRESSION,
        *_OTHER_DISORDERS,
        *end_of_life_2025.HOSPICE_SETS,
        *end_of_life_2025.PALLIATIVE_SETS,
    ),
    strata=("12 to 17", "18 and over"),
    follow_up_rule=ASKED_AGAIN,
    judge=judge,
)
