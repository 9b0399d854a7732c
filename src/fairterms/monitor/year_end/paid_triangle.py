"""The triangle of paid claims: what each month of care had cost after each further month."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from fairterms.monitor.year_end.month import between, later, months_from, written
from fairterms.monitor.year_end.year_to_date import Seen
from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class PaidTriangle:
    """Payments by month of care and months waited.

    Attributes
    ----------
    origins
        The months of care, one after the other.
    paid
        Dollars paid within so many months of care, added up: float64 of shape (months of care,
        ages); NaN where the wait is not yet over. Age 0 is the month of care itself.
    """

    origins: tuple[date, ...]
    paid: FloatArray

    @property
    def ages(self) -> int:
        """How many ages are looked at."""
        return int(self.paid.shape[1])

    def age(self, row: int) -> int:
        """Return the age of a month of care: how many months after it are known."""
        return int(np.isfinite(self.paid[row]).sum()) - 1

    def latest(self, row: int) -> float:
        """Return what is known to be paid for a month of care, in dollars."""
        return float(self.paid[row, self.age(row)])


def paid_triangle(seen: Seen, ages: int, last: date) -> PaidTriangle:
    """Lay out what was paid by the day.

    Parameters
    ----------
    seen
        What was known.
    ages
        How many ages are wanted: one more than the longest wait that the settlement counts.
    last
        The last month of care that is looked at.

    Raises
    ------
    Refusal
        When a pair of months inside the triangle is not told: nothing paid is written as $0.00.
    """
    cares = [incurred for incurred, _ in seen.paid]
    if not cares:
        raise Refusal(
            "year/paid.csv",
            f"holds no payment known on {seen.day}",
            "the claims of earlier years tell how bills come in",
            "add what was paid for each month of care",
        )
    origins = months_from(min(cares), min(last, seen.paid_until))
    paid = np.full((len(origins), ages), np.nan)
    for row, month in enumerate(origins):
        known = min(between(month, seen.paid_until) + 1, ages)
        steps = [_told(seen, month, later(month, wait)) for wait in range(known)]
        paid[row, :known] = np.cumsum(steps)
    return PaidTriangle(origins, paid)


def _told(seen: Seen, incurred: date, paid: date) -> float:
    found = seen.paid.get((incurred, paid))
    if found is None:
        raise Refusal(
            "year/paid.csv",
            f"does not say what was paid in {written(paid)} for care in {written(incurred)}",
            "a gap is not nothing, and every later month would be completed by it",
            'add the row; write "$0.00" where nothing was paid',
        )
    return float(found)
