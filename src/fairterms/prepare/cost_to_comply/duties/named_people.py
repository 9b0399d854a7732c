"""Somebody who must be named and reachable."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Name people for tasks of the contract",
    family=Family.PEOPLE,
    found_by=words(
        r"\b(?:name|designate|appoint|identify)s?\b[^.;]{0,90}?\b(?:director|officer|"
        r"coordinator|liaison|contact|representative|members? by|committee)\b",
    ),
    unless=words(
        r"\barbitrat",
        r"\binsured\b",
    ),
    named_by=words(r"\bdirector\b|\bofficer\b|\bliaison\b|\bcontact person\b"),
    driver=Driver.YEAR,
    hours=Spread.of(4, 24, 150),
    role=Role.MANAGER,
    basis=(
        "Four to 150 hours a year; a director or officer named for the contract is near "
        "the upper end."
    ),
)
