"""The ledger as a file: JSON Lines, one entry a line, for everyone to keep and to check.

The first line names the form and the ledger. Every other line holds an entry in canonical form and
its leaf, so that a careless change is found on its line; a careful one shows in the root.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from fairterms.ledger import canonical, entry
from fairterms.ledger.entry import HASH, SLUG, Entry
from fairterms.ledger.key import is_name
from fairterms.ledger.tree import leaf_hash
from fairterms.ledger.verdict import Break, Verdict
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

FORM = 1
"""The number of this form, for the day there is another."""
MOST_BREAKS = 20
"""As many are told one by one; a file of another sort would fill the screen."""
_HEAD, _LEAF, _END = b'{"entry":', b',"leaf":"', b'"}\n'
_WHY = "every line is part of what both sides keep, so none may change"
_FIX = "compare this line with the other side's copy of the file"
_AGAIN = "ask for the file again, as it was exported"

# The canonical form of an entry, as one expression: a million lines are read by it, and by nothing
# slower. What it does not match is read step by step, to say what is wrong with it.
_COMMITMENTS = rf'"{SLUG}":"{HASH}"(?:,"{SLUG}":"{HASH}")*'
_ENTRY = re.compile(
    (
        rf'\{{"entry":(\{{"actor":"{SLUG}","commitments":\{{({_COMMITMENTS})?\}},"kind":"{SLUG}",'
        rf'"payload":"{HASH}","sequence":([1-9][0-9]{{0,14}}),'
        rf'"time":"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})'
        rf'T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"\}})'
        rf',"leaf":"({HASH})"\}}\n'
    ).encode()
)
_NAME = re.compile(rf'"({SLUG})":'.encode())


@dataclass(frozen=True)
class Reading:
    """A ledger's file as read.

    Attributes
    ----------
    file
        Its name as the user knows it.
    origin
        The ledger; empty where the file does not say.
    leaves
        The leaf of each entry worked out from what the line holds, 32 bytes each.
    breaks
        Where the file is not what it should be, the first twenty.
    more
        The number of breaks beyond those.
    """

    file: str
    origin: str
    leaves: Sequence[bytes]
    breaks: tuple[Break, ...] = ()
    more: int = 0


def write(origin: str, entries: Iterable[Entry]) -> Iterator[bytes]:
    """Yield the lines of a ledger's file.

    Parameters
    ----------
    origin
        The ledger.
    entries
        All of them, from the first, in order.
    """
    assert is_name(origin), "a ledger's name has no spaces and no plus"
    yield canonical.write({"fairterms_ledger": FORM, "origin": origin}) + b"\n"
    for number, one in enumerate(entries, start=1):
        assert one.sequence == number, "a ledger is written whole and in order"
        yield _HEAD + one.canonical + _LEAF + one.leaf.hex().encode() + _END


def read(lines: Iterable[bytes], file: str) -> Reading:
    """Read a ledger's file line by line, and note every place where it breaks.

    Parameters
    ----------
    lines
        Its lines with their ends, such as a file opened in binary mode.
    file
        Its name, for messages.
    """
    stream = iter(lines)
    gathered = _Gathered(file)
    origin = _origin(next(stream, b""), gathered)
    if not origin:
        return Reading(file, "", (), tuple(gathered.breaks))
    leaves: list[bytes] = []
    expected = 1
    for number, line in enumerate(stream, start=2):
        sequence, leaf = _quick(line)
        if sequence != expected:
            sequence, leaf = _slow(line, number, expected, gathered)
        expected = max(expected, sequence + 1)
        if leaf:
            leaves.append(leaf)
    return Reading(file, origin, leaves, tuple(gathered.breaks), gathered.more)


class _Gathered:
    """Breaks as they are met, the first ones kept and the others counted."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.breaks: list[Break] = []
        self.more = 0

    def add(self, verdict: Verdict, line: int, what: str, code: str, fix: str) -> None:
        if len(self.breaks) == MOST_BREAKS:
            self.more += 1
            # The worst verdict must not be lost among those that are only counted.
            if verdict is not Verdict.TAMPERED or self._is_tampered:
                return
            self.breaks.pop()
        self.breaks.append(Break(verdict, Problem(self.file, line, what, code, _WHY, fix)))

    @property
    def _is_tampered(self) -> bool:
        return any(one.verdict is Verdict.TAMPERED for one in self.breaks)


