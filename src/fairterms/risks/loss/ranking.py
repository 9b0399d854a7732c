"""Which impact first: by expected loss, by the worst years, by the chance beyond tolerance."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.risks.loss.annual_loss import AnnualLoss
from fairterms.risks.loss.draws import DrawKey
from fairterms.risks.loss.shortfall import tail_mean
from fairterms.risks.loss.tolerance import Tolerance

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

TAIL = 0.95
"""The tail loss is the mean of the worst 5 % of years."""

BLOCKS = 64
FEWEST_BLOCKS = 16
RESAMPLES = 1_000


@dataclass(frozen=True)
class Ranked:
    """One impact in its place.

    Attributes
    ----------
    impact
        Its id.
    place
        From 1, the largest loss; equal losses share a place.
    value
        What it is ranked by: dollars or other units of the objective a year, or, for tolerance,
        the largest excess of probability over any point.
    certainty
        The probability of this place, as far as the simulation goes: the share of resamples in
        which the impact has it. It does not say whether the estimates are right.
    """

    impact: str
    place: int
    value: float
    certainty: float


@dataclass(frozen=True)
class Ranking:
    """The impacts in three orders, each from the largest loss down.

    Attributes
    ----------
    unit
        Of all of them.
    by_expected, by_tail
        By the mean year, and by the mean of the worst 5 % of years.
    by_beyond
        By the chance beyond tolerance; only impacts whose objective has a tolerance.
    """

    unit: str
    by_expected: tuple[Ranked, ...]
    by_tail: tuple[Ranked, ...]
    by_beyond: tuple[Ranked, ...]


def rank(
    losses: Mapping[str, AnnualLoss],
    tolerances: Mapping[str, Tolerance],
    seed: int,
) -> Ranking:
    """Rank the impacts of one unit.

    Parameters
    ----------
    losses
        By impact id; same unit, basis and number of trials.
    tolerances
        By impact id, where its objective has one.
    seed
        Of the resampling.

    Returns
    -------
    Ranking
        With the probability of each place.

    Raises
    ------
    ValueError
        When the losses are of two units or bases.

    Notes
    -----
    The years are cut into 64 blocks (16 at least), the same for every impact, so that what they
    have in common stays in common. Blocks are drawn with replacement a thousand times; a figure of
    a resample is the mean of its blocks' figures, and the probability of a place is the share of
    resamples with it. The figure itself, and so the place, is that of all trials.
    """
    _refuse_mixture(losses)
    blocks = _blocks(losses.values())
    weights = _resamples(len(blocks), seed)
    by = _Ranker(losses, blocks, weights)
    return Ranking(
        unit=next(iter(losses.values())).unit if losses else "",
        by_expected=by.ranked(losses, lambda _, trials: [float(trials.mean())]),
        by_tail=by.ranked(losses, lambda _, trials: [tail_mean(trials, TAIL)]),
        by_beyond=by.ranked(
            [impact for impact in losses if impact in tolerances],
            lambda impact, trials: [
                float((trials > at).mean()) - most for at, most in tolerances[impact].points
            ],
        ),
    )


@dataclass(frozen=True)
class _Ranker:
    losses: Mapping[str, AnnualLoss]
    blocks: Sequence[IntArray]
    weights: FloatArray

    def ranked(
        self, impacts: Iterable[str], figures: Callable[[str, FloatArray], list[float]]
    ) -> tuple[Ranked, ...]:
        """Rank by the largest of an impact's figures."""
        named = sorted(impacts)
        if not named:
            return ()
        values = np.array([max(figures(each, self.losses[each].trials)) for each in named])
        again = np.stack([self._again(each, figures) for each in named])
        places = _places(values)
        certain = (_places(again) == places[:, None]).mean(axis=1)
        order = sorted(range(len(named)), key=lambda at: (places[at], named[at]))
        return tuple(
            Ranked(named[at], int(places[at]), float(values[at]), float(certain[at]))
            for at in order
        )

    def _again(self, impact: str, figures: Callable[[str, FloatArray], list[float]]) -> FloatArray:
        """Return the figure of each resample, shape (resamples,)."""
        trials = self.losses[impact].trials
        cut = np.array([figures(impact, trials[block]) for block in self.blocks])
        return np.asarray((self.weights @ cut).max(axis=1), dtype=np.float64)


def _places(values: FloatArray) -> IntArray:
    """Return 1 + how many are larger, along the first axis; the shape of the input."""
    return np.asarray(1 + (values[None, ...] > values[:, None, ...]).sum(axis=1), dtype=np.int64)


def _blocks(losses: Iterable[AnnualLoss]) -> list[IntArray]:
    """Cut the trials so that those of the same year are in the same block."""
    listed = list(losses)
    if not listed:
        return []
    trials, years = len(listed[0].trials), min(loss.years for loss in listed)
    count = min(BLOCKS, years)
    assert count >= FEWEST_BLOCKS, "a ranking needs 16 different years or more"
    block_of = np.arange(trials) % years * count // years
    return [np.flatnonzero(block_of == block) for block in range(count)]


def _resamples(blocks: int, seed: int) -> FloatArray:
    """Return how much each block weighs in each resample, shape (resamples, blocks)."""
    weights = np.zeros((RESAMPLES, blocks))
    if blocks:
        drawn = DrawKey(seed, "").uniforms("blocks of a ranking", RESAMPLES * blocks)
        picked = (drawn * blocks).astype(np.int64).reshape(RESAMPLES, blocks)
        np.add.at(weights, (np.arange(RESAMPLES)[:, None], picked), 1 / blocks)
    return weights


def _refuse_mixture(losses: Mapping[str, AnnualLoss]) -> None:
    kinds = sorted({f"{loss.unit}, {loss.basis}" for loss in losses.values()})
    if len(kinds) > 1:
        raise ValueError(
            f"losses of different kinds have no common order: {'; '.join(kinds)}. Rank each alone."
        )
    assert len({len(loss.trials) for loss in losses.values()}) <= 1, "losses of one run rank"
