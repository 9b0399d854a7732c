"""The part of one patient's cost that is added up: scaled, cut off, or above a cut.

Notes
-----
Everything is said by one function, the limited mean L(d) = E[min(part, d)] of the part:

- scaled by f: f × L(d ÷ f);
- cut off at A: L(min(d, A)), after the scaling, because a trend comes before a truncation;
- above A: L(A + d) − L(A), also after the scaling;
- present with chance a, otherwise nothing: a × L(d).

A patient whose cost passes the top with less than :data:`UNSEEN` chance in the whole group counts
with the top: our choice, to give an endless tail an end.
"""

from dataclasses import dataclass

import numpy as np

from fairterms.simulate.exact_total.cost_law import CostLaw, FloatArray
from fairterms.units.refusal import Refusal

UNSEEN = 1e-10
"""Chance in a year, over all patients, of a cost that the grid may leave out."""

ROUND_OFF = 1e-15
"""What a chance of one may lack by round-off; a lesser chance beyond a top cannot be told."""

LEAST_TOP = 0.01
"""Dollars that a grid reaches at least."""

DOUBLINGS = 60
"""How often a top is doubled before the tail counts as endless."""


@dataclass(frozen=True)
class Part:
    """A part of one patient's cost.

    Attributes
    ----------
    law
        The patient's whole cost.
    scale
        What the year multiplies each cost by; 1 is a year as expected.
    present
        Chance that a patient of the roster is in the list at all.
    attachment
        Dollars of one patient above which the plan's stop-loss bears the cost; None for none.
    is_above
        Whether what lies above the attachment is added up, instead of what lies below.
    """

    law: CostLaw
    scale: float = 1.0
    present: float = 1.0
    attachment: float | None = None
    is_above: bool = False

    def __post_init__(self) -> None:
        """Refuse numbers that mean nothing."""
        if not (np.isfinite(self.scale) and self.scale > 0):
            raise _refusal("scale", self.scale, "a year's costs are multiplied by it", "above 0")
        if not 0 <= self.present <= 1:
            raise _refusal("present", self.present, "it is a chance", "from 0 to 1")
        if self.attachment is not None and not self.attachment > 0:
            raise _refusal(
                "attachment", self.attachment, "a patient counts with at most so much", "above 0"
            )
        assert self.attachment is not None or not self.is_above, "above what?"

    def limited_mean(self, dollars: FloatArray) -> FloatArray:
        """Return E[min(part, dollars)]; same shape, in dollars."""
        if self.attachment is None:
            found = self._whole(dollars)
        elif self.is_above:
            cut = np.array([self.attachment])
            found = self._whole(self.attachment + dollars) - self._whole(cut)
        else:
            found = self._whole(np.minimum(dollars, self.attachment))
        return np.asarray(self.present * found)

    def top(self, patients: int) -> float:
        """Return the dollars that no part passes but with :data:`UNSEEN` chance in the group.

        Raises
        ------
        Refusal
            When the tail of the law does not end.
        """
        below, most = 0.0, np.inf
        if self.attachment is not None:
            below, most = (self.attachment, np.inf) if self.is_above else (0.0, self.attachment)
        low, high = 0.0, max(self.scale * float(self.law.mean), LEAST_TOP)
        for _ in range(DOUBLINGS):
            if high >= most:
                return float(most)
            if self._is_unseen(below + high, patients):
                return self._narrowed(below, (low, high), patients)
            low, high = high, 2 * high
        raise Refusal(
            "the law of one patient's cost",
            "has a tail that does not end",
            "costs of any size are then as likely as not to come in some year",
            "give a stop-loss attachment, or a law whose tail falls faster",
        )

    def _narrowed(self, below: float, ends: tuple[float, float], patients: int) -> float:
        low, high = ends
        for _ in range(8):
            middle = (low + high) / 2
            low, high = (
                (low, middle) if self._is_unseen(below + middle, patients) else (middle, high)
            )
        return high

    def _is_unseen(self, dollars: float, patients: int) -> bool:
        beyond = 1 - float(self.law.cdf(np.array([dollars / self.scale]))[0])
        return beyond <= max(UNSEEN / max(patients * self.present, 1), ROUND_OFF)

    def _whole(self, dollars: FloatArray) -> FloatArray:
        return np.asarray(self.scale * self.law.limited_mean(dollars / self.scale))


def _refusal(subject: str, given: float, why: str, wanted: str) -> Refusal:
    return Refusal(subject, f"is {given}", why, f"give a number {wanted}")
