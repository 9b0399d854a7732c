"""The scan: the subgroup whose outcomes depart most from what was expected of its patients.

It looks at every attribute in turn and takes its best values, the others as they are, until
nothing changes; from many starts. The answer is never worse than any single change could make it,
but no proof that nothing better exists: a score is a lower bound on the highest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison import intake
from fairterms.outcomes.exceptions.profiles import MOST_SEARCHES, Booleans, Profiles, collapse
from fairterms.outcomes.exceptions.score_curve import (
    Floats,
    add_outcomes,
    costs,
    cut_runs,
    grid_heights,
    peaks,
)
from fairterms.outcomes.exceptions.subgroup import Attribute, Subgroup
from fairterms.outcomes.exceptions.value_choice import choose_values
from fairterms.units.refusal import Refusal

MOST_SWEEPS = 50


class Direction(StrEnum):
    """Which departure is looked for; the outcome is usually a failure."""

    MORE = "more than expected"
    FEWER = "fewer than expected"


@dataclass(frozen=True, kw_only=True)
class ScanSettings:
    """How a scan looks; agreed before anyone looks.

    Attributes
    ----------
    penalty
        Taken off the score for each value named, 0 or more; 1 or so keeps descriptions short.
    restarts
        From how many starts, up to 64; the first is all patients, the others are random. More
        of them miss less: on small problems twenty miss the best subgroup about once in twenty
        times, by a little.
    seed
        The same seed finds the same.
    """

    penalty: float
    seed: int
    restarts: int = 20

    def __post_init__(self) -> None:
        assert self.penalty >= 0, "a penalty takes away"
        assert 1 <= self.restarts <= MOST_SEARCHES, "a search starts somewhere, 64 fit together"


@dataclass(frozen=True)
class Found:
    """The subgroup a scan found.

    Attributes
    ----------
    subgroup
        In values of the attributes.
    direction
        Which departure was looked for.
    score
        F less the penalty: how much better its outcomes fit when its odds are multiplied.
    unpenalised
        F itself.
    odds_factor
        q, by which the odds of the outcome are multiplied; above 1 for more, below 1 for fewer.
    patients
        How many belong.
    observed, expected
        How many of them reached the outcome, and how many were expected to.
    """

    subgroup: Subgroup
    direction: Direction
    score: float
    unpenalised: float
    odds_factor: float
    patients: int
    observed: int
    expected: float

    @property
    def rate_gap(self) -> float:
        """Observed less expected rate of the subgroup."""
        return (self.observed - self.expected) / self.patients


@dataclass(frozen=True, eq=False)
class Search:
    """Where searches ended; R of them.

    Attributes
    ----------
    chosen
        For each attribute whether each value is in, shapes (R, m).
    score
        Of each, shape (R,).
    """

    chosen: tuple[Booleans, ...]
    score: Floats


def scan(
    attributes: Sequence[Attribute],
    codes: npt.ArrayLike,
    outcomes: npt.ArrayLike,
    expected: npt.ArrayLike,
    settings: ScanSettings,
) -> tuple[Found, Found]:
    """Scan for the subgroups with the most unexpected outcomes, in both directions.

    Parameters
    ----------
    attributes
        k of them.
    codes
        Place of each patient's value in its attribute, shape (n, k).
    outcomes
        Whether each patient reached the outcome, 0 or 1, shape (n,).
    expected
        p, each patient's chance by the case mix agreed, above 0 and below 1, shape (n,).
    settings
        Penalty, restarts, seed.

    Returns
    -------
    tuple of Found
        The one with more than expected, and the one with fewer.

    Raises
    ------
    Refusal
        Where a patient has no value of an attribute, an outcome is neither 0 nor 1, or an
        expectation is not a chance.

    Notes
    -----
    F(S) = max_q Σ_{i∈S}[y ln q − ln(1 − p + qp)] less a penalty per value named, q up to 20 (down
    to 1/20). An attribute with all its values in names none. Fewer is more of the opposite
    outcome: the score of y, p and q is that of 1 − y, 1 − p and 1/q.

    A high score is no evidence by itself: of many subgroups one is always highest, and providers
    who differ raise it. See :mod:`fairterms.outcomes.exceptions.scan_significance`.

    Sources
    -------
    Zhang and Neill, multi-dimensional subset scan (MDSS).

    Examples
    --------
    >>> from fairterms.outcomes.exceptions.subgroup import KnownAt
    >>> age = Attribute("age", ("18–25", "26–40", "41–64"), KnownAt.INTAKE)
    >>> codes = np.repeat([[0], [1], [2]], 40, axis=0)
    >>> outcomes = np.tile([1, 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0], 10).reshape(10, 3, 4)
    >>> outcomes = outcomes.transpose(1, 0, 2).ravel()
    >>> settings = ScanSettings(penalty=1, seed=1)
    >>> more, fewer = scan([age], codes, outcomes, np.full(120, 5 / 12), settings)
    >>> str(more.subgroup), round(more.odds_factor, 2), round(more.score, 2)
    ('age 18–25', 4.2, 8.16)
    >>> str(fewer.subgroup)
    'age 26–40 or 41–64'
    """
    profiles = collapse(attributes, codes)
    results = intake.outcome_column(outcomes)
    chances = check_expected(expected, len(results))
    if len(results) != len(profiles.place):
        raise Refusal(
            "columns",
            f"{len(profiles.place)} rows of attributes, {len(results)} outcomes",
            "each patient needs one outcome and one value of each attribute",
            "give columns of the same length",
        )
    ends = {way: highest(profiles, results, chances, way, settings) for way in Direction}
    more, fewer = (_describe(profiles, way, ends[way], results, chances) for way in Direction)
    return more, fewer


def check_expected(expected: npt.ArrayLike, patients: int) -> Floats:
    """Return expectations as floats, shape (n,), or refuse what is no chance."""
    chances = np.asarray(expected, dtype=np.float64)
    if chances.shape != (patients,) or not np.all((chances > 0) & (chances < 1)):
        raise Refusal(
            "expected",
            "some patients have no chance above 0 and below 1, or the column has another length",
            "a departure is measured from what was expected of each patient",
            "give the case mix model’s chance for each patient",
        )
    return chances


def highest(
    profiles: Profiles,
    outcomes: Floats,
    expected: Floats,
    direction: Direction,
    settings: ScanSettings,
) -> Search:
    """Return the best end of the searches of one direction, as a search of one.

    Parameters
    ----------
    profiles
        Of the n patients.
    outcomes, expected
        Shapes (n,), checked.
    """
    if direction is Direction.FEWER:
        outcomes, expected = 1 - outcomes, 1 - expected
    plain = costs(expected, profiles.runs)
    found = search(profiles, add_outcomes(plain, profiles.add_up(outcomes)), settings)
    best = [int(np.argmax(found.score))]
    return Search(tuple(values[best] for values in found.chosen), found.score[best])


def search(profiles: Profiles, curves: Floats, settings: ScanSettings) -> Search:
    """Search from every start until no attribute changes.

    Parameters
    ----------
    curves
        Of each profile, shape (M, TERMS).

    Notes
    -----
    All starts move together, one attribute at a time, in a random order each sweep; a start that a
    whole sweep left unchanged rests.
    """
    generator = np.random.default_rng(settings.seed)
    chosen = _starts(profiles, settings.restarts, generator)
    score = np.full(settings.restarts, -np.inf)
    ordered = [curves[order] for order in profiles.orders]
    moving = np.arange(settings.restarts)
    for _ in range(MOST_SWEEPS):
        has_moved = np.zeros(len(moving), dtype=np.bool_)
        for at in generator.permutation(len(ordered)):
            now = [values[moving] for values in chosen]
            slices = profiles.slices(ordered[at], now, at)
            best, height = choose_values(slices, settings.penalty)
            others = _named([values for other, values in enumerate(now) if other != at])
            height = height - settings.penalty * others
            # Equal heights would go round for ever.
            is_better = height > score[moving] + 1e-9 * (1 + np.abs(height))
            chosen[at][moving[is_better]] = best[is_better]
            score[moving[is_better]] = height[is_better]
            has_moved |= is_better
        moving = moving[has_moved]
        if not len(moving):
            break
    return Search(tuple(chosen), score)


def _named(chosen: Sequence[Booleans]) -> Floats:
    """Return how many values each search names in some attributes, shape (R,)."""
    counts = [np.where(values.all(axis=1), 0, values.sum(axis=1)) for values in chosen]
    return np.asarray(sum(counts, start=np.zeros(1)), dtype=np.float64)


def _starts(profiles: Profiles, restarts: int, generator: np.random.Generator) -> list[Booleans]:
    """Return starts: all patients first, then random values of most attributes.

    In worlds without a subgroup, starts from nearly all patients end low too often.
    """
    chosen = []
    for attribute in profiles.attributes:
        size = (restarts, len(attribute.values))
        values = generator.random(size) < 0.5
        values[np.arange(restarts), generator.integers(size[1], size=restarts)] = True
        values[generator.random(restarts) < 0.2] = True
        values[0] = True
        chosen.append(values)
    return chosen


def _describe(
    profiles: Profiles, direction: Direction, found: Search, outcomes: Floats, expected: Floats
) -> Found:
    """Describe what a search found, from the patients themselves."""
    subgroup = Subgroup(
        tuple(
            (attribute, tuple(np.flatnonzero(values[0]).tolist()))
            for attribute, values in zip(profiles.attributes, found.chosen, strict=True)
            if not values[0].all()
        )
    )
    is_in = subgroup.members(profiles.attributes, profiles.codes)[profiles.place]
    flipped = direction is Direction.FEWER
    own, chances = outcomes[is_in], expected[is_in]
    curve = add_outcomes(
        costs(1 - chances if flipped else chances, cut_runs(np.zeros(len(own), np.int64), 1)),
        np.array([np.sum(1 - own if flipped else own)]),
    )
    theta, height = peaks(curve, grid_heights(curve))
    return Found(
        subgroup=subgroup,
        direction=direction,
        score=float(found.score[0]),
        unpenalised=float(height[0]),
        odds_factor=float(np.exp(-theta[0] if flipped else theta[0])),
        patients=int(is_in.sum()),
        observed=int(own.sum()),
        expected=float(chances.sum()),
    )
