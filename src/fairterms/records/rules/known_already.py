"""Rows whose id came with an earlier file that still counts."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import quoted


def question(feed: Feed) -> str:
    """Ask for rows whose key is in the store already, from an earlier load still in force."""
    same = " AND ".join(
        f"n.{quoted(name)} IS NOT DISTINCT FROM o.{quoted(name)}" for name in feed.table.key
    )
    earlier = (
        f"(SELECT * FROM {feed.table.name}_rows WHERE set_aside_because IS NULL "  # noqa: S608
        f"AND load_id < {feed.load_id:d} "
        "AND load_id IN (SELECT load_id FROM loads WHERE replaced_by IS NULL))"
    )
    return (
        f"SELECT n.row, 'an earlier file has the same {', '.join(feed.table.key)}' AS reason "  # noqa: S608
        f"FROM {feed.rows} n SEMI JOIN {earlier} o ON {same}"
    )


RULE = Rule(
    name="known_already",
    title="Rows that an earlier file already brought",
    why="counted twice, one visit would be two and one bill would be paid twice",
    fix="if this file is meant to replace the earlier ones, load it as a replacement",
    sets_aside=True,
    question=question,
)
