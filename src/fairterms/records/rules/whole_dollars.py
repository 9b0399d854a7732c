"""Amounts in dollars that are all whole: they may be cents."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import quoted
from fairterms.records.table import Kind

FEWEST = 100
"""So many whole amounts, and no other, are no accident."""


def question(feed: Feed) -> str:
    """Ask for columns of money in which no amount has cents."""
    said = "has cents, so the unit may be another"
    return " UNION ALL ".join(
        f"SELECT min(row) AS row, 'no {column.name} {said}' AS reason "  # noqa: S608
        f"FROM {feed.rows} WHERE {quoted(column.name)} <> 0 "
        f"HAVING count(*) >= {FEWEST} AND count(*) FILTER ({quoted(column.name)} % 100 <> 0) = 0"
        for column in feed.table.of_kind(Kind.CENTS)
        if feed.has(column.name)
    )


RULE = Rule(
    name="whole_dollars",
    title="Amounts that may be in another unit",
    why="cents read as dollars make every amount a hundred times too large",
    fix="compare one row with its bill, and say dollars or cents in the column map",
    sets_aside=False,
    question=question,
)
