"""Who was a member of the plan, and when: one row an unbroken span."""

from fairterms.records.table import IDENTITY, Column, Kind, Table, person

TABLE = Table(
    name="enrolment",
    meaning="one person's unbroken membership of one product",
    tuva="eligibility",
    columns=(
        person("the member"),
        Column(
            "starts",
            Kind.DATE,
            "the first day of membership",
            is_required=True,
            tuva=("enrollment_start_date",),
            also=("eff_date", "effective_date", "coverage_start", "enrolment_start_date"),
            may_be_future=True,
        ),
        Column(
            "ends",
            Kind.DATE,
            "the last day of membership; empty while it lasts",
            tuva=("enrollment_end_date",),
            also=("term_date", "termination_date", "coverage_end", "enrolment_end_date"),
            may_be_future=True,
            is_often_empty=True,
        ),
        Column("payer", Kind.TEXT, "who pays", tuva=("payer",)),
        Column("payer_type", Kind.TEXT, "the line of business", tuva=("payer_type",)),
        Column("plan", Kind.TEXT, "the product", tuva=("plan",), also=("product",)),
        Column(
            "dual_status_code",
            Kind.CODE,
            "Medicare and Medicaid",
            tuva=("dual_status_code",),
            is_often_empty=True,
        ),
        Column(
            "clinician_id",
            Kind.TEXT,
            "the clinician or group the member is attributed to",
            also=("attributed_provider_id", "pcp_id"),
        ),
        Column(
            "risk_score",
            Kind.NUMBER,
            "expected cost compared with the average of 1",
            unit="times the average",
            lowest=0,
            also=("raf", "risk_adjustment_factor"),
        ),
    ),
    key=("person_id", "starts", "payer", "plan"),
    spans=(("starts", "ends"),),
    happened="starts",
    left_out=(*IDENTITY, "city", "gender", "race", "birth_date", "death_date", "death_flag"),
)
