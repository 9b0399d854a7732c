"""A protocol that must be written, taught and kept up to date."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Write and keep protocols",
    family=Family.PEOPLE,
    found_by=words(
        r"\b(?:maintain|adopt|have|establish|develop|implement|"
        r"keep)\w*\b[^.;]{0,40}?\b(?:written )?(?:protocols?|procedures?|polic(?:y|ies))\b",
    ),
    unless=words(
        r"\binsurance\b",
        r"\b(?:comply|follow)\w* with\b",
        r"\bgrievance",
    ),
    named_by=words(r"\bprotocols?\b"),
    driver=Driver.YEAR,
    hours=Spread.of(4, 12, 40),
    role=Role.MANAGER,
    basis="Four to forty hours a year.",
)
