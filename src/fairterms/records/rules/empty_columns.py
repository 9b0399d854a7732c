"""Columns that are empty in too many rows."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import quoted


def question(feed: Feed) -> str:
    """Ask, for each column the file has, for the rows in which it is empty, if they are many.

    All columns are counted in one pass; rows are looked up only for a column below the limit.
    """
    counted = [
        column.name
        for column in feed.table.columns
        if feed.has(column.name) and not column.is_often_empty
    ]
    if not counted:
        return ""
    shares = ", ".join(f"count({quoted(name)}) AS {quoted(name)}" for name in counted)
    least = feed.limits.filled
    return f"WITH filled AS (SELECT count(*) AS all_rows, {shares} FROM {feed.rows}) " + (  # noqa: S608
        " UNION ALL ".join(
            f"SELECT r.row, '{name} is filled in fewer than {least:.0%} of rows' AS reason "  # noqa: S608
            f"FROM {feed.rows} r WHERE r.{quoted(name)} IS NULL "
            f"AND (SELECT {quoted(name)} < {least} * all_rows FROM filled)"
            for name in counted
        )
    )


RULE = Rule(
    name="empty_columns",
    title="Columns that are often empty",
    why="a rate over the rows that happen to be filled is not the rate of all",
    fix="ask the sender to fill them, or agree which terms do without them",
    sets_aside=False,
    question=question,
)
