"""Settle a panel: many sets of figures under one contract, a block of rows at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.payment.book import Given
from fairterms.payment.evaluation import run, survey
from fairterms.payment.worksheet import Worksheet
from fairterms.units.number import EXACT, FLOAT, Column, NumberKind
from fairterms.units.refusal import Refusal

ROWS_AT_ONCE = 20_000
"""Rows settled together. More rows need more memory and are not faster."""


def settle_panel(
    contract: Contract, table: Mapping[str, Column], rows_at_once: int = ROWS_AT_ONCE
) -> Worksheet:
    """Settle one contract for every row of a table.

    Parameters
    ----------
    contract
        Bound terms, as they stand on the day settled for (see ``Contract.on``).
    table
        Name of a figure to its column, shape (rows,), in the unit the contract reads it in. All
        columns hold Decimals (to settle), or all hold float64 (to simulate). Columns that no clause
        reads are left alone.
    rows_at_once
        How many rows are worked on together.

    Returns
    -------
    Worksheet
        Every step and gate with one entry a row, in the order of the table.

    Raises
    ------
    Refusal
        When figures are missing (all of them are named), when columns differ in length or in kind
        of number, or when a figure makes a clause meaningless.

    Examples
    --------
    >>> from decimal import Decimal
    >>> from fairterms.contract.reader import read_text
    >>> text = '''
    ... [contract]
    ... name = "A panel"
    ... starts = 2027-01-01
    ... ends = 2027-12-31
    ... rounding = "to the cent, half up, once at the end"
    ... [[clause]]
    ... id = "savings"
    ... model = "shared_savings"
    ... benchmark = "$1,000.00"
    ... minimum_savings_rate = "2 %"
    ... sharing_rate = "50 %"
    ... '''
    >>> costs = EXACT.column([Decimal(980), Decimal("980.01"), Decimal(900)])
    >>> contract = read_text(text).contract
    >>> [str(amount) for amount in settle_panel(contract, {"cost": costs}).amounts()]
    ['10.00', '0.00', '50.00']
    """
    rows = _rows(table)
    kind = _kind(table)
    try:
        blocks = [
            run(contract, given, count, kind) for given, count in _blocks(table, rows, rows_at_once)
        ]
    except Refusal as refusal:
        if refusal.what == "missing":
            _refuse_missing(contract, table)
        raise
    return blocks[0] if len(blocks) == 1 else _join(blocks)


def _rows(table: Mapping[str, Column]) -> int:
    """Return the number of rows, which every column must share."""
    lengths = {name: len(column) for name, column in table.items()}
    if len(set(lengths.values())) > 1:
        shown = ", ".join(f"{name} has {length}" for name, length in sorted(lengths.items()))
        raise Refusal(
            "the table",
            f"has columns of different length: {shown}",
            "each row is one settlement and needs all of its figures",
            "give every column one entry for every row",
        )
    return next(iter(lengths.values()), 0)


def _kind(table: Mapping[str, Column]) -> NumberKind:
    """Return the kind of number all columns hold."""
    exact = [name for name, column in table.items() if column.dtype == object]
    floats = [name for name, column in table.items() if column.dtype == np.float64]
    other = table.keys() - {*exact, *floats}
    if other or (exact and floats):
        raise Refusal(
            sorted(other)[0] if other else floats[0],
            "is of another kind of number than the rest of the table",
            "exact and rounded numbers must not mix in one settlement",
            "give every column as decimals to settle, or every column as floats to simulate",
        )
    return FLOAT if floats else EXACT


def _refuse_missing(contract: Contract, table: Mapping[str, Column]) -> None:
    """Name every figure the contract reads and the table lacks; a run stops at the first."""
    wanted = survey(contract).wanted
    missing = [figure for name, figure in wanted.items() if name not in table]
    if not missing:
        return
    named = ", ".join(
        f"{figure.name} ({figure.meaning})" if figure.meaning else figure.name for figure in missing
    )
    raise Refusal(
        named,
        "missing",
        "the contract reads it, and no number is assumed",
        "add the column to the table" if len(missing) == 1 else "add the columns to the table",
    )


def _blocks(
    table: Mapping[str, Column], rows: int, rows_at_once: int
) -> Iterator[tuple[dict[str, Given], int]]:
    """Cut the table into blocks of rows; an empty table is one empty block."""
    for first in range(0, max(rows, 1), rows_at_once):
        last = min(first + rows_at_once, rows)
        yield {name: Given(column[first:last]) for name, column in table.items()}, last - first


def _join(blocks: list[Worksheet]) -> Worksheet:
    """Put the blocks' worksheets under one another; all have the same steps."""
    steps = tuple(
        replace(same[0], values=np.concatenate([step.values for step in same]))
        for same in zip(*(block.steps for block in blocks), strict=True)
    )
    gates = tuple(
        replace(same[0], bites=np.concatenate([gate.bites for gate in same]))
        for same in zip(*(block.gates for block in blocks), strict=True)
    )
    return Worksheet(steps, gates)