def _origin(line: bytes, gathered: _Gathered) -> str:
    """Return the ledger's name from the first line; empty where it is not there."""
    if not line:
        gathered.add(Verdict.INCOMPLETE, 0, "the file is empty", "empty", _AGAIN)
        return ""
    try:
        head = canonical.read(line.removesuffix(b"\n"))
    except Refusal:
        head = None
    origin = head.get("origin") if isinstance(head, dict) else None
    is_head = isinstance(head, dict) and head.keys() == {"fairterms_ledger", "origin"}
    if not is_head or not isinstance(origin, str) or not is_name(origin):
        what = "the first line does not name a ledger"
        gathered.add(Verdict.INCOMPLETE, 1, what, "no-ledger", _AGAIN)
        return ""
    assert isinstance(head, dict)
    if head["fairterms_ledger"] is not FORM:
        what = f"the file is of form {head['fairterms_ledger']}, and this program reads form {FORM}"
        gathered.add(Verdict.INCOMPLETE, 1, what, "other-form", "use a newer fairterms")
        return ""
    return origin


def _quick(line: bytes) -> tuple[int, bytes]:
    """Return the sequence and the leaf of a sound line; 0 where it is anything else."""
    found = _ENTRY.fullmatch(line)
    if found is None:
        return 0, b""
    content, commitments, sequence, day, written = found.groups()
    leaf = leaf_hash(content)
    if leaf.hex().encode() != written or not _is_day(day):
        return 0, b""
    if commitments:
        names = _NAME.findall(commitments)
        if names != sorted(set(names)):
            return 0, b""
    return int(sequence), leaf


@lru_cache(maxsize=4096)
def _is_day(written: bytes) -> bool:
    try:
        date.fromisoformat(written.decode())
    except ValueError:
        return False
    return True


def _slow(line: bytes, number: int, expected: int, gathered: _Gathered) -> tuple[int, bytes]:
    """Say what is wrong with a line; return its sequence and leaf as far as they can be read."""
    if not line.endswith(b"\n"):
        what = "the file breaks off in this line"
        gathered.add(Verdict.INCOMPLETE, number, what, "cut", _AGAIN)
        return expected, b""
    try:
        one, written = _parts(line[:-1])
    except Refusal as refusal:
        what = f"this line is not an entry: {refusal.subject} {refusal.what}"
        gathered.add(Verdict.TAMPERED, number, what, "not-an-entry", _FIX)
        return expected, b""
    if one.leaf.hex() != written:
        what = f"entry {one.sequence:,} and the hash written beside it do not belong together"
        gathered.add(Verdict.TAMPERED, number, what, "changed", _FIX)
    if one.sequence != expected:
        _out_of_order(one.sequence, number, expected, gathered)
    return one.sequence, one.leaf


def _parts(line: bytes) -> tuple[Entry, str]:
    table = canonical.read(line)
    if not isinstance(table, dict) or table.keys() != {"entry", "leaf"}:
        raise Refusal("it", "does not hold an entry and its leaf, and nothing else", _WHY, _FIX)
    written = table["leaf"]
    if not isinstance(written, str) or not re.fullmatch(HASH, written):
        raise Refusal("its leaf", "is not 64 hexadecimal digits", _WHY, _FIX)
    return entry.read(table["entry"]), written


def _out_of_order(sequence: int, number: int, expected: int, gathered: _Gathered) -> None:
    if sequence > expected:
        last = sequence - 1
        missing = (
            f"entry {last:,} is" if last == expected else f"entries {expected:,} to {last:,} are"
        )
        what = f"{missing} missing before this line"
        fix = "ask for the whole file; a ledger is never given in part"
        gathered.add(Verdict.INCOMPLETE, number, what, "missing", fix)
    else:
        what = f"entry {sequence:,} stands here, where entry {expected:,} belongs"
        gathered.add(Verdict.TAMPERED, number, what, "out-of-order", _FIX)
