"""A program with rules, an officer and a way to report concerns."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Run a compliance program",
    family=Family.PEOPLE,
    found_by=words(
        r"\bcompliance (?:program\w*|plan|committee)\b",
    ),
    named_by=words(r"\bcompliance\b"),
    driver=Driver.YEAR,
    hours=Spread.of(24, 80, 300),
    role=Role.MANAGER,
    is_one=True,
    basis="24 to 300 hours a year; little where a program exists already.",
)
