"""People in the group's care, or members of the plan: one row a person."""

from fairterms.records.table import IDENTITY, Column, Kind, Table, person

TABLE = Table(
    name="patients",
    meaning="one person",
    tuva="patient",
    columns=(
        person("the person"),
        Column(
            "birth_date",
            Kind.DATE,
            "the day of birth",
            tuva=("birth_date",),
            also=("dob", "date_of_birth", "birthday"),
        ),
        Column("sex", Kind.TEXT, "as recorded", tuva=("sex", "gender")),
        Column("race", Kind.TEXT, "as the person reported it", tuva=("race",), is_often_empty=True),
        Column(
            "ethnicity",
            Kind.TEXT,
            "as the person reported it",
            tuva=("ethnicity",),
            is_often_empty=True,
        ),
        Column(
            "language",
            Kind.TEXT,
            "the language spoken best",
            also=("preferred_language",),
            is_often_empty=True,
        ),
        Column(
            "death_date",
            Kind.DATE,
            "the day of death",
            tuva=("death_date",),
            also=("dod",),
            is_often_empty=True,
        ),
        Column("state", Kind.TEXT, "the state lived in", tuva=("state",)),
        Column("zip_code", Kind.TEXT, "the postal code", tuva=("zip_code",), also=("zip",)),
    ),
    key=("person_id",),
    spans=(("birth_date", "death_date"),),
    left_out=(*IDENTITY, "city", "county", "death_flag"),
)
