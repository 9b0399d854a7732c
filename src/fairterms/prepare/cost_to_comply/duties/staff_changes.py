"""Telling the plan who joined, left or moved."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Report changes of clinicians and directory entries",
    family=Family.ADMINISTRATION,
    found_by=words(
        r"\b(?:notify|tell|inform|report|advise|give)s?\b[^.;]{0,60}?\b(?:Clinicians?|"
        r"providers?|practitioners?|staff)\b[^.;]{0,40}?\b(?:joins?|leaves?|moves?|licen[sc]e|"
        r"terminat\w+|change)\b",
        r"\brosters?\b",
        r"\bconfirms? its (?:entries|listing)",
        r"\b(?:update|verify|confirm|attest)\w*\b[^.;]{0,60}?\b(?:director(?:y|ies)|"
        r"demographic)\b",
    ),
    named_by=words(r"\brosters?\b|\bdirectory\b|\bstaff changes\b"),
    driver=Driver.CLINICIAN,
    hours=Spread.of(".1", ".25", ".75"),
    role=Role.OFFICE,
    is_one=True,
    basis="Six to 45 minutes for each clinician and year.",
)
