"""Rights and requests are read together, and every quotation is looked up in the contract."""

from pathlib import Path

import pytest

from fairterms.audit.rights.reader import FILE, RightsReading, read
from fairterms.audit.rights.right import NotStated
from fairterms.document.document import Document
from fairterms.document.reader import read as read_document
from fairterms.document.reader import read_all
from tests.audit.rights.made_up import QUOTE, REQUEST, REQUEST_TEXT, RIGHT, TEXT

JUNIPER = Path(__file__).parents[3] / "examples" / "juniper"


def written(folder: Path, text: str) -> RightsReading:
    (folder / FILE).write_text(text, encoding="utf-8")
    return read(folder)


def document(folder: Path, words: str) -> Document:
    path = folder / "a.txt"
    path.write_text(f"7.10 Records. The plan {words}.\n", encoding="utf-8")
    return read_document(path)


def test_without_the_file_there_is_nothing_and_no_problem(tmp_path: Path) -> None:
    assert read(tmp_path) == RightsReading(is_written=False)


def test_rights_and_requests_are_read(tmp_path: Path) -> None:
    found = written(tmp_path, TEXT + REQUEST_TEXT)
    assert found == RightsReading((RIGHT,), (REQUEST,), ())
    assert found.right("records") == RIGHT


def test_a_quotation_that_is_not_in_the_document_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(TEXT, encoding="utf-8")
    assert read(tmp_path, [document(tmp_path, QUOTE)]).problems == ()
    (problem,) = read(tmp_path, [document(tmp_path, "may look")]).problems
    assert (problem.code, problem.what) == ("citation-not-found", f'a.txt does not say "{QUOTE}"')
    (problem,) = read(tmp_path, []).problems
    assert problem.what == "there is no document called a.txt"


def test_that_the_clock_may_stop_is_looked_up_too(tmp_path: Path) -> None:
    text = TEXT + 'stops_when = "while the office is closed"\n'
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    said = document(tmp_path, f"{QUOTE}, which does not run while the office is closed")
    assert read(tmp_path, [said]).problems == ()
    (problem,) = read(tmp_path, [document(tmp_path, QUOTE)]).problems
    assert problem.what == 'a.txt does not say "while the office is closed"'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (REQUEST_TEXT.replace('"records"', '"books"'), "unknown-right"),
        (REQUEST_TEXT + "granted = 2028-02-28\n", "bad-days"),
        (REQUEST_TEXT + "acknowledged = 2028-02-28\n", "bad-days"),
        (REQUEST_TEXT + "escalated = 2028-02-28\n", "bad-days"),
        (REQUEST_TEXT + "stops = [{ from = 2028-03-10, to = 2028-03-12 }]\n", "missing"),
        (REQUEST_TEXT.replace('"spring"', '"records"'), "duplicate-id"),
        ("[[audit_requests]]\n", "unknown-section"),
    ],
)
def test_a_request_that_cannot_be_used_is_a_problem(tmp_path: Path, text: str, code: str) -> None:
    found = written(tmp_path, TEXT + text)
    assert found.requests == ()
    assert [one.code for one in found.problems] == [code]


def test_a_request_under_a_right_that_cannot_be_read_has_no_second_problem(
    tmp_path: Path,
) -> None:
    found = written(tmp_path, TEXT.replace("notice_days = 30\n", "") + REQUEST_TEXT)
    assert (found.rights, found.requests) == ((), ())
    assert [one.code for one in found.problems] == ["not-stated"]


@pytest.mark.slow
def test_the_example_quotes_its_contract_word_for_word_and_fills_nothing_in() -> None:
    documents, refused = read_all(sorted((JUNIPER / "contract").iterdir()))
    found = read(JUNIPER, documents)
    assert (refused, found.problems) == ((), ())
    ours, theirs = found.right("summary_tables_of_the_plan"), found.right("records_of_the_group")
    assert len(ours.gaps) == 5
    assert [gap.name for gap in theirs.gaps] == ["response_days", "look_back_years"]
    assert isinstance(ours.notice_days, NotStated)
