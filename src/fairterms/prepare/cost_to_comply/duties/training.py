"""Hours in which clinicians learn the plan's rules instead of seeing patients."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Attend or give trainings",
    family=Family.PEOPLE,
    found_by=words(
        r"\b(?:participat|attend|complet|take part|undergo|provid|send|ensur|maintain|requir|"
        r"receiv)\w*\b[^.;]{0,160}?\btrain(?:ing|ings|ed)\b",
        r"\bparticipate in education\b",
    ),
    unless=words(
        r"\bAdvance for\b",
    ),
    named_by=words(r"\btrainings?\b"),
    driver=Driver.CLINICIAN,
    hours=Spread.of(1, 2, 6),
    role=Role.CLINICIAN,
    is_one=True,
    basis="One to six hours for each clinician and year.",
)
