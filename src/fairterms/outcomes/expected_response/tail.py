"""Tails: how far above its expectation a score must lie to be among the worst so many.

Scores of real patients have heavier tails than the normal law: of the scores of one trial 8.1 %
lay above its 95 % limit. Empirical tails ask the residuals themselves.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from fairterms.outcomes.comparison.chance import normal_quantile
from fairterms.outcomes.patient_change.scores import Floats
from fairterms.units.refusal import Refusal


class TailKind(StrEnum):
    """Where a limit comes from."""

    NORMAL = "the normal law"
    EMPIRICAL = "the residuals of the sample"


@dataclass(frozen=True, eq=False)
class Tail:
    """The residuals of a sample in their standard deviations, in order; none for the normal law."""

    kind: TailKind
    z: Floats

    def multiplier(self, share: float) -> float:
        """Return how many standard deviations above expectation a limit lies.

        Parameters
        ----------
        share
            Of scores that should lie at or below the limit, 0 to 1; 0.80 is the 80 % limit.

        Raises
        ------
        Refusal
            When the sample has too few residuals for so far a limit.

        Notes
        -----
        The ⌈(n + 1)·share⌉-th smallest of n residuals: a new score from the same population lies
        above it with a chance of at most 1 − share.

        Examples
        --------
        >>> round(Tail(TailKind.NORMAL, np.empty(0)).multiplier(0.8), 3)
        0.842
        >>> Tail(TailKind.EMPIRICAL, np.arange(9.0)).multiplier(0.8)
        7.0
        """
        assert 0 < share < 1, "a limit lies between none and all of the scores"
        if self.kind is TailKind.NORMAL:
            return float(normal_quantile(share))
        # 10 · 0.8 is not quite 8 in the machine.
        rank = math.ceil(round((self.z.size + 1) * share, 9))
        if rank > self.z.size:
            raise Refusal(
                f"{share:.0%} limit",
                f"only {self.z.size} residuals to read it from",
                "a limit that hardly any score passes needs many scores to be known",
                "learn from a larger sample, or declare a nearer limit",
            )
        return float(self.z[rank - 1])


def read(kind: TailKind, z: Floats) -> Tail:
    """Return the tail of these residuals; the normal law keeps none of them."""
    return Tail(kind, np.sort(z) if kind is TailKind.EMPIRICAL else np.empty(0))
