"""Reading Word files."""

import base64
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Inches

from fairterms.document.docx_lists import W
from fairterms.document.quotes import find
from fairterms.document.reader import read
from fairterms.document.refusals import UnreadableDocument

from .conftest import Write


def save(word: Word, tmp_path: Path) -> Path:
    path = tmp_path / "agreement.docx"
    word.save(str(path))
    return path


def test_paragraphs_headings_and_tables_are_read(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Payment", level=1)
    word.add_paragraph("Plan pays Provider monthly.")
    table = word.add_table(rows=2, cols=2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Rate", "50 %", "Cap", "none"),
        strict=True,
    ):
        cell.text = words
    document = read(save(word, tmp_path))
    assert document.kind == "docx"
    assert document.text == "Payment\nPlan pays Provider monthly.\nRate\t50 %\nCap\tnone\n"
    assert [(s.level, s.title) for s in document.sections] == [(1, "Payment")]


def test_headers_and_footers_are_furniture(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Plan pays Provider.")
    word.sections[0].header.paragraphs[0].text = "DRAFT 3"
    word.sections[0].footer.paragraphs[0].text = "Form PA-7"
    document = read(save(word, tmp_path))
    assert [document.text[f.start : f.end].strip() for f in document.furniture] == [
        "DRAFT 3",
        "Form PA-7",
    ]
    assert [document.words(s) for s in document.sentences] == ["Plan pays Provider."]
    assert find(document, "DRAFT 3")


def test_page_breaks_part_pages(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Plan pays.").add_run().add_break(WD_BREAK.PAGE)
    word.add_paragraph("Provider cares.")
    document = read(save(word, tmp_path))
    assert len(document.pages) == 2
    assert [quote.page for quote in find(document, "Provider cares")] == [2]


def test_a_large_picture_makes_its_page_unread_and_a_logo_does_not(
    tmp_path: Path, write: Write
) -> None:
    image = write("dot.gif", base64.b64decode("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAkQBADs="))
    word = docx.Document()
    word.add_paragraph("Plan pays Provider.")
    word.add_picture(str(image), width=Inches(1), height=Inches(1))
    assert read(save(word, tmp_path)).unread_pages == ()
    word.add_picture(str(image), width=Inches(6), height=Inches(8))
    document = read(save(word, tmp_path))
    assert document.unread_pages == (1,)
    assert document.pages[0].why == "page 1 holds a large picture, which may show text"


def test_hidden_words_are_read_and_remarked_on(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Plan pays.").add_run(" Unless it forgets.").font.hidden = True
    document = read(save(word, tmp_path))
    assert find(document, "Unless it forgets")
    assert str(document.cautions[0]) == (
        "agreement.docx: it holds hidden words: 'Unless it forgets.' [hidden-text]\n"
        "      why: Word does not show or print them, yet they are in the file you would sign\n"
        "      fix: ask the plan to remove them or to show them"
    )


def test_words_whose_hiding_is_turned_off_are_not_hidden(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Plan shall pay Provider under this Agreement.").add_run(
        " In time."
    ).font.hidden = False
    document = read(save(word, tmp_path))
    assert [caution.code for caution in document.cautions] == []


def test_a_comment_on_no_words_in_particular_is_listed_once(tmp_path: Path) -> None:
    word = docx.Document()
    run = word.add_paragraph().add_run("Plan pays.")
    word.add_comment(run, text="When?", author="Ada Bell", initials="AB")
    for mark in ("commentRangeStart", "commentRangeEnd"):
        for element in word.element.body.iter(f"{W}{mark}"):
            element.getparent().remove(element)
    (comment,) = read(save(word, tmp_path)).revisions
    assert (comment.start, comment.end, comment.text) == (10, 10, "When?")


def test_comments_are_listed_and_are_not_text(tmp_path: Path) -> None:
    word = docx.Document()
    run = word.add_paragraph("Plan may ").add_run("amend alone")
    word.add_comment(run, text="Ask for a signature.", author="Ada Bell", initials="AB")
    document = read(save(word, tmp_path))
    assert "Ask for" not in document.text
    (comment,) = document.revisions
    assert (comment.kind, comment.author, comment.text) == (
        "comment",
        "Ada Bell",
        "Ask for a signature.",
    )
    assert document.text[comment.start : comment.end] == "amend alone"


NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>drawn</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:t>Save where Plan objects.</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def test_footnotes_follow_the_text_and_the_line_above_them_does_not(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Plan pays Provider.")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, NOTES.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert read(save(word, tmp_path)).text == "Plan pays Provider.\nSave where Plan objects.\n"


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="it holds no words"):
        read(save(docx.Document(), tmp_path))
