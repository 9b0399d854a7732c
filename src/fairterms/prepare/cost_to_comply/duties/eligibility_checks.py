"""Finding out before a visit whether a person is covered."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Check coverage before visits",
    family=Family.ADMINISTRATION,
    found_by=words(
        r"\b(?:verif(?:y|ies)|checks?|confirms?|determines?|"
        r"establish(?:es)?)\b[^.;]{0,40}?\b(?:eligibility|coverage|enrol?lment)\b",
    ),
    unless=words(
        r"\bgroup can verify\b",
    ),
    named_by=words(r"\beligibility\b"),
    driver=Driver.NEW_PATIENT,
    hours=Spread.of(".03", ".08", ".2"),
    role=Role.OFFICE,
    is_one=True,
    basis="Two to twelve minutes for each new patient and year.",
)
