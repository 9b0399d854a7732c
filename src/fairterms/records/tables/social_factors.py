"""Circumstances that make care harder, such as housing or food: one row an answer."""

from fairterms.records.table import Column, Kind, Table, person

TABLE = Table(
    name="social_factors",
    meaning="one circumstance of one person on one day",
    columns=(
        person("the patient"),
        Column(
            "factor",
            Kind.TEXT,
            "the circumstance, such as housing, food, transport or deprivation",
            is_required=True,
            also=("domain", "social_factor", "sdoh", "question"),
        ),
        Column(
            "answer",
            Kind.TEXT,
            "what was found",
            is_required=True,
            also=("response", "finding", "value"),
        ),
        Column(
            "recorded_on",
            Kind.DATE,
            "the day it was asked",
            is_required=True,
            also=("screened_on", "screening_date", "recorded_date"),
        ),
        Column("code_system", Kind.CODE_SYSTEM, "the list the code is from", is_often_empty=True),
        Column(
            "factor_code",
            Kind.CODE,
            "its code, such as a Z code",
            also=("z_code",),
            is_often_empty=True,
        ),
    ),
    key=("person_id", "factor", "recorded_on"),
    happened="recorded_on",
    left_out=("note", "notes", "comment"),
)
