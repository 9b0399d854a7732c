"""An indicator and its values: what is watched, from when on it is amber or red, what it guards."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from fairterms.monitor.indicators.sample_period import SamplePeriod
from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.impossible import Impossible
from fairterms.units.quantity import FRACTION, Kind, Quantity, Unit, plural

HIGHER, LOWER = "higher is better", "lower is better"
DIRECTIONS = (HIGHER, LOWER)
_TIMES = frozenset({"minute", "hour", "day", "business day", "week", "month", "year"})
_NOT_PEOPLE = _TIMES | {"file", "feed", "letter", "meeting", "report", "measure"}
"""What may be counted without a person behind each; everything else is masked when it is few."""


class Source(StrEnum):
    """What an indicator is taken from."""

    OUTCOMES = "outcomes"
    ACCESS = "access"
    SPEND = "spend"
    DATA_FEED = "data feed"
    BURDEN = "burden"


class Sort(StrEnum):
    """What sort of number an indicator is, which decides how chance is reckoned."""

    SHARE = "share"
    COUNT = "count"
    RATE = "rate"
    AMOUNT = "amount"


class State(StrEnum):
    """How an indicator stands."""

    RED = "red"
    AMBER = "amber"
    UNKNOWN = "unknown"
    GREEN = "green"


@dataclass(frozen=True)
class Guard:
    """What an indicator guards.

    Attributes
    ----------
    sort
        "objective" or "clause".
    id
        Its id, in deal.toml or risks.toml, or in terms.toml.
    """

    sort: str
    id: str

    def __str__(self) -> str:
        return f"{self.sort} {self.id}"


@dataclass(frozen=True)
class Baseline:
    """The periods, both ends counted, that show what is usual."""

    first: SamplePeriod
    last: SamplePeriod

    def __post_init__(self) -> None:
        """Refuse a baseline that ends before it begins."""
        if self.last < self.first:
            raise Impossible(
                "baseline",
                f"the baseline ends ({self.last}) before it begins ({self.first})",
                "what is usual is seen over a stretch of time",
                "give its first period and its last",
            )

    def __contains__(self, period: SamplePeriod) -> bool:
        return self.first <= period <= self.last

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


@dataclass(frozen=True)
class Bounds:
    """From which value on an indicator is amber and red.

    Attributes
    ----------
    direction
        "higher is better" or "lower is better".
    amber, red
        In one unit; a value at a bound is on its worse side.
    """

    direction: str
    amber: Quantity
    red: Quantity

    def __post_init__(self) -> None:
        """Refuse bounds in two units, or a red that is no worse than amber."""
        if self.amber.unit != self.red.unit:
            raise Impossible(
                "red",
                f"amber is in {self.amber.unit}, red in {self.red.unit}",
                "one value is held against both",
                "write both in the same unit",
            )
        if not self.is_worse(self.red.amount, self.amber.amount):
            raise Impossible(
                "red",
                f"red ({self.red}) is not worse than amber ({self.amber}), and {self.direction}",
                "amber is the warning before red",
                "put amber before red, or correct the direction",
            )

    @property
    def is_higher_better(self) -> bool:
        """Whether a higher value is better."""
        return self.direction == HIGHER

    def is_worse(self, one: Decimal, other: Decimal) -> bool:
        """Tell whether one value is worse than another."""
        return one < other if self.is_higher_better else one > other

    def state(self, amount: Decimal) -> State:
        """Say how a value stands; a bound itself belongs to the worse side."""
        if not self.is_worse(self.red.amount, amount):
            return State.RED
        return State.GREEN if self.is_worse(self.amber.amount, amount) else State.AMBER


@dataclass(frozen=True)
class Indicator:
    """One indicator.

    Attributes
    ----------
    id
        Its name in indicators.toml and in the file of values.
    meaning
        What it says, in a sentence without its full stop.
    source
        What it is taken from.
    unit
        The unit of its values.
    bounds
        Which way is better, and where amber and red begin.
    lead_time
        How long before the loss it moves, in days or months.
    cadence
        Monthly or quarterly.
    due_days
        Days after the end of a period by which its value is to be in.
    owner
        The role that reads it.
    guards
        The objective or clause it guards.
    starts
        The first period that has a value.
    of
        What the denominator counts (singular), such as "patient"; empty where there is none.
    baseline
        The periods that show what is usual; None where nobody declared them.
    """

    id: str
    meaning: str
    source: Source
    unit: Unit
    bounds: Bounds
    lead_time: Quantity
    cadence: Cadence
    due_days: int
    owner: str
    guards: Guard
    starts: SamplePeriod
    of: str = ""
    baseline: Baseline | None = None

    def __post_init__(self) -> None:
        """Refuse bounds in another unit, and a share of nobody knows what."""
        if self.bounds.amber.unit != self.unit:
            raise Impossible(
                "amber",
                f"amber is in {self.bounds.amber.unit}, the indicator in {self.unit}",
                "its values are held against amber and red",
                f"write amber and red in {self.unit}",
            )
        if self.unit == FRACTION and not self.of:
            raise Impossible(
                "unit",
                "nobody says what this is a percentage of",
                "10 % of ten is one of them, and may be chance",
                'add of = "patients", and their number as n in the file of values',
            )

    @property
    def sort(self) -> Sort:
        """What sort of number it is.

        Time and money are amounts; other counts are events, of a denominator or by themselves.
        """
        if self.unit == FRACTION:
            return Sort.SHARE
        if self.unit.kind is not Kind.COUNT or self.unit.noun in _TIMES:
            return Sort.AMOUNT
        return Sort.RATE if self.of else Sort.COUNT

    @property
    def counts_people(self) -> bool:
        """Whether its value counts people, or things with a person behind each."""
        return self.unit.kind is Kind.COUNT and self.unit.noun not in _NOT_PEOPLE

    @property
    def is_of_people(self) -> bool:
        """Whether its denominator counts people, or things with a person behind each."""
        return bool(self.of) and self.of not in _NOT_PEOPLE

    @property
    def denominator(self) -> str:
        """What the denominator counts, plural; empty where there is none."""
        return plural(self.of) if self.of else ""

    def due(self, period: SamplePeriod) -> date:
        """Return the last day on which the value of a period is in time."""
        return period.last + timedelta(days=self.due_days)

    def warns_until(self, day: date) -> date:
        """Return the last day of a loss that a warning of a day foresees."""
        amount = int(self.lead_time.amount)
        if self.lead_time.unit.noun == "day":
            return day + timedelta(days=amount)
        year, before = divmod(day.year * 12 + day.month - 1 + amount, 12)
        longest = monthrange(year, before + 1)[1]
        return date(year, before + 1, min(day.day, longest))


@dataclass(frozen=True)
class Sample:
    """One value; added, never changed. A restated one is another sample of the same period.

    Attributes
    ----------
    indicator
        The id of its indicator.
    period
        The month or quarter it is about.
    value
        In the indicator's unit.
    n
        The denominator; None where the indicator has none.
    received
        The day from which it was known.
    """

    indicator: str
    period: SamplePeriod
    value: Quantity
    n: int | None
    received: date

    @property
    def events(self) -> int:
        """How many are counted: of a share those of its n that are meant, else the value itself."""
        if self.value.unit == FRACTION:
            assert self.n is not None, "the reader asks every share for its n"
            return round(self.value.amount * self.n)
        return int(self.value.amount)


def known(samples: Iterable[Sample], indicator: str, on: date) -> tuple[Sample, ...]:
    """Return what was known of an indicator on a day, in the order of the periods.

    Notes
    -----
    Of a period that was restated the value received last counts.
    """
    latest: dict[SamplePeriod, Sample] = {}
    for one in sorted(samples, key=lambda sample: sample.received):
        if one.indicator == indicator and one.received <= on:
            latest[one.period] = one
    return tuple(latest[period] for period in sorted(latest))
