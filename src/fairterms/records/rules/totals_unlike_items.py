"""Totals that are not the sum of the answers beside them."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import literal


def question(feed: Feed) -> str:
    """Ask for completed assessments whose total is not the sum of their answers."""
    summed = [one for one in feed.instruments.values() if one.total_is_sum and one.item_count]
    if not summed or not feed.has("score", "items"):
        return ""
    counts = ", ".join(f"({literal(one.name)}, {one.item_count:d})" for one in summed)
    answered = "list_filter(r.items, lambda a: a IS NOT NULL)"
    return (
        "SELECT r.row, 'the total is not the sum of the answers' AS reason "  # noqa: S608
        f"FROM {feed.rows} r JOIN (VALUES {counts}) i(name, n) ON r.instrument = i.name "
        f"WHERE len({answered}) = i.n AND list_sum({answered}) <> r.score"
    )


RULE = Rule(
    name="totals_unlike_items",
    title="Totals that are not the sum of the answers",
    why="either an answer or the total is wrong, and a contract reads the total",
    fix="ask the sender how the total was reached; the rows are kept with both",
    sets_aside=False,
    question=question,
)
