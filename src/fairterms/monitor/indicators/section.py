"""The part of a page on indicators: how each stands, its course, exceptions, and hit rates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fairterms.monitor.indicators.charts_section import chart_blocks
from fairterms.monitor.indicators.exceptions_due import exceptions_on
from fairterms.monitor.indicators.hit_rate import ENOUGH, hit_rate
from fairterms.monitor.indicators.indicator import State
from fairterms.monitor.indicators.ready import READY
from fairterms.monitor.indicators.showing import (
    WHY_HIDDEN,
    may_show_chart,
    may_show_standing,
    shown_value,
)
from fairterms.monitor.indicators.standing import Standing, stand, trend
from fairterms.monitor.indicators.watchlist import Watchlist
from fairterms.monitor.indicators.wording import (
    SHAPES,
    bounds_in_words,
    lead_in_words,
    tally_in_words,
)
from fairterms.outcomes.small_cells.audience import NOT_SHOWN
from fairterms.publish.blocks import Block, Callout, Heading, Prose
from fairterms.publish.inline import Badge, Words
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.risks.control.exception import STARTS_A_REVIEW, ExceptionItem

ANCHOR = "monitor-indicators"
_NONE = (
    "No indicator is watched yet. Write each as [[indicator]] in indicators.toml, and its values "
    "in year/indicators.csv. Ready ones to take: {ready}."
)
_NO_EXCEPTION = (
    "No exception is known. Where a value is overdue or red, one appears here by itself; write "
    "others as [[exception]] in indicators.toml."
)
_NO_LOSS = (
    "No loss is written down, so nobody can tell how well the indicators warn. Write each loss as "
    "[[loss]] in indicators.toml, with its day and the objective or clause it touched."
)
_ORDER = (State.RED, State.AMBER, State.UNKNOWN, State.GREEN)


def indicator_blocks(
    watchlist: Watchlist, on: date, *, own_room: bool = False
) -> tuple[Block, ...]:
    """Show what the indicators say on a day.

    Parameters
    ----------
    watchlist
        The indicators of a deal, with their values.
    on
        The day; what was received later is left aside.
    own_room
        Whether the page stays in the group's own room. Anywhere else what rests on 1 to 10 people
        is masked.

    Returns
    -------
    tuple of Block
        One table of all, charts of those not green, exceptions by due day, and hit rates.
    """
    heading = Heading(2, "Early signs", ANCHOR)
    if not watchlist.indicators:
        ready = ", ".join(READY)
        return heading, Prose(_NONE.format(ready=ready)), *_left_out(watchlist)
    found = [stand(one, watchlist.samples, on) for one in watchlist.indicators]
    standings = sorted(found, key=lambda one: _ORDER.index(one.state))
    return (
        heading,
        _callout(standings, on, own_room=own_room),
        *_left_out(watchlist),
        _table(standings, own_room=own_room),
        *chart_blocks(standings, f"{ANCHOR}-courses", own_room=own_room),
        *_exceptions(watchlist, standings, on, own_room=own_room),
        *_hit_rates(watchlist, standings, on, own_room=own_room),
    )


def _callout(standings: Sequence[Standing], on: date, *, own_room: bool) -> Callout:
    shown = [one.state for one in standings if may_show_standing(one, own_room=own_room)]
    counts = [f"{shown.count(state)} {state.value}" for state in _ORDER if state in shown]
    if len(shown) < len(standings):
        counts.append(f"{len(standings) - len(shown)} {NOT_SHOWN}")
    title = f"On {on}, of {len(standings)} indicators: {', '.join(counts)}."
    is_calm = set(shown) <= {State.GREEN}
    return Callout("note" if is_calm else "warning", title)


def _left_out(watchlist: Watchlist) -> tuple[Block, ...]:
    """Say that lines with a problem were left out; which ones, the messages say."""
    if not watchlist.problems:
        return ()
    number = len(watchlist.problems)
    lines = "1 problem" if number == 1 else f"{number} problems"
    files = " and ".join(sorted({one.file for one in watchlist.problems}))
    title = f"{lines} in {files}: what they touch is left out of this page."
    return (Callout("warning", title),)


def _table(standings: Sequence[Standing], *, own_room: bool) -> Table:
    titles = ("Indicator", "From", "Last value", "Stands", "Trend", "Moves", "Guards", "Owner")
    return Table(
        "All indicators",
        tuple(map(Column, titles)),
        tuple(_row(one, own_room=own_room) for one in standings),
        footnote="Amber is the time to look, red the time to act.",
        anchor=f"{ANCHOR}-table",
    )


def _row(standing: Standing, *, own_room: bool) -> Row:
    indicator, last = standing.indicator, standing.latest
    value = "none yet"
    if last is not None:
        value = f"{shown_value(indicator, last, own_room=own_room)}, {last.period}"
    may_show_trend = may_show_chart(standing, own_room=own_room)
    cells: tuple[Words, ...] = (
        f"{indicator.meaning} ({bounds_in_words(indicator)})",
        indicator.source.value,
        value,
        _stands(standing, own_room=own_room),
        trend(standing) if may_show_trend else NOT_SHOWN,
        lead_in_words(indicator),
        str(indicator.guards),
        indicator.owner,
    )
    return Row(cells, "highlight" if cells[3] != NOT_SHOWN and _is_red(standing, own_room) else "")


def _is_red(standing: Standing, own_room: bool) -> bool:
    return standing.state is State.RED and may_show_standing(standing, own_room=own_room)


def _stands(standing: Standing, *, own_room: bool) -> Words:
    if not may_show_standing(standing, own_room=own_room):
        return WHY_HIDDEN
    badge = Badge(SHAPES[standing.state], standing.state.value)
    return (badge, f" {standing.because}") if standing.because else (badge,)


def _exceptions(
    watchlist: Watchlist, standings: Sequence[Standing], on: date, *, own_room: bool
) -> tuple[Block, ...]:
    # An exception for a colour that may not be shown would show it.
    seen = [
        one if may_show_standing(one, own_room=own_room) else replace(one, state=State.UNKNOWN)
        for one in standings
    ]
    found = exceptions_on(watchlist, seen, on)
    heading = Heading(3, "Exceptions", f"{ANCHOR}-exceptions")
    if not found:
        return heading, Prose(_NO_EXCEPTION)
    titles = ("Due", "What", "About", "Opened", "Stands", "What comes next", "Owner")
    names = {one.id: one.meaning for one in watchlist.indicators}
    rows = tuple(Row(_cells(one, names.get(one.indicator, ""), on)) for one in found)
    table = Table(
        "Exceptions by the day their review is due",
        tuple(map(Column, titles)),
        rows,
        anchor=f"{ANCHOR}-exceptions-table",
    )
    return heading, Prose(STARTS_A_REVIEW), table


def _cells(one: ExceptionItem, meaning: str, on: date) -> tuple[Words, ...]:
    return (
        str(one.due),
        one.rule or meaning or one.indicator,
        one.subject or "no group of people",
        str(one.opened),
        _stand_of(one, on),
        one.next_step,
        one.owner,
    )


def _stand_of(one: ExceptionItem, on: date) -> str:
    is_waived = one.waiver is not None and on <= one.waiver.expires and not one.resolution
    because = f", by {one.waiver.approver}: {one.waiver.reason}" if one.waiver else ""
    return f"{one.stands(on)}{because}" if is_waived else one.stands(on)


def _hit_rates(
    watchlist: Watchlist, standings: Sequence[Standing], on: date, *, own_room: bool
) -> tuple[Block, ...]:
    heading = Heading(3, "How well they have warned", f"{ANCHOR}-hit-rates")
    if not [one for one in watchlist.losses if one.day <= on]:
        return heading, Prose(_NO_LOSS)
    titles = ("Indicator", "Losses that red preceded", "Warnings a loss followed", "Still running")
    rows = [Row(_rated(one, watchlist, on, own_room=own_room)) for one in standings]
    table = Table(
        "How well each indicator has warned",
        tuple(map(Column, titles)),
        tuple(rows),
        footnote=f"Below {ENOUGH} losses or warnings no share is given.",
        anchor=f"{ANCHOR}-hit-rates-table",
    )
    return heading, table


def _rated(
    standing: Standing, watchlist: Watchlist, on: date, *, own_room: bool
) -> tuple[Words, ...]:
    indicator = standing.indicator
    if not may_show_chart(standing, own_room=own_room):
        return indicator.meaning, NOT_SHOWN, NOT_SHOWN, NOT_SHOWN
    rate = hit_rate(indicator, watchlist.samples, watchlist.losses, on)
    foreseen = tally_in_words(rate.foreseen, "no loss since it was first known")
    followed = tally_in_words(rate.followed, "no warning has run out")
    return indicator.meaning, foreseen, followed, str(rate.running)
