"""A report as a Word document."""

import io
import zipfile
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from lxml import etree

from fairterms.document.reader import read
from fairterms.publish.docx import render
from fairterms.publish.inline import Deleted, Inserted, Link, Strong
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.publish.page import Heading, Prose, Report
from tests.publish.gallery import HOSTILE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(report: Report) -> WordDocument:
    return docx.Document(io.BytesIO(render(report)))


def body(report: Report) -> "etree._Element":
    packed = zipfile.ZipFile(io.BytesIO(render(report)))
    return etree.fromstring(packed.read("word/document.xml"))


def test_every_block_of_the_gallery_is_in_the_document(gallery_report: Report) -> None:
    document = opened(gallery_report)
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert HOSTILE in told
    assert "Not legal advice." in told
    assert any(table.rows for table in document.tables)
    titles = [
        p.text for p in document.paragraphs if str(p.style and p.style.name).startswith("Heading")
    ]
    assert "A part" in titles


def test_the_same_report_gives_the_same_bytes(gallery_report: Report) -> None:
    assert render(gallery_report) == render(gallery_report)


def test_inserted_and_deleted_words_are_tracked_changes() -> None:
    words = ("Plan ", Deleted("may"), Inserted("shall"), " pay.")
    tree = body(Report(title="Redline", made_on="2031-03-04", blocks=(Prose(words),)))
    (inserted,) = tree.iter(f"{W}ins")
    (deleted,) = tree.iter(f"{W}del")
    assert "".join(str(text) for text in inserted.itertext()) == "shall"
    assert [letters.text for letters in deleted.iter(f"{W}delText")] == ["may"]
    assert inserted.get(f"{W}author") == "Fairterms"
    assert inserted.get(f"{W}date") == "2031-03-04T00:00:00Z"
    assert inserted.get(f"{W}id") != deleted.get(f"{W}id")


def test_our_own_reader_reads_both_versions_of_a_redline(tmp_path: Path) -> None:
    words = ("Plan ", Deleted("may"), Inserted("shall"), " pay within thirty days.")
    path = tmp_path / "redline.docx"
    path.write_bytes(render(Report(title="Redline", blocks=(Prose(words),))))
    assert "Plan shall pay" in read(path).reading.text
    assert "Plan may pay" in read(path, accept=False).reading.text


def test_a_link_names_a_bookmark_of_the_document() -> None:
    blocks = (Heading(2, "Money", "money"), Prose(("See ", Link("money", "money"))))
    tree = body(Report(title="Links", blocks=blocks))
    names = {mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")}
    targets = {link.get(f"{W}anchor") for link in tree.iter(f"{W}hyperlink")}
    assert targets == {"money"} <= names


def test_the_first_row_of_a_table_stands_on_every_page() -> None:
    table = Table("Rates", (Column("Year"), Column("Rate")), (Row(("2027", (Strong("5 %"),))),))
    tree = body(Report(title="Table", blocks=(table,)))
    assert len(list(tree.iter(f"{W}tblHeader"))) == 1


def test_signs_that_xml_forbids_do_not_stop_it() -> None:
    document = opened(Report(title="Odd", blocks=(Prose("a\x00b\ud800c"),)))
    assert "a\ufffdb\ufffdc" in "\n".join(p.text for p in document.paragraphs)
