"""Visits as the group's own record has them: one row a visit."""

from fairterms.records.table import Column, Kind, Table, person

TABLE = Table(
    name="visits",
    meaning="one visit, or one appointment that was missed",
    tuva="encounter",
    columns=(
        Column(
            "visit_id",
            Kind.TEXT,
            "the visit",
            is_required=True,
            tuva=("encounter_id",),
            also=("appointment_id", "session_id"),
        ),
        person("the patient"),
        Column(
            "clinician_id",
            Kind.TEXT,
            "the clinician seen",
            tuva=("attending_provider_id",),
            also=("therapist_id", "provider_id", "practitioner_id"),
        ),
        Column(
            "starts",
            Kind.DATE,
            "the day it began",
            is_required=True,
            tuva=("encounter_start_date",),
            also=("visit_date", "service_date", "session_date", "date_of_service"),
        ),
        Column("ends", Kind.DATE, "the day it ended", tuva=("encounter_end_date",)),
        Column(
            "requested_on",
            Kind.DATE,
            "the day the patient asked for it, or was referred",
            also=("request_date", "requested_date", "referral_date", "referred_on", "booked_on"),
            is_often_empty=True,
        ),
        Column("visit_type", Kind.TEXT, "the kind of visit", tuva=("encounter_type",)),
        Column(
            "status",
            Kind.TEXT,
            "finished, cancelled, missed, as recorded",
        ),
        Column("code_system", Kind.CODE_SYSTEM, "the list the service code is from"),
        Column("service_code", Kind.CODE, "the service", also=("cpt", "hcpcs_code", "cpt_code")),
        Column("is_telehealth", Kind.FLAG, "whether by video or telephone", also=("telehealth",)),
        Column(
            "diagnosis_code",
            Kind.CODE,
            "the first diagnosis, without its point",
            tuva=("primary_diagnosis_code",),
        ),
    ),
    key=("visit_id",),
    spans=(("starts", "ends"),),
    happened="starts",
    left_out=("attending_provider_name", "facility_name", "note", "notes"),
)
