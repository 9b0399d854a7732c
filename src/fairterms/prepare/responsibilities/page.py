"""The pages on responsibilities: the matrix, what is wrong with it, and a table to propose."""

from collections.abc import Sequence

from fairterms.prepare.responsibilities.matrix import FlawKind, Line, Matrix
from fairterms.prepare.responsibilities.task import Division, Who
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.inline import Badge, Severity, Words
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table

ANCHOR = "prepare-responsibilities"
NOT_SAID = "not said"
_TO_AGREE = "to be agreed"
_SHAPES: dict[FlawKind, Severity] = {
    FlawKind.GAP: "high",
    FlawKind.OVERLAP: "medium",
    FlawKind.UNFUNDED: "high",
    FlawKind.DISAGREES: "high",
    FlawKind.BEARS_OTHERS: "medium",
    FlawKind.NOT_SAID: "medium",
    FlawKind.NOT_SHOWN: "low",
}
_FIRST = (
    FlawKind.GAP,
    FlawKind.UNFUNDED,
    FlawKind.DISAGREES,
    FlawKind.OVERLAP,
    FlawKind.BEARS_OTHERS,
    FlawKind.NOT_SHOWN,
)
_TITLES = {
    Division.FINANCIAL: "Who gives each service, and who bears its cost",
    Division.OPERATIONAL: "Who does each piece of work, and who pays for it",
}


def responsibilities_blocks(matrix: Matrix) -> list[Block]:
    """Show the whole matrix, what is wrong with it, and where each line comes from."""
    return [
        *responsibilities_summary_blocks(matrix),
        *[block for division in Division for block in _division(matrix, division)],
    ]


def responsibilities_summary_blocks(matrix: Matrix) -> list[Block]:
    """Show counts and findings without the whole matrix: the section of a report."""
    return [
        Heading(2, "Who does what, and who pays?", ANCHOR),
        _callout(matrix),
        _counts(matrix),
        *_findings(matrix),
    ]


def exhibit_blocks(matrix: Matrix, parties: tuple[str, str], letter: str = "F") -> list[Block]:
    """Return the matrix as an exhibit to propose; what nobody said stands as "to be agreed".

    So does who pays for work that the group does unpaid: a proposal does not give away what this
    page says to talk about.

    Parameters
    ----------
    matrix
        The matrix.
    parties
        The names of the group and of the plan.
    letter
        The exhibit's letter.
    """
    group, plan = parties
    columns = tuple(map(Column, ("Task", "Who does it", "Who pays", "Paid from; who does which")))
    rows = tuple(
        Row((one.task.title, _agreed(one.does), _agreed(_payer(one)), _detail(one)))
        for one in matrix.lines
    )
    rules = (
        f"{letter}-1. This Exhibit states who carries out each task and who pays for it. “Group” "
        f"is {_ended(group)} “Plan” is {_ended(plan)}"
    )
    unlisted = (
        f"{letter}-2. A task that is not listed is not a duty of Group. A task is added, moved or "
        "made larger only by an amendment that both parties sign and that says who pays for it."
    )
    shared = (
        f"{letter}-3. Where both parties have a part in a task, they keep one page that says who "
        "calls whom, and when, and look at it once a year."
    )
    return [
        Heading(2, f"Exhibit {letter}: division of responsibilities", f"{ANCHOR}-exhibit"),
        Prose(
            "A proposal, to be completed by both sides and read by counsel. It is not legal advice."
        ),
        Prose(rules),
        Table(
            f"Table {letter}-1: tasks, who does them and who pays",
            columns,
            rows,
            anchor=f"{ANCHOR}-exhibit-table",
        ),
        Prose(unlisted),
        Prose(shared),
    ]


def _ended(name: str) -> str:
    """End a sentence with a name that may bring its own full stop, such as "Inc."."""
    return f"{name.removesuffix('.')}."


def _agreed(who: Who | None) -> str:
    return _TO_AGREE if who in (None, Who.NOBODY) else who.in_words


def _payer(line: Line) -> Who | None:
    return None if line.has(FlawKind.UNFUNDED) else line.pays


