"""Reaching patients after a stay in hospital."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Reach patients after hospital",
    family=Family.COORDINATION,
    found_by=words(
        r"\b(?:contact|visit|appointment|follow[- ]up|see)\w*\b[^.;]{0,80}?\b(?:discharged?|"
        r"hospital(?:ization)?|inpatient stay)\b",
    ),
    unless=words(
        r"\brecords?\b",
        r"\badmitting privileges\b",
        r"\bnotify\b",
    ),
    named_by=words(r"\bdischarges?\b|\bhospital\b|\bcoordinat"),
    driver=Driver.DISCHARGE,
    hours=Spread.of(".5", 1, 2),
    role=Role.COORDINATOR,
    is_one=True,
    basis=(
        "Half an hour to two hours for each discharge: to learn of it, call, and find a "
        "place within days."
    ),
)
