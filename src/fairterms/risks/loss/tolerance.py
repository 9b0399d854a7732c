"""What loss is bearable how often, and whether the simulated years keep to it."""

from dataclasses import dataclass
from math import isfinite

from fairterms.risks.loss.annual_loss import AnnualLoss
from fairterms.risks.loss.exceedance import exceedance

_FIRST_IS_NONE = 1.0


@dataclass(frozen=True)
class Tolerance:
    """A tolerance curve: for some losses, how likely a year may lose more.

    Attributes
    ----------
    points
        Pairs of a loss, in the unit of the objective, and the most probability with which a year
        may lose more than that; losses rise, probabilities fall.

    Raises
    ------
    ValueError
        When there is no point, a loss is below 0, a probability is not from 0 to below 1, or one
        of them does not go the right way.

    Examples
    --------
    >>> bearable = Tolerance(((10_000.0, 0.2), (100_000.0, 0.01)))
    >>> bearable.allowed(5_000.0), bearable.allowed(50_000.0), bearable.allowed(100_000.0)
    (1.0, 0.2, 0.01)
    """

    points: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        if not self.points:
            raise ValueError("a tolerance needs at least one loss and how likely it may be passed")
        for loss, most in self.points:
            _refuse(loss, most)
        for (loss, most), (larger, rarer) in zip(self.points, self.points[1:], strict=False):
            if larger <= loss:
                raise ValueError(
                    f"the losses {loss:,.6g} and {larger:,.6g} do not rise: "
                    "a tolerance goes from small losses to large ones"
                )
            if rarer >= most:
                raise ValueError(
                    f"a loss above {larger:,.6g} may not be as likely as one above {loss:,.6g} or "
                    "likelier: probabilities fall as losses rise"
                )

    def allowed(self, loss: float) -> float:
        """Return the most probability with which a year may lose more than ``loss``.

        Parameters
        ----------
        loss
            In the unit of the objective.

        Returns
        -------
        float
            That of the last point at or below the loss, 1 below the first point. Nothing is drawn
            between two points: a larger loss is never likelier, and nobody said more.
        """
        return next((most for at, most in reversed(self.points) if at <= loss), _FIRST_IS_NONE)


@dataclass(frozen=True)
class PointBeyond:
    """One point of a tolerance beside what was simulated.

    Attributes
    ----------
    loss
        Of the point.
    probability
        P(a year loses more), simulated.
    low, high
        Its exact 95 % simulation band.
    allowed
        The most probability the point allows.
    """

    loss: float
    probability: float
    low: float
    high: float
    allowed: float

    @property
    def excess(self) -> float:
        """How much likelier than allowed, as a probability; below 0 when it is rarer."""
        return self.probability - self.allowed

    @property
    def is_breached(self) -> bool:
        """Whether more years lose this than may."""
        return self.probability > self.allowed

    @property
    def is_clear(self) -> bool:
        """Whether more simulated years would not change the answer."""
        return not self.low <= self.allowed < self.high


@dataclass(frozen=True)
class Beyond:
    """A loss beside a tolerance.

    Attributes
    ----------
    points
        One for each point of the tolerance, in its order.
    """

    points: tuple[PointBeyond, ...]

    @property
    def worst(self) -> PointBeyond:
        """The point with the largest excess."""
        return max(self.points, key=lambda point: point.excess)

    @property
    def is_breached(self) -> bool:
        """Whether one of the points is passed more often than it may."""
        return any(point.is_breached for point in self.points)

    @property
    def is_clear(self) -> bool:
        """Whether more simulated years would not change whether it is breached."""
        if self.is_breached:
            return any(point.is_breached and point.is_clear for point in self.points)
        return all(point.is_clear for point in self.points)


def chance_beyond(loss: AnnualLoss, tolerance: Tolerance) -> Beyond:
    """Set the simulated years against a tolerance.

    Parameters
    ----------
    loss
        Simulated years, in the unit of the tolerance's objective.
    tolerance
        What is bearable.

    Returns
    -------
    Beyond
        For each point the simulated probability against the allowed one.
    """
    curve = exceedance(loss, [at for at, _ in tolerance.points])
    return Beyond(
        tuple(
            PointBeyond(at, float(probability), float(low), float(high), most)
            for (at, most), probability, low, high in zip(
                tolerance.points, curve.probability, curve.low, curve.high, strict=True
            )
        )
    )


def _refuse(loss: float, most: float) -> None:
    if not (isfinite(loss) and loss >= 0):
        raise ValueError(f"a loss of {loss:,.6g} does not fit here: losses are positive amounts")
    if not 0 <= most < 1:
        raise ValueError(
            f"a loss above {loss:,.6g} with a probability of {most:.6g}: the most probability lies "
            "between 0 and 1, and 1 would allow every year to lose it"
        )
