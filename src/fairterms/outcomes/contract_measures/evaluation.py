"""A measure over many patients: rates by part, band, clinician and year, and why a patient counts.

Patients pass one at a time; what stays in memory is a sum for each line of the result.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fairterms.outcomes.contract_measures.from_tables import TABLES
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import (
    Judgement,
    Kind,
    Measure,
    MeasurementPeriod,
    Options,
    Population,
)
from fairterms.reference.measure_logic import time_to_event
from fairterms.units.refusal import Refusal

SPLITS = ("group", "stratum", "clinician")
"""What a result can be split by, beside the period."""

_Key = tuple[MeasurementPeriod, str, str, str]


@dataclass(frozen=True)
class Line:
    """One line of a result.

    Attributes
    ----------
    period
        What was measured.
    group, stratum, clinician
        Which part of it; empty where the result is not split by it.
    initial, denominator, excluded, excepted, reached
        Cases in each population.
    cases
        Those the result is about: the denominator without the excluded and the excepted.
    value
        The result: a fraction for a proportion, otherwise in the measure's unit; None when no case
        is left.
    with_findings
        Cases whose records have something wrong with them.
    """

    period: MeasurementPeriod
    group: str
    stratum: str
    clinician: str
    initial: int
    denominator: int
    excluded: int
    excepted: int
    reached: int
    cases: int
    value: float | None
    with_findings: int


@dataclass
class _Sum:
    """What is added up for one line."""

    counts: dict[Population, int] = field(default_factory=lambda: defaultdict(int))
    amount: float = 0.0
    base: float = 0.0
    has_base: bool = False
    amounts: list[float] = field(default_factory=list)
    has_event: list[bool] = field(default_factory=list)
    with_findings: int = 0

    def add(self, judgement: Judgement, kind: Kind) -> None:
        """Add a case."""
        for population, count in judgement.counts.items():
            self.counts[population] += count
        self.with_findings += bool(judgement.findings)
        if judgement.count(Population.EXCLUSION) or judgement.count(Population.EXCEPTION):
            return
        if judgement.base is not None:
            self.base, self.has_base = self.base + judgement.base, True
        if judgement.amount is not None and judgement.count(Population.DENOMINATOR):
            self.amount += judgement.amount
            if kind in (Kind.MEAN, Kind.MEDIAN):
                self.amounts.append(judgement.amount)
                self.has_event.append(bool(judgement.count(Population.NUMERATOR)))

    @property
    def cases(self) -> int:
        """The cases the result is about."""
        out = self.counts[Population.EXCLUSION] + self.counts[Population.EXCEPTION]
        return self.counts[Population.DENOMINATOR] - out

    def value(self, kind: Kind) -> float | None:
        """Return the result, or None when there is nothing to divide by."""
        if kind is Kind.MEAN:
            return sum(self.amounts) / len(self.amounts) if self.amounts else None
        if kind is Kind.MEDIAN:
            # Whoever was still waiting when the records end is not done: that is no short time.
            return time_to_event.median(time_to_event.kaplan_meier(self.amounts, self.has_event))
        reached = float(self.counts[Population.NUMERATOR])
        if kind is Kind.RATIO and self.has_base:
            return self.amount / self.base if self.base else None
        return reached / self.cases if self.cases else None


def judgements(
    measure: Measure,
    patients: Iterable[PatientRecord],
    periods: Sequence[MeasurementPeriod],
    value_sets: ValueSets,
    options: Options | None = None,
) -> Iterator[tuple[MeasurementPeriod, Judgement]]:
    """Give the judgements of patients, one patient after another.

    Parameters
    ----------
    measure
        The measure.
    patients
        Read once.
    periods
        What is measured; each patient is judged for each.
    value_sets
        The code lists.
    options
        What the contract says.

    Raises
    ------
    Refusal
        When an option or a code list is missing.
    """
    settled = measure.settled(options or {})
    for name in measure.value_sets:
        value_sets[name]
    for patient in patients:
        for period in periods:
            for judgement in measure.judge(patient, period, value_sets, settled):
                yield period, judgement


def evaluate(
    measure: Measure,
    judged: Iterable[tuple[MeasurementPeriod, Judgement]],
    by: Sequence[str] = ("group",),
) -> tuple[Line, ...]:
    """Add judgements up.

    Parameters
    ----------
    measure
        The measure they are of.
    judged
        As `judgements` gives them.
    by
        What to split by, of ``group``, ``stratum`` and ``clinician``; always by period.

    Returns
    -------
    tuple
        One line each, in order of period, group, stratum and clinician.

    Notes
    -----
    Proportion: reached / (denominator - excluded - excepted). Ratio: sum of amounts / sum of bases.
    Mean: of the amounts of cases in the denominator that are neither excluded nor excepted. Median:
    by Kaplan and Meier over the same cases; one that is not in the numerator was watched for its
    amount without reaching it. Lines about few people carry their ``cases``; hiding them is for
    whoever shows them.
    """
    unknown = sorted(set(by) - set(SPLITS))
    assert not unknown, f"no result is split by {unknown}"
    sums: dict[_Key, _Sum] = defaultdict(_Sum)
    for period, judgement in judged:
        if _is_about(judgement):
            sums[_key(period, judgement, by)].add(judgement, measure.kind)
    ordered = sorted(sums.items(), key=lambda item: (item[0][0].starts, *item[0][1:]))
    return tuple(_line(measure, key, total) for key, total in ordered)


def _is_about(judgement: Judgement) -> bool:
    """Say whether a measure is about a case at all."""
    has_amount = judgement.amount is not None or judgement.base is not None
    return has_amount or any(judgement.counts.values())


def _key(period: MeasurementPeriod, judgement: Judgement, by: Sequence[str]) -> _Key:
    return (
        period,
        judgement.group if "group" in by else "",
        judgement.stratum if "stratum" in by else "",
        judgement.clinician if "clinician" in by else "",
    )


def _line(measure: Measure, key: _Key, total: _Sum) -> Line:
    counts = total.counts
    return Line(
        *key,
        initial=counts[Population.INITIAL],
        denominator=counts[Population.DENOMINATOR],
        excluded=counts[Population.EXCLUSION],
        excepted=counts[Population.EXCEPTION],
        reached=counts[Population.NUMERATOR],
        cases=total.cases,
        value=total.value(measure.kind),
        with_findings=total.with_findings,
    )


def check_tables(measure: Measure, tables: Sequence[str] = TABLES) -> tuple[str, ...]:
    """Return what a measure misses when it is run from tables alone.

    Parameters
    ----------
    measure
        The measure.
    tables
        The tables there are.

    Returns
    -------
    tuple
        A sentence for each table that only excuses patients and is not there: without it the rate
        comes out against the group.

    Raises
    ------
    Refusal
        When a table is missing without which the measure means something else.
    """
    missing = [name for name in measure.reads if name not in tables]
    if missing:
        words = ", ".join(name.replace("_", " ") for name in missing)
        raise Refusal(
            measure.name,
            f"it cannot be worked out without {words}",
            "without them the result would be a number about something else",
            (
                f"load {words}"
                if set(missing) <= set(TABLES)
                else "read the patients from FHIR bundles, which hold them"
            ),
        )
    return tuple(
        f"{name.replace('_', ' ')} are not in the tables: patients they would excuse stay counted"
        for name in measure.also_reads
        if name not in tables
    )
