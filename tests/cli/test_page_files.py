"""Pages written into a folder, in the forms a verb offers."""

from pathlib import Path

import pytest

from fairterms.cli.page_files import write_page
from fairterms.publish import docx, html, pdf, xlsx
from fairterms.publish.page import Report

PAGE = Report(title="The deal of “Cedar”", blocks=())


@pytest.fixture(autouse=True)
def _drawn_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "render", lambda page: f"html of {page.title}")
    for form in (pdf, docx, xlsx):
        name = form.__name__.rpartition(".")[2]
        monkeypatch.setattr(
            form, "render", lambda page, name=name: f"{name} of {page.title}".encode()
        )


def test_each_form_becomes_a_file_of_its_name(tmp_path: Path) -> None:
    paths = write_page(PAGE, tmp_path, "ready", "xlsx", "html", "docx", "pdf")
    assert [path.name for path in paths] == ["ready.xlsx", "ready.html", "ready.docx", "ready.pdf"]
    for path in paths:
        said = f"{path.suffix[1:]} of The deal of “Cedar”"
        assert path.read_text(encoding="utf-8") == said


def test_only_what_is_asked_for_is_written(tmp_path: Path) -> None:
    write_page(PAGE, tmp_path, "ready", "html")
    assert [path.name for path in tmp_path.iterdir()] == ["ready.html"]


def test_a_folder_that_is_not_there_is_made_and_a_file_that_is_there_replaced(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "reports" / "cedar"
    (first,) = write_page(PAGE, folder, "ready", "html")
    first.write_text("of last week", encoding="utf-8")
    (again,) = write_page(PAGE, folder, "ready", "html")
    assert again == first
    assert "Cedar" in again.read_text(encoding="utf-8")
