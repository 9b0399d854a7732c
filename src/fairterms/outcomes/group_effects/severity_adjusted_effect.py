"""Severity-adjusted effect size: a group's results beside what its patients let expect.

The expectation is fitted on a reference population, never on the group that is judged. The formula
is a reading of a method known only by its descriptions; the result says so.
"""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.comparison.shrinkage import shrink_mean
from fairterms.outcomes.group_effects.effect_size import ReferenceSpread
from fairterms.outcomes.patient_change.change_declaration import sign_of
from fairterms.outcomes.patient_change.scores import Floats, Whole
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal


@dataclass(frozen=True, eq=False)
class ExpectedLast:
    """A line through a reference population: the last score from facts known at intake.

    Attributes
    ----------
    coefficients
        The constant first, then one for each fact; in points per unit of the fact.
    effect
        The reference population's own effect size, in standard deviations.
    spread
        Its standard deviation at intake.
    n
        How many people it was fitted on.
    """

    coefficients: Floats
    effect: float
    spread: ReferenceSpread
    n: int

    def predict(self, facts: Floats) -> Floats:
        """Return expected last scores, in points; facts of shape (patients, facts)."""
        return np.asarray(self.coefficients[0] + facts @ self.coefficients[1:], dtype=np.float64)


@dataclass(frozen=True)
class AdjustedEffect:
    """One group's severity-adjusted effect size.

    Attributes
    ----------
    value
        In standard deviations of the reference, positive for the better.
    shrunk
        Drawn towards the reference by the reliability of the group's mean.
    reliability
        Between 0 and 1: the share of a group's difference that is not chance.
    n
        Patients.
    is_unconfirmed
        Always true: the formula awaits a published source.
    """

    value: float
    shrunk: float
    reliability: float
    n: int
    is_unconfirmed: bool = True


def fit(
    facts: Floats, first: Floats, last: Floats, direction: Direction, spread: ReferenceSpread
) -> ExpectedLast:
    """Fit the expectation on a reference population by least squares.

    Parameters
    ----------
    facts
        Known at intake, the first score among them; shape (patients, facts).
    first, last
        In points; shape (patients,).
    spread
        The reference's standard deviation at intake.

    Raises
    ------
    Refusal
        When the facts are not independent of each other, or more than the patients can bear.
    """
    design = np.column_stack([np.ones(last.size), facts])
    coefficients, _, rank, _ = np.linalg.lstsq(design, last, rcond=None)
    if rank < design.shape[1]:
        raise Refusal(
            "expected last score",
            f"{design.shape[1] - 1} facts of {last.size} patients do not part",
            "when one fact is the sum of others, no share belongs to either",
            "leave one of them out",
        )
    effect = sign_of(direction) * float(np.mean(last - first)) / spread.sd
    return ExpectedLast(coefficients.astype(np.float64), effect, spread, last.size)


def judge(
    expected: ExpectedLast, facts: Floats, last: Floats, group: Whole, direction: Direction
) -> tuple[AdjustedEffect, ...]:
    """Return the severity-adjusted effect size of every group.

    Parameters
    ----------
    facts, last
        Of the judged patients, as in :func:`fit`.
    group
        Position of each patient's group, from 0; shape (patients,).

    Notes
    -----
    e = d·(x2 − x̂2); value = mean(e)/SD_ref + reference effect. Shrunk by
    R = σ_b²/(σ_b² + σ_w²/n), with σ_w² the pooled variance of e within groups and σ_b² by the
    method of moments; with one group nothing is known of σ_b² and R is 0.
    """
    error = sign_of(direction) * (last - expected.predict(facts))
    n = np.bincount(group)
    assert n.min() > 0, "a group without patients has no effect"
    means = np.bincount(group, weights=error) / n
    reliabilities = _reliabilities(error, group, n, means)
    result = []
    for mean, reliability, size in zip(means, reliabilities, n, strict=True):
        value = float(mean) / expected.spread.sd + expected.effect
        shrunk = shrink_mean(value, expected.effect, float(reliability))
        result.append(AdjustedEffect(value, shrunk, float(reliability), int(size)))
    return tuple(result)


def _reliabilities(error: Floats, group: Whole, n: Whole, means: Floats) -> Floats:
    freedom = error.size - n.size
    if n.size < 2 or freedom < 1:
        return np.zeros(n.size)
    within = float(np.sum((error - means[group]) ** 2)) / freedom
    weighted = float(np.sum(n * means) / error.size)
    between_squares = float(np.sum(n * (means - weighted) ** 2))
    scale = error.size - float(np.sum(n**2)) / error.size
    between = max(0.0, (between_squares - (n.size - 1) * within) / scale)
    if between == 0:
        return np.zeros(n.size)
    return np.asarray(between / (between + within / n), dtype=np.float64)
