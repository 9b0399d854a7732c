"""CMS149, 2025: whether cognition is assessed each year in people with dementia."""

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
    visits=(*dementia_care.VISITS, "Behavioral or Neuropsych Assessment"),
    assessments=("Cognitive Assessment", "Standardized Tools for Assessment of Cognition"),
    is_diagnosis_by_day=False,
    is_refusal_by_day=True,
)
"""What this year asks otherwise than 2024: by day or to the instant, and two names of lists."""


def judge(
    patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets, _: Options
) -> tuple[Judgement, ...]:
    """Judge one patient."""
    return (EDITION.judge(patient, period, sets),)


MEASURE = Measure(
    name="cms149_2025",
    title="Dementia: cognitive assessment",
    steward="American Academy of Neurology",
    version="2025 logic (FHIR draft 0.2.000), measurement year 2026",
    basis=Basis(
        "CMS library CMS149FHIRDementiaCognitiveAssessment 0.2.000, ecqm-content-qicore-2025",
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
        "The diagnosis and the visit share an instant: one of 3 p.m. misses a visit of 9 a.m.",
        "A refusal is noted on a day of the visit; hours do not matter.",
    ),
    exclusions=dementia_care.EXCLUSIONS,
    traps=dementia_care.TRAPS,
    value_sets=EDITION.value_sets,
)
