"""CMS149, 2024: whether cognition is assessed each year in people with dementia."""

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
from fairterms.reference.measure_logic import dementia_care

EDITION = dementia_care.Edition(
    visits=(*dementia_care.VISITS, "Behavioral/Neuropsych Assessment"),
    assessments=("Cognitive Assessment", "Standardized Tools Score for Assessment of Cognition"),
    is_diagnosis_by_day=True,
    is_refusal_by_day=False,
)
"""What this year asks otherwise than 2025: by day or to the instant, and two names of lists."""


def judge(
    patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets, _: Options
) -> tuple[Judgement, ...]:
    """Judge one patient."""
    return (EDITION.judge(patient, period, sets),)


MEASURE = Measure(
    name="cms149_2024",
    title="Dementia: cognitive assessment",
    steward="American Academy of Neurology",
    version="2024 logic (FHIR draft 0.1.000), measurement year 2025",
    basis=Basis(
        "CMS library DementiaCognitiveAssessmentFHIR 0.1.000, ecqm-content-qicore-2024",
        Evidence.READ,
    ),
    licence=dementia_care.LICENCE,
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("patients", "visits", "diagnoses", "assessments"),
    also_reads=("answers",),
    judge=judge,
    populations=dementia_care.POPULATIONS,
    windows=(
        *dementia_care.WINDOWS,
        "The diagnosis and the visit share a day; hours do not matter.",
        "A refusal is noted within the visit, to the instant; an hour later is too late.",
    ),
    exclusions=dementia_care.EXCLUSIONS,
    traps=dementia_care.TRAPS,
    value_sets=EDITION.value_sets,
)
