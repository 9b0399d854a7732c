"""Copies of records for the plan."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Copy and send records",
    family=Family.CHECKING,
    found_by=words(
        r"\b(?:furnish|provide|give|send|supply|produce|make available|submit|"
        r"deliver)s?\b[^.;]{0,120}?\b(?:copies|copy|(?:treatment|medical|patient|member|"
        r"clinical|encounter|health) records?|charts|documentation)\b",
        r"\b(?:submit|transfer|send)s?\b[^.;]{0,40}?\brecords\b",
        r"\bmakes?\b[^.;]{0,80}?\brecords\b[^.;]{0,60}?\bavailable\b",
    ),
    unless=words(
        r"\binsurance\b",
        r"\baccess to (?:\w+ ){0,3}(?:books|records)\b",
        r"\bpsychotherapy notes\b",
        r"\bcertificate\b",
    ),
    named_by=words(r"\bcopies\b|\brecords\b"),
    driver=Driver.TIME,
    hours=Spread.of(".5", 1, 2),
    times=Spread.of(4, 12, 40),
    role=Role.OFFICE,
    is_one=True,
    basis="Half an hour to two hours for each request; four to forty requests a year.",
)
