"""Events after a person died."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import quoted


def question(feed: Feed) -> str:
    """Ask for events that lie after the person's day of death."""
    happened = feed.table.happened
    if not happened or not feed.has_people or not feed.has(happened):
        return ""
    return (
        f"SELECT r.row, '{happened} lies after the day of death' AS reason FROM {feed.rows} r "  # noqa: S608
        f"JOIN patients p ON p.person_id = r.person_id WHERE r.{quoted(happened)} > p.death_date"
    )


RULE = Rule(
    name="after_death",
    title="Events after death",
    why="the date, the day of death or the person's id is wrong",
    fix="compare the person's record; the rows are kept until it is known which is wrong",
    sets_aside=False,
    question=question,
)
