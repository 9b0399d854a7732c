"""Finding members with a gap in care and closing it."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Close care gaps",
    family=Family.COORDINATION,
    found_by=words(
        r"\bclos\w+\b[^.;]{0,30}?\bgaps?\b",
    ),
    named_by=words(r"\bgaps?\b"),
    driver=Driver.GAP,
    hours=Spread.of(".25", ".5", "1.5"),
    role=Role.COORDINATOR,
    is_one=True,
    basis=("Fifteen to ninety minutes for each gap closed, with those that were tried in vain."),
)
