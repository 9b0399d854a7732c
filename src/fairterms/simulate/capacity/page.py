"""Capacity on a page: whether new patients can be seen as soon as the contract wants it."""

from collections.abc import Callable
from dataclasses import replace
from math import isnan

from fairterms.publish.blocks import Block, Bullets, Callout, CalloutKind, Heading, Prose
from fairterms.publish.chart.curve import Axis, Line, Threshold, curve
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table
from fairterms.simulate.capacity import wording
from fairterms.simulate.capacity.clinicians_needed import WANTED, Needed
from fairterms.simulate.capacity.forecast import CapacityForecast, Spread, TierChance
from fairterms.simulate.capacity.page_basis import basis_blocks
from fairterms.simulate.capacity.study import CapacityStudy
from fairterms.simulate.capacity.wording import chance, percent

_LEAD = (
    "New patients are seen when a clinician has a free place. Those in care come first, so a list "
    "grows when more people ask than places come free. The weeks of many years were simulated; the "
    "± is the error of having simulated only so many, not what may go wrong."
)
_THREE = 3


def capacity_blocks(found: CapacityStudy, measure_name: str) -> list[Block]:
    """Show need, waits, the contract's share and what it would take.

    Parameters
    ----------
    found
        What was simulated.
    measure_name
        What the contract calls the measure.

    Returns
    -------
    list of Block
        A section; every anchor in it begins with ``capacity``.
    """
    year = found.forecast
    blocks: list[Block] = [
        Heading(2, "Whether new patients can be seen in time", "capacity"),
        Prose(_LEAD),
        *_answer(year, measure_name),
        Figures(_key_numbers(year)),
        _need(year),
    ]
    if year.tiers:
        blocks += [
            Heading(3, "How many clinicians it takes", "capacity-how-many"),
            *_clinicians(found),
            Heading(3, "When in the year it breaks", "capacity-when"),
            *_months(year),
        ]
    blocks += [
        Heading(3, "What if", "capacity-what-if"),
        _what_ifs(found),
        Heading(3, "What this rests on", "capacity-basis"),
        *basis_blocks(found),
    ]
    return blocks


def _answer(year: CapacityForecast, measure_name: str) -> list[Block]:
    if not year.tiers:
        words = (
            f"The terms hold no plain level for {measure_name}, so no chance to meet one is shown."
        )
        return [Prose(words)]
    posts = wording.posts(year.practice.staff.posts)
    said = [
        f"{measure_name}: {percent(one.tier.at)} is reached with a chance of "
        f"{chance(one.chance)}{_earns(one)}."
        for one in year.tiers
    ]
    title = f"With {posts} full-time clinicians, new patients {_often(year.tiers[0].chance.value)}"
    kind: CalloutKind = "note" if year.tiers[0].chance.value >= WANTED[1] else "warning"
    return [Callout(kind, title, (Bullets(tuple(said)),), "capacity-answer")]


def _often(value: float) -> str:
    if value >= WANTED[2]:
        return "are seen in time in nearly every year"
    if value >= WANTED[1]:
        return "are seen in time in most years"
    if value >= WANTED[0]:
        return "are seen in time in some years, and in others not"
    return "are not seen in time in most years"


def _earns(one: TierChance) -> str:
    earns = one.tier.earns
    return "" if earns is None else f" and earns {percent(earns)} of the measure"


def _key_numbers(year: CapacityForecast) -> tuple[KeyNumber, ...]:
    first = year.practice.first_visit
    verb = wording.verb(first.counted)
    return (
        KeyNumber(
            f"{verb.capitalize()} within {first.window} business days",
            percent(year.share.middle.value),
            "of new patients, in the middle year",
        ),
        KeyNumber(
            "Half of the new patients wait",
            f"{wording.days(year.median_wait.middle.value)} business days",
            f"nine in ten at most {wording.days(year.long_wait.middle.value)}",
        ),
        KeyNumber(
            "Appointments taken",
            percent(year.utilisation.middle.value),
            "of those clinicians give",
        ),
    )


def _need(year: CapacityForecast) -> Table:
    rows = (
        ("People who ask for a first visit", year.requests, wording.whole),
        ("Appointments needed so that nobody waits for a clinician", year.needed, wording.whole),
        ("Appointments clinicians give", year.offered, wording.whole),
        ("Share of them that is taken", year.utilisation, percent),
        ("New patients in time, as the contract counts", year.share, percent),
        ("Business days until half of them have a place", year.median_wait, wording.days),
        ("Business days until nine in ten have one", year.long_wait, wording.days),
        ("Business days to a clinician's third open place", year.third_next, wording.days),
        ("People on the list when the year ends", year.waiting_at_end, wording.whole),
    )
    columns = (
        Column("Figure"),
        Column("A low year", "right"),
        Column("The middle year", "right"),
        Column("A high year", "right"),
        Column("Error of the middle", "right"),
    )
    footnote = (
        "Between the low and the high year lie 80 % of years. Appointments count whether kept or "
        f"missed. Those given are enough in {chance(year.enough)} of years."
    )
    return Table(
        f"Need and capacity, from {year.years:,} simulated years",
        columns,
        tuple(Row((name, *_cells(found, write))) for name, found, write in rows),
        footnote,
        anchor="capacity-need",
    )


