"""Documents as a part of a job: written and read again."""

from pathlib import Path

from fairterms.document.quotes import find
from fairterms.document.reader import read
from fairterms_web.jobs import read_documents


def test_what_was_quoted_before_is_found_again_at_the_same_place(tmp_path: Path) -> None:
    path = tmp_path / "01.txt"
    pages = (f"Page {n}\nThe plan pays fifty per-\ncent of part {n}.\nFooter" for n in range(1, 9))
    path.write_text("\f".join(pages), encoding="utf-8")
    document = read(path)
    (again,) = read_documents.read(read_documents.write([document]))
    for words in ("fifty percent of part 3", "pays", "not there"):
        assert find(again, words) == find(document, words)
    assert find(again, "of part 3")
    assert again.pages == document.pages
    assert again.furniture == document.furniture
    assert (again.name, again.sha256, again.kind) == ("01.txt", document.sha256, "text")
    assert (again.unread_pages, again.masks) == (document.unread_pages, document.masks)
