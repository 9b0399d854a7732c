"""The seal: what was sealed stays, and only what is new may be added."""

from pathlib import Path

import pytest

from fairterms.monitor.obligations import reader, sealing
from fairterms.monitor.obligations.book import FILE
from fairterms.units.refusal import Refusal
from tests.monitor.obligations.conftest import BOOK, event

TOLD = BOOK + event("one", "answer", "started", "2027-05-02")
MORE = TOLD + event("two", "answer", "done", "2027-05-09")


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """Make a deal folder whose obligations are sealed."""
    (tmp_path / FILE).write_text(TOLD, encoding="utf-8")
    _seal(tmp_path)
    return tmp_path


def _seal(folder: Path) -> str:
    book = reader.read(folder)
    assert book is not None
    return sealing.extend(folder, book)


def _problems(folder: Path, text: str) -> list[str]:
    (folder / FILE).write_text(text, encoding="utf-8")
    book = reader.read(folder)
    assert book is not None
    return [one.what for one in book.problems]


def test_what_is_added_at_the_end_breaks_no_seal_and_is_sealed_in_turn(sealed: Path) -> None:
    before = (sealed / sealing.FILE).read_text(encoding="utf-8")
    assert _problems(sealed, MORE) == []
    assert len(_seal(sealed).splitlines()) == 1
    after = (sealed / sealing.FILE).read_text(encoding="utf-8")
    assert after.startswith(before)
    assert len(after.splitlines()) == 8
    assert _problems(sealed, MORE) == []
    assert _seal(sealed) == ""


def test_an_event_that_is_changed_is_named(sealed: Path) -> None:
    assert _problems(sealed, TOLD.replace("2027-05-02", "2027-05-01")) == [
        "the event one was changed after it was sealed"
    ]


def test_an_obligation_that_is_changed_is_named(sealed: Path) -> None:
    assert _problems(sealed, TOLD.replace("20 days after the end", "25 days after the end")) == [
        "the obligation claims_file was changed after it was sealed"
    ]


def test_an_event_that_is_removed_is_named(sealed: Path) -> None:
    assert _problems(sealed, BOOK) == ["the event one was removed after it was sealed"]


def test_an_event_that_is_slipped_in_is_named(sealed: Path) -> None:
    slipped = BOOK + event("zero", "answer", "note", "2027-04-02", reason="x")
    found = _problems(sealed, slipped + event("one", "answer", "started", "2027-05-02"))
    assert found == ["the event zero stands before one that was sealed"]


def test_entries_that_change_places_are_seen(sealed: Path) -> None:
    (sealed / FILE).write_text(MORE, encoding="utf-8")
    _seal(sealed)
    two = event("two", "answer", "done", "2027-05-09")
    swapped = BOOK + two + event("one", "answer", "started", "2027-05-02")
    assert "sealed entries stand in another order than when they were sealed" in _problems(
        sealed, swapped
    )


def test_a_file_that_is_removed_whole_is_seen(sealed: Path) -> None:
    (sealed / FILE).unlink()
    book = reader.read(sealed)
    assert book is not None
    assert "it was removed after it was sealed" in book.problems[0].what


def test_a_seal_whose_last_line_end_an_editor_took_away_goes_on(sealed: Path) -> None:
    path = sealed / sealing.FILE
    path.write_text(path.read_text(encoding="utf-8").rstrip(), encoding="utf-8")
    (sealed / FILE).write_text(MORE, encoding="utf-8")
    _seal(sealed)
    assert _problems(sealed, MORE) == []


def test_a_line_of_the_seal_that_is_none_is_named_with_its_file(sealed: Path) -> None:
    path = sealed / sealing.FILE
    path.write_text(path.read_text(encoding="utf-8") + "hello\n", encoding="utf-8")
    book = reader.read(sealed)
    assert book is not None
    assert (book.problems[0].file, book.problems[0].code) == ("obligations.seal", "bad-seal")
    assert "log.seal" not in book.problems[0].fix


def test_what_has_problems_is_not_sealed(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(BOOK.replace('"group"', '"us"'), encoding="utf-8")
    with pytest.raises(Refusal, match="cannot be sealed: 1 of its problems"):
        _seal(tmp_path)
    assert not (tmp_path / sealing.FILE).exists()


def test_a_text_that_only_grew_is_told_from_one_that_changed() -> None:
    assert sealing.only_grew(TOLD, MORE) is None
    assert sealing.only_grew(TOLD, TOLD.rstrip() + "\n\n\n") is None
    changed = sealing.only_grew(TOLD, MORE.replace('owed_by = "group"', 'owed_by = "plan"'))
    assert changed is not None
    assert changed.line == 16
    shorter = sealing.only_grew(MORE, TOLD)
    assert shorter is not None
    assert "are gone" in shorter.what
