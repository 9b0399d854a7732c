"""Drivers on a page: break-even points, sensitivity, and what the lack of risk adjustment costs."""

from collections.abc import Sequence
from math import isinf

from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.chart.bars import Bar, bars
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.simulate.drivers.break_even import BreakEvens, Root
from fairterms.simulate.drivers.goal import Goal, Reading
from fairterms.simulate.drivers.risk_adjustment import SICKER, RiskAdjustment
from fairterms.simulate.drivers.sensitivity import CHANCE, Driver, Sensitivity
from fairterms.simulate.drivers.wording import HALF, OUTCOME, amount, changes, driver_name, signed
from fairterms.simulate.forecast.factors import MEANINGS
from fairterms.simulate.page.wording import dollars, share
from fairterms.simulate.results.estimate import Estimate
from fairterms.units.quantity import Unit

MOST_BREAK_EVENS = 15
"""Numbers shown; those nearest to where they are now."""


def break_even_blocks(found: Sequence[BreakEvens], goal: Goal) -> list[Block]:
    """Show where terms and figures have a break-even, nearest first."""
    head: list[Block] = [
        Heading(2, "How far a number may move", "driver-break-even"),
        Prose(
            f"One number is turned, all else and all simulated years held, until {_goal(goal)}. "
            "Terms are tried from half less to half more, shares from 0 % to 100 %."
        ),
    ]
    if not found:
        return [*head, Prose("No single number of the contract reaches that point alone.")]
    rows = [
        Row(
            (
                one.knob.title,
                amount(one.knob.now, one.knob.unit),
                "; ".join(_root(root, one.knob.unit) for root in one.roots)
                or "; ".join(
                    f"anywhere from {amount(flat.low, one.knob.unit)} to "
                    f"{amount(flat.high, one.knob.unit)}"
                    for flat in one.flats
                ),
            )
        )
        for one in found[:MOST_BREAK_EVENS]
    ]
    table = Table(
        "Break-even points, nearest first",
        (Column("Number"), Column("Now", "right"), Column("Break-even")),
        tuple(rows),
        footnote=HALF,
        anchor="driver-break-even-table",
    )
    return [*head, table, *_left_out(found)]


def sensitivity_blocks(found: Sensitivity) -> list[Block]:
    """Show which drivers make the years differ."""
    head: list[Block] = [
        Heading(2, "What makes the years differ", "driver-sensitivity"),
        Prose(
            f"Net margins scatter by {dollars(found.spread)} (standard deviation). “Alone” is the "
            "share of that variance which would go if one driver were known in advance. “In all” "
            "is the share that would remain if everything else were known; it counts what a driver "
            "does together with others, so these shares add up to more than 100 %. The drivers are "
            "taken to be independent of each other; where they are not, the shares mislead."
        ),
    ]
    if not found.drivers or not found.spread:
        return [*head, Prose("Nothing in the forecast moves the net margin.")]
    shown = [one for one in found.drivers if one.total.value >= 0.005]
    amounts = [Bar(driver_name(one.name), round(one.total.value, 2)) for one in shown]
    title = "Share of the variance, in all"
    rows = tuple(Row((_meaning(one), _part(one.first), _part(one.total))) for one in shown)
    blocks: list[Block] = [
        bars(title, amounts, unit="percent", anchor="driver-sensitivity-chart"),
        Table(
            f"Drivers of the net margin, from {found.runs:,} simulated years",
            (Column("Driver"), Column("Alone", "right"), Column("In all", "right")),
            rows,
            footnote=HALF,
            anchor="driver-sensitivity-table",
        ),
    ]
    silent = [driver_name(one.name) for one in found.drivers if one not in shown]
    if silent:
        blocks.append(Prose(f"They hardly matter: {', '.join(silent)}."))
    if found.held:
        names = ", ".join(driver_name(name) for name in found.held)
        blocks.append(Prose(f"They do not move in this forecast: {names}."))
    return [*head, *blocks]


def risk_adjustment_blocks(found: RiskAdjustment) -> list[Block]:
    """Show what it costs that the contract does not follow how ill the patients are."""
    head = Heading(2, "If the patients are more ill", "driver-risk-adjustment")
    if not found.is_moved:
        text = "How ill the patients are moves nothing in this contract, as it is forecast."
        return [head, Prose(text)]
    rows = (
        Row(("Patients 1 % more ill", *changes(found.slope))),
        Row((f"Patients {share(SICKER)} more ill", *changes(found.sicker))),
        Row(
            (
                f"Patients {share(SICKER)} more ill, and the contract does not see it",
                *changes(found.unadjusted),
            )
        ),
        Row(("Acuity moves from year to year, against years as expected", *changes(found.worth))),
    )
    table = Table(
        f"What acuity adds, on the same {found.years:,} years",
        (Column("Case"), *OUTCOME),
        rows,
        footnote=HALF,
        anchor="driver-risk-adjustment-table",
    )
    return [head, Prose(" ".join(_adjustment(found))), table]


def _meaning(one: Driver) -> str:
    name = driver_name(one.name)
    if one.name in MEANINGS:
        return f"{name}: {MEANINGS[one.name]}"
    return f"{name}: all that evens out in a large group" if one.name == CHANCE else name


def _goal(goal: Goal) -> str:
    if goal.reading is Reading.LOSES:
        return f"the chance of a loss is {share(goal.level)}"
    level = "no money" if not goal.level else dollars(goal.level)
    what = {Reading.MEAN: "an average year", Reading.WORST: "the average of the worst 5 % of years"}
    return f"{what[goal.reading]} leaves {level}"


def _root(root: Root, unit: Unit) -> str:
    side = "above" if root.is_good_above else "below"
    text = amount(root.at, unit)
    if root.is_jump:
        return f"{text} (met {side} it; the result jumps there)"
    if not isinf(root.error) and root.error:
        text += f" ± {amount(1.96 * root.error, unit)}"
    return f"{text} (met {side} it)"


def _left_out(found: Sequence[BreakEvens]) -> list[Block]:
    rest = len(found) - MOST_BREAK_EVENS
    return [Prose(f"{rest} numbers farther away are left out.")] if rest > 0 else []


def _part(found: Estimate) -> str:
    half = 100 * found.factor() * found.error
    return f"{max(100 * found.value, 0.0):.0f} % ± {half:.0f}"


def _adjustment(found: RiskAdjustment) -> list[str]:
    loss = -found.sicker.mean.value
    first = f"If all patients were {share(SICKER)} more ill than expected, an average year would"
    words = [f"{first} change by {signed(-loss)}."]
    names = ", ".join(name.replace("_", " ") for name in found.adjusters)
    if found.tracked is not None and found.adjusters:
        given = share(min(max(found.tracked.value, 0.0), 1.0))
        words.append(
            f"The contract looks at it through {names}, and that gives back {given} of what the "
            "group would otherwise lose."
        )
    elif not found.adjusters:
        words.append("No figure of the contract follows how ill the patients are.")
    if loss > 0:
        words.append(f"Perfect risk adjustment would give back the remaining {dollars(loss)}.")
    return words
