"""Talking with others who treat the same patient."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Coordinate care with others",
    family=Family.COORDINATION,
    found_by=words(
        r"\b(?:coordinat|communicat|consult|share)\w*\b[^.;]{0,80}?\b(?:primary care|other "
        r"(?:treating )?(?:providers?|professionals?|practitioners?)|treating (?:providers?|"
        r"professionals?|physicians?))\b",
        r"\b(?:coordinat\w+|manag\w+)\b[^.;]{0,20}?\bcare (?:of|for|with)\b",
        r"\bcase management\b",
        r"\b(?:provide|furnish|carry out|perform)s?\b[^.;]{0,40}?\bcare coordination\b",
    ),
    unless=words(
        r"\bcoordination of benefits\b",
        r"\bcooperate\b",
    ),
    named_by=words(r"\bcoordinat|\bcase management\b|\bhelp with housing\b"),
    driver=Driver.NEW_PATIENT,
    hours=Spread.of(".1", ".25", ".5"),
    role=Role.COORDINATOR,
    is_one=True,
    basis=(
        "Six to thirty minutes for each new patient: a letter or call at the start, at "
        "changes, at the end."
    ),
)
