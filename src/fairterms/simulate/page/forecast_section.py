"""The forecast on a page: what a year may leave the group, and why."""

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

import numpy as np

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Appetite
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.chart.curve import Axis, Line, Threshold, curve
from fairterms.publish.chart.ranges import Scenario, ranges
from fairterms.publish.number_blocks import Chart, Column, Figures, KeyNumber, Row, Table
from fairterms.simulate.deal_forecast import DealForecast, YearForecast
from fairterms.simulate.forecast.factors import MEANINGS
from fairterms.simulate.forecast.panel import held_figures
from fairterms.simulate.page.names import clause_titles, gate_name, listed, spoken, step_name
from fairterms.simulate.page.wording import (
    about,
    chance,
    dollars,
    estimate,
    half_width,
    rounded,
    share,
)
from fairterms.simulate.results.chain import GateChance, MeasureChance, TargetChance
from fairterms.simulate.results.forecast import Forecast
from fairterms.simulate.years import FloatArray

POINTS = 60
"""Points of the curve of net margins."""

ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth")
"""How targets of one measure are told apart, from easy to hard."""

_STEP = re.compile(r"[a-z]\w*(\.\w+)*")
_DIFFERENCE = re.compile(r"([\d.]+) % ([-+]) ([\d.]+) %")


def forecast_blocks(
    found: DealForecast, contract: Contract, appetite: Appetite | None
) -> list[Block]:
    """Show every performance year that could be simulated, and why others could not.

    Parameters
    ----------
    found
        The forecast.
    contract
        The whole contract, for the titles of clauses and measures.
    appetite
        What the group can live with.
    """
    blocks: list[Block] = [
        Heading(2, "The years that may come", "forecast"),
        Prose(
            "Each figure below comes from many made-up years. Patients differ by chance, and whole "
            "years differ too: care gets dearer, patients are more ill, people leave. What you "
            "expect of that stands in forecast.toml, and this page is only as good as that. The ± "
            "is the error of having simulated only so many years, at 95 %; it is not what may go "
            "wrong."
        ),
        *_missing(found, clause_titles(contract)),
    ]
    if not found.years:
        return blocks
    blocks += _summary(found.years, appetite)
    first = found.years[0]
    blocks += [_loss_curve(found.years, appetite), *_chain(first, contract), *_assumptions(first)]
    return blocks


def _missing(found: DealForecast, titles: Mapping[str, str]) -> list[Block]:
    """Say why years cannot be forecast, a reason that several share only once."""
    years: dict[str, list[str]] = {}
    for one in found.missing:
        subject = one.refusal.subject
        if subject.partition(".")[0] in titles:
            subject = step_name(subject, titles)
        why = f"{subject}{one.refusal.sentences.removeprefix(one.refusal.subject)}"
        years.setdefault(why, []).append(f"{one.period.first.year}")
    return [
        Callout("warning", f"{listed(names)} cannot be forecast.", (Prose(why),))
        for why, names in years.items()
    ]


def _summary(years: Sequence[YearForecast], appetite: Appetite | None) -> list[Block]:
    first = years[0].forecast
    blocks: list[Block] = [
        Figures(
            (
                KeyNumber("A year on average leaves", about(first.net_margin), _of(years)),
                KeyNumber("Chance of a loss", chance(first.loses), "after the work"),
                KeyNumber("The worst 5 % of years", about(first.worst_years), "on average"),
            )
        )
    ]
    if len(years) > 1:
        rows = [_range(f"{one.period.first.year}", one.forecast) for one in years]
        names = ("Worst 5 % of years", "Mean", "Best 5 % of years")
        title = "Net margin by performance year"
        blocks.append(ranges(title, rows, case_names=names, anchor="forecast-by-year"))
    blocks.append(_table(years, appetite))
    return blocks


def _range(name: str, year: Forecast) -> Scenario:
    """Round the three figures alike, so that none passes another."""
    found = (year.worst_years, year.net_margin, year.best_years)
    half = max(half_width(one) for one in found)
    return Scenario(name, *(rounded(one.value, half) for one in found))


def _of(years: Sequence[YearForecast]) -> str:
    return f"in {years[0].period.first.year}, after the work"


