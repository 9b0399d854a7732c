"""Dates of things that had not happened when the file was received."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import quoted
from fairterms.records.table import Kind


def question(feed: Feed) -> str:
    """Ask for rows with a date after the day the feed was received."""
    days = [
        column.name
        for column in feed.table.of_kind(Kind.DATE)
        if feed.has(column.name) and not column.may_be_future
    ]
    return " UNION ALL ".join(
        f"SELECT row, '{name} lies after the day the file was received' AS reason "  # noqa: S608
        f"FROM {feed.rows} WHERE {quoted(name)} > {feed.day}"
        for name in days
    )


RULE = Rule(
    name="future_dates",
    title="Dates that lie in the future",
    why="what has not happened cannot be counted; day and month may be swapped",
    fix="check in the column map in which order dates are written, then ask the sender",
    sets_aside=True,
    question=question,
)
