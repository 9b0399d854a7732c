"""The matrix of responsibilities: every task with its doer and payer, and what is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fairterms.prepare.responsibilities.declaration import Assigned, Declaration
from fairterms.prepare.responsibilities.task import Division, Task, Who
from fairterms.prepare.responsibilities.tasks import TASKS
from fairterms.prepare.responsibilities.text_look import Shown
from fairterms.units.finding import Finding, Status
from fairterms.units.problem import Problem

NO_TABLE = "responsibility-split"
"""The check of the review that sees a text without a table of tasks."""


class FlawKind(StrEnum):
    """What is wrong with a line."""

    GAP = "gap"
    OVERLAP = "overlap"
    UNFUNDED = "unfunded"
    DISAGREES = "text disagrees"
    BEARS_OTHERS = "cost without control"
    NOT_SAID = "not said"
    NOT_SHOWN = "nothing shows it"


@dataclass(frozen=True)
class Flaw:
    """Something wrong with a line.

    Attributes
    ----------
    kind
        What sort of thing.
    words
        A sentence.
    """

    kind: FlawKind
    words: str


@dataclass(frozen=True)
class Line:
    """One task.

    Attributes
    ----------
    task
        The task.
    does, pays
        Who; None where neither the file nor the text says.
    assigned
        What the group wrote; None where its file has no such line.
    shown
        What the text shows; None where it shows nothing.
    flaws
        What is wrong, in the order of :class:`FlawKind`.
    """

    task: Task
    does: Who | None
    pays: Who | None
    assigned: Assigned | None
    shown: Shown | None
    flaws: tuple[Flaw, ...] = ()

    @property
    def by(self) -> str:
        """The clause or evidence; empty where there is none."""
        if self.assigned and self.assigned.by:
            return self.assigned.by
        return self.shown.where if self.shown else ""

    def has(self, kind: FlawKind) -> bool:
        """Say whether something of this sort is wrong."""
        return any(flaw.kind is kind for flaw in self.flaws)


@dataclass(frozen=True)
class Matrix:
    """Every task of the list and of the group's own.

    Attributes
    ----------
    lines
        Services first, then work, in the order of the list; own tasks after those of the list.
    is_written
        Whether the group wrote a file; without it the matrix is what the text shows.
    has_table
        Whether the text divides tasks itself; None where no text was reviewed.
    problems
        What is to be mended in the file.
    """

    lines: tuple[Line, ...]
    is_written: bool
    has_table: bool | None = None
    problems: tuple[Problem, ...] = ()

    def of(self, division: Division) -> tuple[Line, ...]:
        """Return the lines of one division."""
        return tuple(one for one in self.lines if one.task.division is division)

    def flawed(self, *kinds: FlawKind) -> tuple[Line, ...]:
        """Return the lines with a flaw of one of these sorts."""
        return tuple(one for one in self.lines if any(map(one.has, kinds)))

    @property
    def open_lines(self) -> tuple[Line, ...]:
        """The lines where nobody does or pays, or nobody said who."""
        return self.flawed(FlawKind.GAP, FlawKind.NOT_SAID)


def build(
    declared: Declaration | None,
    shown: Mapping[str, Shown],
    findings: Sequence[Finding] | None = None,
) -> Matrix:
    """Build the matrix.

    Parameters
    ----------
    declared
        The group's file; None where there is none.
    shown
        What the text shows, by the task's name.
    findings
        What the review saw; None where no text was reviewed.
    """
    said = declared or Declaration()
    written = {one.task.id: one for one in said.assigned}
    tasks = [*TASKS.values(), *(one.task for one in said.assigned if one.task.id not in TASKS)]
    ordered = [one for division in Division for one in tasks if one.division is division]
    lines = tuple(_line(one, written.get(one.id), shown.get(one.id)) for one in ordered)
    return Matrix(lines, declared is not None, _has_table(shown, findings), said.problems)


def _has_table(shown: Mapping[str, Shown], findings: Sequence[Finding] | None) -> bool | None:
    if any(one.is_table for one in shown.values()):
        return True
    seen = [one for one in findings or () if one.check == NO_TABLE]
    if any(one.status is Status.FINDING for one in seen):
        return False
    return None if findings is None or seen else True


def _line(task: Task, assigned: Assigned | None, shown: Shown | None) -> Line:
    does = assigned.does if assigned else None
    pays = assigned.pays if assigned else None
    line = Line(
        task,
        does or (shown.does if shown else None),
        pays or (shown.pays if shown else None),
        assigned,
        shown,
    )
    return Line(line.task, line.does, line.pays, assigned, shown, tuple(_flaws(line)))


def _flaws(line: Line) -> Iterator[Flaw]:
    yield from _gaps(line)
    yield from _overlaps(line)
    yield from _unfunded(line)
    yield from _disagreements(line)
    yield from _cost_of_others(line)
    yield from _unsaid(line)


def _gaps(line: Line) -> Iterator[Flaw]:
    title = line.task.title
    if line.does is Who.NOBODY:
        yield Flaw(FlawKind.GAP, f"{title}: nobody does it.")
    if line.pays is Who.NOBODY:
        yield Flaw(FlawKind.GAP, f"{title}: nobody pays for it.")


def _overlaps(line: Line) -> Iterator[Flaw]:
    if line.assigned and line.assigned.split:
        return
    title = line.task.title
    if line.does is Who.BOTH:
        words = f"{title}: both sides do it, and nobody wrote who does which part."
        yield Flaw(FlawKind.OVERLAP, words)
    if line.pays is Who.BOTH:
        words = f"{title}: both sides pay for it, and nobody wrote who pays which part."
        yield Flaw(FlawKind.OVERLAP, words)


def _unfunded(line: Line) -> Iterator[Flaw]:
    """Find work of the group that no payment of the contract is for."""
    funded = line.assigned is not None and line.assigned.paid_from
    in_table = line.shown is not None and is_funded(line.shown)
    is_ours = line.does in (Who.GROUP, Who.BOTH)
    if is_ours and line.pays in (Who.GROUP, Who.NOBODY) and not (funded or in_table):
        words = f"{line.task.title}: the group does it, and the contract pays nothing toward it."
        yield Flaw(FlawKind.UNFUNDED, words)


def is_funded(shown: Shown) -> bool:
    """Say whether a row of the text's own table names what the group is paid for the task.

    Examples
    --------
    >>> row = "Outreach Group Group, with the Care Coordination Fee"
    >>> is_funded(Shown(Who.GROUP, Who.GROUP, "Exhibit E", row, is_table=True))
    True
    """
    return shown.is_table and ", with the " in shown.words


def _disagreements(line: Line) -> Iterator[Flaw]:
    if line.assigned is None or line.shown is None:
        return
    for verb, ours, texts in (
        ("does it", line.assigned.does, line.shown.does),
        ("pays", line.assigned.pays, line.shown.pays),
    ):
        if ours is not None and texts is not None and not _agree(ours, texts):
            words = (
                f"{line.task.title}: the file says who {verb}: {ours.in_words.lower()}; the text "
                f"shows {texts.in_words.lower()} ({line.shown.where})."
            )
            yield Flaw(FlawKind.DISAGREES, words)


def _agree(ours: Who, texts: Who) -> bool:
    """Say whether file and text name the same; a vendor may do what the group owes."""
    return ours is texts or (ours is Who.VENDOR and texts is Who.GROUP)


def _cost_of_others(line: Line) -> Iterator[Flaw]:
    """Find services whose cost counts for the group and that others give."""
    counts = line.assigned is not None and line.assigned.in_total_cost
    if counts and line.does in (Who.PLAN, Who.VENDOR, Who.OTHERS):
        words = (
            f"{line.task.title}: its cost counts in the figure the group is judged on, and the "
            "group does not give this care."
        )
        yield Flaw(FlawKind.BEARS_OTHERS, words)


def _unsaid(line: Line) -> Iterator[Flaw]:
    title = line.task.title
    missing = [
        words
        for who, words in ((line.does, "who does it"), (line.pays, "who pays for it"))
        if who is None
    ]
    if missing:
        yield Flaw(FlawKind.NOT_SAID, f"{title}: not said {' and '.join(missing)}.")
    if line.assigned is not None and not line.by:
        words = f"{title}: no clause and nothing else is named that shows it."
        yield Flaw(FlawKind.NOT_SHOWN, words)
