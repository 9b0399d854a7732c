"""Handing out a survey of satisfaction or experience."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Give patients a survey",
    family=Family.MEASURING,
    found_by=words(
        r"\b(?:administer|conduct|offer|give|send|hand|distribut|"
        r"collect)\w*\b[^.;]{0,80}?\b(?:surveys?|question card)\b",
    ),
    named_by=words(r"\bsurveys?\b|\bsatisfaction\b"),
    driver=Driver.SURVEY,
    hours=Spread.of(".03", ".05", ".1"),
    role=Role.OFFICE,
    is_one=True,
    basis=(
        "Two to six minutes a patient: to hand the survey out, collect it and enter the answers."
    ),
)
