"""F4: the payment formula allows two answers."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="formula_with_two_answers",
    id="F4",
    title="The payment formula allows two answers",
    area=Area.MONEY,
    objectives=("O2",),
    sources=(SourceKind.CLAUSE,),
    cause="The text leaves an order, a word or a number of the calculation open.",
    event="Each side works out the same year and comes to another amount.",
    effect=(
        "The side that holds the money pays its own answer, and the other must argue for the rest."
    ),
    prevents=(
        "Attach worked examples that both sides have calculated and signed.",
        "Write each number, each base and the order of the steps into the text.",
    ),
    detects=(
        "Let both sides work out each settlement on their own and compare it step by step.",
        "Give the group a right to audit the figures behind the settlement.",
    ),
    corrects=("Let a neutral expert decide on the difference within a named time.",),
    indicator=LeadingIndicator(
        words="difference between the two calculations as a share of the settlement",
        unit="%",
        amber="any difference that nobody can explain",
        red="a difference that stays open for a month",
        lead="A trial with made-up figures shows the difference before any real money hangs on it.",
    ),
    if_ignored="The group is paid too little year after year, or ends before a court.",
    guardrails=("No settlement is final while an explained difference is open.",),
    requirements=("R-A2", "R-G7", "R-H1"),
    wakes_by=(
        "internal-contradiction",
        "audit-of-plan",
        "reconciliation-terms",
        "dispute-process",
        "suit-deadline",
    ),
    wakes_on=("text_left_open", "number_not_stated"),
)
