"""A page shows first what is not so, then what was not tested; empty, it says what to do."""

from fairterms.audit.procedures.observed import Holds, Observed, ProcedureResult
from fairterms.audit.procedures.procedure import PROCEDURES
from fairterms.audit.procedures.section import catalogue_blocks, procedure_blocks
from fairterms.document.school_grade import grade
from fairterms.publish.blocks import Callout, Heading, Prose
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report, plain

SEEN = tuple(
    Observed(f"It is so: {holds}.", "Seen.", "here", holds, "1 day")
    for holds in (Holds.YES, Holds.NOT_TESTED, Holds.NO, Holds.YES)
)
RESULTS = (
    ProcedureResult("obligations", "Duties", SEEN),
    ProcedureResult("data_feed", "Data feed", (), "Not tested, because there is no file."),
)


def tables() -> list[Table]:
    return [one for one in procedure_blocks(RESULTS) if isinstance(one, Table)]


def test_the_summary_counts_what_was_seen() -> None:
    summary = tables()[0]
    assert [row.cells for row in summary.rows] == [
        ("Duties", "does not hold", "2", "1", "1"),
        ("Data feed", "not tested", "0", "0", "0"),
    ]
    assert [row.emphasis for row in summary.rows] == ["highlight", ""]


def test_what_is_not_so_comes_first_and_stands_out() -> None:
    (_, detail) = tables()
    assert [row.cells[3] for row in detail.rows] == ["no", "not tested", "yes", "yes"]
    assert [row.emphasis for row in detail.rows] == ["highlight", "", "", ""]


def test_a_procedure_that_was_not_tested_says_why() -> None:
    (callout,) = [one for one in procedure_blocks(RESULTS) if isinstance(one, Callout)]
    assert callout.blocks == (Prose("Not tested, because there is no file."),)


def test_without_a_procedure_the_page_says_what_to_do() -> None:
    heading, prose = procedure_blocks(())
    assert isinstance(heading, Heading)
    assert isinstance(prose, Prose)
    assert plain(prose.words).startswith("No procedure was chosen. Choose one in audit.toml")
    assert grade(plain(prose.words)) <= 9


def test_the_catalogue_and_the_results_make_one_page() -> None:
    shown = catalogue_blocks()
    titles = [one.text for one in shown if isinstance(one, Heading)]
    assert titles == [one.title for one in PROCEDURES.values()]
    report = Report(title="Audit", blocks=(*procedure_blocks(RESULTS), *shown))
    assert len(report.blocks) == 8 + 4 * len(PROCEDURES)
