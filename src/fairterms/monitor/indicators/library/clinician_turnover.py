"""Whether clinicians stay."""

from fairterms.monitor.indicators.indicator import LOWER, Source
from fairterms.monitor.indicators.ready import ReadyIndicator

INDICATOR = ReadyIndicator(
    name="clinician_turnover",
    meaning="clinicians who left of their own will",
    source=Source.BURDEN,
    unit="%",
    of="clinicians",
    direction=LOWER,
    lead_time="6 months",
    cadence="monthly",
    due_within="25 days",
    why_it_leads=(
        "Each clinician who leaves takes appointments along, so that waits and measures fall "
        "months later."
    ),
    counted="Count those who left in the month by their own choice, of all at its start.",
    amber="2 %",
    red="3.5 %",
)
