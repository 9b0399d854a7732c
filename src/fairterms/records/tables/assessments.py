"""Questionnaires answered: one row an administration, with its total, its items or both."""

from fairterms.records.table import Column, Kind, Table, person

TABLE = Table(
    name="assessments",
    meaning="one questionnaire answered by one person on one day",
    tuva="observation",
    columns=(
        Column(
            "assessment_id",
            Kind.TEXT,
            "the administration",
            is_required=True,
            tuva=("observation_id",),
            also=("response_id", "survey_id"),
        ),
        person("the patient"),
        Column(
            "instrument",
            Kind.INSTRUMENT,
            "the questionnaire, such as PHQ-9; read from the LOINC code where it is empty",
            also=("measure", "questionnaire", "scale", "tool"),
        ),
        Column(
            "loinc_code",
            Kind.CODE,
            "the code of the total score",
            tuva=("source_code", "normalized_code"),
            also=("loinc", "code"),
        ),
        Column(
            "assessed_on",
            Kind.DATE,
            "the day it was answered",
            is_required=True,
            tuva=("observation_date",),
            also=("assessment_date", "date", "completed_on", "survey_date"),
        ),
        Column(
            "score",
            Kind.NUMBER,
            "the total, in the instrument's own points",
            unit="points",
            tuva=("result", "normalized_result"),
            also=("total", "total_score", "value"),
        ),
        Column(
            "items",
            Kind.ITEMS,
            "the answers in order; empty where one was left out",
            is_often_empty=True,
        ),
        Column(
            "visit_id",
            Kind.TEXT,
            "the visit it belongs to",
            tuva=("encounter_id",),
            is_often_empty=True,
        ),
        Column("clinician_id", Kind.TEXT, "the clinician treating", also=("therapist_id",)),
        Column("status", Kind.TEXT, "final, amended, corrected, as recorded"),
        Column(
            "is_self_reported", Kind.FLAG, "whether the patient answered", also=("self_report",)
        ),
    ),
    key=("assessment_id",),
    happened="assessed_on",
    left_out=("note", "notes", "comment", "source_description"),
)
