"""Rows without what every row needs."""

from fairterms.records.rule import Rule, seen_while_reading

RULE = Rule(
    name="missing_required",
    title="Rows without an id, a person or a date",
    why="such a row can be joined to nothing",
    fix="ask the sender to fill these cells",
    sets_aside=True,
    question=seen_while_reading,
)
