"""Development factors: how paid claims grow from one month's wait to the next.

The factors and their errors come from the actuarial library ``chainladder``. Whatever gives the
same record may stand in its place.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.monitor.year_end.paid_triangle import PaidTriangle
from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Development:
    """Growth from each age to the next; all arrays have shape (ages − 1,).

    Attributes
    ----------
    factors
        What is paid by the next age ÷ what is paid by this one, weighted by dollars.
    errors
        The standard error of each factor.
    sigmas
        How much one month of care scatters around the factor, in dollars to the power ½: the
        variance of what is paid by the next age is sigma² × what is paid by this one.
    """

    factors: FloatArray
    errors: FloatArray
    sigmas: FloatArray

    def __len__(self) -> int:
        """Return the number of steps."""
        return len(self.factors)

    def growth(self, age: int, final: int) -> float:
        """Return by what factor a month of an age grows until the final age.

        Examples
        --------
        >>> nothing = np.zeros(2)
        >>> Development(np.array([2.0, 1.1]), nothing, nothing).growth(0, 2)
        2.2
        """
        return float(np.prod(self.factors[age:final]))

    def scatter(self, age: int, final: int, paid: float) -> float:
        """Return the variance of the logarithm of a month's final dollars, by chance alone.

        Parameters
        ----------
        age, final
            From which age to which.
        paid
            Dollars paid by ``age``; above 0.

        Notes
        -----
        Σ sigma_k² ÷ (f_k² × C_k) over the steps still to come, C_k being the dollars expected by
        age k: Mack's recursion, divided by the square of the expected final dollars.

        Sources
        -------
        Mack, "Distribution-free calculation of the standard error of chain ladder reserve
        estimates", ASTIN Bulletin 23(2), 1993.
        """
        total, dollars = 0.0, paid
        for step in range(age, final):
            total += self.sigmas[step] ** 2 / (self.factors[step] ** 2 * dollars)
            dollars *= self.factors[step]
        return float(total)


Developer = Callable[[PaidTriangle], Development]
"""Works out the factors of a triangle."""


def by_chainladder(triangle: PaidTriangle) -> Development:
    """Work out the factors with the library ``chainladder``, volume-weighted over all months.

    Parameters
    ----------
    triangle
        Paid claims.

    Raises
    ------
    Refusal
        When the library is not installed, or the triangle is too small.
    """
    check_size(triangle)
    try:
        # It brings pandas with it, and only a forecast of the year's end needs them.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import chainladder  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415
            import pandas as pd  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415
    except ImportError:
        raise Refusal(
            "development factors",
            "need the library chainladder, which is not installed",
            "how late claims come in is worked out by maintained actuarial software",
            "install it with: pip install 'fairterms[reserving]'",
        ) from None
    table = pd.DataFrame(_long(triangle), columns=["care", "known", "paid"])
    with warnings.catch_warnings():
        # Newer pandas warns of calls inside the library, which nobody here can mend.
        warnings.simplefilter("ignore")
        laid_out = chainladder.Triangle(
            table, origin="care", development="known", columns="paid", cumulative=True
        )
        fitted = chainladder.Development(average="volume").fit(laid_out)
        arrays = [
            np.asarray(one.values, dtype=np.float64).reshape(-1)[: triangle.ages - 1]
            for one in (fitted.ldf_, fitted.std_err_, fitted.sigma_)
        ]
    return Development(*(np.nan_to_num(one) for one in arrays))


def check_size(triangle: PaidTriangle) -> None:
    """Refuse a triangle that has not two months of care for each step.

    Raises
    ------
    Refusal
        When some step was seen fewer than twice.
    """
    seen = np.isfinite(triangle.paid[:, 1:]).sum(axis=0)
    if len(seen) and seen.min() < 2:
        short = int(np.argmax(seen < 2))
        raise Refusal(
            f"growth of claims from {short} to {short + 1} months after care",
            f"was seen for {int(seen[short])} months of care",
            "one month tells nothing of how such growth scatters",
            "add older months of care to year/paid.csv",
        )


def _long(triangle: PaidTriangle) -> list[tuple[str, str, float]]:
    """Return the triangle as rows of month of care, month known and dollars."""
    rows = []
    for at, month in enumerate(triangle.origins):
        for age in range(triangle.age(at) + 1):
            whole = month.year * 12 + month.month - 1 + age
            known = f"{whole // 12}-{whole % 12 + 1:02}-01"
            rows.append((f"{month:%Y-%m-%d}", known, float(triangle.paid[at, age])))
    return rows
