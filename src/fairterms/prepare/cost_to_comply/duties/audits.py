"""Making records and people available when they are examined."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, Trigger, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Answer audits",
    family=Family.CHECKING,
    found_by=words(
        r"\b(?:audit|examine|inspect|review|copy|evaluate)\w*\b[^.;]{0,120}?\b(?:records?|"
        r"books|offices|premises|charts|facilit\w+)\b",
        r"\b(?:permit|allow|give|grant|provide|cooperate|"
        r"afford)\w*\b[^.;]{0,160}?\b(?:audits?|inspect\w*|access to (?:\w+ ){0,5}(?:records?|"
        r"books|premises|facilities))\b",
    ),
    unless=words(
        r"\bGroup(?:,| may| has)\b[^.;]{0,40}\bPlan's\b",
        r"\bas (?:the )?law requires\b",
        r"\bcannot gain\b",
        r"\beducation\b",
    ),
    named_by=words(r"\baudits?\b"),
    triggers=frozenset({Trigger.OWED, Trigger.PLAN_MAY}),
    driver=Driver.TIME,
    hours=Spread.of(8, 24, 80),
    times=Spread.of(0, 1, 2),
    role=Role.MANAGER,
    is_one=True,
    basis=("Eight to eighty hours each: to find the records, be there, and answer the result."),
)
