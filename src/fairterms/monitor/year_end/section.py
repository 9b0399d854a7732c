"""The blocks that tell how the year will end."""

from collections.abc import Sequence
from datetime import date

from fairterms.monitor.year_end.course import Course, CourseMonth
from fairterms.monitor.year_end.forecast import Outcome, YearEnd
from fairterms.monitor.year_end.month import named
from fairterms.monitor.year_end.year_to_date import Feed, YearToDate, feed_name
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.chart.course import Expected
from fairterms.publish.chart.course import course as course_chart
from fairterms.publish.chart.curve import Axis
from fairterms.publish.chart.ranges import Scenario, ranges
from fairterms.publish.number_blocks import Chart, Column, Figures, KeyNumber, Row, Table
from fairterms.simulate.page.wording import chance, dollars, estimate
from fairterms.units.quantity import FACTOR, Kind, Unit

FEWEST = 11
"""Fewer people than these are not shown outside the group's own room."""

LEFT_OUT = "figures about so few people that they stay in the group's own room."

MOST_MOVES = 6
"""Months whose moves are listed; the latest matter."""


def no_year_blocks() -> tuple[Block, ...]:
    """Return what stands where a deal has no folder ``year/``."""
    return (
        Heading(2, "How the year will end"),
        Prose(
            "Nothing of the year has been put into the deal folder yet. Make a folder year/ with "
            "paid.csv, months.csv, feeds.csv and figures.toml, and the settlement is forecast each "
            "month from what has come in."
        ),
    )


def year_end_blocks(found: Course, *, own_room: bool = False) -> tuple[Block, ...]:
    """Return the section on how the year will end.

    Parameters
    ----------
    found
        The forecasts, month by month.
    own_room
        Whether the page stays with the group; elsewhere numbers about 1 to 10 people are left out.
    """
    latest = found.latest
    return (
        Heading(2, f"How {found.year.year} will end"),
        Prose(_basis(latest)),
        _key_numbers(latest),
        *_over_months(found),
        Heading(3, "What moved it"),
        *_moves(found.months),
        Heading(3, "What may still bite"),
        *_gates(latest),
        Heading(3, "Figures that are not yet certain"),
        *_figures(latest, own_room=own_room),
        Heading(3, "What is not yet in"),
        *_missing(latest),
        Heading(3, "How the plan's data came"),
        *feed_blocks(found.year, latest.day),
    )


def _basis(latest: YearEnd) -> str:
    seen = f"claims paid through {named(latest.paid_until)}" if latest.months else "earlier years"
    return (
        f"As of {latest.day}, from {seen}. Late bills are completed by how they came in before; "
        "the months to come follow the group's own forecast, their season and what this year has "
        "shown so far. Eight in ten simulated years end in the range."
    )


def _key_numbers(latest: YearEnd) -> Figures:
    return Figures(
        (
            KeyNumber(
                "Payable for the year", estimate(latest.payable.mean), _range(latest.payable)
            ),
            KeyNumber(
                "Left after the cost of the work", estimate(latest.net.mean), _range(latest.net)
            ),
            KeyNumber("Chance that the group owes under a clause", chance(latest.owes)),
            KeyNumber("Chance that the work costs more than it brings", chance(latest.loses)),
        )
    )


def _range(one: Outcome) -> str:
    return f"8 in 10: {dollars(one.low)} to {dollars(one.high)}"


def _over_months(found: Course) -> tuple[Block, ...]:
    if len(found.months) < 2:
        return (_one_month(found.latest), _month_table(found.months))
    return (_fan(found), _month_table(found.months))


def _one_month(latest: YearEnd) -> Chart:
    return ranges(
        "What the contract pays",
        [_scenario(one) for one in (latest.payable, *latest.parts)],
        case_names=("1 in 10 below", "Mean", "1 in 10 above"),
    )


def _scenario(one: Outcome) -> Scenario:
    name = "All together" if one.name == "payable" else one.name.replace("_", " ").capitalize()
    # A mean may lie outside a range of eight in ten when one year in twenty is very dear.
    middle = min(max(one.mean.value, one.low), one.high)
    return Scenario(name, round(one.low), round(middle), round(one.high))


def _fan(found: Course) -> Chart:
    points = tuple(
        (float(place), *_ordered(month.found.payable))
        for place, month in enumerate(found.months, 1)
    )
    first = found.months[0].found.day
    axes = (Axis(f"Months, from {first}", "number"), Axis("Payable for the year", "dollars"))
    expected = Expected("Forecast", "8 in 10 years end here", points)
    return course_chart(f"The forecast of {found.year.year}, month by month", expected, (), axes)


def _ordered(one: Outcome) -> tuple[float, float, float]:
    middle = min(max(one.mean.value, one.low), one.high)
    return round(one.low), round(middle), round(one.high)


def _month_table(months: Sequence[CourseMonth]) -> Table:
    rows = []
    for month in months:
        one = month.found
        rows.append(
            Row(
                (
                    str(one.day),
                    named(one.paid_until),
                    estimate(one.payable.mean),
                    f"{dollars(one.payable.low)} to {dollars(one.payable.high)}",
                    chance(one.owes),
                    _signed(month.moved) if month.moves else "",
                )
            )
        )
    columns = (
        Column("As of"),
        Column("Claims paid through"),
        Column("Payable", "right"),
        Column("8 in 10 years", "right"),
        Column("Group owes", "right"),
        Column("Moved by", "right"),
    )
    note = "The number after ± is what simulating so many years leaves open, with 95 % confidence."
    return Table("The forecast month by month", columns, tuple(rows), note)


