"""Assessments of which it cannot be told what was asked."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import literal


def question(feed: Feed) -> str:
    """Ask for assessments whose instrument is neither named nor known by its code."""
    if not feed.table.has("instrument") or not feed.instruments:
        return ""
    names = ", ".join(literal(name) for name in sorted(feed.instruments))
    return (
        "SELECT row, CASE WHEN instrument IS NULL THEN 'no instrument is named, and no known code' "  # noqa: S608
        f"ELSE 'the instrument is not one that is known' END AS reason FROM {feed.rows} "
        f"WHERE instrument IS NULL OR instrument NOT IN ({names})"
    )


RULE = Rule(
    name="unknown_instruments",
    title="Assessments with an instrument that is not known",
    why="12 points mean something else on every instrument",
    fix="ask the sender which instrument these rows are; a new one can be added",
    sets_aside=True,
    question=question,
)
