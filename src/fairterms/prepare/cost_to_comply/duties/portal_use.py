"""Working in a system of the plan's instead of one's own."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Enter and look up data in the plan's portal",
    family=Family.SYSTEMS,
    found_by=words(
        r"\b(?:use|log|enter|access|register|enroll)\w*\b[^.;]{0,40}?\b(?:portal|platform|web "
        r"?site|online system|registry)\b",
    ),
    named_by=words(r"\bportal\b|\bplatform\b"),
    driver=Driver.NEW_PATIENT,
    hours=Spread.of(".05", ".15", ".3"),
    role=Role.OFFICE,
    is_one=True,
    basis=(
        "Three to eighteen minutes for each new patient and year: eligibility, "
        "authorization, entries."
    ),
)
