"""Q6: measures or targets are undefined, or change later."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="benchmarks_undefined",
    id="Q6",
    title="Measures or targets are undefined, or change later",
    area=Area.QUALITY,
    objectives=("O2", "O10"),
    sources=(SourceKind.CLAUSE,),
    cause=(
        "The measures stand in a paper outside the contract, lack a definition, or may be "
        "changed by one side."
    ),
    event="After the year the plan says which definition counts.",
    effect="A bonus that was earned under one definition is denied under another.",
    prevents=(
        (
            "Attach the dated definitions and targets, and change them only together and before "
            "a year begins."
        ),
    ),
    detects=(
        "Compare the definitions in force with those signed, word for word, at each quarter.",
    ),
    corrects=("Agree that the earlier text governs until both sides have signed the later one.",),
    indicator=LeadingIndicator(
        words="words on which pay depends that have no definition in the text",
        unit="words",
        amber="one",
        red="three or more",
        lead="It can be counted before signing and after each bulletin.",
    ),
    if_ignored="The group builds staff for one target and is judged by another.",
    guardrails=("No target changes within the year it is measured in.",),
    requirements=("R-A2", "R-A5", "R-C10"),
    wakes_by=("vbp-terms-outside", "measure-change", "incentive-at-will", "undefined-term"),
    wakes_on=("number_not_stated",),
    quiet_when=("no_incentive",),
)
