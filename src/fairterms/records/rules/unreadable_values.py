"""Cells that are not what their column holds."""

from fairterms.records.rule import Rule, seen_while_reading

RULE = Rule(
    name="unreadable_values",
    title="Cells that are not what their column holds",
    why="a date, amount or number that cannot be read would have to be guessed",
    fix="look at these rows in the file; check in the column map how values are written",
    sets_aside=True,
    question=seen_while_reading,
)
