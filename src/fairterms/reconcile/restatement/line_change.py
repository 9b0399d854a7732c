"""Two statements of one year, line by line: what is new, gone or changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.refusal import Refusal

Key = tuple[str, str, tuple[str, ...]]


class Kind(StrEnum):
    """What happened to a line."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True)
class LineChange:
    """A line that is not as it was.

    Attributes
    ----------
    kind
        What happened to it.
    older, newer
        The line in each statement; None where it is not there.
    """

    kind: Kind
    older: StatementLine | None
    newer: StatementLine | None

    def __post_init__(self) -> None:
        assert (self.older is None) == (self.kind is Kind.NEW), "a new line was not there before"
        assert (self.newer is None) == (self.kind is Kind.GONE), "a line that is gone is not there"

    @property
    def line(self) -> StatementLine:
        """The line as it stands now, or as it stood last."""
        found = self.newer or self.older
        assert found is not None, "a change is of a line"
        return found

    @property
    def what(self) -> str:
        """Say in words what changed in a line that is in both statements."""
        if self.older is None or self.newer is None:
            return ""
        parts = []
        if self.older.value.unit != self.newer.value.unit:
            parts.append("the unit")
        elif self.older.value != self.newer.value:
            parts.append("the number")
        if _place(self.older) != _place(self.newer):
            parts.append("where it belongs")
        if self.older.ours != self.newer.ours:
            parts.append("what it shows of the terms")
        return " and ".join(parts)


def compare_lines(older: Statement, newer: Statement) -> tuple[LineChange, ...]:
    """Compare two statements of one year, line by line.

    Parameters
    ----------
    older, newer
        The statements, in the order in which they were issued.

    Returns
    -------
    tuple
        Lines changed or gone in the order of the older statement, then those that are new in the
        order of the newer one. Lines are matched by id, then by code, payment and part of the
        panel. A line that only has another label, or another place in the file, is not changed.

    Raises
    ------
    Refusal
        When the two are not of one year and one contract, or not in order.
    """
    _refuse_strangers(older, newer)
    pairs = _pairs(older, newer)
    matched = {id(line) for line in pairs.values()}
    changes = []
    for line in older.lines:
        now = pairs.get(id(line))
        if now is None:
            changes.append(LineChange(Kind.GONE, line, None))
        elif _content(line) != _content(now):
            changes.append(LineChange(Kind.CHANGED, line, now))
    added = [line for line in newer.lines if id(line) not in matched]
    return (*changes, *(LineChange(Kind.NEW, None, line) for line in added))


def _pairs(older: Statement, newer: Statement) -> dict[int, StatementLine]:
    """Match lines: by id first, then those left by their place where only one has it."""
    named = {line.id: line for line in newer.lines}
    pairs = {id(line): named[line.id] for line in older.lines if line.id in named}
    taken = {id(line) for line in pairs.values()}
    before = _by_place(line for line in older.lines if id(line) not in pairs)
    after = _by_place(line for line in newer.lines if id(line) not in taken)
    for place, lines in before.items():
        others = after.get(place, [])
        if len(lines) == len(others) == 1:
            pairs[id(lines[0])] = others[0]
    return pairs


def _by_place(lines: Iterable[StatementLine]) -> dict[Key, list[StatementLine]]:
    found: dict[Key, list[StatementLine]] = {}
    for line in lines:
        if line.code:
            found.setdefault(_place(line), []).append(line)
    return found


def _place(line: StatementLine) -> Key:
    return line.code, line.stream, line.scope


def _content(line: StatementLine) -> tuple[object, ...]:
    return line.value, _place(line), line.ours


def _refuse_strangers(older: Statement, newer: Statement) -> None:
    """Stop when the two statements cannot be of one year, in this order."""
    if older.period and newer.period and older.period != newer.period:
        raise _refusal(
            f"{older.file} is of {older.period}, and {newer.file} is of {newer.period}",
            "give two statements of the same year",
        )
    if older.contract and newer.contract and older.contract != newer.contract:
        raise _refusal(
            f"{older.file} and {newer.file} name different contracts",
            "give two statements of the same contract",
        )
    if older.issued and newer.issued and newer.issued < older.issued:
        raise _refusal(
            f"{newer.file} is dated {newer.issued}, before {older.file} of {older.issued}",
            "give the earlier statement first",
        )


def _refusal(what: str, fix: str) -> Refusal:
    why = "a change is what one statement says of a year and the next says otherwise"
    return Refusal("the two statements", what, why, fix)
