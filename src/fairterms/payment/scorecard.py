"""A scorecard: what each measure earns of its weight, from its rate, its target and its tiers.

Notes
-----
A measure earns the last tier its rate reaches, or all of its weight at the benchmark. Improvement
on the group's own baseline may earn it instead: target = baseline + the larger of (gap share × gap
to the benchmark) and the minimum points; minus, where lower is better.

Rates are compared unrounded. A gap already closed counts as 0, so that a target never lies behind
the baseline. Minimum points can set a target above 100 %, which nobody reaches; a gate says so.
With too few patients chance decides, and what happens then is a choice of the contract.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from fairterms.contract.value import Row, Value, Word
from fairterms.payment import tiers
from fairterms.payment.model import Objection, TermSpec, share
from fairterms.payment.sheet import Cells, Sheet
from fairterms.units.number import Column, Mask
from fairterms.units.quantity import FRACTION, POINTS, Kind

HIGHER, LOWER = "higher is better", "lower is better"
EITHER, IMPROVEMENT_ONLY = "benchmark or improvement", "improvement only"
WEIGHT_MOVES = "not scored, weight moves to the others"
WEIGHT_LOST = "not scored, weight lost"
AS_MET = "scored as met"


@dataclass(frozen=True)
class Scored:
    """One measure's result.

    Attributes
    ----------
    name
        The measure's id.
    share
        The share of its weight that is earned, 0 where it is not scored; shape (rows,).
    is_scored
        Whether it counts at all; shape (rows,).
    cells
        Its row, for the weight and whatever else it holds.
    """

    name: str
    share: Column
    is_scored: Mask
    cells: Cells


def score(sheet: Sheet) -> list[Scored]:
    """Score every measure of a clause, in written order, and write each one's steps and gates.

    Reads ``<measure>.numerator`` and ``<measure>.denominator``, and ``<measure>.baseline`` (the
    group's own earlier rate) where improvement counts.

    Raises
    ------
    Refusal
        When a measure without a minimum has nobody in its denominator, or more people in the
        numerator than in the denominator.
    """
    return [_score_one(sheet, row) for row in sheet.rows("measures")]


def _score_one(sheet: Sheet, row: Cells) -> Scored:
    name = "_".join(row.names("measure"))
    met = sheet.figure(f"{name}.numerator", Kind.COUNT, f"those who met the measure {name}")
    patients = sheet.figure(f"{name}.denominator", Kind.COUNT, f"those the measure {name} is about")
    enough = _find_enough(sheet, row, name, patients)
    _refuse_bad_counts(sheet, name, met, patients, enough)
    rate = sheet.step(
        f"{name}.rate", sheet.mean(met, patients), FRACTION, "numerator ÷ denominator"
    )
    earned = _earn(sheet, row, name, rate)
    sheet.gate(name, (earned < 1) & enough, "it earns all it can, or has too few patients")
    is_scored = enough
    if row.has("minimum_denominator"):
        counts_as_met = sheet.word("if_too_few") == AS_MET
        earned = sheet.choose(enough, earned, 1 if counts_as_met else 0)
        is_scored = enough | counts_as_met
    words = "share of the measure that is earned"
    return Scored(name, sheet.step(f"{name}.share", earned, FRACTION, words), is_scored, row)


def _find_enough(sheet: Sheet, row: Cells, name: str, patients: Column) -> Mask:
    """Say where the measure has enough patients to be scored."""
    if not row.has("minimum_denominator"):
        return np.ones(patients.shape, dtype=bool)
    enough = row.reaches(patients, "minimum_denominator")
    sheet.gate(f"{name}.minimum_denominator", ~enough, "there are enough patients")
    return enough


def _refuse_bad_counts(
    sheet: Sheet, name: str, met: Column, patients: Column, enough: Mask
) -> None:
    sheet.refuse_where(
        (patients == 0) & enough,
        f"{name}.denominator",
        "is zero, so the measure has no rate",
        "ask the plan for a minimum_denominator, and what happens to the weight below it",
    )
    sheet.refuse_where(
        met > patients,
        f"{name}.numerator",
        "is more than the denominator",
        "check the figures: whoever met the measure is one of those it is about",
    )


# What a rate earns -------------------------------------------------------------------------------


def _earn(sheet: Sheet, row: Cells, name: str, rate: Column) -> Column:
    """Return the share a rate earns, whatever the number of patients."""
    improves = row.has("gap_share") or row.has("minimum_points")
    if improves and sheet.word("improvement") == IMPROVEMENT_ONLY:
        return _earn_by_improvement(sheet, row, name, rate)
    is_lower = row.word("direction") == LOWER
    if row.has("tiers"):
        earned = tiers.reach(sheet, row.rows("tiers"), rate, "share", is_falling=is_lower)
    else:
        within = row.stays_within if is_lower else row.reaches
        earned = sheet.choose(within(rate, "benchmark"), 1, 0)
    if not improves:
        return earned
    return np.maximum(earned, _earn_by_improvement(sheet, row, name, rate))


def _earn_by_improvement(sheet: Sheet, row: Cells, name: str, rate: Column) -> Column:
    meaning = f"the group's own earlier rate of {name}"
    baseline = sheet.figure(f"{name}.baseline", FRACTION, meaning)
    is_lower = row.word("direction") == LOWER
    wanted = _improvement_wanted(sheet, row, baseline, is_lower=is_lower)
    target, words = baseline + wanted, "own baseline + improvement wanted"
    if is_lower:
        target, words = baseline - wanted, "own baseline − improvement wanted"
    target = sheet.step(f"{name}.target", target, FRACTION, words)
    out_of_reach = target < 0 if is_lower else target > 1
    sheet.gate(f"{name}.target_out_of_reach", out_of_reach, "somebody could reach the target")
    improved = rate <= target if is_lower else rate >= target
    earns = row.number("improvement_share") if row.has("improvement_share") else 1
    return sheet.choose(improved, earns, 0)


def _improvement_wanted(sheet: Sheet, row: Cells, baseline: Column, *, is_lower: bool) -> Column:
    """Return how far the rate must move, as a fraction; never less than 0."""
    wanted = sheet.zero()
    if row.has("gap_share"):
        benchmark = row.number("benchmark")
        gap = baseline - benchmark if is_lower else benchmark - baseline
        wanted = np.maximum(gap, 0) * row.number("gap_share")
    if row.has("minimum_points"):
        wanted = np.maximum(wanted, row.number("minimum_points"))
    return wanted


# What the terms are, and when they contradict each other -----------------------------------------

COLUMNS = (
    TermSpec("measure", "the id of the measure", is_required=True, is_names=True),
    TermSpec("direction", "which way is better", is_required=True, choices=(HIGHER, LOWER)),
    share("benchmark", "the rate that earns all of it, and to which the gap is measured"),
    TermSpec(
        "tiers",
        "what it earns by its rate, in place of all or nothing",
        columns=(
            share("at", "the rate", is_required=True),
            share("share", "the share of the measure it earns", is_required=True),
        ),
    ),
    share("gap_share", "the share of the gap to the benchmark that must be closed"),
    TermSpec("minimum_points", "the least improvement, in percentage points", (POINTS,)),
    share("improvement_share", "the share of the measure that improvement earns, if not all"),
    TermSpec("minimum_denominator", "the fewest patients it is scored with", (Kind.COUNT,)),
)
"""The cells of a measure's row that scoring reads."""

CHOICES = (
    TermSpec(
        "improvement",
        "whether a measure with an improvement target can also be met by its benchmark or tiers",
        choices=(EITHER, IMPROVEMENT_ONLY),
        plain=EITHER,
    ),
    TermSpec(
        "if_too_few",
        "what happens to a measure with fewer patients than its minimum",
        choices=(WEIGHT_MOVES, WEIGHT_LOST, AS_MET),
        plain=WEIGHT_MOVES,
    ),
)
"""The choices of the clause that scoring reads."""


def rows_of(value: Value | None) -> list[Row]:
    """Return the rows of a term, whether it holds one or several."""
    items = value if isinstance(value, tuple) else (value,)
    return [item for item in items if isinstance(item, Row)]


def check(row: Row, term: str = "measures") -> Iterator[Objection]:
    """Object to a measure nobody can meet for certain, and to cells that would change nothing."""
    name, has = row.cells.get("measure", Word("a measure")), set(row.cells)
    improves = bool(has & {"gap_share", "minimum_points"})
    if not (improves or has & {"tiers", "benchmark"}):
        yield Objection(
            term,
            f"nothing says when {name} is met",
            "missing-number",
            "a measure without a target pays at somebody's discretion",
            'write benchmark = "70 %" or tiers, or ask the plan for the number',
        )
    if "gap_share" in has and "benchmark" not in has:
        yield Objection(
            term,
            f"{name} has a gap_share, but no benchmark",
            "missing-number",
            "the gap is measured to the benchmark",
            'write benchmark = "70 %", or ask the plan for the number',
        )
    if "tiers" in has and improves and "improvement_share" not in has:
        yield Objection(
            term,
            f"{name} has tiers, but nothing says what improvement earns",
            "missing-number",
            "it could earn any of the tiers",
            'write improvement_share = "50 %", or ask the plan for the number',
        )
    yield from _check_idle(row, name, term, improves=improves)
    is_falling = row.cells.get("direction") == Word(LOWER)
    yield from tiers.check(term, row.cells.get("tiers"), "share", is_falling=is_falling)


def idle_when_improvement_only(rows: list[Row]) -> list[str]:
    """Name the measures with tiers or a benchmark that nothing reads if only improvement counts."""
    return [
        str(row.cells.get("measure", "a measure"))
        for row in rows
        if {"gap_share", "minimum_points"} & set(row.cells)
        and ("tiers" in row.cells or ("benchmark" in row.cells and "gap_share" not in row.cells))
    ]


def _check_idle(row: Row, name: Value, term: str, *, improves: bool) -> Iterator[Objection]:
    """Object to cells that the formula would not read."""
    has = set(row.cells)
    if {"tiers", "benchmark"} <= has and "gap_share" not in has:
        yield Objection(
            term,
            f"{name} has both tiers and a benchmark, and the benchmark changes nothing",
            "unread-term",
            "nobody can tell which of the two decides",
            "write the benchmark as a tier, or remove one of them",
        )
    if "improvement_share" in has and not improves:
        yield Objection(
            term,
            f"{name} says what improvement earns, but not what improvement is",
            "missing-number",
            "a measure without a target pays at somebody's discretion",
            'write gap_share = "10 %" or minimum_points = "3 percentage points"',
        )
