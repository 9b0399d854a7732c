"""L6: an offer to take or leave hides material facts."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="hidden_material_facts",
    id="L6",
    title="An offer to take or leave hides material facts",
    area=Area.LAW,
    objectives=("O10",),
    sources=(SourceKind.COUNTERPARTY,),
    cause=(
        "The offer is a standard form, brings in papers that were not supplied, or forbids "
        "asking others."
    ),
    event="The group signs without facts that would have changed its answer.",
    effect="It agreed to something that it could not know.",
    prevents=(
        "Ask for each missing paper with a checklist, and fix a price below which you walk away.",
    ),
    detects=("Count how long each question has been open.",),
    corrects=("Delay the signature until the answers are in writing.",),
    indicator=LeadingIndicator(
        words="questions still open",
        unit="questions",
        amber="any within two weeks of signing",
        red="any on the day of signing",
        lead="Open questions can be counted on every day before the signature.",
    ),
    if_ignored="The surprises come after signing, when they cannot be priced.",
    guardrails=("Nobody signs what they were not given to read.",),
    requirements=("R-A3", "R-A5", "R-A6", "R-F11"),
    wakes_by=(
        "manual-incorporated",
        "promises-erased",
        "network-undisclosed",
        "rate-secrecy",
        "drafter-rule-waived",
        "standard-form-signs",
        "plain-language",
        "arbitration-only",
    ),
)
