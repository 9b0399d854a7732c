"""Spans of time that end before they start."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import quoted


def question(feed: Feed) -> str:
    """Ask for rows in which two dates stand in the wrong order."""
    return " UNION ALL ".join(
        f"SELECT row, '{last} lies before {first}' AS reason "  # noqa: S608
        f"FROM {feed.rows} WHERE {quoted(last)} < {quoted(first)}"
        for first, last in feed.table.spans
        if feed.has(first, last)
    )


RULE = Rule(
    name="ends_before_starts",
    title="Dates in the wrong order",
    why="two dates may be swapped, and a length of time below zero would be counted",
    fix="check which columns the column map names, then ask the sender",
    sets_aside=True,
    question=question,
)
