"""The money: what each scenario leaves the group, how, and where it breaks even."""

from collections.abc import Sequence
from decimal import Decimal

from fairterms.decide.basis import Basis
from fairterms.decide.break_even import BreakEven
from fairterms.decide.money import Outcome, parts, settled
from fairterms.decide.wording import quantity, spoken
from fairterms.payment.description import describe
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.chart.ranges import Scenario, ranges
from fairterms.publish.chart.waterfall import Change, Level, WaterfallStep, waterfall
from fairterms.publish.number_blocks import Column, Row, Step, Steps, Table
from fairterms.settle.settlement import Line, Settlement, written_figure
from fairterms.units.dollars import dollars

MOST_BREAK_EVENS = 6
"""Break-evens shown; the nearest matter most."""


def money_section(basis: Basis) -> list[Block]:
    """Show the money of every scenario, or why it cannot be known."""
    blocks: list[Block] = [Heading(2, "The money", "money")]
    usable = settled(basis.results)
    if not usable:
        return [*blocks, *_nothing_settled(basis)]
    expected = next((one for one in usable if one.role == "expected"), usable[0])
    blocks.append(
        Prose(
            "Each scenario is settled to the cent under the terms as written. What the group "
            "would be paid anyway, and what the contract's work costs it, are taken off."
        )
    )
    blocks += [_range_chart(usable), _scenario_table(basis, usable), *_waterfall(basis, expected)]
    blocks += _costs(basis)
    blocks += _break_even(basis.break_evens)
    return blocks


def worksheet_section(basis: Basis) -> list[Block]:
    """Show the whole calculation of the expected scenario, line by line."""
    usable = settled(basis.results)
    expected = next((one for one in usable if one.role == "expected"), None)
    if expected is None or expected.settlement is None:
        return []
    settlement = expected.settlement
    idle = [bite for bite in settlement.bites if not bite.bit]
    blocks: list[Block] = [
        Heading(2, "The calculation, line by line", "worksheet"),
        Prose(f"The scenario “{expected.scenario.title}”, for {settlement.period}."),
        _figures_table(settlement),
        *_steps(basis, settlement),
    ]
    if idle:
        blocks.append(Heading(3, "Thresholds and caps that did not matter here"))
        blocks.append(Bullets(tuple(f"{spoken(bite.id)}: {bite.reason}." for bite in idle)))
    return blocks


def _nothing_settled(basis: Basis) -> list[Block]:
    reasons = dict.fromkeys(
        f"{one.refusal.subject}: {one.refusal.what}" for one in basis.results if one.refusal
    )
    items = tuple(reasons) or ("There is no scenario in the deal's folder.",)
    return [
        Callout(
            "warning",
            "The contract cannot be settled as written.",
            (
                Prose(
                    "No scenario leads to an amount. A number that moves money is never guessed."
                ),
                Bullets(items),
            ),
        ),
        *_costs(basis),
    ]


def _range_chart(usable: Sequence[Outcome]) -> Block:
    rows = []
    for period in dict.fromkeys(one.period for one in usable):
        nets = [one.net for one in usable if one.period == period]
        expected = [one.net for one in usable if one.period == period and one.role == "expected"]
        middle = expected[0] if expected else nets[0]
        rows.append(Scenario(f"{period.first.year}", min(nets), middle, max(nets)))
    return ranges("What the deal leaves the group, by performance year", rows, anchor="net-by-year")


def _scenario_table(basis: Basis, usable: Sequence[Outcome]) -> Table:
    rows = []
    for one in usable:
        assert one.settlement is not None, "only settled outcomes are shown"
        paid = one.settlement.payable
        rows.append(
            Row(
                (
                    f"{one.scenario.title} ({one.period.first.year})",
                    dollars(paid),
                    dollars(paid - one.gain),
                    dollars(basis.deal.cost_to_comply),
                    dollars(one.net),
                ),
                emphasis="highlight" if one.role == "expected" else "",
            )
        )
    return Table(
        "Every scenario in dollars",
        (
            Column("Scenario"),
            Column("Payable", "right"),
            Column("Paid anyway", "right"),
            Column("Cost of the work", "right"),
            Column("Left for the group", "right"),
        ),
        tuple(rows),
        footnote="A minus sign means that the group pays or loses.",
    )


