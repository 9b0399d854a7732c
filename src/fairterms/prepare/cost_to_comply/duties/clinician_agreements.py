"""Binding each clinician or vendor in writing."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Bind clinicians and vendors in writing",
    family=Family.PEOPLE,
    found_by=words(
        r"\b(?:bind|requir|caus|ensur)\w*\b[^.;]{0,40}?\b(?:Clinicians?|subcontractors?|"
        r"vendors?|practitioners?)\b[^.;]{0,80}?\b(?:in writing|written|agree\w*|to the parts|"
        r"contracts?)\b",
    ),
    named_by=words(r"\bclinician (?:agreements?|contracts?)\b|\bsubcontract"),
    driver=Driver.CLINICIAN,
    hours=Spread.of(".1", ".25", ".75"),
    role=Role.MANAGER,
    is_one=True,
    basis="Six to 45 minutes for each clinician, spread over the years of the contract.",
)
