"""Pay for performance: a budget is earned measure by measure.

Notes
-----
payment = budget × Σ weight × share earned. A measure's share is the highest tier its rate reaches,
or all of it at the benchmark. Its own improvement may do instead: target = baseline + the larger
of (gap share × gap to the benchmark) and the minimum points; where lower is better, minus. With a
ladder, the number of measures met earns a step of the budget in place of weights.

Traps: rates are compared unrounded. A gap already closed is 0, never negative, so a target never
falls behind the baseline. Minimum points can set a target above 100 %, which nobody reaches: a
gate says so. A measure that is not scored cannot be failed, so a must-pass measure with too few
patients does not close the door. A must-pass measure is met when it earns anything.

Sources
-------
Oregon coordinated care organisation quality pool, as summarised (secondary; the tenth of the gap
is from general knowledge); Washington Medicaid medical-loss-ratio attachment, 2015: five measures
of 20 %, each met by prior score + 5 points or by a national percentile.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Quantity, Row, Value
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Cells, Sheet
from fairterms.units.number import Column, Mask
from fairterms.units.quantity import FRACTION, MONEY, PMPM, POINTS, Kind, Unit, count

MEASURES = count("measure")
HIGHER = "higher is better"
LOWER = "lower is better"
EITHER = "benchmark or improvement"
IMPROVEMENT_ONLY = "improvement only"
WEIGHT_MOVES = "not scored, weight moves to the others"
WEIGHT_LOST = "not scored, weight lost"
AS_MET = "scored as met"
NOTHING = "nothing is paid"
TOP_LOST = "the top of the ladder is lost"
OWN_MONEY = "own unearned money"
ALL_MONEY = "unearned money of all groups"


@dataclass(frozen=True)
class Scored:
    """One measure's result.

    Attributes
    ----------
    weight
        Its share of the budget, or 1 measure of a ladder; scalar.
    earns
        The share of the weight earned, 0 where it is not scored; shape (rows,).
    is_scored
        Whether it counts; shape (rows,).
    """

    weight: Column
    earns: Column
    is_scored: Mask
    is_must_pass: bool
    is_challenge: bool


def settle(sheet: Sheet) -> None:
    """Write the budget, each measure, the share earned and the payment, in dollars."""
    budget = _set_budget(sheet)
    measures = [_score(sheet, row) for row in sheet.rows("measures")]
    passed = _pass(sheet, measures)
    share_earned = _add_points(sheet, measures)
    if sheet.has("ladder"):
        share_earned = _climb(sheet, share_earned, passed)
    if _closes_the_door(sheet):
        words = "the share earned, if every must-pass measure is met, else 0"
        shut = sheet.choose(passed, share_earned, 0)
        share_earned = sheet.step("share_after_must_pass", shut, FRACTION, words)
    earned = sheet.step("earned", budget * share_earned, MONEY, "budget × share earned")
    if sheet.has("challenge_pool"):
        pool = _challenge_pool(sheet, budget - earned)
        won = _win_challenge(sheet, measures, passed)
        more = sheet.step("challenge_payment", pool * won, MONEY, "challenge pool × share won")
        sheet.step("payment", earned + more, MONEY, "earned + challenge payment")


def _set_budget(sheet: Sheet) -> Column:
    budget = sheet.step("budget", sheet.dollars("budget"), MONEY, "the most the measures can earn")
    if not sheet.has("budget_minimum"):
        return budget
    least = sheet.dollars("budget_minimum")
    sheet.gate("budget_minimum", budget < least, "the budget is above its minimum")
    words = "the budget, at least its minimum"
    return sheet.step("budget_or_minimum", np.maximum(budget, least), MONEY, words)


# One measure -------------------------------------------------------------------------------------


def _score(sheet: Sheet, row: Cells) -> Scored:
    name = " ".join(row.names("measure"))
    met = sheet.figure(f"{name}.numerator", Kind.COUNT, f"those who met the measure {name}")
    patients = sheet.figure(f"{name}.denominator", Kind.COUNT, f"those {name} counts")
    is_small = _find_small(sheet, row, name, patients)
    _refuse_bad_counts(sheet, name, met, patients, is_small)
    rate = sheet.step(
        f"{name}_rate", sheet.mean(met, patients), FRACTION, "numerator ÷ denominator"
    )
    earns = _earn(sheet, row, name, rate)
    sheet.gate(name, (earns < 1) & ~is_small, "it earns all it can, or is not scored")
    is_scored = ~is_small
    if row.has("minimum_denominator"):
        as_met = sheet.word("if_too_few") == AS_MET
        earns = sheet.choose(is_small, 1 if as_met else 0, earns)
        is_scored = is_scored | as_met
    weight = 1 if sheet.has("ladder") else row.number("weight")
    words = "share of the weight earned; with too few patients as the contract says"
    return Scored(
        sheet.column(weight),
        sheet.step(f"{name}_earned", earns, FRACTION, words),
        is_scored,
        row.is_yes("must_pass"),
        row.is_yes("challenge"),
    )


def _find_small(sheet: Sheet, row: Cells, name: str, patients: Column) -> Mask:
    if not row.has("minimum_denominator"):
        return np.zeros(patients.shape, dtype=bool)
    is_small = ~row.reaches(patients, "minimum_denominator")
    return sheet.gate(f"{name}_minimum_denominator", is_small, "there are enough patients")


def _refuse_bad_counts(
    sheet: Sheet, name: str, met: Column, patients: Column, is_small: Mask
) -> None:
    sheet.refuse_where(
        (patients == 0) & ~is_small,
        f"{name}.denominator",
        "is zero, so the measure has no rate",
        "ask the plan for a minimum_denominator, and what happens to the weight below it",
    )
    sheet.refuse_where(
        met > patients,
        f"{name}.numerator",
        "is more than the denominator",
        "check the figures: everyone in the numerator is in the denominator too",
    )


def _earn(sheet: Sheet, row: Cells, name: str, rate: Column) -> Column:
    """Return the share of a measure's weight that its rate earns, before small numbers."""
    improves = row.has("gap_share") or row.has("minimum_points")
    if improves and sheet.word("improvement") == IMPROVEMENT_ONLY:
        return _earn_by_improvement(sheet, row, name, rate)
    if row.has("tiers"):
        earns = _earn_by_tier(sheet, row, rate)
    else:
        earns = sheet.choose(_meets(row, rate, "benchmark"), 1, 0)
    if not improves:
        return earns
    return np.maximum(earns, _earn_by_improvement(sheet, row, name, rate))


