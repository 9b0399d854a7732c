"""One block, key by key: what is right is read, what is wrong is told with its line."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum

import pytest

from fairterms.risks.control.impossible import Impossible
from fairterms.risks.register.block import Block, blocks, ids_written
from fairterms.units.quantity import MONEY, POINTS, count, per
from tests.risks.register.fragments import block_of, codes, document_of


class Colour(Enum):
    RED = "red"
    GREEN = "green"


SOUND = """
name = "  a name "
colour = "red"
day = 2026-10-05
money = "$5.00"
is = true
names = ["one", "two"]
"""


def test_what_is_right_is_read_without_a_word() -> None:
    block = block_of(SOUND)
    assert block.words("name", "x") == "a name"
    assert block.choice("colour", Colour) is Colour.RED
    assert block.one_of("colour", ("red", "blue")) == "red"
    assert block.day("day") == date(2026, 10, 5)
    money = block.quantity("money", "$1.00", (MONEY,))
    assert money is not None
    assert money.amount == Decimal(5)
    assert block.is_true("is")
    assert block.list_of_words("names") == ("one", "two")
    block.close("a thing")
    assert codes(block.notes) == []


def test_what_may_be_left_out_is_empty_without_a_word() -> None:
    block = block_of("")
    assert block.optional_words("name") == ""
    assert block.choice("colour", Colour, Colour.GREEN) is Colour.GREEN
    assert block.optional_day("day") is None
    assert block.is_true("is") is False
    assert block.list_of_words("names") == ()
    assert block.rows("points") == ()
    assert block.table("limits", "{}") is None
    assert block.refer("risk", ("late",), "risk", must=False) == ""
    assert codes(block.notes) == []


WRONG: dict[str, tuple[str, Callable[[Block], object], str]] = {
    "words are missing": ("", lambda one: one.words("name", "x"), "missing"),
    "words are empty": ('name = ""', lambda one: one.words("name", "x"), "missing"),
    "words are a number": ("name = 5", lambda one: one.words("name", "x"), "not-words"),
    "a choice is missing": ("", lambda one: one.choice("colour", Colour), "missing"),
    "a choice is none": (
        'colour = "blue"',
        lambda one: one.choice("colour", Colour, Colour.RED),
        "no-such-choice",
    ),
    "a word is missing": ("", lambda one: one.one_of("way", ("up",)), "missing"),
    "a word is none": ('way = "in"', lambda one: one.one_of("way", ("up",)), "no-such-choice"),
    "a day is missing": ("", lambda one: one.day("day"), "missing"),
    "a day is a time": ("day = 2026-10-05T12:00:00", lambda one: one.day("day"), "not-a-date"),
    "a day is words": ('day = "May"', lambda one: one.optional_day("day"), "not-a-date"),
    "a number is missing": ("", lambda one: one.quantity("n", "$1.00"), "missing"),
    "a number is bare": ("n = 5", lambda one: one.quantity("n", "$1.00"), "not-a-quantity"),
    "a number has a threshold": (
        'n = "at least 5 days"',
        lambda one: one.quantity("n", "5 days"),
        "not-exact",
    ),
    "a number has a base": ('n = "5 % of it"', lambda one: one.quantity("n", "5 %"), "not-exact"),
    "a number is of another unit": (
        'n = "5 days"',
        lambda one: one.quantity("n", "$1.00", (MONEY,)),
        "wrong-unit",
    ),
    "a list is a word": ('names = "one"', lambda one: one.list_of_words("names"), "not-a-list"),
    "a list holds numbers": ("names = [1]", lambda one: one.list_of_words("names"), "not-a-list"),
    "rows are words": ('rows = ["one"]', lambda one: one.rows("rows"), "not-a-list"),
    "a table is a word": ('table = "one"', lambda one: one.table("table", "{}"), "not-a-table"),
    "a yes is a word": ('is = "yes"', lambda one: one.is_true("is"), "not-yes-or-no"),
    "a unit is a sign": ('unit = "%%"', lambda one: one.unit("unit"), "bad-unit"),
    "a unit is missing": ("", lambda one: one.unit("unit"), "missing"),
    "a name is nobody's": (
        'risk = "x"',
        lambda one: one.refer("risk", (), "risk", must=False),
        "unknown-risk",
    ),
    "a name is like another": (
        'risk = "lat"',
        lambda one: one.refer("risk", ("late",), "risk"),
        "unknown-risk",
    ),
    "a key is not asked for": ("other = 1", lambda one: one.close("x"), "unknown-key-of-x"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_once_and_read_as_nothing(name: str) -> None:
    text, read, code = WRONG[name]
    block = block_of(text)
    assert not read(block)
    assert codes(block.notes) == [code]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$", MONEY),
        ("patients", count("patient")),
        ("percentage points", POINTS),
        ("$ per visit", per("visit")),
    ],
)
def test_units_are_read_by_themselves(text: str, unit: object) -> None:
    assert block_of(f'unit = "{text}"').unit("unit") == unit


def test_a_refusal_is_told_at_its_key_or_at_the_block() -> None:
    def impossible() -> None:
        raise Impossible("name", "no such name", "names are read", "write another")

    block = block_of('\nname = "x"')
    assert block.build(impossible) is None
    elsewhere = block_of('\nother = "x"')
    assert elsewhere.build(impossible) is None
    (at_key,), (at_block,) = block.notes.problems(), elsewhere.notes.problems()
    assert (at_key.line, at_block.line) == (3, 1)
    assert at_key.fix == "write another"


def test_a_sentence_of_refusal_is_cut_into_what_and_fix() -> None:
    def refuse() -> None:
        raise ValueError("a loss of -5 does not fit here: write it above 0.")

    block = block_of('severity = "x"')
    block.build(refuse, "severity")
    (told,) = block.notes.problems()
    assert (told.what, told.fix) == ("a loss of -5 does not fit here", "write it above 0")


def test_a_section_is_a_list_of_blocks() -> None:
    for text in ('risk = "late"', "[risk]\nid = 1", "risk = [1]"):
        document, notes = document_of(text)
        assert list(blocks(document, "risk", notes)) == []
        assert codes(notes) == ["not-blocks"]
    document, notes = document_of('[[risk]]\nid = "a"\n[[risk]]\nid = "b"\n[[risk]]')
    assert [one.path for one in blocks(document, "risk", notes)] == [
        ("risk", 0),
        ("risk", 1),
        ("risk", 2),
    ]
    assert ids_written(document, "risk") == ("a", "b")
    assert ids_written({"risk": "late"}, "risk") == ()


@pytest.mark.parametrize(
    "text",
    [
        "claim 20261104558",
        "write to j.doe@example.org",
        "her number is 123-45-6789",
        "call 503 555 0142",
        "mrn 4471",
    ],
)
def test_a_persons_number_or_address_is_refused_and_not_repeated(text: str) -> None:
    block = block_of(f'what = "{text}"')
    assert block.words("what", "x") == ""
    (told,) = block.notes.problems()
    assert (told.code, told.line) == ("personal", 2)
    assert text not in str(told)


@pytest.mark.parametrize("text", ["CPT 90837 in 2026-11", "2,700 patients, 38.5 % of 120,000"])
def test_codes_days_and_counts_are_not_personal(text: str) -> None:
    assert block_of(f'what = "{text}"').words("what", "x") == text
