"""Noting when each new patient first asked for care, and when the visit was."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Record first contact and first visit of new patients",
    family=Family.MEASURING,
    found_by=words(
        r"\brecords?\b[^.;]{0,40}?\bfirst (?:contact|appointment|visit|request)",
        r"\b(?:track|log|note|report)\w*\b[^.;]{0,40}?\bfirst (?:contact|appointment|visit|"
        r"request)",
    ),
    named_by=words(r"\baccess (?:files?|records?|data)\b|\bfirst (?:contact|appointment|visit)"),
    driver=Driver.NEW_PATIENT,
    hours=Spread.of(".02", ".05", ".1"),
    role=Role.OFFICE,
    is_one=True,
    basis="One to six minutes a new patient, at the first call.",
)