def _meets(cells: Cells, rate: Column, threshold: str, direction: str = "") -> Mask:
    is_lower = (direction or cells.word("direction")) == LOWER
    return cells.stays_within(rate, threshold) if is_lower else cells.reaches(rate, threshold)


def _earn_by_tier(sheet: Sheet, row: Cells, rate: Column) -> Column:
    earns, direction = sheet.zero(), row.word("direction")
    for tier in row.rows("tiers"):
        here = _meets(tier, rate, "at", direction)
        earns = sheet.choose(here, tier.number("earns"), earns)
    return earns


def _earn_by_improvement(sheet: Sheet, row: Cells, name: str, rate: Column) -> Column:
    baseline = sheet.figure(f"{name}.baseline", FRACTION, f"the group's own earlier rate of {name}")
    is_lower = row.word("direction") == LOWER
    points = sheet.zero()
    if row.has("gap_share"):
        benchmark = row.number("benchmark")
        gap = baseline - benchmark if is_lower else benchmark - baseline
        points = np.maximum(gap, 0) * row.number("gap_share")
    if row.has("minimum_points"):
        points = np.maximum(points, row.number("minimum_points"))
    target = sheet.step(
        f"{name}_target",
        baseline - points if is_lower else baseline + points,
        FRACTION,
        f"own baseline {'−' if is_lower else '+'} the improvement wanted",
    )
    beyond = target < 0 if is_lower else target > 1
    sheet.gate(f"{name}_target_out_of_reach", beyond, "the improvement target can be reached")
    improved = rate <= target if is_lower else rate >= target
    earns = row.number("improvement_earns") if row.has("improvement_earns") else 1
    return sheet.choose(improved, earns, 0)


