"""A certificate is written as a page and for print; a file is held against its code."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from fairterms.cli.certificate_files import page_of, write_certificate
from fairterms.cli.group import app
from fairterms.document.reader import read
from fairterms.publish import html
from fairterms.reference.certificate import Certificate
from fairterms.reference.lesson import lessons

ALL = tuple(one.title for one in lessons())
MADE = Certificate("Quinn Sample", ALL, Decimal("7.25"), date(2027, 1, 5), 28, 30)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "certificate.html"
    path.write_text(html.render(page_of(MADE)), encoding="utf-8")
    return path


def verify(code: str, file: Path) -> tuple[int, str]:
    said = CliRunner().invoke(app, ["learn", "--verify", code, str(file)])
    return said.exit_code, " ".join(said.output.split())


def test_unchanged_words_are_told_and_what_that_shows(kept: Path) -> None:
    code, said = verify(MADE.code, kept)
    assert code == 0
    assert "The words are those that the code was worked out from." in said
    assert "It shows only that they were not changed." in said


def test_changed_words_are_told(kept: Path) -> None:
    kept.write_text(kept.read_text(encoding="utf-8").replace("28 of 30", "30 of 30"))
    code, said = verify(MADE.code, kept)
    assert code == 1
    assert "The words are not those" in said


@pytest.mark.parametrize(
    "words", ["Quinn Sample", ALL[0], "7.25 hours", "January 5, 2027", "28 of"]
)
def test_no_word_that_counts_can_be_changed_in_any_place(words: str, kept: Path) -> None:
    head, main, told = kept.read_text(encoding="utf-8").partition("<main")
    parts = told.split(words)
    assert len(parts) > 1
    for place in range(1, len(parts)):
        changed = f"{words.join(parts[:place])}other words{words.join(parts[place:])}"
        kept.write_text(f"{head}{main}{changed}", encoding="utf-8")
        assert verify(MADE.code, kept)[0] == 1, place


def test_a_file_without_a_certificate_is_told(tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text("A letter about something else.", encoding="utf-8")
    code, said = verify(MADE.code, path)
    assert code == 1
    assert "No certificate was found in this file." in said


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, said = verify(MADE.code, tmp_path / "nothing.pdf")
    assert code == 1
    assert "check the name and the folder" in said


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Quinn Sample", "Zoë Ångström-Official fifl", "Rowan " * 16])
@pytest.mark.parametrize("learned", [ALL[1:2], ALL], ids=["one", "all"])
def test_what_is_printed_holds(name: str, learned: tuple[str, ...], tmp_path: Path) -> None:
    made = replace(MADE, name=name.strip(), learned=learned)
    write_certificate(made, tmp_path)
    for form in ("html", "pdf"):
        path = tmp_path / f"certificate.{form}"
        assert verify(made.code, path)[0] == 0, form
        assert verify(replace(made, right=29).code, path)[0] == 1, form
        text = " ".join(read(path).text.split())
        assert all(word in text for word in (made.code, "7.25 hours", "January 5, 2027"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "undrawable", [{"name": "\u674e\u5c0f\u9f8d"}, {"learned": ("\u5165\u95e8",)}], ids=str
)
def test_words_that_no_font_can_draw_are_written_as_a_page_only(
    undrawable: dict[str, Any], tmp_path: Path
) -> None:
    made = replace(MADE, **undrawable)
    write_certificate(made, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["certificate.html"]
    assert verify(made.code, tmp_path / "certificate.html")[0] == 0
