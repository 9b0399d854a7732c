"""Totals that the instrument cannot give."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import literal


def question(feed: Feed) -> str:
    """Ask for scores outside the range of the instrument's total."""
    if not feed.has("score") or not feed.table.has("instrument") or not feed.instruments:
        return ""
    ranges = ", ".join(
        f"({literal(one.name)}, {one.lowest}, {one.highest})" for one in feed.instruments.values()
    )
    return (
        "SELECT r.row, 'the score lies outside the range of ' || i.name AS reason "  # noqa: S608
        f"FROM {feed.rows} r JOIN (VALUES {ranges}) i(name, lowest, highest) "
        "ON r.instrument = i.name WHERE r.score < i.lowest OR r.score > i.highest"
    )


RULE = Rule(
    name="impossible_scores",
    title="Scores that the instrument cannot give",
    why="a score may be a sum of items counted twice, a percentage, or of another instrument",
    fix="ask the sender how the score was reached, and for the total in the instrument's points",
    sets_aside=True,
    question=question,
)
