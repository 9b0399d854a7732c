"""To whom members are attributed, month by month: one row a member and month."""

from fairterms.records.table import IDENTITY, Column, Kind, Table, person

TABLE = Table(
    name="attribution_months",
    meaning="one member in one month, and the provider attributed to",
    tuva="provider_attribution",
    columns=(
        person("the member"),
        Column(
            "year_month",
            Kind.WHOLE,
            "the month as year and month in one number, such as 202703",
            is_required=True,
            unit="year and month",
            lowest=190001,
            highest=299912,
            tuva=("year_month",),
        ),
        Column("payer", Kind.TEXT, "who pays", tuva=("payer",)),
        Column("plan", Kind.TEXT, "the product", tuva=("plan",)),
        Column(
            "payer_provider",
            Kind.TEXT,
            "the provider by the plan's rule",
            tuva=("payer_attributed_provider",),
            is_often_empty=True,
        ),
        Column(
            "payer_practice",
            Kind.TEXT,
            "that provider's practice",
            tuva=("payer_attributed_provider_practice",),
            is_often_empty=True,
        ),
        Column(
            "payer_organization",
            Kind.TEXT,
            "that provider's organization",
            tuva=("payer_attributed_provider_organization",),
            is_often_empty=True,
        ),
        Column(
            "payer_line_of_business",
            Kind.TEXT,
            "that attribution's line of business",
            tuva=("payer_attributed_provider_lob",),
            is_often_empty=True,
        ),
        Column(
            "own_provider",
            Kind.TEXT,
            "the provider by a rule of one's own",
            tuva=("custom_attributed_provider",),
            is_often_empty=True,
        ),
        Column(
            "own_practice",
            Kind.TEXT,
            "that provider's practice",
            tuva=("custom_attributed_provider_practice",),
            is_often_empty=True,
        ),
        Column(
            "own_organization",
            Kind.TEXT,
            "that provider's organization",
            tuva=("custom_attributed_provider_organization",),
            is_often_empty=True,
        ),
        Column(
            "own_line_of_business",
            Kind.TEXT,
            "that attribution's line of business",
            tuva=("custom_attributed_provider_lob",),
            is_often_empty=True,
        ),
    ),
    key=("person_id", "year_month", "payer", "plan"),
    left_out=IDENTITY,
)
