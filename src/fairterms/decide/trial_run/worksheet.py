"""One settlement whose every number opens its explanation: a scenario, or a simulated year."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import numpy as np

from fairterms.contract.figure_set import FigureSet, FigureValue
from fairterms.decide.trial_run.case import Case
from fairterms.decide.trial_run.run import Side
from fairterms.payment.book import Given
from fairterms.publish.blocks import Block, Bullets, Definition, Definitions, Heading, Prose
from fairterms.publish.inline import Inline, Link, Words
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.publish.structure import anchor_from
from fairterms.settle.settlement import Line, Settlement, settle, written_figure
from fairterms.settle.story import earlier_lines, source_line
from fairterms.simulate.page.names import clause_titles, spoken, step_name
from fairterms.units.quantity import Quantity, Unit
from fairterms.units.refusal import Refusal

KINDS: Mapping[str, float] = {
    "a bad year: one in twenty is worse": 0.05,
    "a year in the middle": 0.5,
    "a good year: one in twenty is better": 0.95,
}
"""Simulated years worth looking at, by the share of years that leave less."""

DIGITS = 10
"""Digits kept behind the point of a simulated figure; floats know no more."""


def scenario_names(case: Case) -> tuple[str, ...]:
    """Return the titles of the deal's scenarios, in their order."""
    return tuple(one.title for one in case.deal.scenarios)


def settle_scenario(case: Case, title: str) -> Settlement:
    """Settle one scenario of the deal, exactly, under the terms of a case.

    Parameters
    ----------
    case
        Its terms count; assumptions about the year do not change a scenario.
    title
        Of :func:`scenario_names`.

    Raises
    ------
    Refusal
        When there is no such scenario, or it cannot be settled.
    """
    for one in case.deal.scenarios:
        if one.title == title:
            return settle(case.prepared.contract, one, case.prepared.period)
    raise Refusal(
        f'"{title[:80]}"',
        "is no scenario of this deal",
        "a worksheet needs its figures",
        f"choose one of: {', '.join(scenario_names(case))}",
    )


def typical_years(side: Side) -> dict[str, int]:
    """Return the numbers, from 0, of a bad, a middling and a good simulated year.

    Parameters
    ----------
    side
        Simulated years.
    """
    order = np.argsort(side.settled.net, kind="stable")
    return {name: int(order[int(share * (len(order) - 1))]) for name, share in KINDS.items()}


def settle_year(side: Side, number: int) -> Settlement:
    """Settle one simulated year again, exactly, with every digit of its figures.

    Parameters
    ----------
    side
        Simulated years.
    number
        The year's number, from 0.

    Returns
    -------
    Settlement
        Its amount is that of the simulation but for the contract's rounding, which settles in
        exact numbers and simulates in floats.

    Raises
    ------
    Refusal
        When there is no such year.
    """
    if not 0 <= number < len(side.settled):
        raise Refusal(
            f"year {number + 1:,}",
            f"was not simulated: there are {len(side.settled):,} years",
            "a worksheet needs its figures",
            "choose a year that was simulated",
        )
    values = {name: _figure(given, number) for name, given in side.years.figures.items()}
    figures = FigureSet(f"Simulated year {number + 1:,}", values)
    return settle(side.contract, figures, side.case.prepared.period)


def worksheet_blocks(case: Case, found: Settlement) -> list[Block]:
    """Show a settlement: each number is a link to how it was worked out.

    Parameters
    ----------
    case
        Whose clauses name the steps.
    found
        Of :func:`settle_scenario` or :func:`settle_year`.

    Returns
    -------
    list of Block
        The arithmetic in its order, then one explanation a step with the anchor ``step-...``, then
        the figures with the anchors ``figure-...``.
    """
    titles = clause_titles(case.prepared.contract)
    blocks: list[Block] = [
        Heading(2, f"Worksheet: {found.figures.title}", "worksheet"),
        Prose("Open a number to see how it was worked out, and where the contract says so."),
        _arithmetic(found, titles),
    ]
    if found.bites:
        blocks.append(_thresholds(found, titles))
    blocks.append(Heading(3, "How each number was worked out", "worksheet-steps"))
    for line in found.lines:
        blocks += _explained(found, line, titles)
    entries = tuple(
        Definition(
            _sentence(spoken(name)), written_figure(found.figures, name), figure_anchor(name)
        )
        for name in sorted(found.figures.values)
    )
    blocks += [Heading(3, "The figures", "worksheet-figures"), Definitions(entries)]
    return blocks


