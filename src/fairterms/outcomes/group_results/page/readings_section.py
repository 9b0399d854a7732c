"""What the contract's open words are worth: the same patients under every reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from fairterms.outcomes.group_results.page.wording import counted, dollars, percent
from fairterms.outcomes.group_results.readings import OpenMeasure
from fairterms.outcomes.patient_change.definition_sensitivity import Reading
from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience, is_small, show_rate
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table

_LEAD = (
    "The contract's words can be read in more than one way. Here the same patients are scored "
    "under every reading. Nothing about the care differs between the rows; what differs is the "
    "rate, and with it the pay. Settle these words before signing, the widest first."
)


def readings_section(
    found: Sequence[OpenMeasure], titles: Mapping[str, str], audience: Audience
) -> list[Block]:
    """Show each measure under every reading of its open words.

    Parameters
    ----------
    found
        The measures with open words.
    titles
        What the contract calls each measure, by id.
    audience
        Whose eyes the page is for; rates of few people are hidden outside the group.
    """
    if not found:
        return []
    blocks: list[Block] = [Heading(2, "What the open words are worth", "open-words"), Prose(_LEAD)]
    for one in found:
        blocks += _measure(one, titles.get(one.declared.measure, one.declared.measure), audience)
    return blocks


def _tell_apart(one: OpenMeasure) -> bool:
    """Say whether two readings, one taken from the other, would tell of 1 to 10 people."""
    rates = [reading.rate for reading in one.sensitivity.readings]
    counts = [(rate.numerator, rate.denominator) for rate in rates]
    return any(
        is_small(abs(n - other_n))
        or is_small(abs(reached - other))
        or is_small(abs((n - reached) - (other_n - other)))
        for (reached, n), (other, other_n) in combinations(counts, 2)
    )


def _measure(one: OpenMeasure, title: str, audience: Audience) -> list[Block]:
    sensitivity = one.sensitivity
    if audience is Audience.OUTSIDE and _tell_apart(one):
        words = (
            f"Patients of {one.year}. Some readings differ by 1 to 10 people, so how they differ "
            "stays in the group's room."
        )
        anchor = f"open-words-{one.declared.measure.replace('_', '-')}"
        return [Heading(3, title, anchor), Prose(words)]
    readings = sorted(sensitivity.readings, key=lambda reading: reading.rate.exact)
    rows = tuple(_row(reading, audience) for reading in readings)
    columns = (
        *(Column(name.capitalize()) for name in sensitivity.names),
        Column("Reached", "right"),
        Column("Patients", "right"),
        Column("Rate", "right"),
    )
    caption = f"{title}: {counted(len(rows), 'reading')}"
    return [
        Heading(3, title, f"open-words-{one.declared.measure.replace('_', '-')}"),
        *_range(one, audience),
        Table(caption, columns, rows, has_row_headers=False),
    ]


def _range(one: OpenMeasure, audience: Audience) -> list[Block]:
    """Say how far the rate moves; outside, only where every reading may be shown."""
    sensitivity = one.sensitivity
    if any(_shown(reading, audience) == NOT_SHOWN for reading in sensitivity.readings):
        return [Prose(f"Patients of {one.year}. Some readings rest on counts of 1 to 10 people.")]
    low, high = sensitivity.lowest.rate, sensitivity.highest.rate
    words = (
        f"Patients of {one.year}. From the worst to the best reading the rate goes from "
        f"{percent(low.value)} to {percent(high.value)}"
    )
    money = (
        f": {dollars(one.dollars)} in the expected scenario." if one.dollars is not None else "."
    )
    swings = tuple(
        f"{swing.name.capitalize()}: moves the rate by {_points(swing.average)} on average, "
        f"by {_points(swing.largest)} at most."
        for swing in sensitivity.swings()
    )
    return [Prose(words + money), Bullets(swings)]


def _shown(reading: Reading, audience: Audience) -> str:
    return show_rate(reading.rate.numerator, reading.rate.denominator, audience)


def _row(reading: Reading, audience: Audience) -> Row:
    rate, shown = reading.rate, _shown(reading, audience)
    is_hidden = shown == NOT_SHOWN
    counts = ("–", "–") if is_hidden else (f"{rate.numerator:,}", f"{rate.denominator:,}")
    return Row((*reading.labels, *counts, shown))


def _points(points: Fraction) -> str:
    return f"{float(points):.1f} points"