def _detail(line: Line) -> str:
    if line.assigned is None:
        return ""
    return "; ".join(one for one in (line.assigned.paid_from, line.assigned.split) if one)


def _callout(matrix: Matrix) -> Callout:
    flawed = matrix.flawed(FlawKind.GAP, FlawKind.UNFUNDED, FlawKind.DISAGREES)
    unsaid = matrix.flawed(FlawKind.NOT_SAID)
    parts: list[Block] = []
    if not matrix.is_written:
        words = "There is no responsibilities.toml: this is what the contract's text shows."
        parts.append(Prose(words))
    if matrix.has_table is False:
        parts.append(Prose("The text has no table of who does what: propose the exhibit below."))
    if flawed or unsaid:
        title = f"{_tasks(len(flawed))} need talk; of {_tasks(len(unsaid))} something is not said."
        return Callout("warning", title, tuple(parts))
    return Callout("note", "Every task has somebody who does it and pays for it.", tuple(parts))


def _tasks(number: int) -> str:
    return "1 task" if number == 1 else f"{number} tasks"


def _counts(matrix: Matrix) -> Figures:
    kinds = (FlawKind.GAP, FlawKind.UNFUNDED, FlawKind.OVERLAP, FlawKind.NOT_SAID)
    notes = (
        "nobody does it or pays",
        "the group does it unpaid",
        "two do it or pay",
        "neither file nor text says",
    )
    return Figures(
        tuple(
            KeyNumber(kind.value.capitalize(), f"{len(matrix.flawed(kind))}", note)
            for kind, note in zip(kinds, notes, strict=True)
        )
    )


def _findings(matrix: Matrix) -> list[Block]:
    """List what is wrong; what is only not said stands in the matrix."""
    items: list[Words] = [
        (Badge(_SHAPES[kind], kind.value), " ", flaw.words)
        for kind in _FIRST
        for line in matrix.lines
        for flaw in line.flaws
        if flaw.kind is kind
    ]
    unsaid = [line.task.title.lower() for line in matrix.flawed(FlawKind.NOT_SAID)]
    if unsaid:
        shape = _SHAPES[FlawKind.NOT_SAID]
        items.append((Badge(shape, NOT_SAID), f" {_joined(unsaid)}."))
    if not items:
        return []
    return [Heading(3, "What to talk about", f"{ANCHOR}-flaws"), Bullets(tuple(items))]


def _joined(titles: Sequence[str]) -> str:
    return "For these it is not said who does them, or who pays: " + "; ".join(titles)


def _division(matrix: Matrix, division: Division) -> list[Block]:
    lines = matrix.of(division)
    is_service = division is Division.FINANCIAL
    titles = ["Task", "Who does it", "Who bears the cost" if is_service else "Who pays"]
    if is_service:
        titles.append("Counts in the group's figure")
    titles += ["Where it says so", "Remarks"]
    rows = tuple(Row(tuple(_cells(line, is_service=is_service))) for line in lines)
    name = division.value
    return [
        Heading(3, _TITLES[division], f"{ANCHOR}-{name}"),
        Table(
            f"Division of {name} responsibility",
            tuple(map(Column, titles)),
            rows,
            footnote="“Others” are other providers, agencies or the patient.",
            anchor=f"{ANCHOR}-{name}-table",
        ),
    ]


def _cells(line: Line, *, is_service: bool) -> list[Words]:
    cells: list[Words] = [line.task.title, _who(line.does), _who(line.pays)]
    if is_service:
        counts = line.assigned.in_total_cost if line.assigned else None
        cells.append(NOT_SAID if counts is None else ("yes" if counts else "no"))
    remarks = ", ".join(dict.fromkeys(flaw.kind.value for flaw in line.flaws))
    paid_from = line.assigned.paid_from if line.assigned else ""
    funded = f"paid from {paid_from}" if paid_from else ""
    note = line.assigned.note if line.assigned else ""
    cells += [line.by, "; ".join(one for one in (remarks, funded, note) if one)]
    return cells


def _who(who: Who | None) -> str:
    return NOT_SAID if who is None else who.in_words
