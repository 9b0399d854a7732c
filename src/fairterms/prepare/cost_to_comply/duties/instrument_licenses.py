"""The right to use a questionnaire that somebody owns."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Obtain licenses for instruments",
    family=Family.SYSTEMS,
    found_by=words(
        r"\b(?:obtain|pay|hold|acquire|"
        r"secure)\w*\b[^.;]{0,40}?\blicen[sc]es?\b[^.;]{0,40}?\binstruments?\b",
        r"\blicen[sc]es? that an instrument\b",
    ),
    named_by=words(r"\blicen[sc]es?\b"),
    driver=Driver.YEAR,
    hours=Spread.of(1, 4, 12),
    role=Role.MANAGER,
    tools=Spread.of(0, 500, 5000),
    is_one=True,
    basis=(
        "A few hours a year; nothing to buy for instruments that are free, up to $5,000 for others."
    ),
)
