"""A4: patients are counted to the wrong group."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="wrong_attribution",
    id="A4",
    title="Patients are counted to the wrong group",
    area=Area.OPERATIONS,
    objectives=("O1", "O3"),
    sources=(SourceKind.RECORD,),
    cause=(
        "The rule that assigns members is missing, looks back, or cannot be checked against a list."
    ),
    event="The group answers for people it never met, or loses those it treats.",
    effect="It is paid or fined for the results of strangers.",
    prevents=("Agree on a list ahead of time, on the rule behind it and on who is left out.",),
    detects=("Compare each list with the group's own patients, name by name, inside the group.",),
    corrects=(
        "Dispute wrong names within a named time, and have them corrected for the whole year.",
    ),
    indicator=LeadingIndicator(
        words="members on the plan's list whom the group does not know",
        unit="% of the list",
        amber="above 5 %",
        red="above 10 %",
        lead="Each monthly list can be compared at once; the settlement comes after the year.",
    ),
    if_ignored="The settlement describes another population than the one that was treated.",
    guardrails=("Nobody is dropped from care because of a list.",),
    requirements=("R-F4",),
    wakes_by=("attribution-method", "new-member-rule"),
    quiet_when=("no_incentive",),
)
