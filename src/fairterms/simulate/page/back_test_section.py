"""The forecast tried on the group's own past: what it would have said, and what came."""

from collections.abc import Mapping

from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.simulate.forecast.own_back_test import OwnBackTest, TriedFigure
from fairterms.simulate.page.wording import dollars, share


def back_test_blocks(found: OwnBackTest, names: Mapping[str, str]) -> list[Block]:
    """Show each past year that could be forecast from the years before it.

    Parameters
    ----------
    found
        The back test.
    names
        Measure to the name a reader knows it by.

    Returns
    -------
    list
        Empty where nothing was tried and there is nothing to say about it.
    """
    if not found.tried and not found.left_out:
        return []
    blocks: list[Block] = [
        Heading(3, "The same forecast, tried on your own past", "backtest"),
        Prose(
            "Each later year on record is forecast from the years before it alone, with the "
            "spreads of forecast.toml, and set beside what came. Rates are tried, and what a "
            "person costs; not payments, because another contract paid them."
        ),
    ]
    words = found.words()
    if found.tried:
        blocks += [_table(found, names), Bullets(words)]
    else:
        blocks.append(Prose(words[0]))
    if found.fails_too_often:
        title = "The forecast held too seldom in the past."
        why = "Bad and good years then come more often than this page says."
        blocks.append(Callout("warning", title, (Prose(why),), "backtest-warning"))
    if found.left_out:
        blocks += [Prose("Left out:"), Bullets(found.left_out)]
    return blocks


def _table(found: OwnBackTest, names: Mapping[str, str]) -> Table:
    rows = tuple(
        Row(
            (
                _name(one, names),
                year.label,
                f"{_amount(one, year.low)} to {_amount(one, year.high)}",
                _amount(one, year.actual),
                "yes" if year.is_held else "no",
            ),
            "" if year.is_held else "highlight",
        )
        for one in found.tried
        for year in one.record.years
    )
    return Table(
        "Past years: the forecast and what came",
        (
            Column("What"),
            Column("Year"),
            Column("Forecast, in 8 of 10 years", "right"),
            Column("What came", "right"),
            Column("Inside?"),
        ),
        rows,
        footnote=_footnote(found),
        anchor="backtest-years",
    )


def _footnote(found: OwnBackTest) -> str:
    if any(one.is_cost for one in found.tried):
        return (
            "The cost is what the plan paid for one listed person in the year. Bills of the last "
            "year may still be coming in."
        )
    return "A year with few patients has a wide range: chance moves its rate far."


def _name(one: TriedFigure, names: Mapping[str, str]) -> str:
    if one.is_cost:
        return one.name.capitalize()
    return names.get(one.name) or one.name.replace("_", " ").capitalize()


def _amount(one: TriedFigure, value: float) -> str:
    return dollars(value) if one.is_cost else share(value)
