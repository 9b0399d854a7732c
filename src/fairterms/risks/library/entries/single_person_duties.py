"""A6: too little experience, or one person who alone knows how."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="single_person_duties",
    id="A6",
    title="Too little experience, or one person who alone knows how",
    area=Area.OPERATIONS,
    objectives=("O7",),
    sources=(SourceKind.PEOPLE,),
    cause="Nobody was named for the new duties, or one person carries them.",
    event="That person is ill, leaves, or meets a task for the first time.",
    effect="Reports, lists and disputes are left undone.",
    prevents=(
        "Say in a table who does each task, who pays for it, and who stands in.",
        "Begin with a pilot and with training.",
    ),
    detects=("Let the deputy do each task once in a quarter.",),
    corrects=("Arrange outside help before it is needed.",),
    indicator=LeadingIndicator(
        words="duties that only one person can do",
        unit="duties",
        amber="one that is due each month",
        red="three or more",
        lead="The table shows it while everyone is still there.",
    ),
    if_ignored="A resignation becomes a breach of contract.",
    guardrails=("Clinical supervision is not given up for administration.",),
    requirements=("R-D2", "R-D5", "R-G2"),
    wakes_by=("responsibility-split",),
)
