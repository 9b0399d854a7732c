"""A file must be what its name says, or it is not taken."""

import zipfile
from io import BytesIO

import pytest

from fairterms_web.deals import contents
from fairterms_web.deals.contents import DOCUMENTS, MOST_BYTES, TEXTS, NotTaken, check
from tests.web.strangers.test_uploads import WHOLE, packed

TAKEN = {
    "a.pdf": WHOLE[".pdf"],
    "a.PDF": b"\n\n%PDF-1.4\n",
    "a.docx": WHOLE[".docx"],
    "a.toml": b"a = 1\n",
    "a.txt": "Maß".encode("utf-16"),
    "a.csv": b"a,b\n1,2\n",
    "a.parquet": b"PAR1....PAR1",
    "a.html": b"<p>hello</p>",
    "log.seal": b"abc",
}
REFUSED = {
    "a.exe": (b"MZ", "files of this kind are not kept"),
    "a": (b"x", "files of this kind are not kept"),
    "a.svg": (b"<svg/>", "files of this kind are not kept"),
    "a.txt": (b"", "the file is empty"),
    "b.txt": (b"a\x00b", "not what its name says. Save it again as TXT."),
    "a.toml": (b"\x7fELF\x00", "not what its name says. Save it again as TOML."),
    "a.pdf": (b"<html>", "Save it again as PDF."),
    "b.pdf": (b" " * 1024 + b"%PDF-1.7", "Save it again as PDF."),
    "a.docx": (b"PK\x03\x04", "Save it again as DOCX."),
    "b.docx": (packed({"xl/workbook.xml": b"<x/>"}), "Save it again as DOCX."),
    "c.docx": (b"not a zip", "Save it again as DOCX."),
    "a.parquet": (b"PAR1....", "Save it again as PARQUET."),
    "b.parquet": (b"....PAR1", "Save it again as PARQUET."),
}


@pytest.mark.parametrize(("path", "content"), TAKEN.items())
def test_a_file_that_is_what_its_name_says_is_taken(path: str, content: bytes) -> None:
    check(path, content)


@pytest.mark.parametrize(("path", "told"), REFUSED.items())
def test_any_other_file_is_refused_by_name(path: str, told: tuple[bytes, str]) -> None:
    content, why = told
    with pytest.raises(NotTaken) as refused:
        check(path, content)
    assert str(refused.value).startswith(f"{path}: ")
    assert why in str(refused.value)


@pytest.mark.parametrize("suffix", sorted({".txt", *MOST_BYTES}))
def test_a_file_that_is_too_large_says_how_large_it_may_be(
    monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(contents, "MOST_TEXT", 1_000_000)
    most = 1_000_000 if suffix == ".txt" else 2_000_000
    if suffix != ".txt":
        monkeypatch.setitem(MOST_BYTES, suffix, most)
    with pytest.raises(NotTaken, match=f"more than {most // 1_000_000} MB"):
        check(f"a{suffix}", b"x" * (most + 1))


def test_a_word_document_that_unpacks_to_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(5_000))
    monkeypatch.setattr(contents, "MOST_UNPACKED", 5_000)
    check("a.docx", into.getvalue())
    monkeypatch.setattr(contents, "MOST_UNPACKED", 4_999)
    with pytest.raises(NotTaken):
        check("a.docx", into.getvalue())


def test_every_kind_of_document_is_kept() -> None:
    assert TEXTS | MOST_BYTES.keys() >= DOCUMENTS
