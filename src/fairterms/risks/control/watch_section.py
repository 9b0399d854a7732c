"""The parts of a page on acceptances, indicators and exceptions."""

from collections.abc import Mapping, Sequence
from datetime import date

from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.inline import Badge, Severity, Words
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.risks.control.acceptance import Acceptance
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.exception import STARTS_A_REVIEW, ExceptionItem
from fairterms.risks.control.indicator import Indicator, Light, Reading, latest
from fairterms.risks.control.rcm import NamedImpact

ANCHOR = "control"
_SHAPES: dict[Light, Severity] = {
    Light.GREEN: "passed",
    Light.AMBER: "medium",
    Light.RED: "high",
}


def watch_blocks(
    impacts: Sequence[NamedImpact],
    book: ControlBook,
    on: date,
    ratings: Mapping[str, tuple[str, str]] | None,
) -> list[Block]:
    """Show what is accepted, what is watched and what is outside its rule.

    Parameters
    ----------
    impacts
        The impacts, for their names.
    book
        What the deal says.
    on
        The day the page holds for.
    ratings
        Current estimate and rating by impact; None where nobody rated anything.

    Returns
    -------
    list of Block
        Empty where there is nothing of the sort.
    """
    names = {impact.id: impact.risk for impact in impacts}
    return [
        *_acceptances(book, names, on, ratings),
        *_indicators(book, names, on),
        *_exceptions(book.exceptions_on(on), on),
    ]


def _acceptances(
    book: ControlBook,
    names: Mapping[str, str],
    on: date,
    ratings: Mapping[str, tuple[str, str]] | None,
) -> list[Block]:
    if not book.acceptances:
        return []
    columns = (
        Column("Risk"),
        Column("Accepted as"),
        Column("Because"),
        Column("By"),
        Column("Until"),
        Column("Holds"),
    )
    rows = tuple(_accepted(one, names, on, ratings) for one in book.acceptances)
    return [
        Heading(3, "Risks accepted as they are", f"{ANCHOR}-accepted"),
        Table("Risks accepted as they are", columns, rows, anchor=f"{ANCHOR}-accepted-table"),
    ]


def _accepted(
    one: Acceptance,
    names: Mapping[str, str],
    on: date,
    ratings: Mapping[str, tuple[str, str]] | None,
) -> Row:
    # Where nobody rated anything only the day can be told.
    frozen = (one.estimate, one.rating)
    estimate, rating = frozen if ratings is None else ratings.get(one.impact, ("", ""))
    stale = one.stale_because(estimate, rating, on)
    cells = (
        names.get(one.impact, one.impact),
        one.rating,
        one.reason,
        one.approver,
        str(one.expires),
        f"no longer: {stale}" if stale else "yes",
    )
    return Row(cells, "highlight" if stale else "")


def _indicators(book: ControlBook, names: Mapping[str, str], on: date) -> list[Block]:
    if not book.indicators:
        return []
    columns = (
        Column("Risk"),
        Column("What is watched"),
        Column("Moves"),
        Column("Amber"),
        Column("Red"),
        Column("Last reading"),
        Column("Stands"),
        Column("Owner"),
    )
    rows = tuple(_watched(one, book, names, on) for one in book.indicators)
    return [
        Heading(3, "What is watched", f"{ANCHOR}-watched"),
        Table("Indicators and their last readings", columns, rows, anchor=f"{ANCHOR}-indicators"),
    ]


def _watched(one: Indicator, book: ControlBook, names: Mapping[str, str], on: date) -> Row:
    last = latest(book.readings, one.id, on)
    cells: tuple[Words, ...] = (
        names.get(one.impact, one.impact),
        one.formula,
        "before a loss" if one.timing.value == "leading" else "with a loss",
        f"{one.amber} or {one.direction.value}",
        f"{one.red} or {one.direction.value}",
        _reading(last) if last else "none yet",
        _light(one, last),
        one.owner,
    )
    return Row(cells)


def _reading(last: Reading) -> str:
    base = f" of {last.count}" if last.count else ""
    kept = "" if last.source else "; its file was not kept"
    return f"{last.value}{base}, {last.period}{kept}"


def _light(one: Indicator, last: Reading | None) -> Words:
    if last is None:
        return (Badge("medium", "nobody has looked"),)
    light = one.light(last.value)
    return (Badge(_SHAPES[light], light.value),)


def _exceptions(items: Sequence[ExceptionItem], on: date) -> list[Block]:
    if not items:
        return []
    columns = (
        Column("What"),
        Column("Seen by"),
        Column("How serious"),
        Column("Stands"),
        Column("What comes next"),
    )
    rows = tuple(
        Row(
            (
                one.subject,
                one.rule or f"the indicator {one.indicator}",
                (Badge(one.severity.value),),
                one.stands(on),
                one.next_step,
            )
        )
        for one in items
    )
    return [
        Heading(3, "Exceptions", f"{ANCHOR}-exceptions"),
        Prose(STARTS_A_REVIEW),
        Table("Exceptions and their reviews", columns, rows, anchor=f"{ANCHOR}-exception-table"),
    ]
