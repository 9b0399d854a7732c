"""The equity report: one line for each measure, factor and group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.many_comparisons import q_values
from fairterms.outcomes.equity.decomposition import DECLARATION, Parts, split
from fairterms.outcomes.equity.gap import Estimate, chance_of_gap, estimate_gap, estimate_rate
from fairterms.outcomes.equity.subgroups import UNKNOWN, Floats, Subjects
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Line:
    """One group's result in one measure.

    Attributes
    ----------
    measure, factor, group, reference
        Names; the reference is the group others are compared with.
    n, reached
        Patients in the denominator, and those who reached the measure; a room above hides 1 to 10.
    rate
        Unadjusted, with its Wilson interval; always there.
    gap
        To the reference group, unadjusted, with its interval; None for the reference itself.
    parts
        The unadjusted gap within and between providers; sums to it exactly.
    adjusted_rate, adjusted_gap
        For the same intake facts; None where no model was given. The model is taken as known, so
        their intervals are a little too narrow.
    p_value, q_value
        How often chance alone makes such an unadjusted gap; and the false discovery rate over all
        gaps of the report. NaN where nothing is tested.
    is_below_minimum
        Whether the group or its reference is smaller than the declared minimum count: shown, but
        nothing should hang on it.
    """

    measure: str
    factor: str
    group: str
    reference: str
    n: int
    reached: int
    rate: Estimate
    gap: Estimate | None
    parts: Parts | None
    adjusted_rate: Estimate | None
    adjusted_gap: Estimate | None
    p_value: float
    q_value: float
    is_below_minimum: bool


@dataclass(frozen=True)
class Report:
    """All lines, and how to read them.

    Attributes
    ----------
    lines
        By measure, factor and group.
    minimum_count
        Patients below which a line is marked, as declared.
    confidence
        Of the intervals.
    notes
        What a reader must know, in words.
    """

    lines: tuple[Line, ...]
    minimum_count: int
    confidence: float
    notes: tuple[str, ...]

    def of(self, measure: str, factor: str) -> tuple[Line, ...]:
        """Return the lines of one measure and one factor, the reference among them."""
        return tuple(x for x in self.lines if (x.measure, x.factor) == (measure, factor))


def compare(
    subjects: Subjects,
    references: Mapping[str, str],
    minimum_count: int,
    confidence: float = 0.95,
) -> Report:
    """Compare the groups of every factor in every measure.

    Parameters
    ----------
    subjects
        The patients.
    references
        By factor: the group that others are compared with. There is no default: whom we compare
        with is a choice to be stated.
    minimum_count
        Patients below which a line is marked.
    confidence
        Of the intervals.

    Raises
    ------
    Refusal
        Where a factor has no reference group, or nobody is in it.

    Examples
    --------
    >>> subjects = Subjects(
    ...     {"response": np.array([1.0, 1, 0, 1, 0, 0])},
    ...     np.array([1, 2, 2, 1, 2, 2]),
    ...     {"language": np.array(["English"] * 3 + ["Spanish"] * 3)},
    ... )
    >>> english, spanish = compare(subjects, {"language": "English"}, 30).lines
    >>> round(spanish.gap.value, 3), spanish.n, spanish.is_below_minimum
    (-0.333, 3, True)
    """
    lines = [
        line
        for measure in subjects.measures
        for factor in subjects.factors
        for line in _lines(subjects, (measure, factor), references, minimum_count, confidence)
    ]
    found = q_values([line.p_value for line in lines])
    lines = [replace(line, q_value=float(q)) for line, q in zip(lines, found, strict=True)]
    return Report(tuple(lines), minimum_count, confidence, _notes(lines, confidence))


def _lines(
    subjects: Subjects,
    names: tuple[str, str],
    references: Mapping[str, str],
    minimum_count: int,
    confidence: float,
) -> Iterator[Line]:
    """Yield the lines of one measure and one factor."""
    measure, factor = names
    counted = ~np.isnan(subjects.measures[measure])
    groups = np.where(subjects.factors[factor] == "", UNKNOWN, subjects.factors[factor])[counted]
    reference = _reference(names, references, groups)
    reached = subjects.measures[measure][counted] == 1
    expected = subjects.expected.get(measure)
    expected = None if expected is None else expected[counted]
    providers = np.unique(subjects.providers[counted], return_inverse=True)[1].astype(np.int64)
    base = groups == reference
    base_counts = (int(reached[base].sum()), int(base.sum()))
    base_rate = estimate_rate(*base_counts, confidence)
    base_adjusted = _adjust(base_rate, base, reached, expected)
    for group in dict.fromkeys((reference, *sorted(set(groups.tolist())))):
        own = groups == group
        counts = (int(reached[own].sum()), int(own.sum()))
        rate = estimate_rate(*counts, confidence)
        adjusted = _adjust(rate, own, reached, expected)
        both = own | base
        is_reference = group == reference
        yield Line(
            measure,
            factor,
            group,
            reference,
            counts[1],
            counts[0],
            rate,
            None if is_reference else estimate_gap(rate, base_rate),
            None if is_reference else split(reached[both], providers[both], own[both]),
            adjusted,
            None
            if is_reference or adjusted is None or base_adjusted is None
            else estimate_gap(adjusted, base_adjusted),
            np.nan if is_reference else chance_of_gap(counts, base_counts),
            np.nan,
            min(counts[1], base_counts[1]) < minimum_count,
        )


def _reference(
    names: tuple[str, str], references: Mapping[str, str], groups: npt.NDArray[np.str_]
) -> str:
    """Return the reference group of a factor, or refuse to choose one."""
    measure, factor = names
    if factor not in references:
        raise Refusal(
            factor,
            "has no reference group",
            "whom the others are compared with is a choice, and it changes every gap",
            f"name the reference group of {factor}",
        )
    if references[factor] not in groups:
        raise Refusal(
            f"{measure} by {factor}",
            "has nobody in the reference group",
            "a gap to nobody cannot be counted",
            "choose another reference group, or check how groups are spelled",
        )
    return references[factor]


def _adjust(
    rate: Estimate,
    own: npt.NDArray[np.bool_],
    reached: npt.NDArray[np.bool_],
    expected: Floats | None,
) -> Estimate | None:
    """Return observed over expected, times the rate of all: what the group reached with its mix."""
    if expected is None:
        return None
    return rate.scaled(float(reached.mean() / expected[own].mean()))


def _notes(lines: list[Line], confidence: float) -> tuple[str, ...]:
    """Return what a reader must know."""
    tested = sum(not np.isnan(line.p_value) for line in lines)
    notes = [
        (
            f"{tested} gaps are compared. If there were no gap at all, about "
            f"{tested * (1 - confidence):.1f} intervals would still leave 0 out; the q-value "
            "takes that into account."
        ),
        f"Parts of a gap: {DECLARATION}.",
        "Groups of different factors are the same patients, so their gaps are not independent.",
    ]
    if any(line.adjusted_rate is None for line in lines):
        notes.append("Where no adjusted rate stands, no model of expected results was given.")
    if any(line.is_below_minimum for line in lines):
        notes.append(
            "Lines marked as below the minimum count are shown; nothing should hang on it."
        )
    return tuple(notes)
