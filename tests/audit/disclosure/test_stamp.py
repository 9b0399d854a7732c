"""A mark is written on text, HTML and Word once, and where it cannot be, that is said."""

import io
from datetime import date

import docx
import pytest

from fairterms.audit.disclosure.mark import Mark, MarkedFile
from fairterms.audit.disclosure.stamp import stamp

ONE = MarkedFile("a", Mark.PROPRIETARY, "Plan <A> & Co", date(2027, 2, 5))
TWO = MarkedFile("a", Mark.CONFIDENTIAL, "Cedar Group", date(2027, 1, 5))
PAGE = b"<!doctype html><html><BODY class='x'><p>Rates.</p></body></html>"


def word() -> bytes:
    into, document = io.BytesIO(), docx.Document()
    document.add_paragraph("Rates.")
    document.save(into)
    return into.getvalue()


def headers(content: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    return [one.text for one in document.sections[0].header.paragraphs if one.text]


def test_text_begins_with_its_marks() -> None:
    found = stamp("notes.md", b"Rates.\n", [ONE, TWO])
    assert found.is_stamped
    assert found.content.decode() == f"{ONE.words}\n{TWO.words}\n\nRates.\n"


def test_a_page_shows_its_marks_first_and_escapes_them() -> None:
    found = stamp("page.HTML", PAGE, [ONE]).content.decode()
    begin = found.index("<BODY class='x'>") + len("<BODY class='x'>")
    assert found[begin:].startswith("\n<p><strong>PROPRIETARY: Plan &lt;A&gt; &amp; Co")
    assert found.endswith("<p>Rates.</p></body></html>")


def test_a_page_without_a_body_is_stamped_at_its_top() -> None:
    assert stamp("a.html", b"<p>Rates.</p>", [TWO]).content.startswith(b"\n<p><strong>CONFID")


def test_a_word_document_has_its_marks_on_every_page() -> None:
    found = stamp("a.docx", word(), [ONE, TWO])
    assert headers(found.content) == [ONE.words, TWO.words]
    assert docx.Document(io.BytesIO(found.content)).paragraphs[0].text == "Rates."


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx"])
def test_a_mark_is_written_once_however_often_and_beside_what(name: str) -> None:
    plain = word() if name == "a.docx" else PAGE
    once = stamp(name, plain, [ONE]).content
    assert stamp(name, once, [ONE]).content == once
    both = stamp(name, once, [TWO]).content
    assert both != once
    again = stamp(name, both, [ONE]).content
    assert again == both
    assert stamp(name, both, [ONE, TWO]).content == both


@pytest.mark.parametrize("name", ["a.pdf", "a.csv", "a.xlsx", "a", "a.exe"])
def test_what_cannot_be_stamped_is_left_alone_and_said(name: str) -> None:
    found = stamp(name, b"bytes", [ONE])
    assert (found.content, found.is_stamped) == (b"bytes", False)
    assert found.why == (
        f"{name} cannot be stamped. Its mark stands in marks.toml alone: give that file with it."
    )


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx"])
def test_a_file_that_is_not_what_its_name_says_is_left_alone_and_said(name: str) -> None:
    found = stamp(name, b"\xff\xfe\x00", [ONE])
    assert (found.content, found.is_stamped) == (b"\xff\xfe\x00", False)
    assert "cannot be read as what its name says" in found.why


def test_without_a_mark_nothing_is_written() -> None:
    found = stamp("a.pdf", b"bytes", [])
    assert (found.content, found.is_stamped, found.why) == (b"bytes", True, "")
