"""`read` writes questions about a bare contract."""

import csv
import io
import json
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run
from tests.review.stub_reader import content, serving

TEXT = (
    'PROVIDER AGREEMENT\nThis Agreement is between Cedar Health Plan, Inc. ("Plan") and Fern '
    'Street Counseling Group ("Provider").\n1. Change. Plan may amend this Agreement at any '
    "time without consent.\n2. Manual. Provider shall comply with the Provider Manual.\n"
)


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "offer.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_form_is_written_and_named(fairterms: Run, contract: Path, tmp_path: Path) -> None:
    ran = fairterms("read", contract, "--state", "CO", "--out", tmp_path / "out")
    assert ran.code == 0
    assert "critical: Plan changes terms alone" in ran.out
    assert "not supplied: " in ran.out
    assert "Good faith: of 20 questions: " in ran.out
    assert "Not legal advice" in ran.out
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {
        "findings.html",
        "questions.docx",
        "findings.csv",
        "findings.json",
        "findings.sarif",
    }
    records = json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))
    table = (tmp_path / "out" / "findings.csv").read_text(encoding="utf-8-sig")
    assert len(list(csv.reader(io.StringIO(table)))) == len(records["findings"]) + 1
    changes = [one for one in records["findings"] if one["check"] == "amend-unilateral"]
    assert any(source["jurisdiction"] == "CO" for source in changes[0]["sources"])
    letter = docx.Document(str(tmp_path / "out" / "questions.docx"))
    assert any("Plan may amend" in paragraph.text for paragraph in letter.paragraphs)


def test_a_folder_is_read_as_one_agreement(fairterms: Run, contract: Path, tmp_path: Path) -> None:
    (tmp_path / "rates.txt").write_text("Rates. Plan pays fifty dollars a visit.", encoding="utf-8")
    (tmp_path / "notes.xyz").write_text("not a contract", encoding="utf-8")
    ran = fairterms("read", tmp_path, "--out", tmp_path / "out")
    assert "offer.txt (1 page), rates.txt (1 page)" in ran.out


def test_a_file_that_cannot_be_read_says_what_to_do(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms("read", tmp_path / "none.pdf", "--out", tmp_path / "out")
    assert ran.code == 1
    assert "none.pdf: is not there" in ran.err
    assert "fix: check the name" in ran.err


def test_an_empty_folder_says_what_is_wanted(fairterms: Run, tmp_path: Path) -> None:
    ran = fairterms("read", tmp_path)
    assert ran.code == 2
    assert "no PDF, DOCX, HTML or text file" in ran.err


def test_a_second_reader_is_asked_only_when_named(
    fairterms: Run, contract: Path, tmp_path: Path
) -> None:
    quote = "Provider shall comply with the Provider Manual"
    item = {"check": "audit-burden", "quote": quote, "why": "It may bring audits."}
    with serving(lambda _request: content({"proposals": [item]})) as (address, requests):
        silent = fairterms("read", contract, "--out", tmp_path / "one")
        assert requests == []
        assert "Second reader" not in silent.out
        options = ("--second-reader", f"stub@{address}")
        ran = fairterms("read", contract, *options, "--out", tmp_path / "two")
    assert "Sending the text of offer.txt to stub at 127.0.0.1" in ran.err
    assert "Second reader: 1 passages to ask about" in ran.out
    page = (tmp_path / "two" / "findings.html").read_text(encoding="utf-8")
    assert "Questions of a second reader" in page
    records = json.loads((tmp_path / "two" / "findings.json").read_text(encoding="utf-8"))
    assert records["second_reader"]["proposals"][0]["text"] == quote
    first = json.loads((tmp_path / "one" / "findings.json").read_text(encoding="utf-8"))
    assert first["findings"] == records["findings"]


def test_an_endpoint_that_would_leak_is_refused(fairterms: Run, contract: Path) -> None:
    ran = fairterms("read", contract, "--second-reader", "stub@http://example.org/v1")
    assert ran.code == 2
    assert "unencrypted" in ran.err


def test_the_scorecards_stand_on_the_page_and_in_the_records(
    fairterms: Run, contract: Path, tmp_path: Path
) -> None:
    fairterms("read", contract, "--out", tmp_path / "out")
    records = json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))
    assert len(records["scorecards"]["good_faith"]) == 20
    page = (tmp_path / "out" / "findings.html").read_text(encoding="utf-8")
    assert "Twenty good-faith questions" in page
    assert "Signs of seven tactics" in page
