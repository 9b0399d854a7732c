"""A sealed entry that is changed, removed, moved or pushed down is noticed, and named."""

from pathlib import Path

import pytest

from fairterms.correspondence import sealing
from fairterms.correspondence.reader import read
from fairterms.units.refusal import Refusal
from tests.correspondence.made_up import entry

ONE, TWO, THREE = entry("one"), entry("two"), entry("three")


def write(folder: Path, *entries: str) -> None:
    (folder / "log.toml").write_text("\n".join(entries), encoding="utf-8")


def seal(folder: Path) -> int:
    log = read(folder)
    assert log is not None
    return len(sealing.extend(folder, log))


def told(folder: Path) -> list[str]:
    log = read(folder)
    assert log is not None
    assert {one.code for one in log.problems} <= {"changed-after-sealing", "bad-seal"}
    return [one.what for one in log.problems]


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    write(tmp_path, ONE, TWO, THREE)
    assert seal(tmp_path) == 3
    assert told(tmp_path) == []
    return tmp_path


def test_sealing_again_adds_nothing_and_new_entries_are_added_below(sealed: Path) -> None:
    before = (sealed / sealing.FILE).read_bytes()
    assert seal(sealed) == 0
    write(sealed, ONE, TWO, THREE, entry("four"))
    assert told(sealed) == []
    assert seal(sealed) == 1
    after = (sealed / sealing.FILE).read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == 4


def test_a_changed_entry_is_named_and_no_other(sealed: Path) -> None:
    write(sealed, ONE, TWO.replace("Asked for the claims", "Asked for more"), THREE)
    assert told(sealed) == ["the entry two was changed after it was sealed"]


def test_a_key_that_is_added_later_is_a_change(sealed: Path) -> None:
    write(sealed, ONE, TWO, THREE + "due = 2026-10-15\n")
    assert told(sealed) == ["the entry three was changed after it was sealed"]


def test_comments_spaces_and_the_order_of_keys_change_nothing(sealed: Path) -> None:
    lines = TWO.splitlines()
    turned = "\n".join(["# said twice", lines[0], *reversed(lines[1:]), ""])
    write(sealed, ONE.replace(" = ", "   =  "), turned, THREE)
    assert told(sealed) == []


def test_a_removed_entry_is_named(sealed: Path) -> None:
    write(sealed, ONE, THREE)
    assert told(sealed) == ["the entry two was removed after it was sealed"]


def test_an_entry_slipped_in_is_named(sealed: Path) -> None:
    write(sealed, ONE, entry("new"), TWO, THREE)
    assert told(sealed) == ["the entry new stands before one that was sealed"]


def test_moved_entries_are_named(sealed: Path) -> None:
    write(sealed, TWO, ONE, THREE)
    assert told(sealed) == ["the entry one was moved after it was sealed"]


def test_a_removed_log_is_noticed(sealed: Path) -> None:
    (sealed / "log.toml").unlink()
    assert "removed after it was sealed" in told(sealed)[0]


def test_a_changed_seal_is_noticed_at_its_entry_and_the_next(sealed: Path) -> None:
    path = sealed / sealing.FILE
    lines = path.read_text().splitlines()
    lines[1] = lines[1][:-1] + ("0" if lines[1][-1] != "0" else "1")
    path.write_text("\n".join(lines) + "\n")
    assert told(sealed) == [
        "the entry two was changed after it was sealed",
        "the entry three was changed after it was sealed",
    ]


def test_a_line_that_is_no_seal_is_told_with_its_number(sealed: Path) -> None:
    with (sealed / sealing.FILE).open("a") as opened:
        opened.write("four\n")
    log = read(sealed)
    assert log is not None
    assert [(one.file, one.line) for one in log.problems] == [("log.seal", 4)]


def test_a_log_with_problems_is_not_sealed(tmp_path: Path) -> None:
    write(tmp_path, ONE, ONE)
    with pytest.raises(Refusal, match="cannot be sealed"):
        seal(tmp_path)
    assert not (tmp_path / sealing.FILE).exists()


def test_a_lost_end_of_line_is_mended_before_a_new_one(sealed: Path) -> None:
    path = sealed / sealing.FILE
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    write(sealed, ONE, TWO, THREE, entry("four"))
    assert seal(sealed) == 1
    assert told(sealed) == []


def test_the_chain_begins_at_a_fixed_hash() -> None:
    assert sealing.START == "27cff17395d5f51f665223232211c644810cfcac6a07bad5f6ee255f4277a033"
