"""A trial run as blocks: what was moved, what it does, the curve of losses, the prices."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from fairterms.decide.trial_run.run import TrialRun
from fairterms.decide.trial_run.slider import Settings, Slider
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.number_blocks import Chart, Column, Figures, KeyNumber, Row, Table
from fairterms.simulate.clause_price.page import dollars, points, price_blocks, price_chart
from fairterms.simulate.clause_price.price_list import ClausePrice, ClausePrices
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.page.forecast_section import loss_curve
from fairterms.simulate.page.names import clause_titles
from fairterms.simulate.page.wording import about, chance, estimate, half_width
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.results.forecast import Forecast
from fairterms.simulate.results.settled_years import SettledYears

BARS = 5
"""Bars of the chart of prices in a first answer; each costs time to draw."""


class Simulated(Protocol):
    """One side of a comparison: its years, settled, and what they leave the group."""

    @property
    def settled(self) -> SettledYears:
        """Its years, settled."""

    @property
    def forecast(self) -> Forecast:
        """What they leave the group."""


class Ran(Protocol):
    """A run of any length: the deal as moved beside the deal as it stands."""

    @property
    def sliders(self) -> tuple[Slider, ...]:
        """Those that were moved."""

    @property
    def settings(self) -> Settings:
        """What they were moved to."""

    @property
    def tried(self) -> Simulated:
        """The deal as moved."""

    @property
    def difference(self) -> Outcome | None:
        """Tried less standing; None where nothing was moved."""


STANDING, TRIED = "As the deal stands", "As you moved it"


def trial_blocks(found: TrialRun) -> list[Block]:
    """Show a trial run under a heading of the second level.

    Parameters
    ----------
    found
        The run.
    """
    return [
        Heading(2, f"What {found.period.first.year} may leave", "trial"),
        Prose(_opening(found)),
        key_numbers(found),
        *([moved_table(found)] if found.sliders else []),
        figures_table((STANDING, TRIED), found.standing, found.tried, found.difference),
        curve_of(found),
        *_prices(found),
    ]


def key_numbers(found: Ran) -> Figures:
    """Return the three numbers of the tried side, each with what was moved did to it."""
    one, by = found.tried.forecast, found.difference
    return Figures(
        (
            KeyNumber(
                "A year on average leaves",
                about(one.net_margin),
                by_dollars(by.mean) if by else "after the work",
            ),
            KeyNumber(
                "Chance of a loss",
                chance(one.loses),
                by_points(by.loses) if by else "after the work",
            ),
            KeyNumber(
                "The worst 5 % of years",
                about(one.worst_years),
                by_dollars(by.worst) if by else "on average",
            ),
        )
    )


def moved_table(found: Ran) -> Table:
    """List what was moved, from where to where."""
    rows = tuple(
        Row(
            (
                f"{one.section}: {one.title}",
                one.written(one.now),
                one.written(found.settings[one.id]),
                one.source,
            )
        )
        for one in found.sliders
    )
    columns = (
        Column("Number"),
        Column("As it stands", "right"),
        Column("Tried", "right"),
        Column("Where it stands"),
    )
    return Table("What you moved", columns, rows, anchor="trial-moved")


def figures_table(
    names: tuple[str, str],
    first: Simulated,
    second: Simulated,
    by: Outcome | None,
    anchor: str = "trial",
) -> Table:
    """Set the figures of two sides beside each other.

    Parameters
    ----------
    names
        Of the two sides.
    first, second
        The sides; only the first is shown where they do not differ.
    by
        How far the second exceeds the first, paired on the same years; None shows no difference.
    anchor
        Begins the table's anchor.
    """
    columns = [Column("Figure"), Column(names[0], "right")]
    rows: dict[str, tuple[str, ...]] = dict(_lines(first.forecast))
    if by is not None:
        columns += [Column(names[1], "right"), Column("Difference", "right")]
        paired = {
            "net_margin": by_dollars(by.mean),
            "worst_years": by_dollars(by.worst),
            "loses": by_points(by.loses),
        }
        others = _lines(second.forecast)
        rows = {
            name: (*cells, others[name][1], paired.get(name, "")) for name, cells in rows.items()
        }
    return Table(
        f"From {len(first.settled):,} simulated years",
        tuple(columns),
        tuple(Row(cells) for cells in rows.values()),
        footnote="The ± is the error of having simulated only so many years, at 95 %."
        + (" A difference is taken year by year, so its error is its own." if by else ""),
        anchor=f"{anchor}-figures",
    )


def curve_of(found: TrialRun) -> Chart:
    """Draw the report's curve of losses; with the deal as it stands beside it where it differs."""
    year = f"{found.period.first.year}"
    appetite = found.tried.case.deal.appetite
    if found.difference is None:
        return loss_curve([(year, found.standing.settled.net)], appetite)
    named = [(STANDING, found.standing.settled.net), (TRIED, found.tried.settled.net)]
    return loss_curve(named, appetite)


