"""Keeping records complete and for as long as demanded."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Keep records as the contract demands",
    family=Family.CHECKING,
    found_by=words(
        r"\b(?:maintain|keep|retain|preserve)s?\b[^.;]{0,60}?\b(?:records?|charts?|"
        r"documentation|books|them for)\b",
    ),
    unless=words(
        r"\bcredential",
        r"\belectronic (?:health|medical) records?\b",
        r"\binsurance\b",
    ),
    named_by=words(r"\brecord[- ]keeping\b"),
    driver=Driver.YEAR,
    hours=Spread.of(0, 8, 40),
    role=Role.OFFICE,
    is_one=True,
    basis="Only what this contract adds to the records a practice keeps anyway.",
)
