"""The file as a whole: missing, empty, broken, and read with its examples."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.correspondence.entry import Kind
from fairterms.correspondence.reader import canonical, read, read_text
from fairterms.correspondence.state import State, standings
from tests.correspondence.made_up import entry

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2026, 11, 20)


def test_without_a_file_there_is_no_log(tmp_path: Path) -> None:
    assert read(tmp_path) is None


def test_a_file_of_comments_is_an_empty_log(tmp_path: Path) -> None:
    (tmp_path / "log.toml").write_text("# nothing yet\n")
    log = read(tmp_path)
    assert log is not None
    assert (log.entries, log.problems, log.written) == ((), (), ())


def test_a_broken_file_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "log.toml").write_text("[[entry]\n")
    log = read(tmp_path)
    assert log is not None
    assert [one.code for one in log.problems] == ["not-toml"]
    (tmp_path / "log.toml").write_bytes(b"\xff\xfe")
    log = read(tmp_path)
    assert log is not None
    assert [one.code for one in log.problems] == ["not-text"]


def test_an_entry_that_is_no_list_is_told_and_so_is_another_section() -> None:
    assert [one.code for one in read_text("entry = 3\n").problems] == ["bad-log"]
    assert [one.code for one in read_text("[[entrie]]\n").problems] == ["unknown-section"]


def test_a_mark_at_the_start_of_the_file_is_no_letter(tmp_path: Path) -> None:
    (tmp_path / "log.toml").write_text("\ufeff" + entry("a"), encoding="utf-8")
    log = read(tmp_path)
    assert log is not None
    assert (len(log.entries), log.problems) == (1, ())


def test_lines_that_end_as_on_windows_seal_alike() -> None:
    text = entry("a", summary='"""Two\nlines"""')
    written = [read_text(one).written[0].text for one in (text, text.replace("\n", "\r\n"))]
    assert written[0] == written[1]


def test_whatever_an_entry_says_is_in_its_sealed_form() -> None:
    raw = {"id": "a", "on": date(2026, 10, 3), "evidence": {"file": "x", "sha256": "y"}}
    assert canonical(raw) != canonical({**raw, "evidence": {"file": "x", "sha256": "z"}})
    assert canonical(raw) != canonical({**raw, "on": date(2026, 10, 4)})


@pytest.mark.parametrize("name", ["cedar", "juniper"])
def test_an_example_is_sealed_sound_and_shows_every_turn_that_talks_take(name: str) -> None:
    log = read(EXAMPLES / name, DAY)
    assert log is not None
    assert log.problems == ()
    assert [one.id for one in log.written] == [one.id for one in log.seals]
    assert 8 <= len(log.entries) <= 14
    assert max(one.on for one in log.entries) < date(2027, 1, 1)
    found = {one.state for one in standings(log, DAY)}
    wanted = {State.KEPT, State.LATE, State.BROKEN, State.PENDING, State.UNANSWERED, State.REFUSED}
    assert wanted <= found
    assert {Kind.OFFER, Kind.CONCESSION} <= {one.kind for one in log.entries}
    assert sum(one.evidence is not None for one in log.entries) >= 3
