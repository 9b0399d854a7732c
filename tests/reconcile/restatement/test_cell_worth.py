"""What the changes of a table are worth."""

from collections.abc import Sequence
from decimal import Decimal

from fairterms.reconcile.restatement.cell_worth import TableWorth, price_changes
from fairterms.reconcile.restatement.table_difference import Cells, compare_tables
from tests.reconcile.restatement.made_up import dollars

BEFORE = [
    {"id": "A", "price": "10", "count": "5"},
    {"id": "B", "price": "2", "count": "3"},
    {"id": "C", "price": "1", "count": "1"},
]


def pays(rows: Sequence[Cells]) -> list[Decimal | None]:
    """Pay price × count; a row without a price cannot be settled."""
    return [
        Decimal(row["price"] or 0) * Decimal(row["count"] or 0) if row["price"] else None
        for row in rows
    ]


def worth(after: list[dict[str, str]]) -> TableWorth:
    found = compare_tables(BEFORE, after, ("id",))
    return price_changes(found, BEFORE, after, ("id",), pays)


def test_each_change_is_priced_alone_and_the_largest_comes_first() -> None:
    found = worth([{"id": "A", "price": "11", "count": "7"}, BEFORE[2], {**BEFORE[0], "id": "D"}])
    assert [
        (one.key[0], one.change.column if one.change else "", one.is_new, int(one.dollars or 0))
        for one in found.changes
    ] == [
        ("D", "", True, 50),
        ("A", "count", False, 20),
        ("B", "", False, -6),
        ("A", "price", False, 5),
    ]
    # Together row A moves from 50 to 77; its cells alone move 25.
    assert [found.together, found.only_together] == dollars(27 + 50 - 6, 2)
    assert found.unsettled == 0


def test_a_row_that_cannot_be_settled_is_counted_and_last() -> None:
    found = worth([{**BEFORE[0], "price": ""}, {**BEFORE[1], "count": "4"}, BEFORE[2]])
    assert [one.dollars for one in found.changes] == [2, None]
    assert found.together == 2
    assert found.unsettled == 1


def test_no_change_asks_for_nothing() -> None:
    assert worth(BEFORE) == TableWorth((), Decimal(0), Decimal(0), 0)
