"""Pay for performance: a budget is earned measure by measure.

Notes
-----
payment = budget × Σ weight × share earned; how a measure earns its share is told in ``scorecard``.
With a ladder, the number of measures met earns a step of the budget in place of weights; a measure
that earns half counts as half a measure. Where a measure has too few patients and its weight moves
to the others, what the others earn is scaled up: × all weights ÷ weights scored.

A must-pass measure is met when it earns anything. One that is not scored cannot be failed, so it
does not close the door. A challenge pool pays money left unearned to those who meet the challenge
measures, each of which counts alike.

Sources
-------
Oregon coordinated-care quality pool (secondary summary; improvement by a tenth of the gap is from
general knowledge): 12 of 16 measures and two further conditions for the full award in 2019, the
rest to a challenge pool. Washington Medicaid attachment of 2015: five measures of 20 %, each met
by the prior score + 5 points or by a national percentile.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row, Word, show
from fairterms.payment import scorecard, tiers
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.scorecard import Scored, rows_of
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column, Mask
from fairterms.units.quantity import FRACTION, MONEY, PMPM, Quantity, count

MEASURES = count("measure")
NOTHING = "nothing is paid"
TOP_LOST = "the top of the ladder is lost"
OWN_MONEY = "own unearned money"
ALL_MONEY = "unearned money of all groups"


def settle(sheet: Sheet) -> None:
    """Write the budget, each measure, the share earned and the payment, in dollars."""
    budget = _set_budget(sheet)
    measures = scorecard.score(sheet)
    passed = _pass(sheet, measures)
    earned_share = _add_points(sheet, measures)
    if sheet.has("ladder"):
        earned_share = _climb(sheet, earned_share, passed)
    if _must_pass_rule(sheet) == NOTHING:
        words = "the share earned, if every must-pass measure is met, else 0"
        kept = sheet.choose(passed, earned_share, 0)
        earned_share = sheet.step("share_after_must_pass", kept, FRACTION, words)
    earned = sheet.step("earned", budget * earned_share, MONEY, "budget × share earned")
    if sheet.has("challenge_pool"):
        pool = _find_challenge_pool(sheet, budget - earned)
        won = _win_challenge(sheet, measures, passed)
        more = sheet.step("challenge_payment", pool * won, MONEY, "challenge pool × share won")
        sheet.step("payment", earned + more, MONEY, "earned + challenge payment")


def _set_budget(sheet: Sheet) -> Column:
    budget = sheet.step("budget", sheet.dollars("budget"), MONEY, "the most the measures can earn")
    if not sheet.has("budget_minimum"):
        return budget
    least = sheet.dollars("budget_minimum")
    sheet.gate("budget_minimum", budget < least, "the budget is not below its minimum")
    words = "the budget, at least its minimum"
    return sheet.step("budget_or_minimum", np.maximum(budget, least), MONEY, words)


def _add_points(sheet: Sheet, measures: list[Scored]) -> Column:
    """Return the weights (or the number of measures) earned."""
    unit = MEASURES if sheet.has("ladder") else FRACTION
    total, scored, earned = sheet.zero(), sheet.zero(), sheet.zero()
    for measure in measures:
        weight = _weigh(sheet, measure)
        total = total + weight
        scored = scored + sheet.choose(measure.is_scored, weight, 0)
        earned = earned + weight * measure.share
    words = "sum over the measures: weight × share earned"
    if _moves_weight(sheet):
        scored = sheet.step("scored_weight", scored, unit, "sum over the measures scored: weight")
        earned = sheet.mean(earned * total, scored)
        words += ", × all weights ÷ weights scored"
    return sheet.step("points", earned, unit, words)


def _weigh(sheet: Sheet, measure: Scored) -> Column:
    return sheet.column(1) if sheet.has("ladder") else sheet.column(measure.cells.number("weight"))


def _moves_weight(sheet: Sheet) -> bool:
    has_minimum = any(row.has("minimum_denominator") for row in sheet.rows("measures"))
    return has_minimum and sheet.word("if_too_few") == scorecard.WEIGHT_MOVES


def _climb(sheet: Sheet, points: Column, passed: Mask) -> Column:
    """Return the share of the budget that the number of measures met earns."""
    rungs = sheet.rows("ladder")
    earned = tiers.reach(sheet, rungs, points, "share")
    if _must_pass_rule(sheet) == TOP_LOST:
        # Reading all rungs first keeps the top one's terms read, whatever the figures are.
        earned = sheet.choose(passed, earned, tiers.reach(sheet, rungs[:-1], points, "share"))
    sheet.gate("ladder", ~rungs[-1].reaches(points, "at"), "the top of the ladder is reached")
    return sheet.step("earned_share", earned, FRACTION, "what the highest step reached earns")


def _must_pass_rule(sheet: Sheet) -> str:
    """Return what a failed must-pass measure costs; empty when there is no such measure."""
    has_any = any(row.is_yes("must_pass") for row in sheet.rows("measures"))
    return sheet.word("if_must_pass_fails") if has_any else ""


def _pass(sheet: Sheet, measures: list[Scored]) -> Mask:
    """Say where every must-pass measure earns something, or is not scored."""
    required = [measure for measure in measures if measure.cells.is_yes("must_pass")]
    passed: Mask = np.asarray(sheet.zero() == 0, dtype=bool)
    for measure in required:
        passed = passed & ((measure.share > 0) | ~measure.is_scored)
    if required:
        sheet.gate("must_pass", ~passed, "every must-pass measure is met")
    return passed


def _find_challenge_pool(sheet: Sheet, unearned: Column) -> Column:
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
    part = left * sheet.divide(own, of_all, "members_of_all")
    words = "what all groups left unearned × this group's share of their members"
    return sheet.step("challenge_pool", part, MONEY, words)


def _win_challenge(sheet: Sheet, measures: list[Scored], passed: Mask) -> Column:
    """Return the share of the challenge pool that is won."""
    met, number = sheet.zero(), sheet.zero()
    for measure in measures:
        if measure.cells.is_yes("challenge"):
            met = met + measure.share
            counts = measure.is_scored if _moves_weight(sheet) else True
            number = number + sheet.choose(counts, 1, 0)
    won = sheet.mean(met, number)
    if _must_pass_rule(sheet) == NOTHING:
        won = sheet.choose(passed, won, 0)
    won = sheet.step("challenge_won", won, FRACTION, "challenge measures met ÷ challenge measures")
    sheet.gate("challenge_pool", won < 1, "every challenge measure is met")
    return won


def categorize(_clause: Clause) -> Category:
    """Class the clause: pay for performance."""
    return Category("2C", "p4p")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to weights, tiers, targets and rules that contradict each other."""
    rows = rows_of(clause.terms["measures"].value) if "measures" in clause.terms else []
    for name, times in Counter(show(row.cells.get("measure", Word(""))) for row in rows).items():
        if times > 1:
            yield Objection(
                "measures",
                f'the measure "{name}" stands {times} times',
                "repeated-row",
                "the same result would be paid more than once",
                "keep one row for each measure",
            )
    for row in rows:
        yield from scorecard.check(row)
    if "ladder" in clause.terms:
        yield from _check_ladder(clause, rows)
    elif rows:
        yield from _check_weights(rows)
    yield from _check_choices(clause, rows)
    yield from _check_challenge(clause, rows)


