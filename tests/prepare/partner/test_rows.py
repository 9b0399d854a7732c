from fairterms.prepare.partner.assessment import assess
from fairterms.prepare.partner.question import QUESTIONS, Reply, Weighs
from fairterms.prepare.partner.rows import TITLES, as_csv, rows
from tests.prepare.findings import seen


def test_one_line_a_question_with_both_sides() -> None:
    replies = {"data_feed": Reply("Monthly files", Weighs.FOR, "Exhibit F")}
    found = rows(assess(replies, (seen("data-feed", "No data duty"),)))
    assert len(found) == len(QUESTIONS)
    one = next(row for row in found if row[0] == "data_feed")
    line = dict(zip(TITLES, one, strict=True))
    assert line["stands"] == "warning"
    assert line["for"] == "Monthly files (readiness.toml: Exhibit F)"
    assert line["against"] == "No data duty (high) (agreement.pdf, page 3)"
    assert line["requirements"] == "R-D9 R-D11"


def test_it_is_written_as_csv() -> None:
    assert len(as_csv(assess({})).splitlines()) == len(QUESTIONS) + 1
