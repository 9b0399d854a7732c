"""An indicator: a number watched because it moves before, or with, a loss."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.impossible import Impossible
from fairterms.units.period import Period
from fairterms.units.quantity import Quantity, Unit


class Timing(Enum):
    """Whether an indicator moves before a loss or only with it."""

    LEADING = "leading"
    LAGGING = "lagging"


class Direction(Enum):
    """Which way is worse."""

    HIGHER = "higher"
    LOWER = "lower"


class Light(Enum):
    """How a reading stands."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True)
class Indicator:
    """One indicator.

    Attributes
    ----------
    id, impact
        Its id and that of the impact it watches.
    timing
        Leading or lagging.
    formula
        How it is worked out, in words.
    direction
        Which way is worse.
    amber, red
        From which value on it is amber and red, in one unit.
    lead_days
        Within how many days after a red reading a loss counts as foreseen; 0 for a lagging
        indicator that foresees nothing.
    cadence
        How long each reading covers, and so how often one is due.
    owner
        The role that reads it.
    starts
        The first day measured.
    """

    id: str
    impact: str
    timing: Timing
    formula: str
    direction: Direction
    amber: Quantity
    red: Quantity
    lead_days: int
    cadence: Cadence
    owner: str
    starts: date

    def __post_init__(self) -> None:
        """Refuse bounds that cannot be told apart, and a cadence that is never due."""
        if self.amber.unit != self.red.unit:
            raise Impossible(
                "red",
                f"amber is in {self.amber.unit}, red in {self.red.unit}",
                "one reading is held against both",
                "write both in the same unit",
            )
        if not self._is_worse(self.red, self.amber):
            raise Impossible(
                "red",
                f"red ({self.red}) is not worse than amber ({self.amber}), and "
                f"{self.direction.value} is worse",
                "amber is the warning before red",
                "put amber before red, or correct worse",
            )
        if self.cadence is Cadence.EACH:
            raise Impossible(
                "cadence",
                "an indicator is not read at each event",
                "a missing reading is only seen where the next one is due on a day",
                'write cadence = "monthly", or another regular one',
            )

    @property
    def unit(self) -> Unit:
        """The unit of its readings."""
        return self.amber.unit

    def _is_worse(self, one: Quantity, other: Quantity) -> bool:
        if self.direction is Direction.HIGHER:
            return one.amount > other.amount
        return one.amount < other.amount

    def light(self, value: Quantity) -> Light:
        """Say how a value stands; a bound itself belongs to the worse side."""
        assert value.unit == self.unit, "a reading is in its indicator's unit"
        if not self._is_worse(self.red, value):
            return Light.RED
        return Light.GREEN if self._is_worse(self.amber, value) else Light.AMBER


@dataclass(frozen=True)
class Reading:
    """One value of an indicator; added, never changed.

    Attributes
    ----------
    indicator
        Its id.
    period
        The days it covers.
    value
        In the indicator's unit.
    count
        How many visits, members or files it is of; None for an amount that is of none.
    source
        The hash of the file it was worked out from; empty where nobody kept it.
    """

    indicator: str
    period: Period
    value: Quantity
    count: Quantity | None = None
    source: str = ""


def latest(readings: Iterable[Reading], indicator: str, on: date) -> Reading | None:
    """Return an indicator's last reading whose period had ended by a day."""
    its = [one for one in readings if one.indicator == indicator and one.period.last <= on]
    return max(its, key=lambda one: one.period.last, default=None)


def due(indicator: Indicator, readings: Iterable[Reading], on: date) -> date:
    """Return the day by which the next reading is due: when the next period has ended.

    Parameters
    ----------
    indicator
        The indicator.
    readings
        Any readings; those of others and of later periods are left aside.
    on
        The day asked about.
    """
    last = latest(readings, indicator.id, on)
    ended = last.period.last if last else indicator.starts - timedelta(days=1)
    following = indicator.cadence.next_after(ended)
    assert following is not None, "an indicator has a regular cadence"
    return following


@dataclass(frozen=True)
class HitRates:
    """How well an indicator warned.

    Attributes
    ----------
    losses, foreseen
        Losses since its first reading, and those that a red reading preceded within the lead time.
    reds, followed
        Red readings whose lead time is over, and those that a loss followed within it.
    open_reds
        Red readings whose lead time still runs and that no loss has followed; counted nowhere else.
    """

    losses: int
    foreseen: int
    reds: int
    followed: int
    open_reds: int

    @property
    def missed(self) -> int:
        """Losses nobody was warned of."""
        return self.losses - self.foreseen

    @property
    def false_alarms(self) -> int:
        """Red readings that no loss followed."""
        return self.reds - self.followed


def hit_rates(
    indicator: Indicator, readings: Iterable[Reading], losses: Sequence[date], on: date
) -> HitRates:
    """Count how often red preceded a loss, and how often it did not.

    Parameters
    ----------
    indicator
        The indicator.
    readings
        Any readings; those of others are left aside.
    losses
        The days of the losses of its impact.
    on
        The day of counting; what is later is left aside.

    Returns
    -------
    HitRates
        A reading is known when its period ends: a loss on that day was not foreseen by it.
    """
    its = [one for one in readings if one.indicator == indicator.id and one.period.last <= on]
    known = [one.period.last for one in its if indicator.light(one.value) is Light.RED]
    first = min((one.period.last for one in its), default=date.max)
    judged = [day for day in losses if first < day <= on]
    lead = timedelta(days=indicator.lead_days)
    foreseen = [day for day in judged if any(red < day <= red + lead for red in known)]
    hits = [red for red in known if any(red < day <= red + lead for day in judged)]
    is_open = [red for red in known if red not in hits and red + lead > on]
    return HitRates(
        losses=len(judged),
        foreseen=len(foreseen),
        reds=len(known) - len(is_open),
        followed=len(hits),
        open_reds=len(is_open),
    )