def _table(years: Sequence[YearForecast], appetite: Appetite | None) -> Table:
    found = [one.forecast for one in years]
    lines = [
        ("What the contract pays", [estimate(one.payment) for one in found]),
        ("What the deal adds", [estimate(one.gain) for one in found]),
        ("Net margin: less the work the contract demands", [estimate(o.net_margin) for o in found]),
        (
            "Net margin one year in twenty falls below",
            [estimate(one.percentile_5) for one in found],
        ),
        ("Mean of the worst 5 % of years", [estimate(one.worst_years) for one in found]),
        ("Mean of the best 5 % of years", [estimate(one.best_years) for one in found]),
        ("Spread (standard deviation)", [estimate(one.spread) for one in found]),
        ("Chance that the net margin is below $0", [chance(one.loses) for one in found]),
        (
            "Chance that the deal takes away from what is paid anyway",
            [chance(one.true_up_is_owed) for one in found],
        ),
        ("Chance that the group owes the plan in all", [chance(o.payment_is_owed) for o in found]),
    ]
    if appetite is not None:
        beyond = [one.beyond_largest_loss for one in found]
        words = f"Chance of a loss beyond {dollars(float(appetite.largest_loss))}, your limit"
        lines.append((words, [chance(one) for one in beyond if one is not None]))
    columns = [Column(f"{one.period.first.year}", "right") for one in years]
    return Table(
        f"The forecast, from {found[0].years:,} simulated years",
        (Column("Figure"), *columns),
        tuple(Row((name, *cells)) for name, cells in lines),
        anchor="forecast-figures",
    )


def _loss_curve(years: Sequence[YearForecast], appetite: Appetite | None) -> Block:
    named = [(f"{one.period.first.year}", one.settled.net) for one in years[:3]]
    return loss_curve(named, appetite)


def loss_curve(named: Sequence[tuple[str, FloatArray]], appetite: Appetite | None) -> Chart:
    """Draw how many years leave less than each amount.

    Parameters
    ----------
    named
        One to three pairs of a name and net margins, dollars of shape (years,).
    appetite
        What the group can live with, to mark the loss it accepts; None marks nothing gained.
    """
    levels = np.linspace(0.005, 0.995, POINTS)
    lines = [
        Line(
            name,
            tuple(
                zip(
                    [float(round(x)) for x in np.quantile(net, levels)],
                    [float(level) for level in levels],
                    strict=True,
                )
            ),
        )
        for name, net in named
    ]
    limit = -float(appetite.largest_loss) if appetite else 0.0
    name = "the loss you accept" if appetite else "no gain, no loss"
    return curve(
        "How many years leave less than an amount",
        lines,
        (Axis("Net margin of a year"), Axis("Share of years below it", "percent")),
        threshold=Threshold(name, limit),
    )


def _chain(year: YearForecast, contract: Contract) -> list[Block]:
    titles, ids = clause_titles(contract), {one.id for one in contract.measures}
    names = {one.id: one.name for one in contract.measures}
    blocks: list[Block] = [
        Heading(3, f"Where the money is won and lost in {year.period.first.year}", "forecast-chain")
    ]
    measures = year.chain.measures
    if any(one.targets for one in measures):
        blocks.append(_targets_table([one for one in measures if one.targets], names, year))
    gates = [one for one in year.chain.gates if 0 < one.bites.value < 1]
    if gates:
        blocks.append(_gates_table(gates, titles, ids))
    for bites, how in ((1.0, "every"), (0.0, "no")):
        fixed = [one for one in year.chain.gates if one.bites.value == bites]
        if fixed:
            title, anchor = f"What bites in {how} simulated year", f"forecast-{how}-year"
            blocks += [Heading(4, title, anchor), Bullets(_fixed(fixed, titles, ids))]
    return blocks


def _fixed(
    gates: Sequence[GateChance], titles: Mapping[str, str], measures: Collection[str]
) -> tuple[str, ...]:
    """Name thresholds that always or never bite, one line a clause."""
    found: dict[str, list[str]] = {}
    for one in gates:
        found.setdefault(one.clause, []).append(gate_name(one.name, measures))
    return tuple(
        f"{titles.get(clause, spoken(clause))}: {'; '.join(gates)}."
        for clause, gates in found.items()
    )


