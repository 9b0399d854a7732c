"""Scores of many forms at once: the score, its bounds, its band, and what rests on a guess.

A form with a missing answer is never quietly totalled: it gets a score by the contract's rule or
none, it always gets the bounds between which its true score lies, and it is flagged where band or
caseness would change within them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.score_codes import check_code
from fairterms.outcomes.scores import Flags, Floats, Whole
from fairterms.outcomes.scoring_terms import ScoringRules, ScoringTerms, look_up
from fairterms.reference.instrument_facts import Bands, Caseness, Criterion, Direction
from fairterms.reference.scoring_rule import Handling, Items, MissingItems, Rounding, Scoring
from fairterms.units.refusal import Refusal

YES, NO, UNKNOWN = 1, 0, -1
"""Answers to a question that a missing answer can leave open."""

TOTAL = "total"
"""The name of the whole form's score beside the subscales'."""


@dataclass(frozen=True, eq=False)
class ScaleScores:
    """Scores of one scale, one row a form; every column of shape (forms,).

    Attributes
    ----------
    name
        ``"total"`` or the subscale's.
    score
        In points; NaN where the rule gives none.
    lower, upper
        Bounds of the true score, in points: every missing answer at its least and at its most.
    missing
        Missing answers.
    band
        Position in ``band_names``, from 0; −1 without a score or without bands.
    is_case
        ``YES``, ``NO``, or ``UNKNOWN`` without a score or without a cut.
    band_depends, case_depends
        There is a score, answers are missing, and the bounds lie in different bands, or on both
        sides of the cut: the answer rests on what was filled in.
    band_names
        From the lowest scores up.
    """

    name: str
    score: Floats
    lower: Floats
    upper: Floats
    missing: Whole
    band: Whole
    is_case: Whole
    band_depends: Flags
    case_depends: Flags
    band_names: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """How many forms there are, scored or not."""
        return int(self.score.size)

    @property
    def n_scored(self) -> int:
        """How many of them have a score."""
        return int(np.count_nonzero(~np.isnan(self.score)))

    def band_counts(self) -> dict[str, int]:
        """Return how many scored forms lie in each band, from the lowest up."""
        counts = np.bincount(self.band[self.band >= 0], minlength=len(self.band_names))
        return dict(zip(self.band_names, counts.tolist(), strict=True))


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
        all were answered at their least, ``UNKNOWN`` otherwise; shape (forms,). A missing answer
        is never filled in here. It is a reason to ask, never a measure of risk.
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
        Items that run the other way are turned here, so they come as entered.
    terms
        What the contract says about scoring.
    code
        The record's LOINC code, when there is one; it must not be another instrument's.

    Raises
    ------
    Refusal
        When only totals of the instrument can be read, when the contract reads only recorded
        totals, when the number of items is another, when an answer lies outside its range, when
        the code is another instrument's, or when the terms leave the scoring open.

    Notes
    -----
    For an item range a..b, k items of which m are missing, points p of the answered ones and
    f = multiplier × k (a sum) or multiplier (a mean):
    lower = f(Σp + a·m)/k, upper = f(Σp + b·m)/k, prorated score = f·Σp/(k − m).
    For a sum of items from 0 to b these are Σp, Σp + b·m and k·mean. Fractions are kept: they are
    compared with the edges as they are.

    Sources
    -------
    The instruments' own, recorded in :mod:`fairterms.reference.instruments`.

    Examples
    --------
    Two visits of a worked GAD-7 example, 15 and 7 points (CDISC-style, R package admiral), and
    a form with one answer missing. The contract asks for the mean of the answered items:

    >>> import numpy as np
    >>> forms = [[2, 2, 2, 2, 3, 3, 1], [1, 1, 1, 1, 1, 1, 1], [2, 1, 2, 1, 1, 1, np.nan]]
    >>> scored = score_items(forms, ScoringTerms("gad7", missing_items="prorate-up-to-1"))
    >>> scored.total.score.tolist()
    [15.0, 7.0, 9.333333333333334]
    >>> list(zip(scored.total.lower.tolist(), scored.total.upper.tolist()))
    [(15.0, 15.0), (7.0, 7.0), (8.0, 11.0)]
    >>> scored.total.band_depends.tolist()
    [False, False, True]
    """
    rules = look_up(terms)
    check_code(terms.instrument, code)
    items = _items(rules)
    points = _turned(_read_answers(answers, rules.instrument.name, items), items)
    parts = {
        part.name: _scale(
            points[:, [number - 1 for number in part.items]],
            rules,
            _Scale(part.name, *_only(part.bands), *_only(part.caseness)),
        )
        for part in rules.instrument.subscales
    }
    whole = _Scale(TOTAL, rules.bands, rules.caseness)
    return ScoredForms(
        rules=rules,
        total=_summed(list(parts.values()), rules, whole)
        if rules.missing_items.is_per_subscale
        else _scale(points, rules, whole),
        subscales=parts,
        criteria={rule.name: _criterion(points, rule) for rule in rules.instrument.criteria},
        suicide_answer=_suicide(points, rules.instrument.suicide_items, items.lowest),
    )
