"""Events before a person was born."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import quoted


def question(feed: Feed) -> str:
    """Ask for events that lie before the person's day of birth."""
    happened = feed.table.happened
    if not happened or not feed.has_people or not feed.has(happened):
        return ""
    return (
        f"SELECT r.row, '{happened} lies before the day of birth' AS reason FROM {feed.rows} r "  # noqa: S608
        f"JOIN patients p ON p.person_id = r.person_id WHERE r.{quoted(happened)} < p.birth_date"
    )


RULE = Rule(
    name="before_birth",
    title="Events before birth",
    why="the date, the day of birth or the person's id is wrong",
    fix="compare the person's record; the rows are kept until it is known which is wrong",
    sets_aside=False,
    question=question,
)
