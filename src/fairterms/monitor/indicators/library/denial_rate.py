"""Whether claims are refused more often."""

from fairterms.monitor.indicators.indicator import LOWER, Source
from fairterms.monitor.indicators.ready import ReadyIndicator

INDICATOR = ReadyIndicator(
    name="denial_rate",
    meaning="claims the plan refused at first, of all it decided on",
    source=Source.SPEND,
    unit="%",
    of="claims",
    direction=LOWER,
    lead_time="4 months",
    cadence="monthly",
    due_within="30 days",
    why_it_leads=(
        "A refused claim is work at once, and a payment that is late or never comes; later it "
        "looks like care not given."
    ),
    counted=(
        "Count claims by the month of the first decision; one that is paid on appeal was still "
        "refused."
    ),
    amber="7 %",
    red="10 %",
)
