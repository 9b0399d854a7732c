"""Whether the list of members is changed backwards."""

from fairterms.monitor.indicators.indicator import LOWER, Source
from fairterms.monitor.indicators.ready import ReadyIndicator

INDICATOR = ReadyIndicator(
    name="members_dropped",
    meaning="members removed from the list for months already past",
    source=Source.DATA_FEED,
    unit="members",
    of="members",
    direction=LOWER,
    lead_time="6 months",
    cadence="monthly",
    due_within="30 days",
    why_it_leads=(
        "Fees paid for removed months are taken back later, and the benchmark shrinks with the "
        "list."
    ),
    counted=(
        "Compare this list with the one before: those who were on it for a past month and no "
        "longer are."
    ),
    amber="120 members",
    red="250 members",
)
