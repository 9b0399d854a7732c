"""The people who treat: one row a clinician."""

from fairterms.records.table import Column, Kind, Table

TABLE = Table(
    name="clinicians",
    meaning="one clinician",
    tuva="practitioner",
    columns=(
        Column(
            "clinician_id",
            Kind.TEXT,
            "the clinician, by the same id in every table",
            is_required=True,
            tuva=("practitioner_id",),
            also=("therapist_id", "provider_id", "clinician"),
        ),
        Column("npi", Kind.TEXT, "the national provider identifier", tuva=("npi",)),
        Column("specialty", Kind.TEXT, "the field of practice", tuva=("specialty",)),
        Column("licence", Kind.TEXT, "the kind of licence", also=("license", "credential")),
        Column(
            "clinic_id",
            Kind.TEXT,
            "the clinic or site worked at",
            also=("site_id", "location_id", "facility_id", "clinic", "site"),
            is_often_empty=True,
        ),
        Column(
            "starts",
            Kind.DATE,
            "the first day with the group",
            also=("hire_date",),
            is_often_empty=True,
        ),
        Column(
            "ends",
            Kind.DATE,
            "the last day with the group",
            also=("termination_date",),
            may_be_future=True,
            is_often_empty=True,
        ),
    ),
    key=("clinician_id",),
    spans=(("starts", "ends"),),
    left_out=("first_name", "last_name", "phone", "email", "practice_affiliation"),
)
