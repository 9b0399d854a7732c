"""People who were in the last file and are not in this one."""

from fairterms.records.rule import Feed, Rule


def question(feed: Feed) -> str:
    """Ask for rows of the file before whose people are gone, if they are many.

    A file that only adds to those before says nothing about people it does not name.
    """
    is_list = feed.table.name in {"patients", "enrolment"}
    if feed.previous_id is None or not feed.is_whole or not is_list:
        return ""
    return f"""
        WITH gone AS (SELECT DISTINCT o.person_id FROM {feed.previous_rows} o
                      ANTI JOIN {feed.rows} n ON n.person_id = o.person_id)
        SELECT min(o.row) AS row,
               'people of the file before who are not in this one; rows of that file' AS reason
        FROM {feed.previous_rows} o JOIN gone ON gone.person_id = o.person_id
        WHERE (SELECT count(*) FROM gone) > {feed.limits.vanished}
              * (SELECT count(DISTINCT person_id) FROM {feed.previous_rows})
        GROUP BY o.person_id"""  # noqa: S608


RULE = Rule(
    name="vanished_members",
    title="People who have vanished",
    why="a member who leaves the list takes cost and result along; who leaves decides the year",
    fix="ask the plan for the reason of each departure, by row number",
    sets_aside=False,
    question=question,
)
