"""A contract measure: whom it counts, who is excused, what counts as success, and why.

An entry of the catalogue ``measures``. A measure judges one patient at a time and shows every step;
rates are sums of judgements.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.evidence import Basis
from fairterms.units.catalogue import Catalogue
from fairterms.units.refusal import Refusal


class Population(StrEnum):
    """The groups a measure sorts its cases into."""

    INITIAL = "initial population"
    DENOMINATOR = "denominator"
    EXCLUSION = "exclusion"
    EXCEPTION = "exception"
    NUMERATOR = "numerator"


class Kind(StrEnum):
    """What the result of a measure is."""

    PROPORTION = "proportion"
    RATIO = "ratio"
    MEAN = "mean"
    MEDIAN = "median"


class Better(StrEnum):
    """Which way is better."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    DEPENDS = "neither way by itself"


@dataclass(frozen=True)
class TraceStep:
    """One step of a judgement.

    Attributes
    ----------
    rule
        What was asked, in one short sentence.
    is_met
        Whether it holds for this case.
    because
        The dates and values that decided it; never a name.
    """

    rule: str
    is_met: bool
    because: str

    def __str__(self) -> str:
        return f"{'yes' if self.is_met else 'no'}: {self.rule} ({self.because})"


@dataclass(frozen=True)
class Judgement:
    """What a measure says about one case.

    Attributes
    ----------
    case
        The patient, or the visit of a measure that counts visits.
    counts
        1 for each population the case is in; a population left out counts 0.
    group
        The part of the measure, such as ``84 days``; empty when it has one part.
    stratum
        The age or other band reported by itself.
    amount, base
        Numerator and denominator where they are no counts: days, cents, visits; member months,
        episodes.
    day
        The index day, or the day something was due.
    clinician
        Who is answerable, where the record says so.
    trace
        Every step, in order.
    findings
        What is wrong with the records read, in plain words without a name.
    """

    case: str
    counts: Mapping[Population, int] = field(default_factory=dict)
    group: str = ""
    stratum: str = ""
    amount: float | None = None
    base: float | None = None
    day: date | None = None
    clinician: str = ""
    trace: tuple[TraceStep, ...] = ()
    findings: tuple[str, ...] = ()

    def count(self, population: Population) -> int:
        """Return how often the case counts in a population."""
        return self.counts.get(population, 0)


@dataclass(frozen=True)
class Option:
    """Something a measure leaves to the contract.

    Attributes
    ----------
    name, unit, meaning
        What it is.
    default
        The published value; None when the contract must say.
    """

    name: str
    unit: str
    meaning: str
    default: str | float | None = None


Options = Mapping[str, str | float]


@dataclass(frozen=True)
class MeasurementPeriod:
    """The period measured, both days included."""

    starts: date
    ends: date

    def __post_init__(self) -> None:
        if self.ends < self.starts:
            raise Refusal(
                "measurement period",
                f"it ends ({self.ends}) before it starts ({self.starts})",
                "no day lies in it",
                "give the first day and then the last day, both included",
            )

    @classmethod
    def year(cls, year: int) -> "MeasurementPeriod":
        """Return a calendar year.

        Examples
        --------
        >>> MeasurementPeriod.year(2026).ends
        datetime.date(2026, 12, 31)
        """
        return cls(date(year, 1, 1), date(year, 12, 31))

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.starts <= day <= self.ends


Judge = Callable[
    [PatientRecord, MeasurementPeriod, ValueSets, Options],
    tuple[Judgement, ...],
]


@dataclass(frozen=True)
class Measure:
    """A measure as published, restated in our own rules.

    Attributes
    ----------
    name
        Its module's name.
    title, steward, version
        As published.
    basis
        Where the rules are from and how well we know them.
    licence
        What may be done with the text and the code lists.
    kind
        Proportion, ratio, mean or median.
    direction
        Which way is better.
    reads
        The tables it needs: those of the store, or ``procedures``, ``answers``,
        ``medication_orders``, ``medication_dispenses`` and ``service_requests``, which only FHIR
        bundles hold.
    also_reads
        Tables that only excuse patients; it can be worked out without them, against the group.
    populations
        Whom it counts and what counts as success, in plain sentences.
    windows, exclusions, traps
        The dates, the excused and the mistakes to avoid, in plain sentences.
    value_sets
        Names of the code lists it needs.
    options
        What the contract decides.
    groups, strata
        The parts and the bands it reports.
    judge
        Gives the judgements of one patient.
    follow_up_rule
        How the step of a trace begins that says whether the patient was asked again; empty where
        that does not matter.
    """

    name: str
    title: str
    steward: str
    version: str
    basis: Basis
    licence: str
    kind: Kind
    direction: Better
    reads: tuple[str, ...]
    judge: Judge
    populations: tuple[str, ...] = ()
    windows: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    value_sets: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    groups: tuple[str, ...] = ()
    strata: tuple[str, ...] = ()
    also_reads: tuple[str, ...] = ()
    follow_up_rule: str = ""

    def settled(self, given: Options) -> Options:
        """Return the options with their published values where none is given.

        Parameters
        ----------
        given
            What the contract says, by name.

        Raises
        ------
        Refusal
            When the contract must say and does not, or names an option there is none of.
        """
        known = {option.name for option in self.options}
        for name in given:
            if name not in known:
                raise Refusal(
                    f"{self.name}, {name}",
                    "the measure has no such option",
                    f"its options are: {', '.join(sorted(known)) or 'none'}",
                    "take it out, or name the option meant",
                )
        return {option.name: self._value(option, given) for option in self.options}

    def judged(
        self,
        patient: PatientRecord,
        period: MeasurementPeriod,
        value_sets: ValueSets,
        options: Options | None = None,
    ) -> tuple[Judgement, ...]:
        """Return the judgements of one patient.

        Parameters
        ----------
        patient
            The record.
        period
            What is measured.
        value_sets
            The code lists; one the measure needs and that is missing is refused.
        options
            What the contract says.

        Raises
        ------
        Refusal
            When an option or a code list is missing.
        """
        return self.judge(patient, period, value_sets, self.settled(options or {}))

    def _value(self, option: Option, given: Options) -> str | float:
        value = given.get(option.name, option.default)
        if value is None:
            raise Refusal(
                f"{self.name}, {option.name}",
                "the contract does not say",
                f"it decides {option.meaning}, and no published value may stand for it",
                f"ask the plan for it in writing, in {option.unit or 'words'}",
            )
        return value


MEASURES = Catalogue("fairterms.reference.measures", "MEASURE", Measure)
"""Every measure, by name."""
