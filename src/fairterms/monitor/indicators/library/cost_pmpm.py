"""Whether care costs more than the benchmark bears."""

from fairterms.monitor.indicators.indicator import LOWER, Source
from fairterms.monitor.indicators.ready import ReadyIndicator

INDICATOR = ReadyIndicator(
    name="cost_pmpm",
    meaning="paid claims for each member-month, completed for late claims",
    source=Source.SPEND,
    unit="$ PMPM",
    of="member-months",
    direction=LOWER,
    lead_time="9 months",
    cadence="monthly",
    due_within="120 days",
    why_it_leads="Three dear months in a row are seen long before the year is settled.",
    counted=(
        "Divide the claims incurred in the month, completed for those still to come, by its "
        "member-months."
    ),
    amber="$41.50 PMPM",
    red="$42.50 PMPM",
)
