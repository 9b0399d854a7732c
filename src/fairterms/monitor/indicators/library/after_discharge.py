"""Whether people who leave hospital are seen soon."""

from fairterms.monitor.indicators.indicator import HIGHER, Source
from fairterms.monitor.indicators.ready import ReadyIndicator

INDICATOR = ReadyIndicator(
    name="after_discharge",
    meaning="discharges followed by a visit within seven days",
    source=Source.ACCESS,
    unit="%",
    of="discharges",
    direction=HIGHER,
    lead_time="4 months",
    cadence="monthly",
    due_within="45 days",
    why_it_leads=(
        "Who is not seen in the first week returns to hospital more often, and a stay is the "
        "dearest care there is."
    ),
    counted=(
        "Count discharges by the day of leaving; a visit on that very day counts as the measure "
        "says."
    ),
    amber="55 %",
    red="48 %",
)