def _waterfall(basis: Basis, expected: Outcome) -> list[Block]:
    settlement = expected.settlement
    assert settlement is not None, "the expected outcome is settled"
    in_force = basis.contract.on(expected.period.first)
    own = parts(in_force, settlement, basis.deal)
    moved = [part for part in own if not part.is_paid_anyway and part.amount != 0]
    steps: list[WaterfallStep] = []
    running = Decimal(0)
    for part in moved:
        running += part.amount
        steps.append(Change(part.title, part.amount))
    rounded = expected.gain - running + basis.deal.without_deal.amount
    if basis.deal.without_deal.amount:
        steps.append(Change("Paid anyway by another contract", -basis.deal.without_deal.amount))
    if rounded:
        steps.append(Change("Rounding", rounded))
    steps.append(Level("The deal adds", expected.gain))
    steps += [Change(cost.what, -cost.amount) for cost in basis.deal.costs if cost.amount]
    steps.append(Level("Left for the group", expected.net))
    return [
        Heading(3, "How the expected scenario comes about"),
        waterfall(
            f"From the clauses to what is left, {expected.period.first.year}",
            steps,
            anchor="waterfall",
        ),
    ]


def _costs(basis: Basis) -> list[Block]:
    costs = basis.deal.costs
    heading = Heading(3, "What it costs the group to comply")
    if not costs:
        return [heading, Prose("The deal's folder names no costs. Add [[cost]] to deal.toml.")]
    rows = [Row((cost.what, cost.section or "–", cost.how, dollars(cost.amount))) for cost in costs]
    rows.append(Row(("Together", "", "", dollars(basis.deal.cost_to_comply)), emphasis="total"))
    return [
        heading,
        Table(
            "Work the contract demands, a year",
            (
                Column("Work"),
                Column("Demanded by"),
                Column("Reckoned as"),
                Column("Dollars", "right"),
            ),
            tuple(rows),
        ),
    ]


def _break_even(found: Sequence[BreakEven]) -> list[Block]:
    heading = Heading(3, "Where the gain begins and ends")
    if not found:
        return [
            heading,
            Prose("Within realistic figures no single one of them turns a gain into a loss."),
        ]
    rows = tuple(
        Row(
            (
                spoken(one.figure),
                quantity(one.expected, one.unit),
                quantity(one.at, one.unit),
                "higher is a gain" if one.gains_above else "lower is a gain",
            )
        )
        for one in found[:MOST_BREAK_EVENS]
    )
    return [
        heading,
        Table(
            "Break-even of single figures, the nearest first",
            (
                Column("Figure"),
                Column("Expected", "right"),
                Column("Breaks even at", "right"),
                Column("Direction"),
            ),
            rows,
            footnote=(
                "One figure moves, all others stay as expected. The break-even is the last tick "
                "before gain and loss change places."
            ),
        ),
    ]


def _figures_table(settlement: Settlement) -> Table:
    figures = settlement.figures
    return Table(
        "The figures it starts from",
        (Column("Figure"), Column("Value", "right")),
        tuple(Row((spoken(name), written_figure(figures, name))) for name in figures.values),
    )


def _steps(basis: Basis, settlement: Settlement) -> list[Block]:
    """Show the arithmetic clause by clause, the amount payable last."""
    titles = {clause.id: clause.title for clause in describe(basis.contract)}
    groups: dict[str, list[Line]] = {}
    for line in settlement.lines:
        groups.setdefault(line.clause, []).append(line)
    return [
        Steps(
            titles.get(clause, "What the plan pays"),
            tuple(_step(line, is_last=line is settlement.lines[-1]) for line in lines),
        )
        for clause, lines in groups.items()
    ]


def _step(line: Line, *, is_last: bool) -> Step:
    where = str(line.cites[0]) if line.cites else ""
    return Step(
        name=spoken(line.name),
        value=line.written.replace("-", "−", 1) if line.value < 0 else line.written,
        words=f"{line.words} ({where})" if where else line.words,
        is_result=is_last,
    )
