"""Reports the plan may think of later."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Prepare reports the plan asks for later",
    family=Family.REPORTING,
    found_by=words(
        r"\b(?:submit|provide|furnish|complete|supply|deliver|give)\w*\b[^.;]{0,160}?\b(?:any|"
        r"such|all)\b(?: (?:other|additional|further))? (?:reports?|information|data|"
        r"documents?)\b[^.;]{0,60}?\b(?:requests?|requested|requires?)\b",
        r"\b(?:up)?on (?:\w+ )?request\b[^.;]{0,60}?\b(?:provide|submit|"
        r"furnish)\b[^.;]{0,40}?\b(?:data|reports?|information)\b",
    ),
    unless=words(
        r"\binsurance\b",
    ),
    named_by=words(r"\b(?:ad hoc|requested|extra|other) reports?\b"),
    driver=Driver.TIME,
    hours=Spread.of(2, 6, 20),
    times=Spread.of(0, 2, 12),
    role=Role.ANALYST,
    basis="Two to twenty hours each. Nobody knows the number: the text sets no limit.",
)
