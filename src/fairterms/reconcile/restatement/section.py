"""The section on a restated statement: what changed, what it moves, and what to ask."""

from decimal import Decimal

from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import (
    Column,
    Figures,
    KeyNumber,
    Row,
    RowEmphasis,
    Table,
)
from fairterms.reconcile.restatement.cell_worth import Priced, TableWorth
from fairterms.reconcile.restatement.line_change import Kind, LineChange
from fairterms.reconcile.restatement.restatement import FigureChange, Restatement, StepChange
from fairterms.reconcile.restatement.small_parts import SmallParts
from fairterms.reconcile.restatement.table_difference import TableDifference
from fairterms.reconcile.wording import signed, written
from fairterms.units.quantity import Unit

MOST_ROWS = 50
"""So many changes of a table are listed; the rest is counted."""

_KINDS = {Kind.NEW: "new", Kind.GONE: "gone", Kind.CHANGED: "changed"}
_UNKNOWN = "not known"
_SMALL = (
    "Some of what changed is about 1 to 10 people. Those numbers, and the sums that would give "
    "them away, are shown only in the group’s own room."
)


def restatement_blocks(found: Restatement, audience: Audience) -> tuple[Block, ...]:
    """Show what the newer of two statements changed and what each change moves.

    Parameters
    ----------
    found
        The two statements, compared.
    audience
        Who reads it; outside the group numbers about 1 to 10 people are not shown.
    """
    older, newer = found.older.file, found.newer.file
    heading = Heading(2, "What the newer statement changed", "restatement")
    if not found.is_changed:
        words = (
            f"Every line of {newer} is as it was in {older}. Nothing needs to be done; keep both "
            "statements."
        )
        return heading, Prose(words)
    eyes = SmallParts((found.older, found.newer), audience)
    hidden = any(eyes.hides(one.change) for one in found.figures)
    parts: list[Block] = [heading, Prose(f"{older} is compared with {newer}, line by line.")]
    parts += [] if hidden else [_sums(found)]
    parts += [Prose(_SMALL)] if hidden or _hides_any(found, eyes) else []
    parts += _figures(found, eyes, hidden)
    parts += _steps(found, eyes, hidden)
    parts += _others(found, eyes)
    return tuple(parts)


def _hides_any(found: Restatement, eyes: SmallParts) -> bool:
    rest = (*(one.change for one in found.steps), *found.others)
    return any(eyes.hides(one) for one in rest)


def _sums(found: Restatement) -> Figures:
    stated = found.payable.stated if found.payable else None
    explained = found.together.dollars if found.together else None
    rest = _UNKNOWN
    if explained is not None and (found.payable is None or stated is not None):
        rest = signed((stated or Decimal(0)) - explained)
    same = "the plan states the same amount as before" if found.payable is None else ""
    return Figures(
        (
            KeyNumber(
                "The plan’s amount moved by",
                signed(stated or Decimal(0)) if stated is not None or same else _UNKNOWN,
                same,
            ),
            KeyNumber("Changed figures move it by", _dollars(explained), "under these terms"),
            KeyNumber("Not explained by a figure", rest),
        )
    )


def _figures(found: Restatement, eyes: SmallParts, hidden: bool) -> list[Block]:
    title = Heading(3, "Figures that changed", "restated-figures")
    if not found.figures:
        words = (
            "No figure that the terms read has changed. Where a result changed all the same, ask "
            "the plan what it rests on."
        )
        return [title, Prose(words)]
    columns = (
        Column("Figure"),
        Column("Before", "right"),
        Column("Now", "right"),
        Column("Moves alone", "right"),
    )
    rows = [_figure_row(one, eyes, hidden) for one in found.figures]
    if len(found.figures) > 1:
        rest, all_of_it = found.only_together, found.together
        if rest:
            rows.append(Row(("Only together", "", "", NOT_SHOWN if hidden else signed(rest))))
        total = NOT_SHOWN if hidden else _dollars(all_of_it.dollars if all_of_it else None)
        rows.append(Row(("All together", "", "", total), "total"))
    note = "Each figure is put alone into the terms; dollars are what the group gains or loses."
    caption = "Changed figures, the largest move first"
    blocks: list[Block] = [title, Table(caption, columns, tuple(rows), note)]
    reasons = [f"{one.change.line.label}: {one.why_not}." for one in found.figures if one.why_not]
    return blocks + ([Prose("Not priced:"), Bullets(tuple(reasons))] if reasons else [])


def _figure_row(one: FigureChange, eyes: SmallParts, hidden: bool) -> Row:
    change = one.change
    dollars = _dollars(one.alone.dollars if one.alone else None)
    # What one hidden figure moves could be told from the others and from a sum stated elsewhere.
    shown = NOT_SHOWN if hidden else dollars
    return Row((_called(change), *_sides(change, eyes), shown))


