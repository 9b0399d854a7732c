"""Whether the contract's work outgrows what it pays for."""

from fairterms.monitor.indicators.indicator import LOWER, Source
from fairterms.monitor.indicators.ready import ReadyIndicator

INDICATOR = ReadyIndicator(
    name="unpaid_hours",
    meaning="hours of work for the contract that no payment covers",
    source=Source.BURDEN,
    unit="hours",
    of="",
    direction=LOWER,
    lead_time="6 months",
    cadence="monthly",
    due_within="25 days",
    why_it_leads="Evenings spent on reports come first; mistakes and departures follow.",
    counted=(
        "Add the hours logged for reports, lists, disputes and measuring, less those the contract "
        "pays."
    ),
    amber="250 hours",
    red="400 hours",
)
