"""Clinicians side by side: the funnel, the adjusted rates, and how sure anyone can be."""

from __future__ import annotations

import numpy as np

from fairterms.outcomes.comparison.funnel import NARROW, WIDE, Label
from fairterms.outcomes.group_results.clinicians import ClinicianComparison, ClinicianResult
from fairterms.outcomes.group_results.declaration import FACTS, Progress
from fairterms.outcomes.group_results.page.wording import chance, counted, percent
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.chart.curve import Axis
from fairterms.publish.chart.funnel import Band, Dot, Standing, funnel
from fairterms.publish.inline import Term
from fairterms.publish.number_blocks import Column, Row, Table

POINTS = 40
"""Points of each limit's curve."""
SURE = 0.8
"""A place in the bottom quarter is called likely from this chance on."""
_STANDINGS: dict[Label, Standing] = {
    Label.FAR_BELOW: "below",
    Label.BELOW: "below",
    Label.INSIDE: "within",
    Label.ABOVE: "above",
    Label.FAR_ABOVE: "above",
}


def clinicians_section(
    comparison: ClinicianComparison, progress: Progress, years: tuple[int, ...]
) -> list[Block]:
    """Show the funnel and the table of clinicians; for the group's own room only.

    Parameters
    ----------
    comparison
        The clinicians.
    progress
        What an improvement is.
    years
        The years the patients started in.
    """
    count = len(comparison.results)
    lead = (
        f"Share of patients who improved by {progress.improved_by:g} points or more, of those with "
        f"a first and a last score, {years[0]} to {years[-1]}. {counted(count, 'clinician')}. "
        "Differences that chance and mix of patients explain are nobody's merit or fault."
    )
    return [
        Heading(2, "Clinicians, compared fairly", "clinicians"),
        Prose(lead),
        _chart(comparison),
        Prose(_funnel_words(comparison)),
        _table(comparison),
        Bullets(tuple(_notes(comparison))),
    ]


def _chart(comparison: ClinicianComparison) -> Block:
    dots = [
        Dot(one.name, one.n, one.placement.value, _STANDINGS[one.placement.label])
        for one in comparison.results
    ]
    largest = max(one.n for one in comparison.results)
    smallest = min(one.n for one in comparison.results)
    sizes = np.linspace(max(1.0, 0.8 * smallest), 1.1 * largest, POINTS)
    bands = []
    for name, share in (("95 % limits", NARROW), ("99.8 % limits", WIDE)):
        low, high = comparison.limits.limits(sizes, share)
        points = zip(sizes.tolist(), low.tolist(), high.tolist(), strict=True)
        bands.append(Band(name, tuple((round(n), lo, hi) for n, lo, hi in points)))
    axes = (Axis("Patients", "number"), Axis("Improved", "percent"))
    return funnel(
        "Clinicians by their patients and their rate",
        dots,
        bands,
        axes,
        target=comparison.limits.target,
    )


def _funnel_words(comparison: ClinicianComparison) -> tuple[str | Term, ...]:
    found = comparison.limits.overdispersion
    phi = f"{found.phi:.1f}" if found is not None else "not estimated"
    return (
        "The limits widen by what makes clinicians differ beyond chance (",
        Term(
            "overdispersion",
            "more difference between providers than chance and their numbers explain; limits "
            "that ignore it call too many people outliers",
        ),
        f" φ = {phi}). They are not adjusted for whom a clinician treats; the table is.",
    )


def _table(comparison: ClinicianComparison) -> Block:
    rows = tuple(_row(one) for one in sorted(comparison.results, key=_order))
    columns = (
        Column("Clinician"),
        Column("Patients", "right"),
        Column("Improved", "right"),
        Column("Adjusted", "right"),
        Column("In the bottom quarter", "right"),
        Column("Reliability", "right"),
        Column("In the funnel"),
    )
    note = (
        "Adjusted: what the rate would be if the clinician treated the patients of all. In the "
        "bottom quarter: the chance that the clinician truly belongs there."
    )
    return Table("Every clinician", columns, rows, footnote=note)


def _order(one: ClinicianResult) -> tuple[float, str]:
    return (-(one.bottom_chance or 0.0), one.name)


def _row(one: ClinicianResult) -> Row:
    cells = (
        one.name,
        f"{one.n:,}",
        percent(one.improved / one.n),
        "–" if one.adjusted_rate is None else percent(one.adjusted_rate),
        "–" if one.bottom_chance is None else chance(one.bottom_chance),
        "–" if one.reliability is None else f"{one.reliability:.2f}",
        one.placement.label.value,
    )
    return Row(cells)


def _notes(comparison: ClinicianComparison) -> list[str]:
    found = []
    if comparison.model is None:
        found.append(f"No adjusted rates: {comparison.why_no_model}.")
    else:
        likely = sum((one.bottom_chance or 0) >= SURE for one in comparison.results)
        quarter = round(len(comparison.results) / 4)
        found.append(
            f"A rank would put {counted(quarter, 'clinician')} in the bottom quarter. With a "
            f"chance of {chance(SURE)} or more it is true of {likely}. Never pay or penalise on a "
            "rank."
        )
        found.append(f"Adjusted for what was known at intake: {', '.join(comparison.facts)}.")
        dropped = [fact for fact in FACTS if fact not in comparison.facts]
        if dropped:
            left = ", ".join(dropped)
            found.append(f"Not adjusted for, because it is too rare or the same for all: {left}.")
        spread = comparison.model.sigma
        found.append(
            f"Clinicians differ by a standard deviation of {spread:.2f} in log odds beyond mix and "
            "chance."
        )
    if comparison.left_out:
        found.append(
            f"{counted(comparison.left_out, 'judged episode')} stand in no adjusted rate: no "
            "clinician is named, or a fact at intake is missing."
        )
    return found
