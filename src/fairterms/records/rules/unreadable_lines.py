"""Rows of a file that cannot be told apart or read."""

from fairterms.records.rule import Rule, seen_while_reading

RULE = Rule(
    name="unreadable_lines",
    title="Rows that cannot be read",
    why="a row whose cells cannot be told apart belongs to nobody",
    fix="ask the sender for these rows again, saved as UTF-8 with one cell for each heading",
    sets_aside=True,
    question=seen_while_reading,
)
