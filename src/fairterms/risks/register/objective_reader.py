"""Read [[value]] and [[objective]] of ``risks.toml``."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from fairterms.risks.loss.tolerance import Tolerance
from fairterms.risks.register.block import Block, blocks, ids_written
from fairterms.risks.register.objective import DIRECTIONS, Holder, Objective
from fairterms.risks.register.value import PARTIES, SharedValue
from fairterms.units.notes import Notes
from fairterms.units.quantity import FRACTION, Quantity, Unit, count, write

PERIODS = tuple(count(noun) for noun in ("year", "month", "day"))


def read_values(document: Mapping[str, Any], notes: Notes) -> tuple[SharedValue, ...]:
    """Read the shared values; mistakes go to ``notes``."""
    taken: set[str] = set()
    found = [_value(block, taken) for block in blocks(document, "value", notes)]
    return tuple(one for one in found if one is not None)


def _value(block: Block, taken: set[str]) -> SharedValue | None:
    name = block.id("value", taken)
    statement = block.words("statement", "Care is paid for by what it achieves.")
    adopted = dict(_adopted(block))
    block.close("a value")
    if not name or not statement:
        return None
    return block.build(lambda: SharedValue(name, statement, adopted))


def _adopted(block: Block) -> Iterator[tuple[str, date]]:
    table = block.table("adopted", "{ group = 2026-10-12, plan = 2026-11-03 }")
    if table is None:
        return
    for party in PARTIES:
        on = table.optional_day(party)
        if on is not None:
            yield party, on
    table.close("an adoption")


def read_objectives(document: Mapping[str, Any], notes: Notes) -> tuple[Objective, ...]:
    """Read the objectives; mistakes go to ``notes``."""
    values = ids_written(document, "value")
    taken: set[str] = set()
    found = [_objective(block, taken, values) for block in blocks(document, "objective", notes)]
    return tuple(one for one in found if one is not None)


def _objective(block: Block, taken: set[str], values: Collection[str]) -> Objective | None:
    name = block.id("objective", taken)
    value = block.refer("value", values, "value", must=False)
    kind = block.optional_words("kind")
    holder = block.choice("holder", Holder)
    measure = block.words("measure", "what the deal adds after the work it asks for")
    unit = block.unit("unit")
    direction = block.one_of("direction", DIRECTIONS)
    target = block.quantity("target", "$25,000.00")
    period = block.quantity("period", "1 year", PERIODS)
    tolerance = None if unit is None else _tolerance(block, unit)
    clauses = block.list_of_words("clauses")
    block.asked.add("tolerance")
    block.close("an objective")
    if holder is None or unit is None or target is None or period is None:
        return None
    if not (name and measure and direction):
        return None
    return block.build(
        lambda: Objective(
            name,
            value,
            kind,
            holder,
            measure,
            unit,
            direction,
            target,
            period,
            tolerance,
            clauses,
        )
    )


def _tolerance(block: Block, unit: Unit) -> Tolerance | None:
    points = []
    for row in block.rows("tolerance"):
        loss = row.quantity("loss", _example(unit), (unit,))
        at_most = row.quantity("at_most", "10 %", (FRACTION,))
        row.close("a tolerance")
        if loss is None or at_most is None or not _is_share(row, at_most):
            return None
        points.append((float(loss.amount), float(at_most.amount)))
    if not points:
        return None
    return block.build(lambda: Tolerance(tuple(points)), "tolerance")


def _is_share(row: Block, at_most: Quantity) -> bool:
    if 0 <= at_most.amount < 1:
        return True
    what = f"at_most is {at_most}, and a tolerance lies from 0 % to below 100 %"
    row.add("at_most", what, "no-chance", "give the largest chance that is bearable")
    return False


def _example(unit: Unit) -> str:
    return write(unit.tick * 100, unit)
