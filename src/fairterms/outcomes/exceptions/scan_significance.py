"""Scan significance: how often a world without any subgroup gives a score as high as the one found.

Patients of one provider resemble each other. A redraw that forgets this calls the luck of a few
providers a discovery; the answer it would give is shown beside the right one.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.exceptions.cohort import Cohort
from fairterms.outcomes.exceptions.null_worlds import NullModel, fit
from fairterms.outcomes.exceptions.profiles import Profiles, collapse
from fairterms.outcomes.exceptions.scan import Direction, Found, ScanSettings, highest, scan
from fairterms.outcomes.exceptions.score_curve import Floats
from fairterms.units.refusal import Refusal

FEWEST_REPLICATES = 19
"""With fewer no p-value can reach 0.05."""


@dataclass(frozen=True, eq=False)
class Judged:
    """A found subgroup and how surprising it is.

    Attributes
    ----------
    found
        The subgroup.
    p_value
        Share of null worlds, the data counted as one, with a score as high; providers differ in
        them as they do in the data.
    naive_p_value
        The same where providers are taken to be alike. Too small whenever they are not; never to
        be relied on. None where it was not asked for.
    null_scores
        The highest score of each null world, shape (replicates,).
    """

    found: Found
    p_value: float
    naive_p_value: float | None
    null_scores: Floats

    @property
    def usual_highest(self) -> float:
        """The score that 19 of 20 null worlds stay below."""
        return float(np.quantile(self.null_scores, 0.95))


@dataclass(frozen=True, eq=False)
class Significance:
    """A scan with its p-values.

    Attributes
    ----------
    more, fewer
        What was found in each direction. Two looks: agree beforehand which one counts, or control
        for both.
    sigma
        Spread of the providers in the null worlds, logits.
    providers, patients
        How many there are.
    replicates
        Number of null worlds.
    """

    more: Judged
    fewer: Judged
    sigma: float
    providers: int
    patients: int
    replicates: int


def judge(
    cohort: Cohort, settings: ScanSettings, *, replicates: int = 199, has_naive: bool = True
) -> Significance:
    """Scan a cohort and judge what is found against worlds without a subgroup.

    Parameters
    ----------
    cohort
        The patients, with the covariates of the contract's own case mix.
    settings
        Penalty, restarts and seed; the same in every world.
    replicates
        Number of null worlds, 19 or more.
    has_naive
        Whether the p-value without provider effects is wanted beside it; it takes as long again.

    Raises
    ------
    Refusal
        As the scan and the fit; and where replicates are too few.

    Notes
    -----
    y* from logit P = xβ + u*, u* ~ N(0, σ²) with β and σ of the random-intercept fit; the case mix
    is fitted anew in each world, the scan repeated, p = (1 + #{F* ≥ F})/(1 + replicates). Where
    there are few providers σ is itself uncertain, and p a little too small.

    Examples
    --------
    >>> from fairterms.outcomes.exceptions.cohort import assemble
    >>> from fairterms.outcomes.exceptions.subgroup import Attribute, KnownAt
    >>> draws = np.random.default_rng(5)
    >>> stay = Attribute("prior hospital stay", ("no", "yes"), KnownAt.INTAKE)
    >>> codes, providers = draws.integers(2, size=(600, 1)), draws.integers(12, size=600)
    >>> failed = draws.random(600) < np.where(codes[:, 0] == 1, 0.6, 0.4)
    >>> cohort = assemble([stay], codes, failed, providers, np.empty((600, 0)), [])
    >>> found = judge(cohort, ScanSettings(penalty=1, seed=1), replicates=39)
    >>> str(found.more.found.subgroup), found.more.p_value
    ('prior hospital stay', 0.025)
    """
    if replicates < FEWEST_REPLICATES:
        raise Refusal(
            "replicates",
            f"{replicates} are too few",
            "with fewer than nineteen null worlds nothing can be called unlikely",
            "ask for 199 or more",
        )
    model = fit(cohort)
    found = scan(cohort.attributes, cohort.codes, cohort.outcomes, model.expected, settings)
    profiles = collapse(cohort.attributes, cohort.codes)
    seeds = np.random.SeedSequence(settings.seed).spawn(2)
    scores = _scores(profiles, model, settings, (model.draw, seeds[0], replicates))
    naive: Floats | None = None
    if has_naive:
        # Where providers show no spread, both worlds are the same.
        naive = (
            scores
            if model.sigma == 0
            else _scores(profiles, model, settings, (model.draw_naive, seeds[1], replicates))
        )
    more, fewer = (
        Judged(
            each,
            p_value(each.score, own),
            None if naive is None else p_value(each.score, naive[way]),
            own,
        )
        for way, (each, own) in enumerate(zip(found, scores, strict=True))
    )
    return Significance(more, fewer, model.sigma, model.providers, cohort.patients, replicates)


Draw = Callable[[np.random.Generator], Floats]


def _scores(
    profiles: Profiles,
    model: NullModel,
    settings: ScanSettings,
    worlds: tuple[Draw, np.random.SeedSequence, int],
) -> Floats:
    """Return the highest scores of null worlds in each direction, shape (2, replicates)."""
    draw, seed, replicates = worlds
    found = np.empty((2, replicates))
    for at, own in enumerate(seed.spawn(replicates)):
        outcomes = draw(np.random.default_rng(own))
        expected = model.refit(outcomes)
        for row, way in enumerate(Direction):
            found[row, at] = highest(profiles, outcomes, expected, way, settings).score[0]
    return found


def p_value(score: float, null_scores: Floats) -> float:
    """Return the share of null scores, the found one counted among them, that are as high.

    Examples
    --------
    >>> p_value(3.0, np.array([1.0, 2.0, 4.0]))
    0.5
    """
    # A hair's breadth of rounding must not turn an equal score into a lower one.
    is_as_high = null_scores >= score - 1e-9 * (1 + abs(score))
    return float((1 + is_as_high.sum()) / (1 + len(null_scores)))
