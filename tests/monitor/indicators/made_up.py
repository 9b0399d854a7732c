"""A made-up indicator, its values, and short ways to alter them."""

from dataclasses import replace
from datetime import date, timedelta

from fairterms.monitor.indicators.indicator import (
    HIGHER,
    LOWER,
    Baseline,
    Bounds,
    Guard,
    Indicator,
    Sample,
    Source,
)
from fairterms.monitor.indicators.sample_period import SamplePeriod
from fairterms.risks.control.cadence import Cadence
from fairterms.units.quantity import FRACTION, Quantity, parse

SEEN_SOON = Indicator(
    id="seen_soon",
    meaning="new patients seen within ten days",
    source=Source.ACCESS,
    unit=FRACTION,
    bounds=Bounds(HIGHER, parse("80 %"), parse("70 %")),
    lead_time=parse("3 months"),
    cadence=Cadence.MONTHLY,
    due_days=20,
    owner="intake lead",
    guards=Guard("objective", "prompt_care"),
    starts=SamplePeriod(2026, 1),
    of="patient",
    baseline=Baseline(SamplePeriod(2026, 1), SamplePeriod(2026, 12)),
)


def counted(unit: str, amber: str, red: str, *, of: str = "") -> Indicator:
    """Return an indicator of which lower is better, in the unit of its bounds."""
    bounds = Bounds(LOWER, parse(amber), parse(red))
    assert str(bounds.amber.unit) == unit
    return replace(SEEN_SOON, id="counted", unit=bounds.amber.unit, bounds=bounds, of=of)


def month(place: int) -> SamplePeriod:
    """Return a month, counted from January 2026 as 0."""
    return SamplePeriod(2026 + place // 12, place % 12 + 1)


def share(place: int, reached: int, n: int, **changes: date) -> Sample:
    """Return the share of a month, received ten days after its end."""
    period = month(place)
    value = Quantity(parse(f"{reached} cases").amount / n, FRACTION)
    received = changes.get("received", period.last + timedelta(days=10))
    return Sample("seen_soon", period, value, n, received)


def value(place: int, text: str, n: int | None = None) -> Sample:
    """Return another value of a month, received ten days after its end."""
    period = month(place)
    return Sample("counted", period, parse(text), n, period.last + timedelta(days=10))


def shares(reached: list[int], n: int = 100) -> list[Sample]:
    """Return the shares of months in a row, from January 2026."""
    return [share(place, one, n) for place, one in enumerate(reached)]
