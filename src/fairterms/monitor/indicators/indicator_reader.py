"""Read [[indicator]] of ``indicators.toml``.

::

    [[indicator]]
    id = "first_appointment"
    meaning = "new patients offered a first appointment within ten business days"
    from = "access"
    unit = "%"
    of = "patients"
    direction = "higher is better"
    amber = "80 %"
    red = "74 %"
    lead_time = "6 months"
    cadence = "monthly"
    due_within = "20 days"
    owner = "intake director"
    objective = "prompt_care"
    starts = "2026-01"
    baseline = { from = "2026-01", to = "2026-12" }

``take = "first_appointment"`` takes whatever is left out, but for amber and red, from the ready
indicator of that name.
"""

from collections.abc import Mapping
from typing import Any

from fairterms.monitor.indicators.block import Block, blocks
from fairterms.monitor.indicators.guarded import Guarded
from fairterms.monitor.indicators.indicator import (
    DIRECTIONS,
    Baseline,
    Bounds,
    Guard,
    Indicator,
    Source,
)
from fairterms.monitor.indicators.ready import READY, ReadyIndicator
from fairterms.monitor.indicators.sample_period import CADENCES
from fairterms.risks.control.cadence import Cadence
from fairterms.units.notes import Notes
from fairterms.units.quantity import singular

_GUARDS = ("objective", "clause")


def read_indicators(
    document: Mapping[str, Any], notes: Notes, guarded: Guarded
) -> tuple[Indicator, ...]:
    """Read the indicators; mistakes go to ``notes``.

    Parameters
    ----------
    document
        The file.
    notes
        Where problems go.
    guarded
        What an indicator may guard.
    """
    taken: set[str] = set()
    found = [_indicator(one, taken, guarded) for one in blocks(document, "indicator", notes)]
    return tuple(one for one in found if one is not None)


def names_written(document: Mapping[str, Any]) -> frozenset[str]:
    """Return the ids of all indicators that are written, also of those with a mistake."""
    raw = document.get("indicator", [])
    listed = [one for one in raw if isinstance(one, dict)] if isinstance(raw, list) else []
    named = (one.get("id", one.get("take")) for one in listed)
    return frozenset(str(one) for one in named if one)


def _indicator(block: Block, taken: set[str], guarded: Guarded) -> Indicator | None:
    ready = _ready(block)
    if ready is not None:
        block = Block({"id": ready.name, **ready.said, **block.raw}, block.path, block.notes)
        block.asked.add("take")
    name = block.id("indicator", taken)
    cadence = CADENCES.get(block.one_of("cadence", tuple(CADENCES)))
    found = None if cadence is None else _described(block, name, cadence, guarded, ready)
    if cadence is not None:  # without one, nothing else of the block was asked for
        block.close("an indicator")
    return found if name else None


def _ready(block: Block) -> ReadyIndicator | None:
    name = block.refer("take", tuple(READY), "ready indicator", must=False)
    return READY.get(name)


def _described(
    block: Block, name: str, cadence: Cadence, guarded: Guarded, ready: ReadyIndicator | None
) -> Indicator | None:
    meaning = block.words("meaning", "new patients seen within ten business days")
    source, unit = block.choice("from", Source), block.unit("unit")
    bounds, lead = _bounds(block, ready), block.whole("lead_time", "3 months", ("day", "month"))
    due = block.whole("due_within", "20 days", ("day",))
    owner, of = block.words("owner", "intake director"), singular(block.optional_words("of"))
    guard = guard_of(block, guarded)
    starts, baseline = block.period("starts", cadence), _baseline(block, cadence)
    if source is None or unit is None or bounds is None or lead is None or due is None:
        return None
    if guard is None or starts is None or not meaning or not owner:
        return None
    return block.build(
        lambda: Indicator(
            name,
            meaning,
            source,
            unit,
            bounds,
            lead,
            cadence,
            int(due.amount),
            owner,
            guard,
            starts,
            of,
            baseline,
        )
    )


def _bounds(block: Block, ready: ReadyIndicator | None) -> Bounds | None:
    direction = block.one_of("direction", DIRECTIONS)
    amber = block.quantity("amber", ready.amber if ready else "80 %")
    red = block.quantity("red", ready.red if ready else "74 %")
    if not direction or amber is None or red is None:
        return None
    return block.build(lambda: Bounds(direction, amber, red))


def guard_of(block: Block, guarded: Guarded) -> Guard | None:
    """Read what a block guards or touches: an objective or a clause, and not both.

    Parameters
    ----------
    block
        The block of an indicator or of a loss.
    guarded
        The names that there are.
    """
    named = {sort: block.optional_words(sort) for sort in _GUARDS}
    given = [Guard(sort, name) for sort, name in named.items() if name]
    if len(given) != 1:
        said = "both an objective and a clause" if given else "no objective and no clause"
        fix = 'write objective = "prompt_care", or clause = "savings"'
        block.add("", f"this block names {said}", "no-guard", fix)
        return None
    guard = given[0]
    known = guarded.names(guard.sort)
    if known is not None and guard.id not in known:
        block.notes.unknown((*block.path, guard.sort), guard.id, known, guard.sort)
        return None
    return guard


def _baseline(block: Block, cadence: Cadence) -> Baseline | None:
    table = block.table("baseline", '{ from = "2026-01", to = "2026-12" }')
    if table is None:
        return None
    first, last = table.period("from", cadence), table.period("to", cadence)
    table.close("a baseline")
    if first is None or last is None:
        return None
    return block.build(lambda: Baseline(first, last))
