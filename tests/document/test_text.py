"""Reading plain text."""

import pytest

from fairterms.document.reader import read
from fairterms.document.refusals import UnreadableDocument

from .conftest import Write


def test_form_feeds_part_pages(write: Write) -> None:
    document = read(write("a.txt", "Plan pays.\fProvider cares."))
    assert [document.text[p.start : p.end] for p in document.pages] == [
        "Plan pays.",
        "Provider cares.",
    ]
    assert "\f" not in document.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_common_encodings_are_read(write: Write, encoding: str) -> None:
    document = read(write("a.txt", "30 days’ notice – “Claim”".encode(encoding)))
    assert document.text == "30 days’ notice – “Claim”"


def test_line_ends_of_every_system_become_one_letter(write: Write) -> None:
    assert read(write("a.txt", "a\r\nb\rc\nd")).text == "a\nb\nc\nd"


def test_bytes_that_are_no_letters_are_refused(write: Write) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read(write("a.txt", b"Plan\x00\x01\x02"))
    assert str(refusal.value) == (
        "a.txt: is not a text file\n"
        "      why: it holds bytes that are no letters\n"
        "      fix: use the PDF, Word, HTML or text file that the plan sent"
    )
