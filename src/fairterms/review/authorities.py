"""The texts that checks compare an agreement with, each with its place, dates and scope.

A law is named to compare with, never as broken: whether it holds for a given agreement depends on
the state, the line of business and the date, and is for a lawyer to say. Where a text's effective
date was not recorded when it was read, that is said.
"""

from fairterms.units.finding import Authority, Checked, Source

_DATES = "text as read in 2026; its effective date and later changes were not recorded"
_DATES_TOLD = "as reported in 2026; the text itself was not read; confirm before use"
_SCOPE = (
    "contracts between health plans and providers in this state; whether it reaches self-funded "
    "employer plans, Medicaid or Medicare Advantage was not checked"
)


def _law(
    title: str, locator: str, jurisdiction: str, says: str, checked: Checked = Checked.READ
) -> Source:
    return Source(
        title=title,
        locator=locator,
        jurisdiction=jurisdiction,
        known_through=_DATES if checked is Checked.READ else _DATES_TOLD,
        status=Authority.LAW,
        checked=checked,
        scope=_SCOPE,
        says=says,
    )


COLORADO_CHANGES = _law(
    "Colorado Revised Statutes",
    "25-37-104",
    "CO",
    "90 days' notice of a material change, in a notice with that title and a summary; 15 days to "
    "object; rules for changes by product",
)
VERMONT_CHANGES = _law(
    "Vermont Statutes",
    "title 18, section 9418d",
    "VT",
    "60 days' notice of a change; the provider may leave before it takes effect",
)
WASHINGTON_CHANGES = _law(
    "Revised Code of Washington",
    "48.39.005 and 48.39.010",
    "WA",
    "60 days' notice of a material change; no duty to join all products",
)
WASHINGTON_DISPUTES = _law(
    "Washington Administrative Code",
    "284-170-440",
    "WA",
    "a formal dispute process; at least 30 days to start it; billing disputes decided in 60 days; "
    "courts not closed",
)
WASHINGTON_RULES = _law(
    "Washington rule-making summary",
    "99-12-106; compare with chapter 284-170 as it stands",
    "WA",
    "the manual is given before signing; prompt pay; reasonable audits",
    Checked.SECOND_HAND,
)
INDIANA_CHANGES = _law(
    "Indiana Code",
    "27-1-37.1-5, -6 and -8",
    "IN",
    "45 days' notice of a material change",
)
RHODE_ISLAND_CHANGES = _law(
    "Rhode Island General Laws",
    "23-17.18-1",
    "RI",
    "a provider may leave over a change, with care going on for up to a year",
)
OHIO_DOCUMENTS = _law(
    "Ohio Revised Code",
    "1753.08",
    "OH",
    "what a contract must do about documents it brings in by reference",
)
CALIFORNIA_CHANGES = _law(
    "California Health and Safety Code",
    "1375.7",
    "CA",
    "no material change by one side alone; 45 business days' notice of changes to manuals",
    Checked.SECOND_HAND,
)
TENNESSEE_REVIEW = _law(
    "Tennessee Code Annotated",
    "56-32-126(b), as contracts cite it",
    "TN",
    "independent review of disputed claims",
    Checked.SECOND_HAND,
)
FEDERAL_STOP_LOSS = Source(
    title="Code of Federal Regulations",
    locator="title 42, section 422.208",
    jurisdiction="US",
    known_through="an older edition was read; confirm the edition in force",
    status=Authority.LAW,
    checked=Checked.READ,
    scope="Medicare Advantage physician incentive plans at substantial financial risk",
    says="stop-loss protection where physicians bear substantial financial risk",
)
AMA_MODEL = Source(
    title="American Medical Association: model managed care contract, fourth edition, with "
    "supplements",
    locator="recoupment brief",
    jurisdiction="",
    known_through="the edition in use was not checked; confirm before use",
    status=Authority.GUIDANCE,
    checked=Checked.UNCHECKED,
    says="no offset while a dispute is open",
)
PAYMENT_NETWORK = Source(
    title="Payment-model papers of the Health Care Payment Learning and Action Network",
    locator="attribution, benchmarking, data sharing",
    jurisdiction="",
    known_through="as reported in 2026",
    status=Authority.GUIDANCE,
    checked=Checked.SECOND_HAND,
    says="targets that reflect the needs of the patients served",
)
GOOD_PRACTICE = Source(
    title="Good contracting practice",
    locator="Fairterms' own standard; no statute was found",
    jurisdiction="",
    known_through="",
    status=Authority.GOOD_PRACTICE,
    checked=Checked.READ,
    says="both sides can read, test and verify what they owe",
)
