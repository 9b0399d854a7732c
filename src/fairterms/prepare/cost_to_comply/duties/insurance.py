"""Cover the contract demands, and proof of it."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Carry the insurance and show it",
    family=Family.ADMINISTRATION,
    found_by=words(
        r"\b(?:maintain|carry|obtain|procure|keep|have)\w*\b[^.;]{0,60}?\binsurance\b",
        r"\bevidence of (?:it|such|insurance)\b",
        r"\bcertificates? (?:of insurance|on request)\b",
    ),
    unless=words(
        r"\bhealth insurance portability\b",
    ),
    named_by=words(r"\binsurance\b"),
    driver=Driver.YEAR,
    hours=Spread.of(1, 3, 8),
    role=Role.MANAGER,
    is_one=True,
    basis=(
        "A few hours a year. A premium is counted only if you enter it: most groups "
        "carry such cover already."
    ),
)