def quick_price_blocks(found: ClausePrices, anchor: str = "trial") -> list[Block]:
    """Show what striking each clause today is worth, the largest first.

    Parameters
    ----------
    found
        Prices of :func:`fairterms.decide.trial_run.quick_prices.prices_given_the_rest`.
    anchor
        Begins the anchors of the chart and the table.
    """
    if not found.prices:
        return [Prose("No clause of this contract moves any money in these years.")]
    shown = replace(found, prices=found.prices[:BARS])
    chart = replace(price_chart(shown), anchor=f"{anchor}-price-chart")
    factor = Estimate(0.0, 0.0, found.blocks).factor()
    columns = (
        Column("Clause (how it reads without it)"),
        Column("On average", "right", "dollars a year"),
        Column("In the worst 5 % of years", "right", "dollars a year"),
        Column("Chance of a loss", "right", "percentage points"),
    )
    rows = tuple(_price_row(one, factor) for one in found.prices)
    table = Table(
        "What each clause is worth, given the rest",
        columns,
        rows,
        footnote="Below 0 the clause costs the group money. Striking it would change the figures "
        "by as much the other way. For the chance of a loss above 0 is bad.",
        anchor=f"{anchor}-prices",
    )
    blocks: list[Block] = [chart, table]
    if found.unmoved:
        names = tuple(f"{one.title}." for one in found.unmoved)
        blocks += [Prose("These move nothing in the simulated years:"), Bullets(names)]
    return blocks


def by_dollars(found: Estimate) -> str:
    """Write a difference in dollars with its sign and error.

    Examples
    --------
    >>> by_dollars(Estimate(1_200.0, 30.0)), by_dollars(Estimate(0.0, 0.0))
    ('+$1,200 ± $59', 'no change')
    """
    if abs(found.value) < 0.5 and half_width(found) < 0.5:
        return "no change"
    written = estimate(found)
    return f"+{written}" if found.value > 0 and not written.startswith("$0") else written


def by_points(found: Estimate) -> str:
    """Write a difference of chances in percentage points, with its sign and error.

    Examples
    --------
    >>> by_points(Estimate(-0.021, 0.002)), by_points(Estimate(0.0, 0.0))
    ('−2.1 ± 0.4 percentage points', 'no change')
    """
    if not found.value and not found.error:
        return "no change"
    shown, half = points(found.value), points(half_width(found))
    sign = "+" if found.value > 0 and shown != "0.0" else ""
    error = f" ± {half}" if half not in {"0.0", "not known"} else ""
    return f"{sign}{shown}{error} percentage points"


def _opening(found: TrialRun) -> str:
    pair = (
        "Both sides live through the same years, so what differs comes from what you moved."
        if found.sliders
        else "Nothing is moved."
    )
    size = (
        "These are the report's years."
        if found.is_refined
        else "This is a first answer from few years; more years make it surer."
    )
    return f"{found.years:,} made-up years of {found.period.first.year}. {size} {pair}"


def _lines(one: Forecast) -> dict[str, tuple[str, str]]:
    return {
        "payment": ("What the contract pays", estimate(one.payment)),
        "gain": ("What the deal adds", estimate(one.gain)),
        "net_margin": (
            "Net margin: less the work the contract demands",
            estimate(one.net_margin),
        ),
        "percentile_5": (
            "Net margin one year in twenty falls below",
            estimate(one.percentile_5),
        ),
        "worst_years": ("Mean of the worst 5 % of years", estimate(one.worst_years)),
        "best_years": ("Mean of the best 5 % of years", estimate(one.best_years)),
        "loses": ("Chance that the net margin is below $0", chance(one.loses)),
    }


def _prices(found: TrialRun) -> Sequence[Block]:
    if found.is_refined:
        titles = clause_titles(found.tried.contract)
        return price_blocks(found.prices, titles, f"{found.period.first.year}")
    return [
        Heading(3, "What each clause is worth", "trial-price-of-clauses"),
        *quick_price_blocks(found.prices),
    ]


def _price_row(found: ClausePrice, factor: float) -> Row:
    mean, tail = found.mean.given_the_rest, found.tail.given_the_rest
    loss = found.loss.given_the_rest
    reads = found.clauses[0].neutral
    return Row(
        (
            f"{found.title} ({reads})",
            _with_error(dollars(mean.value), dollars(factor * mean.error), "$0"),
            _with_error(dollars(tail.value), dollars(factor * tail.error), "$0"),
            _with_error(points(loss.value), points(factor * loss.error), "0.0"),
        )
    )


def _with_error(value: str, half: str, nothing: str) -> str:
    return value if half in {nothing, "not known"} else f"{value} ± {half}"
