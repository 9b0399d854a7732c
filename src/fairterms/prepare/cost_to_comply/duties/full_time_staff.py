"""Posts the text demands by number."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Employ the posts the text demands",
    family=Family.PEOPLE,
    found_by=words(
        r"\b(?:employ|engage|hire|retain|maintain|assign|"
        r"dedicate)\w*\b[^.;]{0,80}?\b(?:full[- ]time|FTEs?)\b",
    ),
    named_by=words(r"\bfull[- ]time\b|\bcoordinators?\b|\banalyst\b|\bhalf time\b"),
    driver=Driver.POST,
    hours=Spread.of(1870, 2080, 2080),
    role=Role.COORDINATOR,
    basis=(
        "2,080 hours are a full-time year of 52 weeks; the low value leaves out five "
        "weeks of leave."
    ),
)
