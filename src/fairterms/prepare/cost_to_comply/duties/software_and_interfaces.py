"""Systems that must be bought, connected and kept running."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Buy and maintain software, hardware and interfaces",
    family=Family.SYSTEMS,
    found_by=words(
        r"\b(?:acquire|maintain|purchase|install|licen[sc]e|implement|establish|have|upgrade|"
        r"obtain|use)\w*\b[^.;]{0,80}?\b(?:hardware|software|interfaces?|electronic (?:health|"
        r"medical) records?|EHRs?|EMRs?|information systems?|information technology)\b",
    ),
    unless=words(
        r"\bAdvance for\b",
    ),
    named_by=words(r"\bsoftware\b|\bhardware\b|\binterfaces?\b|\bEHR\b|\brecord system\b"),
    driver=Driver.YEAR,
    hours=Spread.of(16, 40, 120),
    role=Role.ANALYST,
    tools=Spread.of(60, 180, 480),
    is_tool_per_clinician=True,
    is_one=True,
    basis=(
        "Sixteen to 120 hours a year, and $60 to $480 for each clinician; less where the "
        "tools exist already."
    ),
)
