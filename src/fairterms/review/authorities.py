"""Guidance and good practice that checks compare an agreement with.

Laws are not here: they are data, dated and scoped, in :mod:`fairterms.reference.law`. A check names
their topics.
"""

from fairterms.units.finding import Authority, Checked, Source

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
