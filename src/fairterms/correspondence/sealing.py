"""The seal of a log: one line per entry, each chained to the one before, only ever added to.

The seal shows that an entry was changed, removed or slipped in after it was sealed. Whoever can
write both files can make both anew; therefore give the last line to the other side, or to counsel:
it stands for everything before it.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from fairterms.correspondence.log import FILE as LOG
from fairterms.correspondence.log import Log, Seal, Written
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

FILE = "log.seal"
START = hashlib.sha256(b"fairterms log.seal, version 1").hexdigest()
"""What the first line is chained to."""

_LINE = re.compile(r"(\S+) ([0-9a-f]{64})")
_WHY = "a sealed entry stays as it was, so that nobody can say later that it was made up"
_RESTORE = "put it back as it was, and write what is right as a new entry with corrects = "


def chained(previous: str, text: str) -> str:
    """Return the hash of an entry's text, chained to the hash before it.

    Examples
    --------
    >>> chained(START, "a") == chained(START, "a"), chained(START, "a") == chained(START, "b")
    (True, False)
    """
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def read(folder: Path) -> tuple[tuple[Seal, ...], tuple[Problem, ...]]:
    """Read the seal of a deal folder; lines that are none become problems."""
    path = folder / FILE
    if not path.is_file():
        return (), ()
    return read_text(path.read_text(encoding="utf-8", errors="replace"))


def check(written: Sequence[Written], seals: Sequence[Seal]) -> Iterator[Problem]:
    """Compare a log with its seal.

    Parameters
    ----------
    written
        The entries in the order of the file.
    seals
        The lines of the seal.

    Yields
    ------
    Problem
        For every entry that was changed, removed, moved or slipped in.
    """
    by_id = {one.id: one for one in written}
    previous = START
    for seal in seals:
        entry = by_id.get(seal.id)
        if entry is None:
            what = f"the entry {seal.id} was removed after it was sealed"
            fix = f'put it back; to take back what it says, add an entry: withdraws = "{seal.id}"'
            yield _problem(0, what, fix)
        elif chained(previous, entry.text) != seal.sha256:
            what = f"the entry {seal.id} was changed after it was sealed"
            yield _problem(entry.line, what, f'{_RESTORE}"{seal.id}"')
        previous = seal.sha256
    yield from _out_of_order(written, [seal.id for seal in seals])


def _out_of_order(written: Sequence[Written], sealed: Sequence[str]) -> Iterator[Problem]:
    places = {name: place for place, name in enumerate(sealed)}
    last = max((at for at, one in enumerate(written) if one.id in places), default=-1)
    highest = -1
    for one in written[: last + 1]:
        place = places.get(one.id)
        if place is None:
            what = f"the entry {one.id or 'without an id'} stands before one that was sealed"
            yield _problem(one.line, what, "move it below the sealed entries")
        elif place < highest:
            what = f"the entry {one.id} was moved after it was sealed"
            yield _problem(one.line, what, f"keep the order of {FILE}")
        else:
            highest = place


def _problem(line: int, what: str, fix: str) -> Problem:
    return Problem(LOG, line, what, "changed-after-sealing", _WHY, fix)


def extend(folder: Path, log: Log) -> tuple[Seal, ...]:
    """Seal the entries that are not sealed yet; a sealed line is never written again.

    Parameters
    ----------
    folder
        The deal folder.
    log
        Its log as read.

    Returns
    -------
    tuple of Seal
        The new lines; empty where everything was sealed.

    Raises
    ------
    Refusal
        When the log has problems: what is sealed cannot be mended any more.
    """
    added = next_seals(log)
    if added:
        _append(folder / FILE, added)
    return added


def next_seals(log: Log) -> tuple[Seal, ...]:
    """Return the lines that seal the entries which are not sealed yet; nothing is written.

    Parameters
    ----------
    log
        A log as read.

    Raises
    ------
    Refusal
        When the log has problems: what is sealed cannot be mended any more.
    """
    if log.problems:
        what = f"cannot be sealed: {len(log.problems)} of its problems are not mended"
        raise Refusal(LOG, what, "what is sealed can no longer be changed", "mend them first")
    previous = log.seals[-1].sha256 if log.seals else START
    added = []
    for at, one in enumerate(log.written[len(log.seals) :], start=len(log.seals) + 1):
        previous = chained(previous, one.text)
        added.append(Seal(one.id, previous, at))
    return tuple(added)


def lines(seals: Sequence[Seal]) -> str:
    """Write seals as the lines of the seal's file."""
    return "".join(f"{one.id} {one.sha256}\n" for one in seals)


def read_text(text: str) -> tuple[tuple[Seal, ...], tuple[Problem, ...]]:
    """Read a seal from its text; lines that are none become problems."""
    seals, problems = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        found = _LINE.fullmatch(line)
        if found:
            seals.append(Seal(found[1], found[2], number))
        else:
            what = "this line is not an id and its hash"
            fix = f"put {FILE} back as fairterms wrote it; it is never edited"
            problems.append(Problem(FILE, number, what, "bad-seal", _WHY, fix, line))
    return tuple(seals), tuple(problems)


def _append(path: Path, added: Sequence[Seal]) -> None:
    # An editor may have taken away the end of the last line; a new one must not run into it.
    has_open_end = path.is_file() and path.read_bytes()[-1:] not in (b"", b"\n")
    with path.open("a", encoding="utf-8", newline="\n") as opened:
        opened.write("\n" if has_open_end else "")
        opened.write(lines(added))
