"""The contract's measures worked out from the group's own records, year by year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fairterms.outcomes.contract_measures.evaluation import (
    Line,
    check_tables,
    evaluate,
    judgements,
)
from fairterms.outcomes.contract_measures.from_tables import TABLES, patients
from fairterms.outcomes.group_results.assessment import MeasureYear
from fairterms.outcomes.group_results.declaration import Measured
from fairterms.outcomes.group_results.feeds import FOLDER, Loaded
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import (
    MEASURES,
    Judgement,
    Kind,
    Measure,
    MeasurementPeriod,
    Population,
)
from fairterms.units.refusal import Refusal

VALUE_SETS = "value-sets.csv"
"""The code lists a published measure needs; the group gets them from the steward."""

HELD = 10_000
"""Up to so many patients are kept in memory between measures."""

Judged = Iterator[tuple[MeasurementPeriod, Judgement]]


@dataclass(frozen=True)
class MeasureResult:
    """One measure over the years.

    Attributes
    ----------
    declared
        How it was worked out.
    kind
        What its result is.
    years
        Counts by year, oldest first.
    values
        The result of each year; None where no case is left.
    excused
        Cases excluded or excepted in the last year.
    notes
        What was assumed, and what is wrong with the records it read.
    """

    declared: Measured
    kind: Kind
    years: tuple[MeasureYear, ...]
    values: tuple[float | None, ...]
    excused: int
    notes: tuple[str, ...]

    @property
    def uncounted_notes(self) -> tuple[str, ...]:
        """The notes without how often: that may be of 1 to 10 people."""
        return tuple(re.sub(r" \([\d,]+ times\)$", "", note) for note in self.notes)


@dataclass(frozen=True)
class NotMeasured:
    """A measure that could not be worked out, and why.

    Attributes
    ----------
    measure
        Its id in the terms.
    why
        One sentence without its full stop.
    """

    measure: str
    why: str


def measure_all(
    loaded: Loaded,
    folder: Path,
    declared: Sequence[Measured],
    years: Sequence[int],
    tell: Callable[[str], None] = lambda _: None,
) -> tuple[tuple[MeasureResult, ...], tuple[NotMeasured, ...]]:
    """Work out every declared measure for every year.

    Parameters
    ----------
    loaded
        The records.
    folder
        The deal folder, for the code lists.
    declared
        The measures.
    years
        Calendar years, oldest first.
    tell
        Called with a short sentence for a progress display.

    Returns
    -------
    tuple
        The measures that could be worked out, and those that could not.
    """
    sets = value_sets(folder)
    found: list[MeasureResult] = []
    left_out: list[NotMeasured] = []
    for one in declared:
        tell(f"Working out {one.measure.replace('_', ' ')}")
        try:
            found.append(_measure(loaded, one, years, sets))
        except Refusal as refusal:
            why = f"{refusal.subject}: {refusal.what} ({refusal.fix})"
            left_out.append(NotMeasured(one.measure, why))
    return tuple(found), tuple(left_out)


def people(loaded: Loaded, measure: Measure) -> Iterable[PatientRecord]:
    """Give every patient with the tables a measure reads.

    Patients of a small group are kept in memory for the next measure; those of a large one are
    read anew each time, one at a time.
    """
    read = {name.partition(".")[0] for name in (*measure.reads, *measure.also_reads)}
    tables = [name for name in TABLES if name in read & loaded.tables]
    if loaded.store.filled("patients")["person_id"] > HELD:
        return patients(loaded.store, tables)
    key = frozenset(tables)
    if key not in loaded.held:
        loaded.held[key] = tuple(patients(loaded.store, tables))
    return loaded.held[key]


def of_part(judged: Judged, declared: Measured) -> Judged:
    """Keep the cases of the part the contract pays for: all parts together count a case twice."""
    return (pair for pair in judged if not declared.part or pair[1].group == declared.part)


def value_sets(folder: Path) -> ValueSets:
    """Read the code lists of a deal; none where there is no file of them."""
    path = folder / FOLDER / VALUE_SETS
    return ValueSets.read(path) if path.is_file() else ValueSets()


def _measure(loaded: Loaded, one: Measured, years: Sequence[int], sets: ValueSets) -> MeasureResult:
    measure = MEASURES[one.by]
    notes = Counter(dict.fromkeys(check_tables(measure, sorted(loaded.filled)), 0))
    followed: Counter[MeasurementPeriod] = Counter()
    periods = [MeasurementPeriod.year(year) for year in years]
    judged = of_part(judgements(measure, people(loaded, measure), periods, sets, one.options), one)
    lines = {
        line.period: line
        for line in evaluate(measure, _watched(measure, judged, followed, notes), by=())
    }
    return MeasureResult(
        one,
        measure.kind,
        tuple(
            _year(year, lines.get(period), followed[period] if measure.follow_up_rule else None)
            for year, period in zip(years, periods, strict=True)
        ),
        tuple(lines[period].value if period in lines else None for period in periods),
        _excused(lines.get(periods[-1])),
        tuple(f"{words} ({count} times)" if count else words for words, count in notes.items()),
    )


def _watched(
    measure: Measure, judged: Judged, followed: Counter[MeasurementPeriod], notes: Counter[str]
) -> Judged:
    """Count those asked again, and what is wrong with the records, while judgements go by."""
    for period, judgement in judged:
        notes.update(judgement.findings)
        is_out = judgement.count(Population.EXCLUSION) or judgement.count(Population.EXCEPTION)
        if judgement.count(Population.DENOMINATOR) and not is_out:
            followed[period] += _is_followed(measure, judgement)
        yield period, judgement


def _is_followed(measure: Measure, judgement: Judgement) -> bool:
    rule = measure.follow_up_rule
    return bool(rule) and any(step.is_met for step in judgement.trace if step.rule.startswith(rule))


def _year(year: int, line: Line | None, followed: int | None) -> MeasureYear:
    if line is None:
        return MeasureYear(year, 0, 0, followed)
    return MeasureYear(year, line.reached, line.cases, followed)


def _excused(line: Line | None) -> int:
    return line.excluded + line.excepted if line else 0
