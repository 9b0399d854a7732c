"""A feed whose newest event is old."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import quoted


def question(feed: Feed) -> str:
    """Ask whether the latest event lies further back than agreed."""
    happened = feed.table.happened
    if not happened or not feed.has(happened) or feed.table.column(happened).may_be_future:
        return ""
    late = f"{feed.day} - max({quoted(happened)})"
    return (
        f"SELECT min(row) AS row, 'the latest {happened} lies ' || ({late}) || "  # noqa: S608
        f"' days before the file was received' AS reason FROM {feed.rows} "
        f"HAVING {late} > {feed.limits.stale_days:d}"
    )


RULE = Rule(
    name="stale_feed",
    title="A feed that is out of date",
    why="what is decided on old records comes too late for the people in them",
    fix="ask the sender when the records were drawn, and for the missing weeks",
    sets_aside=False,
    question=question,
)
