"""Whether new patients are seen soon."""

from fairterms.monitor.indicators.indicator import HIGHER, Source
from fairterms.monitor.indicators.ready import ReadyIndicator

INDICATOR = ReadyIndicator(
    name="first_appointment",
    meaning="new patients offered a first appointment within ten business days",
    source=Source.ACCESS,
    unit="%",
    of="patients",
    direction=HIGHER,
    lead_time="6 months",
    cadence="monthly",
    due_within="25 days",
    why_it_leads=(
        "A longer wait shows first: people then stay away, come sicker, or come through the "
        "hospital."
    ),
    counted="Count patients by the month in which they asked, also those who were offered nothing.",
    amber="80 %",
    red="74 %",
)
