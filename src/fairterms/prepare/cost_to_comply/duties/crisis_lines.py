"""A way to reach somebody at all hours."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Keep a crisis line at all hours",
    family=Family.COORDINATION,
    found_by=words(
        r"\bcan reach a\b",
        r"\btelephone line\b",
        r"\bcrisis (?:line|service)\b",
        r"\bat (?:all hours|any hour)\b",
        r"\b(?:24|twenty-four(?: \(24\))?) hours\b[^.;]{0,20}?\b(?:a|per|each) day\b",
        r"\b(?:after[- ]hours|on[- ]call)\b",
    ),
    named_by=words(r"\bcrisis\b|\bon[- ]call\b|\bafter[- ]hours\b"),
    driver=Driver.YEAR,
    hours=Spread.of(12, 52, 200),
    role=Role.MANAGER,
    tools=Spread.of(0, 3000, 30000),
    is_one=True,
    basis=(
        "Twelve to 200 hours a year and up to $30,000 for a service; nothing new where a "
        "line exists already."
    ),
)
