"""The score of a form as one expression of SQL, with the same operations in the same order.

Numbers are double precision and each is rounded at the same places as in
:mod:`fairterms.outcomes.forms.scale_scores`, so that both give the same bits.
"""

from collections.abc import Sequence

from fairterms.outcomes.forms.scoring_terms import ScoringRules
from fairterms.reference.scoring_rule import Handling, Items, Rounding

RECORDED = "recorded"
"""The column of the recorded total, as a double."""


def answer(number: int) -> str:
    """Return the name of the column of an answer, counted from 1."""
    return f"answer_{number:d}"


def answers(items: Items) -> str:
    """Return SQL that takes a list of answers apart into columns."""
    return ", ".join(f"items[{number:d}] AS {answer(number)}" for number in items.numbers)


def score(rules: ScoringRules) -> str:
    """Return SQL of a form's score from its answers; NULL where the rule gives none.

    Examples
    --------
    >>> from fairterms.outcomes.forms.scoring_terms import ScoringTerms, look_up
    >>> rules = look_up(ScoringTerms("gad2", missing_items="complete-only"))
    >>> score(rules).startswith("(CASE WHEN (CASE WHEN answer_1 IS NULL")
    True
    """
    items = rules.scoring.items
    assert items is not None, "answers are scored by their items"
    if not rules.missing_items.is_per_subscale:
        return _scale([_points(number, items) for number in items.numbers], rules, items)
    parts = [
        _scale([_points(number, items) for number in part.items], rules, items)
        for part in rules.instrument.subscales
    ]
    return f"({' + '.join(parts)})"


def _points(number: int, items: Items) -> str:
    if number in items.reversed:
        return f"({items.lowest + items.highest:d} - {answer(number)})"
    return answer(number)


def _scale(points: Sequence[str], rules: ScoringRules, items: Items) -> str:
    """Return SQL of the score of a scale from the points of its items."""
    rule, count = rules.missing_items, len(points)
    factor = double(rules.scoring.factor(count))
    missing = _sum([f"CASE WHEN {one} IS NULL THEN 1 ELSE 0 END" for one in points])
    answered = _sum([f"coalesce({one}, 0)" for one in points])
    if rule.handling is Handling.PRORATE:
        found = _rounded(f"({answered} * {factor} / nullif({count:d} - {missing}, 0))", rules)
    else:
        found = f"(({answered} + {items.lowest:d} * {missing}) * {factor} / {count:d})"
    return f"(CASE WHEN {missing} <= {rule.at_most:d} THEN {found} END)"


def _sum(parts: Sequence[str]) -> str:
    return f"({' + '.join(parts)})"


def _rounded(value: str, rules: ScoringRules) -> str:
    rounding, scoring = rules.missing_items.rounding, rules.scoring
    if rounding is Rounding.NOT or scoring.step is None:
        return value
    lowest, step = double(scoring.lowest), double(scoring.step)
    steps = f"(({value} - {lowest}) / {step})"
    whole = f"ceil({steps})" if rounding is Rounding.UP else f"floor({steps} + 0.5::DOUBLE)"
    return f"({lowest} + {whole} * {step})"


def double(value: float) -> str:
    """Return SQL of a number in double precision, to its last bit.

    Examples
    --------
    >>> double(0.1)
    "'0.1'::DOUBLE"
    """
    return f"'{float(value)!r}'::DOUBLE"
