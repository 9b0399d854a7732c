"""Numbers outside what their column can hold."""

from fairterms.records.rule import Rule, seen_while_reading

RULE = Rule(
    name="outside_range",
    title="Numbers outside what the column can hold",
    why="no such value exists; a column may be shifted or in another unit",
    fix="look at these rows in the file, and at the column map",
    sets_aside=True,
    question=seen_while_reading,
)
