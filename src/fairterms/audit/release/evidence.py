"""A release of tables: what each reader sees, and the proof that goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fairterms.audit.release.bounds import Bounds, prove
from fairterms.audit.release.choice import choose
from fairterms.audit.release.count_table import CountTable
from fairterms.audit.release.knowledge import gather
from fairterms.outcomes.small_cells.audience import NOT_SHOWN
from fairterms.outcomes.small_cells.system import Flags


@dataclass(frozen=True, eq=False)
class ReleasedTable:
    """A table as it leaves the room.

    Attributes
    ----------
    table
        The true counts; they stay in the room.
    is_hidden
        What is not shown, in the shape of the table with margins.
    """

    table: CountTable
    is_hidden: Flags

    def grid(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows as an outsider reads them, margins last; one mark for all hidden counts.

        A table of one axis has one text a row.
        """
        full = self.table.with_margins()
        texts = np.where(self.is_hidden, NOT_SHOWN, np.vectorize("{:,}".format)(full))
        return tuple(tuple(str(text) for text in np.atleast_1d(row)) for row in texts)


@dataclass(frozen=True, eq=False)
class TableRelease:
    """Tables released together.

    Attributes
    ----------
    tables
        In the order asked for.
    proof
        The bounds of every count of 1 to 10 people of this and all earlier releases of overlapping
        people, and of the people who came between. Names and bounds only, no counts.
    """

    tables: tuple[ReleasedTable, ...]
    proof: tuple[Bounds, ...]

    @property
    def share_hidden(self) -> float:
        """The share of counts, margins among them, that are not shown; a fraction."""
        hidden = [table.is_hidden for table in self.tables]
        return float(sum(flags.sum() for flags in hidden) / sum(flags.size for flags in hidden))


def release(tables: Sequence[CountTable], earlier: Sequence[TableRelease] = ()) -> TableRelease:
    """Hide what must be hidden of tables, prove it, and release the rest.

    Parameters
    ----------
    tables
        To be shown together; a count that stands in two of them is hidden in both or in none.
    earlier
        Every release before this one. Those of other people are left out here.

    Raises
    ------
    Refusal
        Where it cannot be proved that no count of 1 to 10 people can be worked out: then nothing
        is released. It names the count and says what would help.

    Examples
    --------
    >>> from fairterms.audit.release.count_table import Axis
    >>> axes = Axis("clinic", ("a", "b")), Axis("sex", ("women", "men"))
    >>> table = CountTable("visits", ("2027",), axes, np.array([[4, 30], [60, 90]]))
    >>> for row in release([table]).tables[0].grid():
    ...     print(*row, sep=" | ")
    not shown | not shown | 34
    not shown | not shown | 150
    64 | 120 | 184
    """
    assert tables, "a release has a table"
    shown = _overlapping(tables, [table for before in earlier for table in before.tables])
    knowledge = gather(tables, [(before.table, before.is_hidden) for before in shown])
    is_hidden = choose(knowledge)
    proof = prove(knowledge, is_hidden)
    return TableRelease(
        tuple(ReleasedTable(table, is_hidden[knowledge.places(table)]) for table in tables), proof
    )


def _overlapping(
    tables: Sequence[CountTable], shown: Sequence[ReleasedTable]
) -> list[ReleasedTable]:
    """Return what was shown of these people, or of people counted together with some of them."""
    people = {name for table in tables for name in table.people}
    while True:
        found = [before for before in shown if people & set(before.table.people)]
        wider = people.union(*(before.table.people for before in found))
        if wider == people:
            return found
        people = wider
