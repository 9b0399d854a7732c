"""The one door."""

import hashlib

import pytest

from fairterms.document.reader import read
from fairterms.document.refusals import UnreadableDocument

from .conftest import MakePdf, Sheet, Write


def test_the_content_and_not_the_name_says_what_a_file_is(make_pdf: MakePdf) -> None:
    path = make_pdf([Sheet("Plan shall pay.")])
    renamed = path.rename(path.with_suffix(".txt"))
    assert read(renamed).kind == "pdf"


def test_the_hash_is_that_of_the_bytes(write: Write) -> None:
    path = write("a.txt", "Plan shall pay.")
    assert read(path).sha256 == hashlib.sha256(b"Plan shall pay.").hexdigest()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.pdf", b"", "a.pdf: is empty"),
        ("a.txt", b" \n ", "a.txt: is empty"),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0" + b"x" * 50,
            "a.doc: is an old Word file, or a Word file locked",
        ),
        ("a.rtf", b"{\\rtf1 Plan}", "a.rtf: is a Rich Text file"),
        ("a.jpg", b"\xff\xd8\xff\xe0 JFIF", "a.jpg: is a picture"),
        ("a.zip", b"PK\x03\x04" + b"x" * 50, "a.zip: is damaged, or is not a Word file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    write: Write, name: str, content: bytes, message: str
) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read(write(name, content))
    assert str(refusal.value).startswith(message)
    assert "\n      fix: " in str(refusal.value)


def test_a_file_that_is_not_there_is_refused(write: Write) -> None:
    path = write("a.txt", "x").with_name("b.txt")
    with pytest.raises(UnreadableDocument) as refusal:
        read(path)
    assert str(refusal.value) == (
        "b.txt: is not there\n"
        "      why: no such file was found\n"
        "      fix: check the name and the folder"
    )
