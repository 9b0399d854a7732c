"""Rows about people whom the table of patients does not have."""

from fairterms.records.rule import Feed, Rule


def question(feed: Feed) -> str:
    """Ask for rows whose person is not among the patients."""
    if not feed.has_people or feed.table.name == "patients" or not feed.table.has("person_id"):
        return ""
    return (
        "SELECT r.row, 'the person is not in the table of patients' AS reason "  # noqa: S608
        f"FROM {feed.rows} r ANTI JOIN patients p ON p.person_id = r.person_id"
    )


RULE = Rule(
    name="unknown_people",
    title="Rows about people who are not on the list",
    why="the two lists may use different ids, and then nothing joins",
    fix="compare how both sides write the person's id; ask for a list that joins them",
    sets_aside=False,
    question=question,
)
