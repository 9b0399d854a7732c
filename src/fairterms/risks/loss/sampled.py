"""A figure from simulated years, with the error of having simulated only so many."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sampled:
    """A figure and its simulation error.

    Attributes
    ----------
    value
        In the unit of the losses, or a probability.
    error
        One standard error of the simulation, in the same unit. It says how far more years would
        move the figure, not whether the estimates behind it are right.

    Examples
    --------
    >>> Sampled(100.0, 10.0).interval()
    (80.0, 120.0)
    """

    value: float
    error: float

    def interval(self, errors: float = 2.0) -> tuple[float, float]:
        """Return the figure less and plus so many standard errors."""
        return self.value - errors * self.error, self.value + errors * self.error
