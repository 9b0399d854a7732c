"""What entries say of each other: every reply, correction and withdrawal must make sense."""

from collections.abc import Iterable, Mapping, Sequence

from fairterms.correspondence.entry import Entry, Kind
from fairterms.correspondence.entry_reader import LINKS
from fairterms.correspondence.log import Written
from fairterms.units.notes import Notes
from fairterms.units.positions import Path

_WHY = "what became of a promise or a request is worked out from these links"
_PAIRS = (("acknowledges", True), ("withdraws", False))
"""Links with whether the other side writes them: it confirms, and each takes back its own."""


def check(
    entries: Mapping[Path, Entry], written: Sequence[Written], notes: Notes
) -> dict[Path, Entry]:
    """Note every link that makes no sense.

    Parameters
    ----------
    entries
        The entries that could be read, by their place in the file.
    written
        All entries; a link to one that could not be read is no further problem.
    notes
        Where problems go.

    Returns
    -------
    dict
        The entries without those that would be counted twice: of one id, the first.
    """
    _check_ids(written, notes)
    kept: dict[str, tuple[Path, Entry]] = {}
    for path, entry in entries.items():
        kept.setdefault(entry.id, (path, entry))
    by_id = {name: entry for name, (_, entry) in kept.items()}
    known = {one.id for one in written if one.id}
    for path, entry in kept.values():
        for key in LINKS:
            name = getattr(entry, key)
            if name and name not in known:
                notes.unknown((*path, key), name, known, "entry")
            elif name == entry.id:
                _add(notes, path, key, "the entry names itself", "name the entry it is about")
        _check_reply(entry, by_id.get(entry.replies_to), path, notes)
        _check_sides(entry, by_id, path, notes)
    _check_corrections(kept.values(), by_id, notes)
    return dict(kept.values())


def _add(notes: Notes, path: Path, key: str, what: str, fix: str) -> None:
    notes.add((*path, key), what, "bad-link", _WHY, fix)


def _check_ids(written: Sequence[Written], notes: Notes) -> None:
    seen: dict[str, int] = {}
    for at, one in enumerate(written):
        if one.id in seen:
            what = f'the id "{one.id}" is used twice, first in line {seen[one.id]}'
            why = "an answer that names it could mean either"
            notes.add(("entry", at, "id"), what, "duplicate-id", why, "give this one another id")
        elif one.id:
            seen[one.id] = one.line


def _check_reply(entry: Entry, first: Entry | None, path: Path, notes: Notes) -> None:
    if first is None:
        if entry.fulfils and not entry.replies_to:
            what, fix = "it keeps a promise, and names none", 'write replies_to = "the_promise"'
            _add(notes, path, "fulfils", what, fix)
        return
    if entry.on < first.on:
        what = f"this reply of {entry.on} is older than {first.id}, said on {first.on}"
        fix = "check both days, and the id it replies to"
        why = "nobody answers what was not said yet"
        notes.add((*path, "replies_to"), what, "reply-before-request", why, fix)
    if entry.fulfils and first.kind is not Kind.PROMISE:
        what = f"{first.id} is no promise that could be kept"
        fix = "leave fulfils out, or name the promise in replies_to"
        _add(notes, path, "fulfils", what, fix)
    elif entry.fulfils and entry.side is not first.side:
        what = f"{first.id} was promised by the {first.side}, and this is of the {entry.side}"
        fix = "log what the side that promised has done, with its side"
        _add(notes, path, "fulfils", what, fix)


def _check_sides(entry: Entry, by_id: Mapping[str, Entry], path: Path, notes: Notes) -> None:
    for key, is_of_other in _PAIRS:
        first = by_id.get(getattr(entry, key))
        if first is None or first is entry:
            continue
        if (first.side is not entry.side) != is_of_other:
            who = first.side.other if is_of_other else first.side
            what = f"{first.id} is of the {first.side}, so only the {who} {key} it"
            _add(notes, path, key, what, f'write side = "{who}", or name another entry')
        if entry.on < first.on:
            what = f"{first.id} was said on {first.on}, after this entry of {entry.on}"
            notes.add((*path, key), what, "wrong-order", _WHY, "check both days")


def _check_corrections(
    kept: Iterable[tuple[Path, Entry]], by_id: Mapping[str, Entry], notes: Notes
) -> None:
    taken: dict[str, str] = {}
    for path, entry in kept:
        if not entry.corrects:
            continue
        if entry.corrects in taken:
            what = f"{entry.corrects} is corrected by {taken[entry.corrects]} already"
            fix = f'correct the newer one: corrects = "{taken[entry.corrects]}"'
            _add(notes, path, "corrects", what, fix)
        elif _goes_round(entry, by_id):
            what = "these corrections go round in a circle, so no entry stands"
            fix = "let the last entry correct the one before it, and no further"
            notes.add((*path, "corrects"), what, "correction-circle", _WHY, fix)
        taken.setdefault(entry.corrects, entry.id)


def _goes_round(entry: Entry, by_id: Mapping[str, Entry]) -> bool:
    seen = {entry.id}
    at = by_id.get(entry.corrects)
    while at is not None and at is not entry:
        if at.id in seen:
            return False
        seen.add(at.id)
        at = by_id.get(at.corrects)
    return at is entry and entry.corrects != entry.id
