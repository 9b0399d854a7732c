"""L8: the contract can end or turn at one side's will."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="governance_at_will",
    id="L8",
    title="The contract can end or turn at one side's will",
    area=Area.LAW,
    objectives=("O2", "O4"),
    sources=(SourceKind.CLAUSE,),
    cause=(
        "The plan decides alone and without reasons, may end the contract at once, or may hand "
        "it to others, and nobody keeps a calendar of notices."
    ),
    event="A notice comes, or a deadline passes.",
    effect="Patients lose their clinician from one month to the next.",
    prevents=("Agree on cause, on time to cure and on notice, alike for both sides.",),
    detects=("Keep a clock of deadlines, with one person who answers for it.",),
    corrects=("Follow a plan for the handover of patients that was agreed beforehand.",),
    indicator=LeadingIndicator(
        words="clauses that one side may use alone and without reasons",
        unit="clauses",
        amber="one on pay or on ending",
        red="three or more",
        lead="They can be counted in the draft, and deadlines are known a year ahead.",
    ),
    if_ignored="The group plans for years on a contract that lasts for weeks.",
    guardrails=("A patient in treatment is handed over, never dropped.",),
    requirements=("R-A4", "R-G4"),
    wakes_by=(
        "plan-discretion",
        "immediate-termination",
        "exit-without-cause",
        "amend-notice-days",
        "assignment-one-way",
        "exclusivity",
        "post-termination-care",
    ),
)
