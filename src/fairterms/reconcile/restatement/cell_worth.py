"""What the changes of a table are worth: each changed cell put alone into its row.

What a row pays is asked of whoever settles it; this module only decides which rows are asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairterms.reconcile.restatement.table_difference import (
    CellChange,
    Cells,
    Key,
    TableDifference,
    keyed,
)

Payer = Callable[[Sequence[Cells]], Sequence[Decimal | None]]
"""Gives what each row pays, in dollars; None for a row that cannot be settled."""


@dataclass(frozen=True)
class Priced:
    """One change of a table and what it moves.

    Attributes
    ----------
    key
        The row's key.
    change
        The changed cell; None for a whole row that is new or gone.
    is_new
        Whether the row is new; it is gone when there is no changed cell either.
    dollars
        What it moves when nothing else of the row changes; None when that cannot be worked out.
    """

    key: Key
    change: CellChange | None
    is_new: bool
    dollars: Decimal | None


@dataclass(frozen=True)
class TableWorth:
    """The changes of a table in dollars.

    Attributes
    ----------
    changes
        The largest move first; those without an amount last.
    together
        What all changes move together, in dollars, over rows that could be settled twice.
    only_together
        Dollars that several changes of one row move together and none of them moves alone.
    unsettled
        How many changed, new or gone rows could not be settled.
    """

    changes: tuple[Priced, ...]
    together: Decimal
    only_together: Decimal
    unsettled: int


def price_changes(
    difference: TableDifference,
    older: Sequence[Cells],
    newer: Sequence[Cells],
    key: Sequence[str],
    payer: Payer,
) -> TableWorth:
    """Price each change of a table alone, and all of them together.

    Parameters
    ----------
    difference
        Of the two releases.
    older, newer
        The releases' rows.
    key
        The columns that tell one row from every other.
    payer
        What rows pay. It is asked once for all rows that matter.
    """
    then, now = keyed(older, key), keyed(newer, key)
    rows = tuple(dict.fromkeys(cell.key for cell in difference.cells))
    trials = [{**then[cell.key], cell.column: cell.newer} for cell in difference.cells]
    asked = (
        *(then[one] for one in rows),
        *(now[one] for one in rows),
        *trials,
        *(now[one] for one in difference.new),
        *(then[one] for one in difference.gone),
    )
    paid = iter(payer(asked))
    before = {one: next(paid) for one in rows}
    after = {one: next(paid) for one in rows}
    cells = [
        Priced(cell.key, cell, False, _less(next(paid), before[cell.key]))
        for cell in difference.cells
    ]
    new = [Priced(one, None, True, next(paid)) for one in difference.new]
    gone = [Priced(one, None, False, _less(Decimal(0), next(paid))) for one in difference.gone]
    by_row = {one: _less(after[one], before[one]) for one in rows}
    moved = [*by_row.values(), *(one.dollars for one in (*new, *gone))]
    known = [dollars for dollars in moved if dollars is not None]
    ordered = sorted((*cells, *new, *gone), key=_by_dollars)
    return TableWorth(
        tuple(ordered), sum(known, Decimal(0)), _rest(by_row, cells), len(moved) - len(known)
    )


def _rest(by_row: Mapping[Key, Decimal | None], cells: Sequence[Priced]) -> Decimal:
    """Return what rows move beyond the sum of their cells, where all of it is known."""
    alone: dict[Key, list[Decimal | None]] = {}
    for cell in cells:
        alone.setdefault(cell.key, []).append(cell.dollars)
    rest = Decimal(0)
    for key, dollars in by_row.items():
        parts = [part for part in alone[key] if part is not None]
        if dollars is not None and len(parts) == len(alone[key]):
            rest += dollars - sum(parts, Decimal(0))
    return rest


def _less(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other


def _by_dollars(priced: Priced) -> tuple[bool, Decimal]:
    return priced.dollars is None, -abs(priced.dollars or Decimal(0))
