"""Whether patients with depression get better."""

from fairterms.monitor.indicators.indicator import HIGHER, Source
from fairterms.monitor.indicators.ready import ReadyIndicator

INDICATOR = ReadyIndicator(
    name="depression_response",
    meaning="patients with depression whose later score is at least half as low as the first",
    source=Source.OUTCOMES,
    unit="%",
    of="patients",
    direction=HIGHER,
    lead_time="6 months",
    cadence="monthly",
    due_within="30 days",
    why_it_leads=(
        "The year's result is the sum of its months, and half a year is left to find out why a "
        "month is low."
    ),
    counted=(
        "Count patients whose later score was taken in the month, by the measure's own definition."
    ),
    amber="40 %",
    red="34 %",
)
