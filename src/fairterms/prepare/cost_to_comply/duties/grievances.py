"""Passing on complaints of patients and taking part in their handling."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Pass on and answer grievances",
    family=Family.ADMINISTRATION,
    found_by=words(
        r"\bgrievances?\b|\bmember (?:complaints?|appeals)\b|\bcomplaints? (?:by|of|from) "
        r"(?:a )?members?\b",
    ),
    unless=words(
        r"\bprovider (?:grievances?|disputes?|appeals?)\b",
        r"\bauthorities\b",
    ),
    named_by=words(r"\bgrievances?\b|\bcomplaints?\b"),
    driver=Driver.TIME,
    hours=Spread.of(".5", 1, 4),
    times=Spread.of(2, 6, 24),
    role=Role.OFFICE,
    is_one=True,
    basis="Half an hour to four hours each; two to twenty-four a year.",
)
