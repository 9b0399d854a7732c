"""A block is read key by key."""

from datetime import date
from typing import Any

import pytest

from fairterms.risks.control.control import Aim
from fairterms.risks.control.entry import Entry, entries
from fairterms.units.notes import Notes
from fairterms.units.positions import parse


def entry_of(text: str) -> Entry:
    document, positions = parse("[[test]]\n" + text)
    lines = ("[[test]]", *text.splitlines())
    return Entry(document["test"][0], ("test", 0), Notes("risks.toml", lines, positions))


def said(entry: Entry) -> list[str]:
    return [problem.what for problem in entry.notes.problems()]


def test_words_are_read_without_needless_space() -> None:
    entry = entry_of('owner = "  billing   lead "')
    assert entry.words("owner", "x") == "billing lead"
    assert entry.optional_words("seed", "x") == ""
    assert said(entry) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "owner is missing"),
        ('owner = ""', "owner is missing"),
        ('owner = "  "', "owner is not written in words"),
        ("owner = 3", "owner is not written in words"),
    ],
)
def test_words_that_are_not_there_are_noted(text: str, what: str) -> None:
    entry = entry_of(text)
    assert entry.words("owner", "billing lead") == ""
    assert said(entry) == [what]


def test_a_choice_is_one_of_its_words() -> None:
    entry = entry_of('aim = "prevent"\nmode = "by hand"')
    assert entry.choice("aim", Aim) is Aim.PREVENT
    assert entry.choice("mode", Aim) is None
    assert said(entry) == ['nothing reads mode = "by hand"']


@pytest.mark.parametrize("raw", ['"2027-01-01"', "2027-01-01T10:00:00", "3"])
def test_a_day_is_a_day(raw: str) -> None:
    entry = entry_of(f"due = 2027-01-02\nopened = {raw}")
    assert entry.day("due") == date(2027, 1, 2)
    assert entry.day("opened") is None
    assert said(entry) == ["opened is not a day"]


def test_yes_and_no_are_read_as_such() -> None:
    entry = entry_of("key = false\nother = 0")
    assert entry.flag("key") is False
    assert entry.flag("other") is None
    assert entry.flag("third") is None
    assert said(entry) == ["third is missing", "other is neither true nor false"]


@pytest.mark.parametrize(
    ("raw", "number"),
    [("12 claims", 12), ("0 claims", None), ("1.5 claims", None), ("$3.00", None), ("-2 x", None)],
)
def test_a_count_is_whole_and_large_enough(raw: str, number: int | None) -> None:
    entry = entry_of(f'population = "{raw}"')
    found = entry.count("population", "250 claims", least=1)
    assert (found and int(found.amount)) == number
    assert bool(said(entry)) == (number is None)


def test_a_share_is_a_fraction_inside() -> None:
    entry = entry_of("")
    assert entry.share("leaves", "40 %", "40 %") == 0.4
    assert entry.share("leaves", "40", "40 %") is None
    assert entry.share("leaves", "at most 40 %", "40 %") is None


def test_the_blocks_of_a_section_keep_their_order() -> None:
    document, positions = parse("[[a]]\nx = 1\n[[a]]\nx = 2\n")
    notes = Notes("risks.toml", (), positions)
    assert [one.raw["x"] for one in entries(document, "a", notes)] == [1, 2]
    assert list(entries(document, "b", notes)) == []


@pytest.mark.parametrize("raw", [{"x": 1}, "words", [1, 2]])
def test_a_section_that_is_no_list_of_blocks_is_noted(raw: Any) -> None:
    notes = Notes("risks.toml", ("a",), {("a",): 1})
    assert list(entries({"a": raw}, "a", notes)) == []
    assert [one.fix for one in notes.problems()] == ["start each block with [[a]]"]