def _cells(found: Spread, write: Callable[[float], str]) -> tuple[str, ...]:
    middle = found.middle
    half = middle.factor() * middle.error
    is_share, is_days = write is percent, write is wording.days
    if isnan(half):
        error = "not known"
    elif is_share:
        error = f"± {100 * half:.1f} points"
    elif is_days:
        error = f"± {half:.1f}" if half >= 0.05 else "under 0.1"
    else:
        error = f"± {half:,.0f}" if half >= 0.5 else "under 1"
    return (write(found.low.value), write(middle.value), write(found.high.value), error)


def _clinicians(found: CapacityStudy) -> list[Block]:
    tiers = [one.tier for one in found.forecast.tiers]
    today = found.forecast.practice.staff.posts
    columns = (
        Column("Full-time clinicians", "right"),
        *(Column(f"Chance to reach {percent(tier.at)}", "right") for tier in tiers),
    )
    rows = tuple(
        Row(
            (wording.posts(row.posts), *(chance(one) for one in row.chances)),
            "highlight" if row.posts == today else "",
        )
        for row in found.around
    )
    blocks: list[Block] = [Bullets(tuple(_said(found.needed)))]
    if len(found.around) > 1:
        lines = [
            Line(
                f"Chance to reach {percent(tier.at)}",
                tuple((row.posts, row.chances[place].value) for row in found.around),
            )
            for place, tier in enumerate(tiers[:_THREE])
        ]
        drawn = curve(
            "Clinicians and the chance to be in time",
            lines,
            (Axis("Full-time clinicians", "number"), Axis("Chance in a year", "percent")),
            threshold=Threshold("Today", today),
        )
        blocks.append(replace(drawn, anchor="capacity-curve"))
    caption = "Clinicians, and the chance to reach each level"
    return [*blocks, Table(caption, columns, rows, anchor="capacity-clinicians")]


def _said(needed: tuple[Needed, ...]) -> list[str]:
    said: list[str] = []
    hopeless: set[float] = set()
    for one in needed:
        level = f"{percent(one.tier.at)} with a chance of at least {percent(one.wanted)}"
        if one.posts is None or one.chance is None:
            # What no number reaches with a small chance, none reaches with a greater one.
            if one.tier.at in hopeless:
                continue
            hopeless.add(one.tier.at)
            said.append(
                f"No number of clinicians reaches {level}: the time until a place fits and missed "
                "first visits decide, not how many places there are."
            )
        else:
            said.append(
                f"It takes {wording.clinicians(one.posts)} to reach {level} (simulated: "
                f"{chance(one.chance)}); one fewer does not."
            )
    return said


def _months(year: CapacityForecast) -> list[Block]:
    lowest = percent(year.tiers[0].tier.at)
    worst = max(year.months, key=lambda one: one.below.value)
    if worst.below.value == 0:
        words = f"In no month of any simulated year were fewer than {lowest} in time."
        return [Prose(words)]
    words = (
        f"{worst.name} is the weakest month: {percent(worst.below.value)} of years fall below "
        f"{lowest} then, among the people who ask in that month."
    )
    rows = tuple(
        Row((one.name, chance(one.below)), "highlight" if one is worst else "")
        for one in year.months
    )
    columns = (Column("Asked in"), Column(f"Years below {lowest}", "right"))
    caption = "Months in which too few are in time"
    return [Prose(words), Table(caption, columns, rows, anchor="capacity-months")]


def _what_ifs(found: CapacityStudy) -> Table:
    tiers = [one.tier for one in found.forecast.tiers]
    columns = (
        Column("If"),
        Column("In time: middle year (80 % of years)", "right"),
        Column("Change, in points", "right"),
        *(Column(f"Chance to reach {percent(tier.at)}", "right") for tier in tiers),
    )
    year = found.forecast
    usual = Row(
        (
            "All goes as declared",
            wording.usual(year.share),
            "–",
            *(chance(one.chance) for one in year.tiers),
        ),
        "highlight",
    )
    rows = tuple(
        Row(
            (
                one.name,
                wording.usual(one.share),
                wording.points(one.change),
                *(chance(tier.chance) for tier in one.tiers),
            )
        )
        for one in found.what_ifs
    )
    caption = "The same years, with one thing changed"
    return Table(caption, columns, (usual, *rows), anchor="capacity-what-ifs")
