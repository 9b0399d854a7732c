"""Rows that use an id which another row already has."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import quoted


def question(feed: Feed) -> str:
    """Ask for rows whose key an earlier row of the file has, saying whether all else is the same.

    The first row stays. The rest of a row is compared by a fingerprint of all its columns.
    """
    key = ", ".join(quoted(name) for name in feed.table.key)
    content = ", ".join(quoted(column.name) for column in feed.table.columns)
    same = " AND ".join(f"r.{quoted(k)} IS NOT DISTINCT FROM d.{quoted(k)}" for k in feed.table.key)
    named = ", ".join(feed.table.key)
    rows = feed.rows
    # First the few fingerprints that occur twice, a fraction of the size of ids; then only the
    # keys that have one of them; then only the rows of keys that really occur twice.
    return f"""
        WITH alike AS (SELECT hash({key}) AS print FROM {rows} GROUP BY print HAVING count(*) > 1),
        twice AS (SELECT {key} FROM {rows} r SEMI JOIN alike a ON a.print = hash({_of("r", key)})
                  GROUP BY {key} HAVING count(*) > 1),
        again AS (SELECT r.row, {_of("r", key)}, hash({_of("r", content)}) AS content
                  FROM {rows} r JOIN twice d ON {same}),
        ranked AS (SELECT row, content, first_value(content) OVER w AS first_content,
                          row_number() OVER w AS place
                   FROM again WINDOW w AS (PARTITION BY {key} ORDER BY row))
        SELECT row, CASE WHEN content = first_content
                         THEN 'an earlier row is the same in every column'
                         ELSE 'an earlier row has the same {named} and other values' END AS reason
        FROM ranked WHERE place > 1"""  # noqa: S608


def _of(alias: str, names: str) -> str:
    return ", ".join(f"{alias}.{name}" for name in names.split(", "))


RULE = Rule(
    name="repeated_keys",
    title="Rows that repeat an id",
    why="counted twice, one visit would be two and one bill would be paid twice",
    fix="ask the sender which of the rows holds; until then only the first is used",
    sets_aside=True,
    question=question,
)