def _moves(months: Sequence[CourseMonth]) -> tuple[Block, ...]:
    moved = [month for month in months if month.moves][-MOST_MOVES:]
    if not moved:
        return (Prose("This is the first forecast. Next month it is said here what moved it."),)
    sorts = [one.sort for one in moved[-1].moves]
    rows = [
        Row((str(month.found.day), *(_signed(one.amount.value) for one in month.moves)))
        for month in moved
    ]
    columns = (Column("As of"), *(Column(_capital(sort), "right") for sort in sorts))
    note = "What each sort of figures changed in the mean amount payable since the month before."
    return (Table("What moved the forecast", columns, tuple(rows), note),)


def _signed(amount: float) -> str:
    shown = dollars(amount)
    return f"+{shown}" if amount >= 0.5 else shown


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _gates(latest: YearEnd) -> tuple[Block, ...]:
    if not latest.gates:
        return (Prose("The terms have no threshold and no cap."),)
    open_ones = [one for one in latest.gates if 0 < one.bites.value < 1]
    sure = len(latest.gates) - len(open_ones)
    words = (
        f"{sure} of {len(latest.gates)} thresholds and caps are decided in every simulated year."
    )
    if not open_ones:
        return (Prose(words),)
    rows = [
        Row((f"{_words(one.clause)}: {_words(one.name)}", chance(one.bites), one.otherwise))
        for one in open_ones
    ]
    columns = (Column("Threshold or cap"), Column("Bites", "right"), Column("Otherwise because"))
    return (Prose(words), Table("Thresholds and caps still open", columns, tuple(rows)))


def _words(name: str) -> str:
    return name.replace("_", " ").replace(".", ", ")


def _figures(latest: YearEnd, *, own_room: bool) -> tuple[Block, ...]:
    if not latest.figures:
        return (Prose("All figures are certain. Settle the year with the plan's report."),)
    shown = [one for one in latest.figures if own_room or not _is_about_few(one, latest)]
    rows = [
        Row(
            (
                _words(one.name),
                _amount(one.mean.value, one.unit),
                f"{_amount(one.low, one.unit)} to {_amount(one.high, one.unit)}",
            )
        )
        for one in shown
    ]
    columns = (Column("Figure"), Column("Mean", "right"), Column("8 in 10 years", "right"))
    note = "" if len(shown) == len(latest.figures) else f"Left out: {LEFT_OUT}"
    return (Table("The figures at the end of the year", columns, tuple(rows), note),)


def _is_about_few(one: Outcome, latest: YearEnd) -> bool:
    """Say whether 1 to 10 people may stand behind a figure."""
    is_count = one.unit is not None and one.unit.kind is Kind.COUNT
    return one.name in latest.about_few or (is_count and one.low < FEWEST)


def _amount(value: float, unit: Unit | None) -> str:
    kind = (unit or FACTOR).kind
    if kind in {Kind.MONEY, Kind.MONEY_PER}:
        return dollars(value)
    if kind in {Kind.FRACTION, Kind.POINTS}:
        return f"{100 * value:.1f} %"
    return f"{value:,.0f}" if kind is Kind.COUNT else f"{value:.4f}"


def _missing(latest: YearEnd) -> tuple[Block, ...]:
    lines = [
        f"{_capital(feed_name(one))}: due {one.due}, {one.days_late(latest.day)} days ago. "
        "Ask the plan for it."
        for one in latest.waiting
    ]
    lines += [
        f"{_capital(feed_name(one))} has come, and cannot be used before the one that is out."
        for one in latest.unused
    ]
    blocks: list[Block] = []
    if lines:
        blocks.append(Callout("warning", "Claims data is out", (Bullets(tuple(lines)),)))
    if latest.unseen:
        names = ", ".join(_words(name) for name in latest.unseen)
        blocks.append(Prose(f"Taken from the forecast, because nothing has come yet: {names}."))
    return tuple(blocks) or (Prose("Everything that was due has come."),)


def feed_blocks(year: YearToDate, day: date) -> tuple[Block, ...]:
    """Return how late each feed came, as far as a day can tell.

    Parameters
    ----------
    year
        What came in.
    day
        The day.
    """
    due = [one for one in year.feeds if one.due <= day or _came(one, day)]
    if not due:
        return (Prose("No feed was due yet. Write each with its due day into year/feeds.csv."),)
    late = sum(one.days_late(day) > 0 for one in due)
    words = "Every feed came in time." if not late else f"{late} of {len(due)} feeds came late."
    columns = (
        Column("Feed"),
        Column("Due"),
        Column("Came"),
        Column("Days late", "right"),
        Column("Note"),
    )
    return (Prose(words), Table("Feeds of claims", columns, tuple(_row(one, day) for one in due)))


def _came(feed: Feed, day: date) -> bool:
    return feed.received is not None and feed.received <= day


def _row(feed: Feed, day: date) -> Row:
    came = str(feed.received) if _came(feed, day) else "not yet"
    late = feed.days_late(day)
    note = f"tells {named(feed.restates)} anew" if feed.restates and _came(feed, day) else ""
    cells = (named(feed.month), str(feed.due), came, str(late) if late else "in time", note)
    return Row(cells, "highlight" if late else "")