# All measures together ---------------------------------------------------------------------------


def _add_points(sheet: Sheet, measures: list[Scored]) -> Column:
    """Return the weights (or measures) earned; those not scored may pass theirs to the others."""
    total, scored, earned = sheet.zero(), sheet.zero(), sheet.zero()
    for measure in measures:
        total = total + measure.weight
        scored = scored + sheet.choose(measure.is_scored, measure.weight, 0)
        earned = earned + measure.weight * measure.earns
    if _moves_weight(sheet):
        sheet.step("scored_weight", scored, _points_unit(sheet), "weights of the measures scored")
        earned = sheet.mean(earned * total, scored)
    words = "sum over the measures: weight × share earned"
    return sheet.step("points", earned, _points_unit(sheet), words)


def _moves_weight(sheet: Sheet) -> bool:
    has_minimum = any(row.has("minimum_denominator") for row in sheet.rows("measures"))
    return has_minimum and sheet.word("if_too_few") == WEIGHT_MOVES


def _points_unit(sheet: Sheet) -> Unit:
    return MEASURES if sheet.has("ladder") else FRACTION


def _climb(sheet: Sheet, points: Column, passed: Mask) -> Column:
    """Return the share of the budget that the number of measures met earns."""
    earned, steps = sheet.zero(), sheet.rows("ladder")
    for place, step in enumerate(steps, start=1):
        here = step.reaches(points, "at")
        if place == len(steps) and _spares_lower_steps(sheet):
            here = here & passed
        earned = sheet.choose(here, step.number("earns"), earned)
    sheet.gate("ladder", earned < 1, "the top of the ladder is reached")
    return sheet.step("earned_share", earned, FRACTION, "the highest step of the ladder reached")


def _must_pass_rule(sheet: Sheet) -> str:
    """Return what a failed must-pass measure costs; empty when there is none."""
    has_any = any(row.is_yes("must_pass") for row in sheet.rows("measures"))
    return sheet.word("if_must_pass_fails") if has_any else ""


def _closes_the_door(sheet: Sheet) -> bool:
    return _must_pass_rule(sheet) == NOTHING


def _pass(sheet: Sheet, measures: list[Scored]) -> Mask:
    """Say where every must-pass measure earns something, or is not scored."""
    required = [measure for measure in measures if measure.is_must_pass]
    passed: Mask = np.asarray(sheet.zero() == 0, dtype=bool)
    for measure in required:
        passed = passed & ((measure.earns > 0) | ~measure.is_scored)
    if required:
        sheet.gate("must_pass", ~passed, "every must-pass measure is met")
    return passed


def _challenge_pool(sheet: Sheet, unearned: Column) -> Column:
    """Return the dollars the challenge measures can win."""
    if sheet.word("challenge_pool") == OWN_MONEY:
        return sheet.step("challenge_pool", unearned, MONEY, "budget − earned")
    left = sheet.figure(
        "unearned_by_all", MONEY, "what all groups together, this one too, left unearned"
    )
    own = sheet.figure("members", count("member"), "members of this group")
    of_all = sheet.figure("members_of_all", count("member"), "members of all groups, this one too")
    sheet.refuse_where(
        own > of_all,
        "members_of_all",
        "is less than this group's own members",
        "count the members of all groups, this one included",
    )
    words = "what all groups left unearned × this group's share of members"
    return sheet.step("challenge_pool", left * sheet.divide(own, of_all, "members_of_all"), MONEY, words)


