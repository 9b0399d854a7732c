"""A list of patients, open places or early signs that must be kept or told."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Keep and send lists and counts",
    family=Family.REPORTING,
    found_by=words(
        r"\b(?:keep|maintain|share|update)s?\b[^.;]{0,40}?\b(?:list|early (?:indicators|"
        r"signs)|waiting list)\b",
        r"\blists? the patients\b",
        r"\b(?:tell|send|give)s?\b[^.;]{0,60}?\b(?:places|openings|capacity)\b",
    ),
    named_by=words(r"\boff-track\b|\bindicators?\b|\bwaiting lists?\b|\bopen places\b"),
    driver=Driver.TIME,
    hours=Spread.of(".5", 2, 5),
    times=Spread.of(2, 4, 12),
    role=Role.COORDINATOR,
    basis="Half an hour to five hours each time.",
)
