"""CMS177, 2024: whether suicide risk is assessed at every visit of a child with depression."""

from fairterms.reference.clinical.calendar import age_on
from fairterms.reference.clinical.code import Code, share
from fairterms.reference.clinical.facts import Encounter
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Period
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
from fairterms.reference.measure_logic.statuses_2024 import procedures_done
from fairterms.reference.measure_logic.steps import Steps, sort_case, word_count

YOUNGEST, OLDEST = 6, 16
"""Years on the first day of the period."""

DEPRESSION = "Major Depressive Disorder Active"
VISITS = (
    "Group Psychotherapy",
    "Office Visit",
    "Outpatient Consultation",
    "Psych Visit Diagnostic Evaluation",
    "Psych Visit Psychotherapy",
    "Psych Visit for Family Psychotherapy",
    "Psychoanalysis",
    "Telephone Visits",
)
SUICIDE_RISK_ASSESSMENT = frozenset({Code("http://snomed.info/sct", "225337009")})
"""The one procedure the measure names by its code."""


def judge(
    patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets, _: Options
) -> tuple[Judgement, ...]:
    """Judge every visit of one patient that is of a kind the measure counts."""
    wanted = sets.any_of(*VISITS)
    depression = {c.id for c in patient.conditions if share(c.codes, sets[DEPRESSION])}
    assessed = procedures_done(patient.procedures, SUICIDE_RISK_ASSESSMENT)
    times = tuple(procedure.when for procedure in assessed if procedure.when)
    age = age_on(patient.birth_date, period.starts) if patient.birth_date else None
    judgements = []
    for visit in patient.encounters:
        if not share(visit.codes, wanted):
            continue
        is_named = share(visit.reasons, sets[DEPRESSION])
        is_for_it = is_named or not depression.isdisjoint(visit.diagnoses)
        steps = Steps()
        is_initial = _ask_age(steps, age, period) & _ask_visit(steps, visit, period, is_for_it)
        is_reached = _ask_assessed(steps, visit, times)
        judgements.append(
            Judgement(
                case=visit.id,
                counts=sort_case(is_initial, is_reached=is_reached),
                day=visit.period.start.day if visit.period and visit.period.start else None,
                clinician=visit.clinician,
                trace=steps.taken,
            )
        )
    return tuple(judgements)


def _ask_age(steps: Steps, age: int | None, period: MeasurementPeriod) -> bool:
    return steps.ask(
        f"from {YOUNGEST} to {OLDEST} on the first day of the period",
        age is not None and YOUNGEST <= age <= OLDEST,
        f"aged {age} on {period.starts}" if age is not None else "no birth date on record",
    )


def _ask_visit(
    steps: Steps, visit: Encounter, period: MeasurementPeriod, is_for_depression: bool
) -> bool:
    is_finished = steps.ask("the visit is finished", visit.status == "finished", visit.status)
    when = visit.period
    is_inside = steps.ask(
        "the visit lies in the period",
        when is not None and when.lies_within_days(period.starts, period.ends),
        str(when) if when else "no date on record",
    )
    is_for_it = steps.ask(
        "active major depression is its reason or its diagnosis",
        is_for_depression,
        "named in the visit" if is_for_depression else "not named in the visit",
    )
    return is_finished and is_inside and is_for_it


def _ask_assessed(steps: Steps, visit: Encounter, times: tuple[Period, ...]) -> bool:
    during = [time for time in times if visit.period and _holds(visit.period, time)]
    return steps.ask(
        "suicide risk was assessed during the visit, to the instant",
        bool(during),
        f"on {during[0]}" if during else f"{word_count(len(times), 'assessment')} at other times",
    )


def _holds(visit: Period, time: Period) -> bool:
    return visit.begins <= time.begins and time.ends <= visit.ends


MEASURE = Measure(
    name="cms177_2024",
    title="Child and adolescent major depressive disorder: suicide risk assessment",
    steward="Mathematica",
    version="2024 logic (FHIR draft 0.1.000), measurement year 2025",
    basis=Basis(
        "CMS library ChildandAdolescentMajorDepressiveDisorderMDDSuicideRiskAssessmentFHIR "
        "0.1.000, ecqm-content-qicore-2024",
        Evidence.READ,
    ),
    licence=(
        "the logic may be restated and cited; the text is the steward's; code lists need licences "
        "of their own (UMLS, CPT)"
    ),
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("patients", "visits", "diagnoses", "procedures"),
    judge=judge,
    populations=(
        (
            "Initial population and denominator: every finished visit of the period with active "
            "major depression as its reason or diagnosis, of patients aged 6 to 16 on the first "
            "day of the period."
        ),
        "Numerator: suicide risk assessed, and the assessment completed, during that visit.",
    ),
    windows=(
        "Visit: all of it lies in the period, by day.",
        "Assessment: begins and ends within the visit, to the instant.",
    ),
    exclusions=(),
    traps=(
        "It counts visits, not patients: a child seen ten times counts ten times.",
        (
            "An assessment written down after the visit, or on the day without a time, does not "
            "count for a visit recorded with times."
        ),
        "The diagnosis must be named in the visit; one on the problem list alone does not count.",
    ),
    value_sets=tuple(sorted((DEPRESSION, *VISITS))),
)