def _check_weights(rows: list[Row]) -> Iterator[Objection]:
    cells = [row.cells.get("weight") for row in rows]
    if None in cells:
        yield Objection(
            "measures",
            "a measure has no weight",
            "missing-number",
            "nobody can tell what it is worth",
            'write weight = "20 %" in each row, or add a ladder',
        )
        return
    weights = [cell.amount for cell in cells if isinstance(cell, Quantity)]
    total = sum(weights, Decimal(0))
    if len(weights) == len(cells) and total != 1:
        yield Objection(
            "measures",
            f"the weights add up to {Quantity(total, FRACTION)}, not to 100 %",
            "weights",
            "part of the budget could never be earned, or more than all of it",
            "check the weights against the text",
        )


def _check_ladder(clause: Clause, rows: list[Row]) -> Iterator[Objection]:
    ladder = clause.terms["ladder"].value
    yield from tiers.check("ladder", ladder, "share")
    if any("weight" in row.cells for row in rows):
        yield Objection(
            "ladder",
            "the measures have weights, and the ladder counts them alike",
            "two-rates",
            "nobody can tell which of the two pays",
            "remove the weights, or the ladder",
        )
    for rung in rows_of(ladder):
        at = rung.cells.get("at")
        if isinstance(at, Quantity) and at.amount > len(rows):
            yield Objection(
                "ladder",
                f"a step wants {at}, but there are only {Quantity(Decimal(len(rows)), MEASURES)}",
                "out-of-reach",
                "nobody can reach it",
                "check the ladder and the list of measures against the text",
            )


