"""A ledger's file is read back as it was written, and says on which line it breaks."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fairterms.ledger import canonical, log_file
from fairterms.ledger import entry as entry_form
from fairterms.ledger.log_file import Reading
from fairterms.ledger.tree import leaf_hash
from fairterms.ledger.verdict import Verdict
from fairterms.units.refusal import Refusal
from tests.ledger.made_up import ORIGIN, entries, entry, lines

WRITTEN = entries(6)
LINES = lines(WRITTEN)
GONE, T = Verdict.INCOMPLETE, Verdict.TAMPERED


def read(changed: list[bytes]) -> Reading:
    return log_file.read(changed, "joint.jsonl")


def told(changed: list[bytes]) -> list[tuple[Verdict, int, str]]:
    return [(one.verdict, one.problem.line, one.problem.code) for one in read(changed).breaks]


def swapped(old: bytes, new: bytes, at: int = 3) -> list[bytes]:
    assert old in LINES[at]
    return [*LINES[:at], LINES[at].replace(old, new, 1), *LINES[at + 1 :]]


def with_leaf(content: bytes) -> bytes:
    leaf = leaf_hash(content).hex().encode()
    return b'{"entry":' + content + b',"leaf":"' + leaf + b'"}\n'


def test_what_was_written_is_read_back_without_a_break() -> None:
    reading = read(LINES)
    assert (reading.origin, reading.breaks, reading.more) == (ORIGIN, (), 0)
    assert list(reading.leaves) == [one.leaf for one in WRITTEN]


def test_a_line_is_its_entry_and_its_leaf() -> None:
    assert LINES[0] == f'{{"fairterms_ledger":1,"origin":"{ORIGIN}"}}\n'.encode()
    for line, one in zip(LINES[1:], WRITTEN, strict=True):
        assert canonical.read(line[:-1]) == {"entry": one.form, "leaf": one.leaf.hex()}


def test_an_empty_ledger_is_sound() -> None:
    assert read(LINES[:1]) == Reading("joint.jsonl", ORIGIN, [])


def test_a_ledger_is_written_from_its_first_entry_in_order() -> None:
    for wrong in (WRITTEN[1:], [WRITTEN[0], WRITTEN[0]], WRITTEN[::-1]):
        with pytest.raises(AssertionError):
            lines(wrong)


CHANGES = {
    "an actor is another": (swapped(b"group-lead", b"group-leaf"), [(T, 4, "changed")]),
    "a leaf is another": (
        swapped(WRITTEN[2].leaf.hex()[:8].encode(), b"00000000"),
        [(T, 4, "changed")],
    ),
    "a space slips in": (swapped(b",", b", "), [(T, 4, "not-an-entry")]),
    "a key is doubled": (
        swapped(b'"actor":', b'"actor":"x","actor":'),
        [(T, 4, "not-an-entry")],
    ),
    "a float": (swapped(b'"sequence":3', b'"sequence":3.0'), [(T, 4, "not-an-entry")]),
    "a day that is none": (swapped(b"2027-01-04", b"2027-02-30"), [(T, 4, "not-an-entry")]),
    "line ends of another system": (swapped(b"\n", b"\r\n"), [(T, 4, "not-an-entry")]),
    "a blank line": (
        [*LINES[:3], b"\n", *LINES[3:]],
        [(T, 4, "not-an-entry"), (T, 5, "out-of-order")],
    ),
    "an entry is missing": ([*LINES[:3], *LINES[4:]], [(GONE, 4, "missing")]),
    "the first entry is missing": ([LINES[0], *LINES[2:]], [(GONE, 2, "missing")]),
    "two change places": (
        [*LINES[:3], LINES[4], LINES[3], *LINES[5:]],
        [(GONE, 4, "missing"), (T, 5, "out-of-order")],
    ),
    "one stands twice": ([*LINES[:4], LINES[3], *LINES[4:]], [(T, 5, "out-of-order")]),
    "the last line breaks off": ([*LINES[:6], LINES[6][:-9]], [(GONE, 7, "cut")]),
    "the last line has no end": ([*LINES[:6], LINES[6][:-1]], [(GONE, 7, "cut")]),
    "no first line": (LINES[1:], [(GONE, 1, "no-ledger")]),
    "an empty file": ([], [(GONE, 0, "empty")]),
    "a form of tomorrow": (
        [LINES[0].replace(b":1", b":2"), *LINES[1:]],
        [(GONE, 1, "other-form")],
    ),
    "a form that is true": (
        [LINES[0].replace(b":1", b":true"), *LINES[1:]],
        [(GONE, 1, "other-form")],
    ),
    "a first line with more": (
        [LINES[0].replace(b"}", b',"x":1}'), *LINES[1:]],
        [(GONE, 1, "no-ledger")],
    ),
    "a ledger without a name": (
        [b'{"fairterms_ledger":1,"origin":""}\n', *LINES[1:]],
        [(GONE, 1, "no-ledger")],
    ),
    "a list for a first line": ([b"[]\n", *LINES[1:]], [(GONE, 1, "no-ledger")]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_found_on_its_line(name: str) -> None:
    changed, expected = CHANGES[name]
    assert told(changed) == expected


def test_a_careful_change_shows_in_its_leaf_alone() -> None:
    other = replace(WRITTEN[2], actor="plan-lead")
    reading = read([*LINES[:3], with_leaf(other.canonical), *LINES[4:]])
    assert reading.breaks == ()
    assert reading.leaves[2] == other.leaf != WRITTEN[2].leaf


def test_a_gap_of_several_is_told_once() -> None:
    breaks = read([*LINES[:2], *LINES[5:]]).breaks
    assert [one.problem.what for one in breaks] == ["entries 2 to 4 are missing before this line"]


def test_a_file_of_another_sort_is_not_told_line_by_line() -> None:
    reading = read([LINES[0], *[b"nonsense\n"] * 500])
    assert (len(reading.breaks), reading.more) == (log_file.MOST_BREAKS, 480)


def test_the_worst_verdict_is_kept_among_many() -> None:
    gaps = [LINES[0], *lines(entries(60))[2:60:2], b"nonsense\n"]
    reading = read(gaps)
    assert len(reading.breaks) + reading.more == 30
    assert [one.verdict for one in reading.breaks].count(T) == 1


# What is read by one expression must be what is read step by step.
FORM = entry(1).canonical
PIECES = (
    b'"actor"',
    b'"x"',
    b",",
    b":",
    b"{",
    b"}",
    b"1",
    b"0",
    b"Z",
    b"-",
    b"a",
    b"\\u0061",
    b" ",
)


def is_entry(content: bytes) -> bool:
    try:
        entry_form.read(canonical.read(content))
    except Refusal:
        return False
    return True


@settings(max_examples=60, deadline=None)
@given(some.integers(0, len(FORM)), some.integers(0, 3), some.sampled_from((b"", *PIECES)))
def test_both_ways_to_read_a_line_agree(at: int, cut: int, piece: bytes) -> None:
    content = FORM[:at] + piece + FORM[at + cut :]
    sequence, leaf = log_file._quick(with_leaf(content))
    assert (sequence > 0) == is_entry(content), content
    assert not sequence or leaf == leaf_hash(content)


H = b"ab" * 32
ODD = {
    "commitments in order": (b'{"a":"%b","b":"%b"}' % (H, H), True),
    "commitments out of order": (b'{"b":"%b","a":"%b"}' % (H, H), False),
    "a commitment twice": (b'{"a":"%b","a":"%b"}' % (H, H), False),
    "a commitment without a hash": (b'{"a":"ab"}', False),
    "no commitments": (b"{}", True),
    "a comma too many": (b'{"a":"%b",}' % H, False),
}


@pytest.mark.parametrize("name", ODD)
def test_both_ways_agree_on_commitments(name: str) -> None:
    written, is_sound = ODD[name]
    start, end = FORM.index(b'"commitments":') + 14, FORM.index(b',"kind"')
    content = FORM[:start] + written + FORM[end:]
    assert is_entry(content) is is_sound
    assert (log_file._quick(with_leaf(content))[0] > 0) is is_sound


@pytest.mark.parametrize(
    ("time", "is_sound"),
    [
        (b"2027-02-28T23:59:59Z", True),
        (b"2027-02-29T00:00:00Z", False),
        (b"2028-02-29T00:00:00Z", True),
        (b"2027-01-01T24:00:00Z", False),
        (b"2027-01-01T23:60:00Z", False),
        (b"2027-01-01T23:59:60Z", False),
        (b"2027-13-01T00:00:00Z", False),
        (b"0000-01-01T00:00:00Z", False),
        (b"0999-01-01T00:00:00Z", True),
    ],
)
def test_both_ways_agree_on_times(time: bytes, is_sound: bool) -> None:
    content = FORM.replace(b"2027-01-04T09:01:00Z", time)
    assert is_entry(content) is is_sound
    assert (log_file._quick(with_leaf(content))[0] > 0) is is_sound
