"""Scores of one scale for many forms: score, bounds, band, caseness, and what rests on a guess."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.forms.scoring_terms import ScoringRules
from fairterms.outcomes.patient_change.scores import Flags, Floats, Whole
from fairterms.reference.instrument_facts import Bands, Caseness, Direction, Subscale
from fairterms.reference.scoring_rule import Handling, MissingItems, Rounding, Rule, Scoring

YES, NO, UNKNOWN = 1, 0, -1
"""Answers to a question that a missing answer can leave open."""

TOTAL = "total"
"""The name of the whole form's score beside those of its subscales."""


@dataclass(frozen=True)
class Scale:
    """What is scored: the whole form or a part of it.

    Attributes
    ----------
    name
        ``"total"`` or the subscale's.
    bands, caseness
        None where there are none, or none was named.
    direction
        What a higher score means.
    """

    name: str
    bands: Bands | None
    caseness: Caseness | None
    direction: Direction


def whole(rules: ScoringRules) -> Scale:
    """Return the whole form as a scale."""
    return Scale(TOTAL, rules.bands, rules.caseness, rules.instrument.direction)


def part(rules: ScoringRules, subscale: Subscale) -> Scale:
    """Return a subscale as a scale; it has bands and a cut where exactly one is recorded."""
    bands = subscale.bands[0] if len(subscale.bands) == 1 else None
    case = subscale.caseness[0] if len(subscale.caseness) == 1 else None
    return Scale(subscale.name, bands, case, rules.instrument.direction)


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
        How many answers are missing.
    band
        Position in ``band_names``; −1 without a score or without bands.
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
    band_names: tuple[str, ...]

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


def score_points(points: Floats, rules: ScoringRules, scale: Scale) -> ScaleScores:
    """Score a scale from the points of its items.

    Parameters
    ----------
    points
        In the scoring's item range, reversed items already turned, NaN where missing; shape
        (forms, items of the scale).
    rules, scale
        By which rules, and what is scored.
    """
    items = rules.scoring.items
    assert items is not None, "points are scored by their items"
    count = points.shape[1]
    missing = np.isnan(points).sum(axis=1).astype(np.int64)
    answered = np.nansum(points, axis=1)
    factor = rules.scoring.factor(count)
    # One division, last: whole numbers stay exact, so a score exactly at an edge is at the edge.
    lower = (answered + items.lowest * missing) * factor / count
    upper = (answered + items.highest * missing) * factor / count
    score = _filled(answered * factor, count - missing, lower, rules)
    score[missing > _most(rules.missing_items)] = np.nan
    return judge(Measured(score, lower, upper, missing), scale)


def _most(rule: MissingItems) -> int:
    return rule.at_most if rule.handling in (Handling.PRORATE, Handling.BLANK_IS_LOWEST) else 0


def _filled(scaled: Floats, n_answered: Whole, lower: Floats, rules: ScoringRules) -> Floats:
    """Return the score with missing answers filled in by the rule, whatever their number."""
    if rules.missing_items.handling is not Handling.PRORATE:
        return lower.copy()
    score = np.full(scaled.shape, np.nan)
    np.divide(scaled, n_answered, out=score, where=n_answered > 0)
    return _rounded(score, rules.missing_items.rounding, rules.scoring)


def _rounded(score: Floats, rounding: Rounding, scoring: Scoring) -> Floats:
    if rounding is Rounding.NOT or scoring.step is None:
        return score
    steps = (score - scoring.lowest) / scoring.step
    whole_steps = np.ceil(steps) if rounding is Rounding.UP else np.floor(steps + 0.5)
    return np.asarray(scoring.lowest + whole_steps * scoring.step)


@dataclass(frozen=True, eq=False)
class Measured:
    """Score, bounds and missing answers of a scale, not yet judged; shape (forms,) each."""

    score: Floats
    lower: Floats
    upper: Floats
    missing: Whole


def add_up(parts: Sequence[ScaleScores], rules: ScoringRules) -> ScaleScores:
    """Score the whole form as the sum of its subscales; without one of them there is none."""
    assert rules.scoring.rule is Rule.SUM, "only sums add up to a sum"
    measured = Measured(
        np.sum([scores.score for scores in parts], axis=0),
        np.sum([scores.lower for scores in parts], axis=0),
        np.sum([scores.upper for scores in parts], axis=0),
        np.sum([scores.missing for scores in parts], axis=0),
    )
    return judge(measured, whole(rules))


def judge(measured: Measured, scale: Scale) -> ScaleScores:
    """Add band and caseness, and whether they rest on what was filled in."""
    guessed = ~np.isnan(measured.score) & (measured.missing > 0)
    bands = [_band(values, scale) for values in (measured.lower, measured.upper)]
    cases = [_case(values, scale) for values in (measured.lower, measured.upper)]
    return ScaleScores(
        scale.name,
        measured.score,
        measured.lower,
        measured.upper,
        measured.missing,
        band=_band(measured.score, scale),
        is_case=_case(measured.score, scale),
        band_depends=guessed & (bands[0] != bands[1]),
        case_depends=guessed & (cases[0] != cases[1]),
        band_names=scale.bands.names if scale.bands is not None else (),
    )


def _band(values: Floats, scale: Scale) -> Whole:
    """Return the position of each value's band; −1 without a value or without bands."""
    if scale.bands is None:
        return np.full(values.shape, UNKNOWN, dtype=np.int64)
    found = np.searchsorted(scale.bands.edges, values, side="right") - 1
    return np.where(np.isnan(values), UNKNOWN, found).astype(np.int64)


def _case(values: Floats, scale: Scale) -> Whole:
    """Return whether each value lies at or beyond the cut, on the worse side."""
    case = scale.caseness
    if case is None:
        return np.full(values.shape, UNKNOWN, dtype=np.int64)
    sign = 1 if scale.direction is Direction.HIGHER_IS_WORSE else -1
    beyond = sign * (values - case.cut)
    is_case = beyond >= 0 if case.includes_cut else beyond > 0
    return np.where(np.isnan(values), UNKNOWN, np.where(is_case, YES, NO)).astype(np.int64)
