"""The space of outcomes: one option chosen for every issue, numbered as a mixed-radix number."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from fairterms.simulate.years import FloatArray, IntArray
from fairterms.units.refusal import Refusal

MOST = 1_000_000
"""Outcomes that are still looked at one by one; our choice."""


@dataclass(frozen=True)
class OutcomeSpace:
    """All ways to choose one option for every issue; the last issue changes fastest.

    Attributes
    ----------
    radices
        How many options each issue has.

    Examples
    --------
    >>> space = OutcomeSpace((2, 3))
    >>> space.size, space.number((1, 2)), space.digits(np.array([5])).tolist()
    (6, 5, [[1, 2]])
    """

    radices: tuple[int, ...]

    def __post_init__(self) -> None:
        if self.size > MOST:
            raise Refusal(
                "the issues of positions.toml",
                f"give {self.size:,} possible contracts, more than {MOST:,}",
                "each of them is weighed, so that no trade is overlooked",
                "leave out the issues or options that matter least",
            )

    @property
    def size(self) -> int:
        """How many outcomes there are; 1 without issues."""
        return prod(self.radices)

    @property
    def strides(self) -> tuple[int, ...]:
        """By how much an outcome's number grows with one step of each issue."""
        return tuple(prod(self.radices[at + 1 :]) for at in range(len(self.radices)))

    def number(self, digits: Sequence[int]) -> int:
        """Return the number of an outcome; ``digits`` holds the option chosen for each issue."""
        return sum(int(d) * stride for d, stride in zip(digits, self.strides, strict=True))

    def digits(self, outcomes: IntArray) -> IntArray:
        """Return the options chosen, shape (outcomes, issues)."""
        strides, radices = (
            np.array(self.strides, dtype=np.int64),
            np.array(self.radices, dtype=np.int64),
        )
        found: IntArray = (np.asarray(outcomes, dtype=np.int64)[:, None] // strides) % radices
        return found

    def changed(self, outcome: int, issue: int, option: int) -> int:
        """Return the number of an outcome with another option for one issue."""
        stride = self.strides[issue]
        return outcome + (option - outcome // stride % self.radices[issue]) * stride

    def added(self, worths: Sequence[FloatArray]) -> FloatArray:
        """Return the sum of each outcome's option worths.

        Parameters
        ----------
        worths
            For each issue the worth of its options, dollars a year, shape (options,).

        Returns
        -------
        Array
            Shape (size,), dollars a year.
        """
        total = np.zeros(1)
        for worth in worths:
            total = np.add.outer(total, worth).reshape(-1)
        return total
