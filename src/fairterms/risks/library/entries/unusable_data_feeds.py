"""A2: the plan's data come late or cannot be used."""

from fairterms.risks.library.library_risk import LeadingIndicator, LibraryRisk
from fairterms.risks.register.impact import SourceKind
from fairterms.risks.register.risk import Area

RISK = LibraryRisk(
    name="unusable_data_feeds",
    id="A2",
    title="The plan's data come late or cannot be used",
    area=Area.OPERATIONS,
    objectives=("O2", "O3"),
    sources=(SourceKind.RECORD, SourceKind.COUNTERPARTY),
    cause=(
        "The plan has no duty to deliver member-level data by a date and in a form that can be "
        "loaded."
    ),
    event="Files are late, incomplete or do not match from month to month.",
    effect="The group answers for costs and results that it cannot see.",
    prevents=(
        (
            "Agree on the files, their fields and their dates, and on the rule that without "
            "data there is no risk."
        ),
        "Test a sample file before signing.",
    ),
    detects=("Check each file on arrival for dates, totals and rejected lines.",),
    corrects=("Suspend losses for each period whose file is missing, as the text says.",),
    indicator=LeadingIndicator(
        words="files that were late or had to be sent again",
        unit="% of files",
        amber="one late file in a quarter",
        red="two late files in a quarter",
        lead="A late file tells months ahead that a settlement will rest on poor figures.",
    ),
    if_ignored="The group bears risk blindfolded and learns of it from the bill.",
    guardrails=("No penalty rests on data that the group never received.",),
    requirements=("R-F5", "R-D11"),
    wakes_by=("data-feed",),
    quiet_when=("no_incentive",),
)