def _steps(found: Restatement, eyes: SmallParts, hidden: bool) -> list[Block]:
    if not found.steps:
        return []
    columns = (
        Column("Result"),
        Column("Before", "right"),
        Column("Now", "right"),
        Column("Moved by", "right"),
        Column("The figures move it by", "right"),
        Column("Not explained", "right"),
    )
    blocks: list[Block] = [
        Heading(3, "Results that changed", "restated-results"),
        Table(
            "Changed results, in the order of the statement",
            columns,
            tuple(_step_row(one, eyes, hidden) for one in found.steps),
        ),
    ]
    return blocks if hidden or not found.unexplained else [*blocks, _asks(found)]


def _step_row(one: StepChange, eyes: SmallParts, hidden: bool) -> Row:
    unit = one.change.line.value.unit
    moves = [
        _moved(one.stated, unit),
        _moved(one.expected, unit),
        "" if one.follows else _moved(one.unexplained, unit),
    ]
    if eyes.hides(one.change):
        moves = [NOT_SHOWN] * 3
    elif hidden:
        moves[1:] = [NOT_SHOWN] * 2
    emphasis: RowEmphasis = "" if one.follows or hidden else "highlight"
    return Row((_called(one.change), *_sides(one.change, eyes), *moves), emphasis)


def _asks(found: Restatement) -> Callout:
    labels = tuple(one.change.line.label for one in found.unexplained)
    return Callout(
        "warning",
        "Some results moved otherwise than the changed figures move them",
        (
            Prose(
                "Ask the plan which figure, list, term or reading changed between the two "
                "statements, and from which day:"
            ),
            Bullets(labels),
        ),
    )


def _others(found: Restatement, eyes: SmallParts) -> list[Block]:
    if not found.others:
        return []
    columns = (
        Column("Line"),
        Column("What happened"),
        Column("Before", "right"),
        Column("Now", "right"),
    )
    rows = tuple(Row((_called(one), _happened(one), *_sides(one, eyes))) for one in found.others)
    note = "These lines stand for nothing in the terms, or for a part of the panel."
    return [
        Heading(3, "Other lines that changed", "restated-others"),
        Table("Other changed lines, in the order of the statement", columns, rows, note),
    ]


def _happened(change: LineChange) -> str:
    return f"{_KINDS[change.kind]}: {change.what}" if change.what else _KINDS[change.kind]


def _called(change: LineChange) -> str:
    part = ", ".join(change.line.scope)
    return f"{change.line.label} ({part})" if part else change.line.label


def _sides(change: LineChange, eyes: SmallParts) -> tuple[str, str]:
    return eyes.number(change, change.older), eyes.number(change, change.newer)


def _moved(amount: Decimal | None, unit: Unit) -> str:
    if amount is None:
        return _UNKNOWN
    return f"{'+' if amount > 0 else ''}{written(amount, unit)}"


def _dollars(dollars: Decimal | None) -> str:
    return _UNKNOWN if dollars is None else signed(dollars)


def table_blocks(difference: TableDifference, worth: TableWorth) -> tuple[Block, ...]:
    """Show what the newer release of a table changed, ordered by dollars.

    Parameters
    ----------
    difference
        The two releases, compared.
    worth
        Their changes in dollars.
    """
    heading = Heading(2, "What the newer release changed", "table-restatement")
    if not difference.is_changed:
        words = f"All {difference.rows:,} rows are as they were. Nothing needs to be done."
        return heading, Prose(words)
    counts = Figures(
        (
            KeyNumber("Rows in both releases", f"{difference.rows:,}"),
            KeyNumber("New and gone", f"{len(difference.new):,} and {len(difference.gone):,}"),
            KeyNumber("Changed cells", f"{len(difference.cells):,}"),
            KeyNumber("All changes together", signed(worth.together)),
        )
    )
    blocks: list[Block] = [heading, counts]
    if worth.changes:
        blocks.append(_changes(worth))
    return (*blocks, *_remarks(difference, worth))


def _changes(worth: TableWorth) -> Table:
    columns = (
        Column("Row"),
        Column("What changed"),
        Column("Before", "right"),
        Column("Now", "right"),
        Column("Moves alone", "right"),
    )
    rows = tuple(_change_row(one) for one in worth.changes[:MOST_ROWS])
    left = len(worth.changes) - len(rows)
    note = f"{left:,} more changes move no more than these." if left else ""
    return Table("Changes, the largest move first", columns, rows, note)


def _change_row(one: Priced) -> Row:
    if one.change is None:
        cells = ("whole row is new" if one.is_new else "whole row is gone", "", "")
    else:
        more = " (only more digits)" if one.change.is_digits_only else ""
        cells = (f"{one.change.column}{more}", one.change.older, one.change.newer)
    return Row((", ".join(one.key), *cells, _dollars(one.dollars)))


def _remarks(difference: TableDifference, worth: TableWorth) -> list[Block]:
    words = []
    if worth.only_together:
        moved = signed(worth.only_together)
        words.append(f"Changes of one row move {moved} only together.")
    if worth.unsettled:
        words.append(f"Rows that could not be settled under the terms: {worth.unsettled:,}.")
    for names, what in (
        (difference.new_columns, "only in the newer release"),
        (difference.gone_columns, "only in the older release"),
    ):
        if names:
            words.append(f"Columns {what}: {', '.join(names)}.")
    return [Bullets(tuple(words))] if words else []
