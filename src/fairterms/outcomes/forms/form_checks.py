"""What answers and totals must be like before they are scored; the rest is refused.

A message says how many forms and which items, never which form or what it holds.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.forms.scoring_terms import ScoringRules
from fairterms.outcomes.patient_change.scores import Floats
from fairterms.reference.scoring_rule import Handling, Items
from fairterms.units.refusal import Refusal


def items_of(rules: ScoringRules) -> Items:
    """Return the items answers are scored by.

    Raises
    ------
    Refusal
        When only totals of the instrument can be read, or the contract reads only those.
    """
    name = rules.instrument.name
    if rules.scoring.items is None:
        raise Refusal(
            name,
            "only totals are read, not answers",
            "the words and keys of this form may not be kept in a program, or are not recorded",
            "score the form by its own manual and give the total",
        )
    if rules.missing_items.handling is Handling.RECORDED_TOTAL:
        raise Refusal(
            name,
            "the contract reads only the recorded total, not answers",
            "a total worked out here could differ from the one that was recorded",
            "give the recorded totals",
        )
    return rules.scoring.items


def read_answers(answers: npt.ArrayLike, rules: ScoringRules, items: Items) -> Floats:
    """Return answers as a table of shape (forms, items), NaN where missing.

    Raises
    ------
    Refusal
        When the number of items is another, or an answer is no whole number in its range.
    """
    points = np.array(answers, dtype=np.float64)
    name = rules.instrument.name
    if points.ndim != 2 or points.shape[1] != items.count:
        raise Refusal(
            name,
            f"a form has {items.count} answers, the table has shape {points.shape}",
            "answers would be counted to the wrong items",
            f"give one row a form and {items.count} columns, in the order of the form",
        )
    with np.errstate(invalid="ignore"):
        wrong = (points < items.lowest) | (points > items.highest) | (points != np.round(points))
    wrong &= ~np.isnan(points)
    if wrong.any():
        columns = [int(column) + 1 for column in np.flatnonzero(wrong.any(axis=0))]
        raise answers_outside(rules, items, columns, int(wrong.any(axis=1).sum()), len(points))
    return points


def check_totals(values: Floats, rules: ScoringRules, lowest: float, highest: float) -> None:
    """Refuse totals no form can have.

    Parameters
    ----------
    values
        In points, NaN where none was recorded; shape (forms,).
    rules
        By which rules.
    lowest, highest
        The range, in points.

    Raises
    ------
    Refusal
        When a total lies outside the range, or between the scores that can occur, unless the
        contract itself names a rule that keeps fractions.
    """
    outside = (values < lowest) | (values > highest)
    if outside.any():
        raise totals_outside(rules, lowest, highest, int(outside.sum()), values.size)
    step = rules.scoring.step
    keeps_fractions = (
        rules.is_missing_rule_named and rules.missing_items.handling is Handling.PRORATE
    )
    if step is None or keeps_fractions:
        return
    steps = (values - lowest) / step
    between = ~np.isnan(values) & (steps != np.round(steps))
    if between.any():
        raise totals_between(rules, lowest, step, int(between.sum()), values.size)


def answers_outside(
    rules: ScoringRules, items: Items, numbers: Sequence[int], count: int, everyone: int
) -> Refusal:
    """Say that answers to these items, on so many of all forms, lie outside their range."""
    return Refusal(
        rules.instrument.name,
        f"answers to item {', '.join(str(number) for number in numbers)} are no whole number "
        f"from {items.lowest} to {items.highest}, on {_of(count, everyone, 'form')}",
        "codes such as 7, 9 or −9 often mean that nothing was answered",
        "leave such answers empty, or name the scoring whose answers these are",
    )


def totals_outside(
    rules: ScoringRules, lowest: float, highest: float, count: int, everyone: int
) -> Refusal:
    """Say that so many of all totals lie outside the range."""
    return Refusal(
        rules.instrument.name,
        f"{_of(count, everyone, 'total')} {'lies' if count == 1 else 'lie'} outside "
        f"{lowest:g} to {highest:g}",
        "no form can have such a score; it may be a code for a missing form, or another form",
        "correct it at its source, or leave it empty if no form was filled in",
    )


def totals_between(
    rules: ScoringRules, lowest: float, step: float, count: int, everyone: int
) -> Refusal:
    """Say that so many of all totals lie between the scores that can occur."""
    return Refusal(
        rules.instrument.name,
        f"{_of(count, everyone, 'total')} cannot occur: "
        f"scores go from {lowest:g} in steps of {step:g}",
        "it may be a sum that was not multiplied yet, or one worked out from fewer answers",
        "send scores as the form's rule gives them, or name the rule for missing answers",
    )


def _of(count: int, everyone: int, what: str) -> str:
    return f"{count} of {everyone} {what}{'' if everyone == 1 else 's'}"
