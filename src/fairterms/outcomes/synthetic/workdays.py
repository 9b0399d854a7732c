"""Days of a world, counted from its first: which are working days, and where months begin."""

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.synthetic.draws import Whole
from fairterms.outcomes.synthetic.world import World

_THURSDAY = 3
"""The first day of the epoch, counted from a Monday of 0."""


def epoch_day(world: World) -> int:
    """Return the world's first day, counted from 1970-01-01."""
    return (world.first_day - world.first_day.replace(1970, 1, 1)).days


def to_workday(world: World, day: Whole) -> Whole:
    """Move days at a weekend to the Monday after."""
    weekday = (day + epoch_day(world) + _THURSDAY) % 7
    return day + np.where(weekday == 5, 2, np.where(weekday == 6, 1, 0))


def month_start(world: World, day: Whole) -> Whole:
    """Return the first day of each day's month."""
    found: Whole = (
        _dates(world, day).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    )
    return found - epoch_day(world)


def month_end(world: World, day: Whole) -> Whole:
    """Return the last day of each day's month."""
    month = _dates(world, day).astype("datetime64[M]") + np.timedelta64(1, "M")
    found: Whole = month.astype("datetime64[D]").astype(np.int64)
    return found - 1 - epoch_day(world)


def _dates(world: World, day: Whole) -> npt.NDArray[np.datetime64]:
    return (day + epoch_day(world)).astype("datetime64[D]")
