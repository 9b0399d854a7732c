"""Two versions as pages."""

import io
from fractions import Fraction
from pathlib import Path

import docx as word
import pytest

from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.publish import docx, html
from fairterms.review import parties, ratchet, redline
from fairterms.review.comparison import Comparison, compare
from fairterms.review.ratchet import Growth
from tests.review.conftest import OPENING

OLD = OPENING + (
    "1. Pay. Plan shall pay each clean claim within thirty (30) days of receipt.\n"
    "2. Records. Provider shall keep records for six years after the last visit.\n"
)
NEW = OLD.replace("thirty (30)", "sixty (60)") + (
    "3. Reports. Provider shall submit a monthly report of every visit to Plan.\n"
)


def pair(folder: Path, old: str, new: str) -> tuple[Comparison, Growth]:
    documents: list[Document] = []
    for name, text in (("old.txt", old), ("new.txt", new)):
        (folder / name).write_text(text, encoding="utf-8")
        documents.append(read(folder / name))
    names = parties.find(documents[-1:])
    found = compare(documents[0], documents[1], names)
    return found, ratchet.growth(found, names)


@pytest.fixture
def step(tmp_path: Path) -> tuple[Comparison, Growth]:
    return pair(tmp_path, OLD, NEW)


def test_the_page_says_who_gains_and_why(step: tuple[Comparison, Growth]) -> None:
    page = html.render(redline.page(step[0], [step[1]]))
    assert "Worse for the group (2)" in page
    assert "thirty (30) days became sixty (60) days" in page
    assert "<del>thirty (30</del><ins>sixty (60</ins>" in page


def test_unpaid_work_is_counted_only_in_hours_the_group_names(
    step: tuple[Comparison, Growth],
) -> None:
    silent = html.render(redline.page(step[0], [step[1]]))
    assert "12 tasks a year" in silent
    assert "name the hours" in silent
    told = html.render(redline.page(step[0], [step[1]], Fraction(3, 2)))
    assert "18.0 hours a year" in told
    assert "Signs of ratcheting" in told


def test_a_redline_accepted_is_the_new_version_and_refused_the_old_one(
    tmp_path: Path, step: tuple[Comparison, Growth]
) -> None:
    path = tmp_path / "redline.docx"
    path.write_bytes(docx.render(redline.redline(step[0])))
    accepted = " ".join(read(path).reading.text.split())
    refused = " ".join(read(path, accept=False).reading.text.split())
    assert "within sixty (60) days" in accepted
    assert "monthly report" in accepted
    assert "within thirty (30) days" in refused
    assert "monthly report" not in refused
    assert word.Document(io.BytesIO(path.read_bytes())).paragraphs


def test_without_a_change_the_page_says_so(tmp_path: Path) -> None:
    found, grown = pair(tmp_path, OLD, OLD)
    page = html.render(redline.page(found, [grown]))
    assert "No single change of substance was found." in page
    assert "Signs of ratcheting" not in page
