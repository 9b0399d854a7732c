"""Diagnoses on record: one row a diagnosis."""

from fairterms.records.table import Column, Kind, Table, person

TABLE = Table(
    name="diagnoses",
    meaning="one diagnosis of one person",
    tuva="condition",
    columns=(
        Column(
            "diagnosis_id",
            Kind.TEXT,
            "the record of the diagnosis",
            is_required=True,
            tuva=("condition_id",),
        ),
        person("the patient"),
        Column(
            "code_system",
            Kind.CODE_SYSTEM,
            "the list the code is from",
            tuva=("source_code_type", "normalized_code_type"),
            also=("system",),
        ),
        Column(
            "diagnosis_code",
            Kind.CODE,
            "the diagnosis, without its point",
            is_required=True,
            tuva=("source_code", "normalized_code"),
            also=("icd10", "icd_10", "dx", "icd_code", "dx_code"),
        ),
        Column("recorded_on", Kind.DATE, "the day it was recorded", tuva=("recorded_date",)),
        Column("starts", Kind.DATE, "the day it began", tuva=("onset_date",), also=("onset",)),
        Column(
            "ends",
            Kind.DATE,
            "the day it ended",
            tuva=("resolved_date",),
            also=("abatement",),
            is_often_empty=True,
        ),
        Column("status", Kind.TEXT, "active, resolved, as recorded", tuva=("status",)),
        Column(
            "visit_id",
            Kind.TEXT,
            "the visit it belongs to",
            tuva=("encounter_id",),
            is_often_empty=True,
        ),
    ),
    key=("diagnosis_id",),
    spans=(("starts", "ends"),),
    happened="recorded_on",
    left_out=("source_description", "normalized_description", "note"),
)
