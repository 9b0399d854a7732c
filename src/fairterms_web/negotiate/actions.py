"""Writing down what was said, and confirming that the other side said it."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TypeVar

from fairterms.correspondence import sealing
from fairterms.correspondence.entry import Kind as Sort
from fairterms.correspondence.log import FILE
from fairterms.correspondence.writing import Value, appended
from fairterms.units.problem import Problem
from fairterms_web.deals.actions import ChangedMeanwhile, save_files
from fairterms_web.negotiate import talks
from fairterms_web.negotiate.talks import Talks, side_of
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind

Done = TypeVar("Done")
MOST_TRIES = 4
"""So often an entry is put below those of others who write at the same time (our choice)."""
_BUSY = Problem(
    FILE,
    0,
    "others wrote into this log at the same time",
    "busy-log",
    "each entry follows on the one before it",
    "send it again",
)


class NotWritten(ValueError):
    """An entry that cannot be written; holds the problems, for the one who tried."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(one.what for one in problems))
        self.problems = problems


def write(*, by: Entered, fields: Mapping[str, Value], known: Talks | None = None) -> str:
    """Write an entry down at the end of a room's log; return its id.

    In the joint room it is sealed at once, for the other side has seen it then.

    Parameters
    ----------
    by
        The room as entered.
    fields
        As log.toml names them, without ``id``; ``side`` is the speaker's own in the joint room.
    known
        The log, where it was just read; where it was changed since, it is read again.

    Raises
    ------
    NotWritten
        When the log would have a problem that it does not have now, or others write all the time.
    """
    just_read = iter(() if known is None else (known,))
    return _in_turn(lambda: _write(by, fields, next(just_read, None) or talks.read(by)))


def _write(by: Entered, fields: Mapping[str, Value], known: Talks) -> str:
    own = side_of(by)
    told = {**fields, "side": str(own)} if own else dict(fields)
    name = _name(known, str(told.get("kind", "entry")))
    text = appended(known.text, {"id": name, **told})
    after = talks.of(text, known.seal, datetime.now(UTC).date())
    had = {one.code + one.what for one in known.log.problems}
    new = tuple(one for one in after.log.problems if one.code + one.what not in had)
    if new:
        raise NotWritten(new)
    changed = {FILE: text.encode()}
    if by.room.kind == Kind.JOINT:
        changed[sealing.FILE] = _sealed(after)
    save_files(by=by, files=changed, note=f"written down: {name}", seen=known.seen)
    return name


def acknowledge(*, by: Entered, entry: str) -> str:
    """Confirm in the joint room that the other side said something; return the new entry's id.

    Raises
    ------
    NotWritten
        When there is no such entry, or it is one's own side's.
    """
    found = talks.read(by).named(entry)
    own = side_of(by)
    if found is None or own is None or found.side == own:
        what = "only what the other side said can be confirmed"
        why = "a confirmation is worth something because it comes from the other side"
        raise NotWritten((Problem(FILE, 0, what, "own-word", why, "ask them to confirm it"),))
    fields: dict[str, Value] = {
        "on": datetime.now(UTC).date(),
        "kind": str(Sort.NOTICE),
        "side": str(own),
        "by": found.to,
        "to": found.by,
        "summary": f"Confirmed that “{found.id}” was said.",
        "acknowledges": found.id,
    }
    return write(by=by, fields=fields)


def seal(*, by: Entered) -> int:
    """Seal the entries of a room's log that are not sealed yet; return how many were.

    Raises
    ------
    Refusal
        When the log has problems.
    NotWritten
        When others write all the time.
    """
    return _in_turn(lambda: _seal(by))


def _in_turn(do: Callable[[], Done]) -> Done:
    """Do something that follows on what was read; where that was changed meanwhile, read again."""
    for _ in range(MOST_TRIES):
        try:
            return do()
        except ChangedMeanwhile:
            continue
    raise NotWritten((_BUSY,))


def _seal(by: Entered) -> int:
    known = talks.read(by)
    count = len(known.log.written) - len(known.log.seals)
    if count > 0:
        sealed = {sealing.FILE: _sealed(known)}
        save_files(by=by, files=sealed, note="sealed", seen=known.seen)
    return max(count, 0)


def _sealed(known: Talks) -> bytes:
    return (sealing.lines(known.log.seals) + sealing.lines(sealing.next_seals(known.log))).encode()


def _name(known: Talks, kind: str) -> str:
    taken = {one.id for one in known.log.written}
    number = len(known.log.written) + 1
    while f"{kind}_{number}" in taken:
        number += 1
    return f"{kind}_{number}"
