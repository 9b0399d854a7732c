"""Taking part in the plan's quality improvement and utilization management."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Take part in the plan's quality programs",
    family=Family.PEOPLE,
    found_by=words(
        r"\b(?:cooperat|participat|comply|support|assist)\w*\b[^.;]{0,80}?\b(?:quality "
        r"(?:improvement|management|assurance|review|program\w*)|utili[sz]ation (?:management|"
        r"review)|peer review|(?:case|disease|care) management program\w*)\b",
    ),
    named_by=words(r"\bquality (?:improvement|program)|\butili[sz]ation\b"),
    driver=Driver.YEAR,
    hours=Spread.of(8, 24, 80),
    role=Role.MANAGER,
    is_one=True,
    basis="Eight to eighty hours a year.",
)
