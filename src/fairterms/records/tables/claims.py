"""Bills as the plan has them: one row a line of a claim."""

from fairterms.records.table import Column, Kind, Table, person


def _money(name: str, meaning: str, tuva: str, also: tuple[str, ...] = ()) -> Column:
    return Column(name, Kind.CENTS, meaning, unit="cents", tuva=(tuva,), also=also)


def _code(name: str, meaning: str, tuva: str, also: tuple[str, ...] = ()) -> Column:
    return Column(name, Kind.CODE, meaning, tuva=(tuva,), also=also)


TABLE = Table(
    name="claims",
    meaning="one line of one claim",
    tuva="medical_claim",
    columns=(
        Column(
            "claim_id",
            Kind.TEXT,
            "the claim",
            is_required=True,
            tuva=("claim_id",),
            also=("claim_number", "icn"),
        ),
        Column(
            "claim_line",
            Kind.WHOLE,
            "the line of the claim",
            unit="lines",
            lowest=0,
            tuva=("claim_line_number",),
            also=("line_number", "line"),
        ),
        person("the member"),
        Column("claim_type", Kind.TEXT, "professional or institutional", tuva=("claim_type",)),
        Column("payer", Kind.TEXT, "who pays", tuva=("payer",)),
        Column("plan", Kind.TEXT, "the product", tuva=("plan",)),
        Column(
            "starts",
            Kind.DATE,
            "the first day of service",
            is_required=True,
            tuva=("claim_line_start_date", "claim_start_date"),
            also=("service_date", "from_date", "service_from_date", "date_of_service", "dos"),
        ),
        Column(
            "ends",
            Kind.DATE,
            "the last day of service",
            tuva=("claim_line_end_date", "claim_end_date"),
            also=("thru_date", "service_to_date", "through_date"),
        ),
        Column(
            "admitted",
            Kind.DATE,
            "the day of admission",
            tuva=("admission_date",),
            is_often_empty=True,
        ),
        Column(
            "discharged",
            Kind.DATE,
            "the day of discharge",
            tuva=("discharge_date",),
            is_often_empty=True,
        ),
        Column("paid_on", Kind.DATE, "the day of payment", tuva=("paid_date",)),
        Column(
            "place_code",
            Kind.CODE,
            "the place of service",
            tuva=("place_of_service_code",),
            is_often_empty=True,
        ),
        Column(
            "bill_type_code",
            Kind.CODE,
            "the type of bill",
            tuva=("bill_type_code",),
            is_often_empty=True,
        ),
        Column(
            "revenue_code",
            Kind.CODE,
            "the revenue centre",
            tuva=("revenue_center_code",),
            is_often_empty=True,
        ),
        Column("code_system", Kind.CODE_SYSTEM, "the list the service code is from"),
        _code("service_code", "the service", "hcpcs_code", ("cpt", "cpt_code", "procedure_code")),
        Column(
            "modifier_code",
            Kind.CODE,
            "the first modifier",
            tuva=("hcpcs_modifier_1",),
            is_often_empty=True,
        ),
        Column(
            "units",
            Kind.NUMBER,
            "how many units were billed",
            unit="units of service",
            tuva=("service_unit_quantity",),
        ),
        _code("diagnosis_code", "the first diagnosis, without its point", "diagnosis_code_1"),
        Column(
            "diagnosis_code_2",
            Kind.CODE,
            "the second diagnosis",
            tuva=("diagnosis_code_2",),
            is_often_empty=True,
        ),
        Column(
            "diagnosis_code_3",
            Kind.CODE,
            "the third diagnosis",
            tuva=("diagnosis_code_3",),
            is_often_empty=True,
        ),
        Column("rendering_npi", Kind.TEXT, "who treated", tuva=("rendering_npi", "rendering_id")),
        Column("billing_npi", Kind.TEXT, "who billed", tuva=("billing_npi", "billing_id")),
        _money("paid_cents", "paid by the plan", "paid_amount", ("paid", "paid_amt", "net_paid")),
        _money(
            "allowed_cents", "allowed by the plan", "allowed_amount", ("allowed", "allowed_amt")
        ),
        _money("charge_cents", "charged by the provider", "charge_amount", ("billed_amount",)),
        _money("coinsurance_cents", "coinsurance owed by the member", "coinsurance_amount"),
        _money("copayment_cents", "copayment owed by the member", "copayment_amount", ("copay",)),
        _money("deductible_cents", "deductible owed by the member", "deductible_amount"),
        Column("is_in_network", Kind.FLAG, "billed in the network", tuva=("in_network_flag",)),
    ),
    key=("claim_id", "claim_line"),
    spans=(("starts", "ends"), ("admitted", "discharged")),
    happened="starts",
)
