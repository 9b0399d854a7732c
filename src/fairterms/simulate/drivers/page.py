"""Drivers on a page: stresses, the group's size, ways into risk."""

from collections.abc import Sequence

from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.chart.bars import Bar, bars
from fairterms.publish.chart.curve import Axis, Line, curve
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.simulate.drivers.loss_by_size import SizeResult
from fairterms.simulate.drivers.outcome import Outcome
from fairterms.simulate.drivers.phase_in import PhaseIns
from fairterms.simulate.drivers.stress_test import StressResult, StressTests
from fairterms.simulate.drivers.wording import HALF, OUTCOME, signed, signed_share, written
from fairterms.simulate.page.wording import about, chance, estimate, known, share


def stress_blocks(found: StressTests) -> list[Block]:
    """Show every stress, worst first, under a heading of the second level."""
    blocks: list[Block] = [
        Heading(2, "What would hurt most", "stress-tests"),
        Prose(
            f"One thing goes wrong at a time, in {found.years:,} simulated years of the forecast. "
            "Each line compares the same years with and without it, so that chance plays no part "
            "in the difference. How strong each is is our choice; none is a prediction."
        ),
    ]
    if found.results:
        changes = [Bar(one.title, known(one.change.mean)) for one in found.results]
        title = "What each stress adds to the net margin of an average year"
        blocks += [bars(title, changes, anchor="stress-chart"), _stress_table(found)]
        blocks.append(Bullets(tuple(stress_sentence(one) for one in found.results)))
    if found.not_applied:
        blocks += [
            Heading(3, "Stresses that do not apply", "stress-not-applied"),
            Bullets(tuple(f"{one.title}: {one.why}" for one in found.not_applied)),
        ]
    return blocks


def stress_sentence(one: StressResult) -> str:
    """Say what a stress is and what it does."""
    text = f"{one.title}: {one.words} {_effect(one.change)}"
    if one.reserve is not None:
        more = known(one.reserve.more)
        text += f" The cash to hold at the start changes by {signed(more)}."
    return text


def size_blocks(found: Sequence[SizeResult]) -> list[Block]:
    """Show what the contract does to smaller and larger groups."""
    rows = tuple(
        Row(
            (
                _size(one),
                *written(one.outcome),
                "" if one.worst_share is None else signed_share(one.worst_share.value),
                "" if one.luck is None else chance(one.luck),
            ),
            "highlight" if one.scale == 1 else "",
        )
        for one in found
    )
    blocks: list[Block] = [
        Heading(2, "The same contract for a smaller or larger group", "driver-size"),
        Prose(
            "Rates and costs for a patient are the same, and so are dollar caps and minimum "
            "counts. Dollars that follow the patients, fixed payments and the cost of the work "
            "grow with the group. In a small group chance evens out less: it misses targets by "
            "bad luck that it truly meets."
        ),
        Table(
            "What the simulation says for each size",
            (
                Column("Size"),
                *OUTCOME,
                Column("Worst 5 % as share of payments", "right"),
                Column("Bad luck alone fails a target", "right"),
            ),
            rows,
            footnote=HALF,
            anchor="driver-size-table",
        ),
    ]
    return [*blocks, *_size_chart(found)]


def phase_in_blocks(found: PhaseIns, first_year: int) -> list[Block]:
    """Show the ways into risk.

    Parameters
    ----------
    found
        The schedules.
    first_year
        The contract's first performance year, such as 2027.
    """
    head = Heading(2, "Ways into risk", "phase-in")
    if found.why_not:
        return [head, Prose(found.why_not)]
    years = [str(first_year + label) for label in found.labels]
    lead = Prose(
        f"Each schedule is settled on the same {found.years:,} simulated years of "
        f"{_listed(years)}. A dear year is followed by dear ones, which is the cautious choice. "
        "Gains stay as they are; only the share of a loss changes."
    )
    blocks: list[Block] = [head, lead, _term_table(found, len(years))]
    if len(years) > 1:
        blocks.append(_year_table(found, years))
    amounts = [Bar(one.schedule.name, known(one.term.worst)) for one in found.results]
    blocks.append(bars("The worst 5 % of terms", amounts, anchor="phase-worst"))
    rows = tuple(Row((share(one.share), *written(one.outcome))) for one in found.shares)
    blocks.append(
        Table(
            f"The year {years[0]}, by the share of a loss the group bears",
            (Column("Share of a loss"), *OUTCOME),
            rows,
            anchor="phase-shares",
        )
    )
    return blocks


