"""The seal of the obligations: one line per entry, each chained to the one before, only added to.

It is made as the seal of the log is, from the same chain. It shows that an obligation or an event
was changed, removed, moved or slipped in after it was sealed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from fairterms.correspondence import sealing
from fairterms.correspondence.log import Seal, Written
from fairterms.monitor.obligations.book import FILE as BOOK
from fairterms.monitor.obligations.book import Book
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal

FILE = "obligations.seal"
_WHY = "a sealed entry stays as it was, so that nobody can say later that it was made up"
_FIX = (
    "put it back as it was; a later event may correct it (corrects = ...), a later obligation may "
    "take its place (replaces = ...)"
)


def text_of(folder: Path) -> str:
    """Return the text of a deal's seal; empty where there is none."""
    path = folder / FILE
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def checked(book: Book, text: str) -> Book:
    """Compare a book with its seal; every difference becomes a problem.

    Parameters
    ----------
    book
        As read from its file.
    text
        The seal; empty for none.
    """
    seals, bad = sealing.read_text(text)
    named = tuple(replace(one, file=FILE, fix=one.fix.replace("log.seal", FILE)) for one in bad)
    return replace(
        book, problems=(*book.problems, *_check(book.written, seals), *named), seals=seals
    )


def _check(written: Sequence[Written], seals: Sequence[Seal]) -> Iterator[Problem]:
    by_id = {one.id: one for one in written}
    previous = sealing.START
    for seal in seals:
        entry = by_id.get(seal.id)
        if entry is None:
            yield _problem(0, f"the {_words(seal.id)} was removed after it was sealed")
        elif sealing.chained(previous, entry.text) != seal.sha256:
            yield _problem(entry.line, f"the {_words(seal.id)} was changed after it was sealed")
        previous = seal.sha256
    names = {seal.id for seal in seals}
    kept = [one.id for one in written if one.id in names]
    if kept != [seal.id for seal in seals if seal.id in by_id]:
        yield _problem(0, "sealed entries stand in another order than when they were sealed")
    last = max((at for at, one in enumerate(written) if one.id in names), default=-1)
    for one in written[: last + 1]:
        if one.id not in names:
            yield _problem(one.line, f"the {_words(one.id)} stands before one that was sealed")


def only_grew(older: str, newer: str) -> Problem | None:
    r"""Say whether a text was only added to at its end.

    Examples
    --------
    >>> only_grew("a = 1\n", "a = 1\nb = 2\n") is None
    True
    >>> only_grew("a = 1\n", "a = 2\n").line
    1
    """
    before, after = older.rstrip().splitlines(), newer.splitlines()
    for number, (old, new) in enumerate(zip(before, after, strict=False), start=1):
        if old.rstrip() != new.rstrip():
            return _problem(number, "a line that was there before reads differently now")
    if len(after) < len(before):
        return _problem(len(after) + 1, "lines that were there before are gone")
    return None


def added(book: Book) -> str:
    """Return the lines that seal what is not sealed yet; a sealed line is never written again.

    Raises
    ------
    Refusal
        When the book has problems: what is sealed cannot be mended any more.
    """
    if book.problems:
        what = f"cannot be sealed: {len(book.problems)} of its problems are not mended"
        raise Refusal(BOOK, what, "what is sealed can no longer be changed", "mend them first")
    previous = book.seals[-1].sha256 if book.seals else sealing.START
    found = []
    for at, one in enumerate(book.written[len(book.seals) :], start=len(book.seals) + 1):
        previous = sealing.chained(previous, one.text)
        found.append(Seal(one.id, previous, at))
    return sealing.lines(found)


def extend(folder: Path, book: Book) -> str:
    """Seal what is not sealed yet in a deal folder; return the lines that were added."""
    found = added(book)
    if found:
        standing = text_of(folder)
        # An editor may have taken away the end of the last line.
        joint = "\n" if standing and not standing.endswith("\n") else ""
        with (folder / FILE).open("a", encoding="utf-8", newline="\n") as opened:
            opened.write(joint + found)
    return found


def removed() -> Problem:
    """Return the problem of a seal without a book."""
    return _problem(0, f"there is a {FILE}, and no {BOOK}: it was removed after it was sealed")


def _words(name: str) -> str:
    sort, _, own = name.partition(".")
    return f"{sort} {own}"


def _problem(line: int, what: str) -> Problem:
    return Problem(BOOK, line, what, "changed-after-sealing", _WHY, _FIX)
