"""Whether patients are measured often enough to show that they get better."""

from fairterms.monitor.indicators.indicator import HIGHER, Source
from fairterms.monitor.indicators.ready import ReadyIndicator

INDICATOR = ReadyIndicator(
    name="measurement_completion",
    meaning="patients due for a later score who have one",
    source=Source.OUTCOMES,
    unit="%",
    of="patients",
    direction=HIGHER,
    lead_time="5 months",
    cadence="monthly",
    due_within="25 days",
    why_it_leads=(
        "A score that is not taken now is missing when response is counted, months from now, and "
        "missing scores cannot be made up."
    ),
    counted=(
        "Count every patient whose later score fell due in the month; those with a score in time "
        "are the part."
    ),
    amber="80 %",
    red="70 %",
)