def _check_choices(clause: Clause, rows: list[Row]) -> Iterator[Objection]:
    rule, improvement = (
        clause.terms[name].value if name in clause.terms else None
        for name in ("if_must_pass_fails", "improvement")
    )
    if rule == Word(TOP_LOST) and "ladder" not in clause.terms:
        yield Objection(
            "if_must_pass_fails",
            "the top of the ladder is lost, but there is no ladder",
            "missing-term",
            "a failed must-pass measure would cost nothing",
            f'write the ladder, or if_must_pass_fails = "{NOTHING}"',
        )
    if improvement == Word(scorecard.IMPROVEMENT_ONLY):
        for name in scorecard.idle_when_improvement_only(rows):
            yield Objection(
                "improvement",
                f"only improvement counts, so a rate that {name} names changes nothing",
                "unread-term",
                "both sides may think it matters",
                f'remove it, or write improvement = "{scorecard.EITHER}"',
            )


def _check_challenge(clause: Clause, rows: list[Row]) -> Iterator[Objection]:
    has_pool = "challenge_pool" in clause.terms
    has_measure = any(row.cells.get("challenge") is True for row in rows)
    if has_pool and not has_measure:
        yield Objection(
            "challenge_pool",
            "no measure is a challenge measure",
            "missing-term",
            "nothing could win the challenge pool",
            "write challenge = true in the rows of the challenge measures",
        )
    if has_measure and not has_pool:
        yield Objection(
            "measures",
            "a measure is a challenge measure, but there is no challenge_pool",
            "missing-term",
            "it would win nothing",
            f'write challenge_pool = "{OWN_MONEY}" or "{ALL_MONEY}", or remove challenge',
        )


MODEL = Model(
    name="pay_for_performance",
    title="Pay for performance",
    summary=(
        "A budget is earned by results: each measure earns a share of it when the group reaches "
        "a rate, or improves on its own earlier rate."
    ),
    role=Role.STREAM,
    terms=(
        TermSpec(
            "budget",
            "the most the measures can earn together",
            (MONEY, PMPM, FRACTION),
            is_required=True,
            has_base=True,
        ),
        TermSpec("budget_minimum", "the least the budget can be", (MONEY, PMPM)),
        TermSpec(
            "measures",
            "the measures that are paid for",
            is_required=True,
            columns=(
                *scorecard.COLUMNS,
                share("weight", "its share of the budget"),
                TermSpec("must_pass", "whether failing it costs the others too", is_yes_no=True),
                TermSpec("challenge", "whether it can win the challenge pool", is_yes_no=True),
            ),
        ),
        *scorecard.CHOICES,
        TermSpec(
            "ladder",
            "the share of the budget earned by the number of measures met, in place of weights",
            columns=(
                TermSpec("at", "the number of measures met", (MEASURES,), is_required=True),
                share("share", "the share of the budget it earns", is_required=True),
            ),
        ),
        TermSpec(
            "if_must_pass_fails",
            "what a failed must-pass measure costs",
            choices=(NOTHING, TOP_LOST),
            plain=NOTHING,
        ),
        TermSpec(
            "challenge_pool",
            "whose unearned money the challenge measures can win",
            choices=(OWN_MONEY, ALL_MONEY),
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
