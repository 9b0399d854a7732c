"""Rules outside the contract that must be read, taught and followed as they change."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Follow the plan's manuals and policies",
    family=Family.ADMINISTRATION,
    found_by=words(
        r"\b(?:comply|follow|adhere|abide|conform|observe)s?\b[^.;]{0,80}?\b(?:manuals?|"
        r"polic(?:y|ies)|protocols|procedures|guidelines|program requirements)\b",
    ),
    named_by=words(r"\bmanuals?\b|\bpolicies\b"),
    driver=Driver.YEAR,
    hours=Spread.of(4, 20, 80),
    role=Role.MANAGER,
    is_one=True,
    basis=(
        "Four to eighty hours a year to read changes and tell everybody. What the rules "
        "themselves demand is not counted until they are at hand."
    ),
)
