"""How far a rate moves when the contract's words are read another way: the price of vagueness.

The same patients are scored under every reading the text allows. Nothing about the care differs
between the rows; what differs is pay.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import product

from fairterms.outcomes.patient_change.definition import Definition, measure, whole_history
from fairterms.outcomes.patient_change.episodes import EpisodeRule, Episodes, Spans, cut
from fairterms.outcomes.patient_change.rate import Rate
from fairterms.outcomes.patient_change.scores import Series
from fairterms.units.refusal import Refusal

MOST_READINGS = 5_000
"""More than this is no longer a question of wording."""


@dataclass(frozen=True)
class Option:
    """One way to read a word.

    Attributes
    ----------
    label
        As the report names it, for example "at least 6 points".
    apply
        The definition read this way.
    """

    label: str
    apply: Callable[[Definition], Definition]


@dataclass(frozen=True)
class OpenTerm:
    """A word the contract leaves open, with the readings it allows.

    Attributes
    ----------
    name
        What is open, for example "reliable change".
    options
        Two or more.
    """

    name: str
    options: tuple[Option, ...]

    def __post_init__(self) -> None:
        assert len(self.options) >= 2, "a term with one reading is not open"
        assert len({o.label for o in self.options}) == len(self.options), "labels tell apart"


@dataclass(frozen=True)
class Reading:
    """The rate under one combination of readings.

    Attributes
    ----------
    labels
        One for each open term, in their order.
    rate
        Of the same patients every time.
    """

    labels: tuple[str, ...]
    rate: Rate


@dataclass(frozen=True)
class Swing:
    """What one open term alone moves, every other reading held fast.

    Attributes
    ----------
    name
        Of the term.
    average, largest
        Difference between its highest and lowest reading, in percentage points, over all
        combinations of the other terms.
    """

    name: str
    average: Fraction
    largest: Fraction


@dataclass(frozen=True)
class Sensitivity:
    """The rates of the same patients under all readings.

    Attributes
    ----------
    names
        Of what is open, in the order of each reading's labels.
    readings
        One for each combination.
    payment_per_point
        Dollars for one percentage point; None when the contract pays otherwise.
    """

    names: tuple[str, ...]
    readings: tuple[Reading, ...]
    payment_per_point: Decimal | None = None

    @property
    def lowest(self) -> Reading:
        """The reading worst for the group."""
        return min(self.readings, key=lambda reading: reading.rate.exact)

    @property
    def highest(self) -> Reading:
        """The reading best for the group."""
        return max(self.readings, key=lambda reading: reading.rate.exact)

    @property
    def points(self) -> Fraction:
        """From the lowest to the highest rate, in percentage points."""
        return 100 * (self.highest.rate.exact - self.lowest.rate.exact)

    def dollars(self, points: Fraction) -> Decimal | None:
        """Return what so many percentage points pay, to the cent, half up; None without a price."""
        if self.payment_per_point is None:
            return None
        exact = Fraction(self.payment_per_point) * points
        cents = Decimal(exact.numerator * 100) / Decimal(exact.denominator)
        return cents.quantize(Decimal(1), ROUND_HALF_UP).scaleb(-2)

    def swings(self) -> tuple[Swing, ...]:
        """Return what each term alone moves, the largest average first: settle that word first."""
        found = [self._swing(position) for position in range(len(self.names))]
        return tuple(sorted(found, key=lambda swing: -swing.average))

    def _swing(self, position: int) -> Swing:
        held: dict[tuple[str, ...], list[Fraction]] = {}
        for reading in self.readings:
            others = reading.labels[:position] + reading.labels[position + 1 :]
            held.setdefault(others, []).append(reading.rate.exact)
        moves = [100 * (max(rates) - min(rates)) for rates in held.values()]
        name = self.names[position]
        return Swing(name, sum(moves, Fraction(0)) / len(moves), max(moves))

    def rows(self) -> tuple[Mapping[str, str], ...]:
        """Return the table: a column for each term, the counts, the rate, and the dollars.

        Dollars are counted from the lowest reading.
        """
        low = self.lowest.rate.exact
        return tuple(self._row(reading, low) for reading in self.readings)

    def _row(self, reading: Reading, low: Fraction) -> Mapping[str, str]:
        row = dict(zip(self.names, reading.labels, strict=True))
        row["patients reached"] = f"{reading.rate.numerator:,} of {reading.rate.denominator:,}"
        row["rate"] = f"{reading.rate.percent:.1f} %"
        dollars = self.dollars(100 * (reading.rate.exact - low))
        if dollars is not None:
            row["above the lowest reading"] = f"${dollars:,.2f}"
        return row


def compare(
    base: Definition,
    terms: tuple[OpenTerm, ...],
    series: Series,
    spans: Spans | None = None,
    payment_per_point: Decimal | None = None,
) -> Sensitivity:
    """Score the same patients under every combination of readings.

    Parameters
    ----------
    base
        All that the contract does say; each option changes a part of it.
    terms
        What it leaves open.
    series
        Dated scores of all patients.
    spans
        The episodes; None takes each patient's whole history for one.
    payment_per_point
        Dollars for one percentage point of the rate.

    Raises
    ------
    Refusal
        When the combinations are too many for a table anybody reads.
    """
    combinations = list(product(*(term.options for term in terms)))
    if not terms or len(combinations) > MOST_READINGS:
        raise Refusal(
            "readings of the contract",
            f"{len(combinations):,} combinations of {len(terms)} open terms",
            "a table needs at least one open term, and nobody reads thousands of rows",
            "name the terms that are really disputed",
        )
    cuts: dict[EpisodeRule, Episodes] = {}
    days = whole_history(series) if spans is None else spans
    readings = []
    for options in combinations:
        definition = base
        for option in options:
            definition = option.apply(definition)
        if definition.scores not in cuts:
            cuts[definition.scores] = cut(series, days, definition.scores)
        rate = measure(definition, cuts[definition.scores])
        readings.append(Reading(tuple(option.label for option in options), rate))
    names = tuple(term.name for term in terms)
    return Sensitivity(names, tuple(readings), payment_per_point)
