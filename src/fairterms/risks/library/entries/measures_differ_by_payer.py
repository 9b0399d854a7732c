"""A3: each payer defines its measures in its own way."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="measures_differ_by_payer",
    id="A3",
    title="Each payer defines its measures in its own way",
    area=Area.OPERATIONS,
    objectives=("O3", "O7"),
    sources=(SourceKind.COUNTERPARTY,),
    cause="The measures of this contract are its own, and other payers have theirs.",
    event="The same care is counted several times by several rules.",
    effect="Work is done twice, and results cannot be compared with anyone's.",
    prevents=("Offer measures with a published definition and a steward.",),
    detects=("Keep a table of the definitions that each payer uses for the same idea.",),
    corrects=("Propose one definition to all payers at the next yearly review.",),
    indicator=LeadingIndicator(
        words="definitions in use for the same measure",
        unit="definitions per measure",
        amber="two",
        red="three or more",
        lead="The table shows the double work before the forms are built.",
    ),
    if_ignored="Clinicians fill in forms for payers instead of looking at progress.",
    guardrails=("A patient is not asked the same questions twice for two payers.",),
    requirements=("R-C1", "R-F6"),
    wakes_on=("measures_of_its_own",),
    quiet_when=("no_measures_paid",),
)
