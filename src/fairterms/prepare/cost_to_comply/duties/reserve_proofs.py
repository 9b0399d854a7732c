"""Money or credit that must be held ready, and proof of it."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Hold a reserve and show it",
    family=Family.ADMINISTRATION,
    found_by=words(
        r"\b(?:show|hold|maintain|post|provide|establish|"
        r"furnish)s?\b[^.;]{0,120}?\b(?:reserves?|line of credit|letter of credit|financial "
        r"security|surety|performance bond)\b",
    ),
    unless=words(
        r"\breserves? the right\b",
    ),
    named_by=words(r"\breserve\b|\bline of credit\b|\bsurety\b"),
    driver=Driver.YEAR,
    hours=Spread.of(2, 6, 20),
    role=Role.MANAGER,
    tools=Spread.of(0, 1500, 10000),
    is_one=True,
    basis="A few hours a year, and up to $10,000 for a line of credit.",
)
