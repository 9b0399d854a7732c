"""A ready indicator as a user would take it, with the bounds that it suggests."""

from fairterms.monitor.indicators.guarded import Guarded
from fairterms.monitor.indicators.indicator import Indicator
from fairterms.monitor.indicators.indicator_reader import read_indicators
from fairterms.monitor.indicators.ready import ReadyIndicator
from fairterms.units import form_file
from fairterms.units.problem import Problem


def taken(ready: ReadyIndicator) -> Indicator:
    """Read it from a file that says nothing but what must be one's own."""
    text = f"""
        [[indicator]]
        take = "{ready.name}"
        amber = "{ready.amber}"
        red = "{ready.red}"
        owner = "practice owner"
        clause = "savings"
        starts = "2026-01"
    """
    opened = form_file.parsed(text, "indicators.toml")
    assert not isinstance(opened, Problem)
    document, notes = opened
    (found,) = read_indicators(document, notes, Guarded())
    assert notes.problems() == ()
    return found
