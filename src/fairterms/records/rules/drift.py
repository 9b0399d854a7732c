"""A file that is unlike the one before it."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import quoted
from fairterms.records.table import Kind


def question(feed: Feed) -> str:
    """Ask whether the number of rows, people, or an average has moved further than agreed.

    Files that add to each other are compared by their averages alone: one month may be busier.
    """
    if feed.previous_id is None:
        return ""
    compared = {"the number of rows": "count(*)"} if feed.is_whole else {}
    if feed.is_whole and feed.table.has("person_id"):
        compared["the number of people"] = "count(DISTINCT person_id)"
    for column in feed.table.of_kind(Kind.CENTS, Kind.NUMBER):
        if feed.has(column.name):
            name = quoted(column.name)
            compared[f"the average {column.name}"] = f"sum({name}) / nullif(count({name}), 0)"
    return " UNION ALL ".join(
        _moved(feed, what, expression) for what, expression in compared.items()
    )


def _moved(feed: Feed, what: str, expression: str) -> str:
    change = "(new.figure - old.figure) / abs(nullif(old.figure, 0))"
    return (
        f"SELECT NULL::BIGINT AS row, '{what} changed by ' || "  # noqa: S608
        f"printf('%+.0f', 100.0 * {change}) || ' % since the file before' AS reason "
        f"FROM (SELECT ({expression})::DOUBLE AS figure FROM {feed.rows}) new, "
        f"(SELECT ({expression})::DOUBLE AS figure FROM {feed.previous_rows}) old "
        f"WHERE abs({change}) > {feed.limits.drift}"
    )


RULE = Rule(
    name="drift",
    title="A file unlike the one before",
    why="a change this large is more often a change of the file than of the care",
    fix="ask the sender what changed; do not settle on it before you know",
    sets_aside=False,
    question=question,
)
