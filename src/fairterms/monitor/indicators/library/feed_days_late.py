"""Whether the plan's data come in time."""

from fairterms.monitor.indicators.indicator import LOWER, Source
from fairterms.monitor.indicators.ready import ReadyIndicator

INDICATOR = ReadyIndicator(
    name="feed_days_late",
    meaning="days by which the plan's monthly data came late",
    source=Source.DATA_FEED,
    unit="days",
    of="",
    direction=LOWER,
    lead_time="3 months",
    cadence="monthly",
    due_within="40 days",
    why_it_leads=(
        "Who carries risk without data finds the costly month only when it can no longer be mended."
    ),
    counted=(
        "Count from the day the contract gives to the day a file was accepted; a file in time "
        "counts 0 days."
    ),
    amber="5 days",
    red="15 days",
)
