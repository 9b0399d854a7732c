"""Appointments still open, as the calendar showed them on sample days: one row an open slot."""

from fairterms.records.table import Column, Kind, Table

TABLE = Table(
    name="open_slots",
    meaning="one appointment that was open to a new patient, as seen on one day",
    columns=(
        Column(
            "seen_on",
            Kind.DATE,
            "the day the calendar was looked at",
            is_required=True,
            also=("sample_date", "sampled_on", "as_of", "snapshot_date"),
        ),
        Column(
            "clinician_id",
            Kind.TEXT,
            "the clinician, by the same id in every table",
            is_required=True,
            also=("therapist_id", "provider_id", "practitioner_id"),
        ),
        Column(
            "slot_id",
            Kind.TEXT,
            "the slot",
            is_required=True,
            also=("appointment_id", "slot"),
        ),
        Column(
            "starts",
            Kind.DATE,
            "the day of the appointment; empty where the calendar had none open that day",
            also=("slot_date", "appointment_date", "available_on"),
            may_be_future=True,
        ),
        Column("visit_type", Kind.TEXT, "the kind of visit it is open for"),
    ),
    key=("seen_on", "clinician_id", "slot_id"),
    spans=(("seen_on", "starts"),),
    happened="seen_on",
    left_out=("note", "notes", "reason"),
)