def step_anchor(line: Line) -> str:
    """Return the anchor of a step's explanation."""
    return f"step-{anchor_from(line.id)}"


def figure_anchor(name: str) -> str:
    """Return the anchor of a figure."""
    return f"figure-{anchor_from(name)}"


def _figure(given: Given, number: int) -> FigureValue:
    unit = given.unit
    assert isinstance(unit, Unit), "a simulated figure has a unit"
    if isinstance(given.values, tuple):
        return tuple(_quantity(float(column[number]), unit) for column in given.values)
    return _quantity(float(given.values[number]), unit)


def _quantity(value: float, unit: Unit) -> Quantity:
    return Quantity(Decimal(repr(round(value, DIGITS))), unit)


def _arithmetic(found: Settlement, titles: Mapping[str, str]) -> Table:
    last = found.lines[-1]
    rows = tuple(
        Row(
            (
                titles.get(line.clause, "The contract"),
                _sentence(spoken(line.name)),
                (Link(line.written, step_anchor(line)),),
            ),
            "total" if line is last else "",
        )
        for line in found.lines
    )
    columns = (Column("Clause"), Column("Step"), Column("Amount", "right"))
    return Table("The arithmetic, in its order", columns, rows, anchor="worksheet-arithmetic")


def _thresholds(found: Settlement, titles: Mapping[str, str]) -> Table:
    rows = tuple(
        Row(
            (
                titles.get(one.clause, spoken(one.clause)),
                spoken(one.name),
                "it bites" if one.bit else f"no: {one.reason}",
            )
        )
        for one in found.bites
    )
    columns = (Column("Clause"), Column("Threshold, cap or condition"), Column("Does it bite?"))
    return Table("Thresholds and caps", columns, rows, anchor="worksheet-thresholds")


def _explained(found: Settlement, line: Line, titles: Mapping[str, str]) -> Iterator[Block]:
    title = step_name(line.id, titles) if line.clause else "What the contract pays"
    yield Heading(4, f"{title} = {line.written}", step_anchor(line))
    yield Prose(f"{_sentence(line.words)}.")
    items = [*_reads(found, line, titles), *_rests(found, line, titles), *_cites(line)]
    if items:
        yield Bullets(tuple(items))


def _reads(found: Settlement, line: Line, titles: Mapping[str, str]) -> Iterator[Words]:
    """Yield what a step read: a link to the step or the figure it is, or the term's value."""
    for name, value in line.reads:
        inner = source_line(found, line, name)
        if inner is not None:
            yield _linked(step_name(inner.id, titles), inner.written, step_anchor(inner))
        elif name in found.figures.values:
            yield _linked(_sentence(spoken(name)), value, figure_anchor(name))
        else:
            yield f"{_sentence(spoken(name))}: {value}, as the contract says"


def _rests(found: Settlement, line: Line, titles: Mapping[str, str]) -> Iterator[Words]:
    """Yield the earlier steps of the clause that its reads do not name."""
    read = {inner.id for name, _ in line.reads if (inner := source_line(found, line, name))}
    for one in earlier_lines(found, line, read) if line.clause else ():
        if one.id not in read:
            yield _linked(step_name(one.id, titles), one.written, step_anchor(one))


def _cites(line: Line) -> Iterator[Words]:
    for cite in line.cites:
        yield f"Where: {cite}{f': “{cite.quote}”' if cite.quote else ''}"


def _linked(words: str, value: str, anchor: str) -> tuple[Inline, ...]:
    return (f"{words}: ", Link(value, anchor))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