def _effect(change: Outcome) -> str:
    if not change.mean.value and not change.worst.value and not change.loses.value:
        return "The net margin does not change."
    loses = f"{abs(100 * change.loses.value):.1f} percentage points"
    way = "more" if change.loses.value > 0 else "less"
    text = (
        f"An average year changes by {signed(known(change.mean))}, a year of the worst 5 % by "
        f"{signed(known(change.worst))}"
    )
    if abs(change.loses.value) < 0.0005:
        return f"{text}; a loss is as likely as before."
    return f"{text}; a loss is {loses} {way} likely."


def _stress_table(found: StressTests) -> Table:
    rows = [Row(("Without stress", *written(found.base), ""), "highlight")]
    rows += [
        Row((one.title, *written(one.outcome), estimate(one.change.mean))) for one in found.results
    ]
    return Table(
        "The net margin under stress",
        (Column("Stress"), *OUTCOME, Column("Change of the mean", "right")),
        tuple(rows),
        footnote=HALF,
        anchor="stress-table",
    )


def _size(one: SizeResult) -> str:
    words = [f"{one.scale:g} times"]
    if one.members is not None:
        words.append(f"{one.members:,} people")
    if one.clinicians is not None:
        words.append(f"{round(one.clinicians, 1 if one.clinicians < 10 else None):,} clinicians")
    return ", ".join(words)


def _size_chart(found: Sequence[SizeResult]) -> list[Block]:
    known = [one for one in found if one.members is not None]
    if len(known) < 2:
        return []
    lines = [
        Line(
            "chance of a loss",
            tuple((float(one.members or 0), round(one.outcome.loses.value, 4)) for one in known),
        )
    ]
    lucky = [one for one in known if one.luck is not None]
    if len(lucky) > 1:
        points = tuple(
            (float(one.members or 0), round(one.luck.value, 4)) for one in lucky if one.luck
        )
        lines.append(Line("bad luck alone fails a target", points))
    axes = (Axis("People on the plan's list", "number"), Axis("Share of years", "percent"))
    return [curve("Chances by the size of the group", lines, axes)]


def _term_table(found: PhaseIns, years: int) -> Table:
    rows = tuple(
        Row((one.schedule.name, *written(one.term), estimate(one.change.worst)))
        for one in found.results
    )
    span = "The one year simulated" if years == 1 else f"The {years} years together"
    return Table(
        f"{span}, by schedule",
        (Column("Schedule"), *_of_term(), Column("Worst 5 %, against as written", "right")),
        rows,
        footnote=HALF,
        anchor="phase-term",
    )


def _of_term() -> tuple[Column, ...]:
    names = ("Mean", "Worst 5 %", "Chance to end in a loss")
    return tuple(Column(name, "right") for name in names)


def _year_table(found: PhaseIns, years: Sequence[str]) -> Table:
    rows = tuple(
        Row(
            (
                one.schedule.name,
                *(f"{about(year.worst)}; {chance(year.loses)}" for year in one.by_year),
            )
        )
        for one in found.results
    )
    return Table(
        "Worst 5 % and chance of a loss, year by year",
        (Column("Schedule"), *(Column(year, "right") for year in years)),
        rows,
        anchor="phase-years",
    )


def _listed(years: Sequence[str]) -> str:
    return years[0] if len(years) == 1 else f"{', '.join(years[:-1])} and {years[-1]}"