def _targets_table(
    measures: Sequence[MeasureChance], names: Mapping[str, str], year: YearForecast
) -> Table:
    """Show one row a measure, its targets side by side from easy to hard."""
    most = max(len(one.targets) for one in measures)
    columns = [Column("Measure"), Column("Rate in 9 of 10 years", "right")]
    for place in range(most):
        name = f"{ORDINALS[place]} target" if most > 1 and place < len(ORDINALS) else "Target"
        columns += [Column(name), Column("Reached in", "right")]
    rows = []
    for one in measures:
        cells = [
            names.get(one.measure, spoken(one.measure)),
            f"{share(one.rate[0].value)} to {share(one.rate[4].value)}",
        ]
        for target in one.targets:
            cells += [f"{_level(target, year)}, earns {share(target.earns)}", chance(target.chance)]
        rows.append(Row((*cells, *["–"] * (2 * (most - len(one.targets))))))
    return Table(
        "Targets: how often they are reached",
        tuple(columns),
        tuple(rows),
        anchor="forecast-targets",
    )


def _level(target: TargetChance, year: YearForecast) -> str:
    """Write a target as a rate: the range of one that is worked out each year."""
    at = target.at.lstrip("= ")
    worked_out = year.settled.steps.get(at)
    if worked_out is not None:
        low, high = (share(float(one)) for one in np.quantile(worked_out, (0.05, 0.95)))
        return low if low == high else f"{low} to {high}"
    if found := _DIFFERENCE.fullmatch(at):
        first, sign, second = found.groups()
        return f"{(Decimal(first) + Decimal(sign + second)).normalize():f} %"
    if _STEP.fullmatch(at):
        return f"{spoken(at.rpartition('.')[2])} of the year"
    return at


def _gates_table(
    gates: Sequence[GateChance], titles: Mapping[str, str], measures: Collection[str]
) -> Table:
    rows = []
    for one in sorted(gates, key=lambda gate: -gate.bites.value):
        here, there = one.net_where_it_bites, one.net_elsewhere
        rows.append(
            Row(
                (
                    titles.get(one.clause, spoken(one.clause)),
                    gate_name(one.name, measures),
                    chance(one.bites),
                    "" if here is None else about(here),
                    "" if there is None else about(there),
                )
            )
        )
    return Table(
        "Thresholds and caps: how often they bite",
        (
            Column("Clause"),
            Column("Threshold, cap or condition"),
            Column("Bites in", "right"),
            Column("Net margin then", "right"),
            Column("Net margin otherwise", "right"),
        ),
        tuple(rows),
        footnote="Years in which it bites may differ in other things too: this is no price.",
        anchor="forecast-gates",
    )


def _assumptions(year: YearForecast) -> list[Block]:
    factors = year.plan.declared.factors.values()
    rows = [
        Row(
            (
                one.name.replace("_", " ").replace("no show", "no-show"),
                MEANINGS[one.name],
                share(one.spread),
                one.basis,
            )
        )
        for one in factors
    ]
    blocks: list[Block] = [
        Heading(3, "What the forecast rests on", "forecast-assumptions"),
        Table(
            "What moves a whole year at once, in forecast.toml",
            (Column("Factor"), Column("Meaning"), Column("Spread", "right"), Column("Basis")),
            tuple(rows),
            footnote="Two years in three lie within one spread of the middle.",
            anchor="forecast-factors",
        ),
    ]
    held = held_figures(year.plan.expected, year.years)
    if held:
        words = "; ".join(spoken(name) for name in held)
        blocks.append(Prose(f"Held at the expected scenario in every year: {words}."))
    return [*blocks, *_past_rates(year)]


def _past_rates(year: YearForecast) -> list[Block]:
    """Show the rates that were to come from the records, and those the records do not hold."""
    asked = [one.id for one in year.plan.declared.measures if one.from_records]
    known = year.plan.known
    blocks: list[Block] = []
    if any(name in known for name in asked):
        words = "; ".join(
            f"{name.replace('_', ' ')}: {share(one.rate)} ± {100 * one.error:.1f} of "
            f"{one.patients:,} patients"
            for name in asked
            if (one := known.get(name))
        )
        blocks.append(
            Prose(f"Rates of the group's own past, each with its standard error: {words}.")
        )
    missing = ", ".join(name.replace("_", " ") for name in asked if name not in known)
    if missing:
        blocks.append(
            Prose(
                f"The records do not give the rate of: {missing}. The forecast takes the rate of "
                "the expected scenario, as if it were known."
            )
        )
    return blocks