def _win_challenge(sheet: Sheet, measures: list[Scored], passed: Mask) -> Column:
    """Return the share of the challenge pool that is won, each challenge measure alike."""
    won, number = sheet.zero(), sheet.zero()
    for measure in (measure for measure in measures if measure.is_challenge):
        won = won + measure.earns
        counts = sheet.choose(measure.is_scored, 1, 0) if _moves_weight(sheet) else 1
        number = number + counts
    won = sheet.mean(won, number)
    if _closes_the_door(sheet):
        won = sheet.choose(passed, won, 0)
    won = sheet.step("challenge_won", won, FRACTION, "challenge measures met ÷ challenge measures")
    sheet.gate("challenge_pool", won < 1, "every challenge measure is met")
    return won


# The entry of the catalogue ----------------------------------------------------------------------


def categorize(_clause: Clause) -> Category:
    """Class the clause: pay for performance."""
    return Category("2C", "p4p")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to weights, tiers, targets and rules that contradict each other."""
    rows = _rows(clause.terms["measures"].value) if "measures" in clause.terms else []
    yield from _check_names(rows)
    yield from _check_weights(rows, has_ladder="ladder" in clause.terms)
    for row in rows:
        yield from _check_target(row)
        yield from _check_tiers(row)
    if "ladder" in clause.terms:
        yield from _check_ladder(_rows(clause.terms["ladder"].value), len(rows))
    yield from _check_rules(clause, rows)


def _rows(value: Value | None) -> list[Row]:
    items = value if isinstance(value, tuple) else (value,)
    return [item for item in items if isinstance(item, Row)]


def _object(what: str, code: str, why: str, fix: str, term: str = "measures") -> Objection:
    return Objection(term, what, code, why, fix)


def _name(row: Row) -> str:
    return str(row.cells.get("measure", "a measure"))


def _check_names(rows: list[Row]) -> Iterator[Objection]:
    for name, times in Counter(map(_name, rows)).items():
        if times > 1:
            yield _object(
                f'the measure "{name}" stands {times} times',
                "duplicate-row",
                "the same result would be paid more than once",
                "keep one row for each measure",
            )


def _check_weights(rows: list[Row], *, has_ladder: bool) -> Iterator[Objection]:
    weighted = [row for row in rows if "weight" in row.cells]
    if has_ladder and weighted:
        yield _object(
            "the measures have weights, and a ladder counts them alike",
            "two-rates",
            "nobody can tell which of the two pays",
            "remove the weights, or the ladder",
        )
        return
    if has_ladder:
        return
    if len(weighted) < len(rows):
        yield _object(
            "a measure has no weight",
            "missing-number",
            "nobody can tell what it is worth",
            'write weight = "20 %" in each row, or add a ladder',
        )
        return
    total = sum((_amount(row, "weight") for row in rows), Decimal(0))
    if total != 1:
        yield _object(
            f"the weights add up to {Quantity(total, FRACTION)}, not to 100 %",
            "weights",
            "part of the budget could never be earned, or more than all of it",
            "check the weights against the text",
        )


def _check_target(row: Row) -> Iterator[Objection]:
    has = row.cells.keys()
    improves = bool({"gap_share", "minimum_points"} & has)
    gap = 'write benchmark = "70 %", or ask the plan for the number'
    if not ({"tiers", "benchmark"} & has or improves):
        yield _object(
            f"nothing says when {_name(row)} is met",
            "missing-number",
            "a measure without a target pays at somebody's discretion",
            gap,
        )
    if "gap_share" in has and "benchmark" not in has:
        yield _object(
            f"{_name(row)} has a gap_share and no benchmark",
            "missing-number",
            "the gap is measured to the benchmark",
            gap,
        )
    if {"tiers", "gap_share"} & has >= {"tiers"} and improves and "improvement_earns" not in has:
        yield _object(
            f"{_name(row)} has tiers, but nothing says what improvement earns",
            "missing-number",
            "it could earn any of the tiers",
            'write improvement_earns = "50 %", or ask the plan for the number',
        )
