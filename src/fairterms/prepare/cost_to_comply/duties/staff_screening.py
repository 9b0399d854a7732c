"""Looking each clinician up in lists of excluded people, again and again."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Screen staff for exclusions and backgrounds",
    family=Family.ADMINISTRATION,
    found_by=words(
        r"\bscreen\w*\b[^.;]{0,60}?\b(?:employees|staff|owners|contractors|clinicians?|"
        r"providers?)\b",
        r"\b(?:exclusion|debarment) screening\b",
        r"\bbackground checks?\b",
    ),
    named_by=words(r"\bscreening\b|\bbackground\b"),
    driver=Driver.CLINICIAN,
    hours=Spread.of(".2", 1, 2),
    role=Role.OFFICE,
    is_one=True,
    basis=(
        "Twelve minutes to two hours for each clinician and year; monthly look-ups are "
        "near the upper end."
    ),
)
