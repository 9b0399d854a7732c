"""Many forms scored at once, from their answers or from recorded totals.

A form with a missing answer is never quietly totalled: it gets a score by the contract's rule or
none, it always gets the bounds between which its true score lies, and it is flagged where band or
caseness would change within them. Totals that cannot be, and codes of another form, are refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.forms.form_checks import check_totals, items_of, read_answers
from fairterms.outcomes.forms.scale_scores import (
    NO,
    UNKNOWN,
    YES,
    Measured,
    Scale,
    ScaleScores,
    add_up,
    judge,
    part,
    score_points,
    whole,
)
from fairterms.outcomes.forms.score_codes import check_code
from fairterms.outcomes.forms.scoring_terms import ScoringRules, ScoringTerms, look_up
from fairterms.outcomes.patient_change.scores import Flags, Floats, Whole
from fairterms.reference.instrument_facts import Criterion
from fairterms.reference.scoring_rule import Items
from fairterms.units.refusal import Refusal


@dataclass(frozen=True, eq=False)
class ScoredForms:
    """Forms of one instrument with their scores.

    Attributes
    ----------
    rules
        By which rules; what was assumed and what is unconfirmed stands there.
    total
        The whole form's score.
    subscales
        By name.
    criteria
        By name: ``YES``, ``NO`` or ``UNKNOWN`` for each form; shape (forms,).
    suicide_answer
        ``YES`` where an item on suicide or self-harm was answered above its least, ``NO`` where
        all were answered at their least, else ``UNKNOWN``; shape (forms,). A missing answer is
        never filled in here. It is a reason to ask, never a measure of risk.
    """

    rules: ScoringRules
    total: ScaleScores
    subscales: Mapping[str, ScaleScores]
    criteria: Mapping[str, Whole]
    suicide_answer: Whole


def score_items(answers: npt.ArrayLike, terms: ScoringTerms, code: str = "") -> ScoredForms:
    """Score forms answer by answer.

    Parameters
    ----------
    answers
        Points as entered on the form, NaN where an answer is missing; shape (forms, items).
        Items that run the other way are turned here.
    terms
        What the contract says about scoring.
    code
        The records' LOINC code, where there is one.

    Raises
    ------
    Refusal
        When only totals of the instrument can be read, or the contract reads only those; when the
        number of items is another or an answer lies outside its range; when the code is another
        instrument's; when the terms leave the scoring open.

    Notes
    -----
    For items of a..b points, k items of which m are missing, points p of the answered ones, and
    f = multiplier × k for a sum, multiplier for a mean: lower = f(Σp + a·m)/k, upper =
    f(Σp + b·m)/k, prorated score = f·Σp/(k − m). For a sum of items from 0 these are Σp, Σp + b·m
    and k·mean. Unrounded fractions are compared with the edges as they are.

    Sources
    -------
    The instruments' own, recorded in :mod:`fairterms.reference.instruments`.

    Examples
    --------
    Two visits of a worked GAD-7 example with recorded totals of 15 and 7 (CDISC-style example
    of the R package admiral, Apache-2.0), and a form with one answer missing:

    >>> import numpy as np
    >>> forms = [[2, 2, 2, 2, 3, 3, 1], [1, 1, 1, 1, 1, 1, 1], [2, 1, 2, 1, 1, 1, np.nan]]
    >>> scored = score_items(forms, ScoringTerms("gad7", missing_items="prorate-up-to-1"))
    >>> scored.total.score.round(2).tolist()
    [15.0, 7.0, 9.33]
    >>> scored.total.lower.tolist(), scored.total.upper.tolist()
    ([15.0, 7.0, 8.0], [15.0, 7.0, 11.0])
    >>> scored.total.band_depends.tolist()
    [False, False, True]
    """
    rules = look_up(terms)
    check_code(terms.instrument, code)
    items = items_of(rules)
    points = _turned(read_answers(answers, rules, items), items)
    parts = {
        entry.name: score_points(_columns(points, entry.items), rules, part(rules, entry))
        for entry in rules.instrument.subscales
    }
    if rules.missing_items.is_per_subscale:
        total = add_up(list(parts.values()), rules)
    else:
        total = score_points(points, rules, whole(rules))
    criteria = {rule.name: _criterion(points, rule) for rule in rules.instrument.criteria}
    return ScoredForms(
        rules,
        total,
        MappingProxyType(parts),
        MappingProxyType(criteria),
        _suicide_answer(points, rules, items),
    )


def score_totals(
    totals: npt.ArrayLike, terms: ScoringTerms, code: str = "", subscale: str = ""
) -> ScaleScores:
    """Judge recorded totals: range, band and caseness.

    Parameters
    ----------
    totals
        In points, NaN where none was recorded; shape (forms,).
    terms
        What the contract says about scoring.
    code
        The records' LOINC code, where there is one.
    subscale
        Whose scores these are; empty for the whole form.

    Returns
    -------
    ScaleScores
        Bounds of a recorded total are the total itself, of one that was not recorded the whole
        range; ``missing`` is then 1, since the one number is missing.

    Raises
    ------
    Refusal
        When a total lies outside its range, or between the scores that can occur, unless the
        contract itself names a rule that keeps fractions; when the code is another instrument's;
        when the terms leave the scoring open.

    Examples
    --------
    >>> scores = score_totals([3, 12, 21], ScoringTerms("phq9"), code="44261-6")
    >>> [scores.band_names[band] for band in scores.band]
    ['minimal', 'moderate', 'severe']
    >>> score_totals([14, 300], ScoringTerms("phq9"))
    Traceback (most recent call last):
    ...
    fairterms.units.refusal.Refusal: phq9: 1 of 2 totals lies outside 0 to 27
          why: no form can have such a score; it may be a code for a missing form, or another form
          fix: correct it at its source, or leave it empty if no form was filled in
    """
    rules = look_up(terms)
    check_code(terms.instrument, code)
    scale, lowest, highest = _scale_of(rules, subscale)
    values = np.array(totals, dtype=np.float64)
    assert values.ndim == 1, "totals are one column"
    check_totals(values, rules, lowest, highest)
    unknown = np.isnan(values)
    return judge(
        Measured(
            values,
            np.where(unknown, lowest, values),
            np.where(unknown, highest, values),
            unknown.astype(np.int64),
        ),
        scale,
    )


def _turned(points: Floats, items: Items) -> Floats:
    """Turn the points of items that run the other way."""
    turned = points.copy()
    columns = [number - 1 for number in items.reversed]
    turned[:, columns] = items.lowest + items.highest - points[:, columns]
    return turned


def _columns(points: Floats, numbers: tuple[int, ...]) -> Floats:
    return points[:, [number - 1 for number in numbers]]


def _criterion(points: Floats, rule: Criterion) -> Whole:
    """Say whether every cluster is met; what missing answers could still change is unknown."""
    surely, possibly = (np.ones(len(points), dtype=np.bool_) for _ in range(2))
    for cluster in rule.clusters:
        values = _columns(points, cluster.items)
        with np.errstate(invalid="ignore"):
            reached = (values >= cluster.points).sum(axis=1)
        surely &= reached >= cluster.at_least
        possibly &= reached + np.isnan(values).sum(axis=1) >= cluster.at_least
    return _answered(surely, ~possibly)


def _suicide_answer(points: Floats, rules: ScoringRules, items: Items) -> Whole:
    """Say whether an item on suicide was answered above its least; from given answers alone."""
    values = _columns(points, rules.instrument.suicide_items)
    if not values.size:
        return np.full(len(points), UNKNOWN, dtype=np.int64)
    with np.errstate(invalid="ignore"):
        above = np.asarray((values > items.lowest).any(axis=1))
    return _answered(above, np.asarray((values == items.lowest).all(axis=1)))


def _answered(yes: Flags, no: Flags) -> Whole:
    return np.where(yes, YES, np.where(no, NO, UNKNOWN)).astype(np.int64)


def _scale_of(rules: ScoringRules, subscale: str) -> tuple[Scale, float, float]:
    """Return the scale of recorded scores with its lowest and highest score."""
    scoring = rules.scoring
    if not subscale:
        return whole(rules), scoring.lowest, scoring.highest
    known = {entry.name: entry for entry in rules.instrument.subscales}
    if subscale not in known:
        raise Refusal(
            f'{rules.instrument.name}, subscale "{subscale}"',
            "is not recorded for this instrument",
            "its range is not known, so its scores cannot be checked",
            f"use one of: {', '.join(known)}" if known else "leave the subscale out",
        )
    entry = known[subscale]
    assert scoring.items is not None, "subscales are of items"
    factor = scoring.factor(len(entry.items))
    return part(rules, entry), scoring.items.lowest * factor, scoring.items.highest * factor
