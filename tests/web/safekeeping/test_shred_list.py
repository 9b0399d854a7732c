"""The list of destroyed rooms is kept line by line, and never read by half."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fairterms.units.refusal import Refusal
from fairterms_web.safekeeping import shred_list
from fairterms_web.safekeeping.shred_list import Shredded

pytestmark = pytest.mark.slow

ONE = Shredded("a" * 32, datetime(2027, 1, 4, 9, tzinfo=UTC), "“over”\nand done", 12, "0f" * 32)


def test_there_is_no_list_at_first(home: Path) -> None:
    assert shred_list.read() == ()


def test_rooms_stay_in_their_order(home: Path) -> None:
    rooms = (ONE, replace(ONE, room="b" * 32), ONE)
    for one in rooms:
        shred_list.add(one)
    assert shred_list.read() == rooms


@pytest.mark.parametrize("cut", [1, 2, 40])
def test_a_line_that_was_cut_is_refused(home: Path, cut: int) -> None:
    shred_list.add(ONE)
    shred_list.add(ONE)
    text = shred_list.path().read_text()
    shred_list.path().write_text(text[: -cut - 1])
    with pytest.raises(Refusal, match=r"shredded.jsonl:2: cannot be read") as told:
        shred_list.read()
    assert "would come back with the next backup" in told.value.sentences


@pytest.mark.parametrize("line", ["", "[]", "{}", "null", '{"room": "a", "at": "yesterday"}'])
def test_another_line_is_refused(home: Path, line: str) -> None:
    shred_list.add(ONE)
    with shred_list.path().open("a") as file:
        file.write(f"{line}\n")
    with pytest.raises(Refusal, match="cannot be read"):
        shred_list.read()
