"""A5: goals are broad and cannot be measured."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="unmatched_values",
    id="A5",
    title="Goals are broad and cannot be measured",
    area=Area.OPERATIONS,
    objectives=("O10",),
    sources=(SourceKind.CLAUSE,),
    cause=(
        "The two sides never wrote down what they want together, and the text uses words that "
        "nobody can measure."
    ),
    event="Each year is judged by the side that holds the numbers.",
    effect="The two sides drift apart, and each thinks that the other changed.",
    prevents=(
        (
            "Write shared values, an objective for each, and a measure, an owner and a date for "
            "each objective."
        ),
        "Meet at fixed dates and keep minutes.",
    ),
    detects=("List goals without a measure and measures without a goal.",),
    corrects=("Hold a joint workshop and sign its result as an exhibit.",),
    indicator=LeadingIndicator(
        words="goals in the text without a measure",
        unit="goals",
        amber="one",
        red="more than one",
        lead="It can be counted in the draft.",
    ),
    if_ignored="Mistrust grows from small misunderstandings until the contract ends.",
    guardrails=("No goal of money stands without a goal of care beside it.",),
    requirements=("R-E1", "R-G1", "R-G3"),
    wakes_by=("shared-objectives", "meeting-cadence", "slogan-rhetoric", "vague-term"),
)
