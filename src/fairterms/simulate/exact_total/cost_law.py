"""What the exact total needs to know of one patient's yearly cost."""

from typing import Protocol

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


class CostLaw(Protocol):
    """A law of one patient's cost in a year, in dollars; never below zero.

    Attributes
    ----------
    mean
        Expected cost of one patient, in dollars, patients without any cost included.
    """

    @property
    def mean(self) -> float:
        """Expected cost of one patient, in dollars."""
        ...

    def cdf(self, dollars: FloatArray) -> FloatArray:
        """Return the chance that a patient costs at most so many dollars; same shape."""
        ...

    def limited_mean(self, dollars: FloatArray) -> FloatArray:
        """Return the expected cost when a patient counts with at most so many dollars."""
        ...
