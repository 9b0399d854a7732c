"""A page is written in the forms that are asked for, and in no other."""

from pathlib import Path

import pytest

from fairterms.cli.page_files import write_page
from fairterms.publish import docx, html, pdf, xlsx
from fairterms.publish.blocks import Prose
from fairterms.publish.page import Report

PAGE = Report(title="A page", blocks=(Prose("Words."),), footer=("Made up.",))


def test_the_folder_is_made_and_the_paths_come_in_the_order_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx, "render", lambda _page: b"PK")
    folder = tmp_path / "new" / "pages"
    paths = write_page(PAGE, folder, "risks", "docx", "html")
    assert paths == [folder / "risks.docx", folder / "risks.html"]
    assert sorted(folder.iterdir()) == sorted(paths)
    assert (folder / "risks.docx").read_bytes()[:2] == b"PK"
    assert "A page" in (folder / "risks.html").read_text(encoding="utf-8")


def test_each_form_is_rendered_by_its_own_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "render", lambda page: f"html of {page.title} – ü")
    for form in (pdf, docx, xlsx):
        name = form.__name__.rpartition(".")[2]
        monkeypatch.setattr(form, "render", lambda page, n=name: f"{n} of {page.title}".encode())
    found = write_page(PAGE, tmp_path, "p", "html", "pdf", "docx", "xlsx")
    assert [path.read_text(encoding="utf-8") for path in found] == [
        "html of A page – ü",
        "pdf of A page",
        "docx of A page",
        "xlsx of A page",
    ]


def test_an_older_page_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text("old")
    write_page(PAGE, tmp_path, "p", "html")
    assert "old" not in (tmp_path / "p.html").read_text()
