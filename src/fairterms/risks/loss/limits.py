"""What the contract lets through: deductibles, caps, stop-loss and floors, per event and per year.

All of them are said from the side of whoever bears the loss.
"""

from dataclasses import dataclass, fields
from math import isfinite

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

DEDUCTIBLE_FIRST = "deductible first"
CAP_FIRST = "cap first"
ORDERS = (DEDUCTIBLE_FIRST, CAP_FIRST)
"""Which of the two the contract takes first."""


@dataclass(frozen=True)
class Limits:
    """How much of a loss falls on the holder of the objective, as the contract is written.

    Attributes
    ----------
    per_event, per_year
        The cap: the most that falls on the holder.
    deductible_per_event, deductible_per_year
        The first part of a loss, which falls on somebody else.
    floor_per_event, floor_per_year
        The least that an event, or a year with an event, costs, such as a minimum penalty.
    share_above_event, share_above_year
        The fraction of what lies above the cap that still falls on the holder: a stop-loss that
        pays 90 % leaves 0.1. Without it, nothing above the cap does.
    order
        One of ``ORDERS``; needed where an event, or a year, has both a deductible and a cap.

    Raises
    ------
    ValueError
        When an amount is not above 0, a share is not from 0 to 1 or lacks its cap, a floor lies
        above its cap, or the order is needed and not given.

    Notes
    -----
    Each event first: deductible and cap in the written order, then the floor. Then the sum of the
    year in the same way. A deductible of 10 and a cap of 50 leave 50 of a loss of 80 when the
    deductible goes first, and 40 when the cap does: so the order is never assumed.

    Examples
    --------
    >>> limits = Limits(per_event=50.0, deductible_per_event=10.0, order="cap first")
    >>> limits.of_events(np.array([5.0, 30.0, 80.0])).tolist()
    [0.0, 20.0, 40.0]
    """

    per_event: float | None = None
    per_year: float | None = None
    deductible_per_event: float | None = None
    deductible_per_year: float | None = None
    floor_per_event: float | None = None
    floor_per_year: float | None = None
    share_above_event: float | None = None
    share_above_year: float | None = None
    order: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, int | float):
                _refuse(field.name, float(value))
        _refuse_pair(self.per_event, self.floor_per_event, self.share_above_event, "event")
        _refuse_pair(self.per_year, self.floor_per_year, self.share_above_year, "year")
        self._refuse_order()

    def of_events(self, losses: FloatArray) -> FloatArray:
        """Return what of each event's loss falls on the holder, in the shape of the input."""
        return self._applied(
            losses,
            self.deductible_per_event,
            (self.per_event, self.share_above_event),
            self.floor_per_event,
        )

    def of_years(self, losses: FloatArray) -> FloatArray:
        """Return what of each year's sum falls on the holder.

        Parameters
        ----------
        losses
            Sums of the years that had an event, after ``of_events``; any shape. A year without
            an event has no floor, so it does not belong here.

        Returns
        -------
        FloatArray
            The shape of the input.
        """
        return self._applied(
            losses,
            self.deductible_per_year,
            (self.per_year, self.share_above_year),
            self.floor_per_year,
        )

    def _applied(
        self,
        losses: FloatArray,
        deductible: float | None,
        cap: tuple[float | None, float | None],
        floor: float | None,
    ) -> FloatArray:
        if self.order == CAP_FIRST:
            left = _deducted(_capped(losses, *cap), deductible)
        else:
            left = _capped(_deducted(losses, deductible), *cap)
        return left if floor is None else np.maximum(left, floor)

    def _refuse_order(self) -> None:
        if self.order and self.order not in ORDERS:
            raise ValueError(
                f'the order "{self.order}" is not known: write "deductible first" or "cap first"'
            )
        both = (
            (self.per_event, self.deductible_per_event),
            (self.per_year, self.deductible_per_year),
        )
        if not self.order and any(None not in pair for pair in both):
            raise ValueError(
                "a deductible and a cap can be taken in two orders, and the amounts differ: "
                'say "deductible first" or "cap first", as the contract does'
            )


def _capped(losses: FloatArray, cap: float | None, share_above: float | None) -> FloatArray:
    if cap is None:
        return losses
    kept = np.minimum(losses, cap)
    return kept if share_above is None else kept + share_above * (losses - kept)


def _deducted(losses: FloatArray, deductible: float | None) -> FloatArray:
    return losses if deductible is None else np.maximum(losses - deductible, 0)


def _refuse(name: str, value: float) -> None:
    words = name.replace("_", " ")
    if name.startswith("share") and not 0 <= value <= 1:
        raise ValueError(f"the {words} is {value:.6g}: a share lies between 0 and 1")
    if not name.startswith("share") and not (isfinite(value) and value > 0):
        raise ValueError(f"the limit {words} is {value:,.6g}: leave it out, or give an amount")


def _refuse_pair(
    cap: float | None, floor: float | None, share_above: float | None, what: str
) -> None:
    if cap is None and share_above is not None:
        raise ValueError(f"a share above the cap of the {what} needs that cap: give it per {what}")
    if cap is not None and floor is not None and floor > cap:
        raise ValueError(
            f"the floor per {what}, {floor:,.6g}, lies above the cap per {what}, {cap:,.6g}: "
            "one of the two is not as the contract says"
        )


NO_LIMITS = Limits()
"""A loss that falls on its holder whole."""
