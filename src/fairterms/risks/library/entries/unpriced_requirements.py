"""F6: requirements grow, or rates fall, without a price."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="unpriced_requirements",
    id="F6",
    title="Requirements grow, or rates fall, without a price",
    area=Area.MONEY,
    objectives=("O1",),
    sources=(SourceKind.CLAUSE, SourceKind.COUNTERPARTY),
    cause="The plan may change fees, manuals, products or duties after the signature.",
    event="Each change asks for a little more work or pays a little less, and none is negotiated.",
    effect="The margin that the group signed for is gone after a few years.",
    prevents=(
        "Agree that a change that costs work or pay binds only when both sides sign it.",
        "Agree that each added duty comes with its price.",
    ),
    detects=("Keep a log of all changes with the hours and dollars that each one takes.",),
    corrects=(
        (
            "Object in time, ask for the price, and keep a right to leave when a change is not "
            "acceptable."
        ),
    ),
    indicator=LeadingIndicator(
        words="hours of work added since signing that nobody pays for",
        unit="hours per quarter",
        amber="any growth in two quarters",
        red="more than one working day per clinician in a quarter",
        lead="Hours rise with the first bulletins; the income shows it only a year later.",
    ),
    if_ignored="The contract that is carried out is no longer the one that was priced.",
    guardrails=("No new duty shortens the time with a patient.",),
    requirements=("R-A4", "R-B9", "R-G5"),
    wakes_by=(
        "amend-unilateral",
        "amend-objection-right",
        "fee-schedule-change",
        "manual-change-notice",
        "all-products",
        "affiliate-access",
    ),
)
