"""Assessments whose name and whose code say two different instruments."""

from fairterms.records.rule import Feed, Rule
from fairterms.records.staged import literal


def question(feed: Feed) -> str:
    """Ask for assessments with a LOINC code of another instrument than the one named."""
    codes = [
        f"({literal(code)}, {literal(instrument.name)})"
        for instrument in feed.instruments.values()
        for code in sorted(instrument.loinc_codes)
    ]
    if not codes or not feed.has("instrument", "loinc_code"):
        return ""
    return (
        "SELECT r.row, 'the code is that of another instrument' AS reason "  # noqa: S608
        f"FROM {feed.rows} r JOIN (VALUES {', '.join(codes)}) c(code, name) "
        "ON r.loinc_code = c.code WHERE r.instrument <> c.name"
    )


RULE = Rule(
    name="code_disagreements",
    title="Instrument and code that disagree",
    why="one of the two is wrong, and the score would be judged by the wrong ranges",
    fix="ask the sender which instrument was used",
    sets_aside=True,
    question=question,
)
