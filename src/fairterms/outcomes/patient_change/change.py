"""Each patient's class of change under one declaration: recovered, improved, unchanged, worse.

Changed enough is one question, crossed the border of health another; the class joins both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from fairterms.outcomes.patient_change import cut_offs
from fairterms.outcomes.patient_change.change_declaration import AtCutOff, CutOffKind, Declaration
from fairterms.outcomes.patient_change.change_method import SENTENCES, Method, Reason, Sides
from fairterms.outcomes.patient_change.change_methods_catalogue import CHANGE_METHODS
from fairterms.outcomes.patient_change.scores import Flags, Floats, Scores, Whole
from fairterms.outcomes.patient_change.thresholds import is_at_least, is_beyond
from fairterms.units.problem import nearest
from fairterms.units.refusal import Refusal


class ChangeClass(IntEnum):
    """What became of a patient."""

    RECOVERED = 0
    IMPROVED = 1
    UNCHANGED = 2
    DETERIORATED = 3
    HARMED = 4
    NOT_JUDGED = 5


_CLASS_OF = {
    Reason.RECOVERED: ChangeClass.RECOVERED,
    Reason.IMPROVED: ChangeClass.IMPROVED,
    Reason.IMPROVED_NOT_CROSSED: ChangeClass.IMPROVED,
    Reason.IMPROVED_STARTED_WELL: ChangeClass.IMPROVED,
    Reason.WITHIN_ERROR: ChangeClass.UNCHANGED,
    Reason.CROSSED_WITHIN_ERROR: ChangeClass.UNCHANGED,
    Reason.DETERIORATED: ChangeClass.DETERIORATED,
    Reason.DETERIORATED_NOT_CROSSED: ChangeClass.DETERIORATED,
    Reason.HARMED: ChangeClass.HARMED,
}


@dataclass(frozen=True, eq=False)
class Classification:
    """The classes of all patients, with the figures behind them.

    Attributes
    ----------
    declaration
        What decided.
    reasons
        A :class:`Reason` of each patient; shape (patients,).
    index
        Positive for the better, NaN where not judged; shape (patients,).
    cut_off
        In points; None when only change is judged.
    caution
        What a party should know about the method.
    """

    declaration: Declaration
    reasons: Whole
    index: Floats
    cut_off: float | None
    caution: str

    @property
    def classes(self) -> Whole:
        """The :class:`ChangeClass` of each patient; shape (patients,)."""
        table = [_CLASS_OF.get(reason, ChangeClass.NOT_JUDGED) for reason in Reason]
        return np.array(table, dtype=np.int64)[self.reasons]

    @property
    def n(self) -> int:
        """How many patients were judged."""
        return int((self.classes != ChangeClass.NOT_JUDGED).sum())

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The declared figures that still await a check at their source."""
        return self.declaration.unconfirmed

    def counts(self) -> Mapping[ChangeClass, int]:
        """Return how many patients are in each class."""
        found = np.bincount(self.classes, minlength=len(ChangeClass))
        return {kind: int(found[kind]) for kind in ChangeClass}

    def reason(self, patient: int) -> str:
        """Return why one patient is in that class, in words."""
        return SENTENCES[Reason(self.reasons[patient])]


def classify(declaration: Declaration, scores: Scores) -> Classification:
    """Return each patient's class of change.

    Parameters
    ----------
    declaration
        What the contract says, complete for its method.
    scores
        First and last scores, in points.

    Raises
    ------
    Refusal
        When the method is not known, or the declaration lacks what it needs: all of it is named.

    Notes
    -----
    Recovered: changed enough for the better, began on the clinical side and ended on the other.
    Harmed: changed enough for the worse, the other way across. Methods with an index ask for more
    than the critical value; a declared share or number of points is reached exactly at it.

    Sources
    -------
    Jacobson and Truax 1991, Journal of Consulting and Clinical Psychology 59, 12-19.

    Examples
    --------
    >>> from fairterms.outcomes.patient_change.change_declaration import (
    ...     AtCutOff, CutOff, CutOffKind, Reliability, Sample,
    ... )
    >>> from fairterms.reference.evidence import Basis, Evidence
    >>> from fairterms.reference.instrument_facts import Direction
    >>> from fairterms.outcomes.patient_change.scores import scores
    >>> here = Basis("example", Evidence.RECOMPUTED)
    >>> couples = Declaration(
    ...     "jacobson_truax", Direction.HIGHER_IS_BETTER, 0, 151,
    ...     cut_off=CutOff(CutOffKind.C, AtCutOff.NEITHER), critical=1.96,
    ...     reliability=Reliability(0.80, here),
    ...     intake=Sample(40, 7.5, here), functional=Sample(60, 7.5, here),
    ... )
    >>> found = classify(couples, scores([32.5, 32.5, 32.5], [47.5, 55, float("nan")]))
    >>> [ChangeClass(k).name for k in found.classes]
    ['IMPROVED', 'RECOVERED', 'NOT_JUDGED']
    >>> found.reason(0)
    'changed for the better by enough, still in the clinical range'
    """
    method = find_method(declaration.method)
    check(declaration, method, scores)
    judged = _unjudged(declaration, scores)
    clean = Scores(
        np.where(judged < 0, scores.first, np.nan),
        np.where(judged < 0, scores.last, np.nan),
        scores.series,
    )
    index = np.where(judged < 0, method.index(declaration, clean), np.nan)
    cut_off = find_cut_off(declaration, method)
    sides = None if cut_off is None else find_sides(declaration, method, clean, cut_off)
    changed = _reasons(*_changes(declaration, method, index), sides)
    changed = np.where(np.isnan(index), method.without_index, changed)
    return Classification(
        declaration, np.where(judged < 0, changed, judged), index, cut_off, method.caution
    )


def find_method(name: str) -> Method:
    """Return a method of the catalogue.

    Raises
    ------
    Refusal
        When no method has this name.
    """
    if name not in CHANGE_METHODS:
        raise Refusal(
            name,
            "is not a method of judging change",
            "each method counts other patients as improved",
            nearest(name, CHANGE_METHODS) or f"name one of: {', '.join(CHANGE_METHODS)}",
        )
    return CHANGE_METHODS[name]


def check(declaration: Declaration, method: Method, scores: Scores) -> None:
    """Refuse a declaration that lacks what its method or its cut-off needs.

    Raises
    ------
    Refusal
        With every missing figure, not the first.
    """
    needs = list(method.needs)
    if declaration.cut_off is not None:
        needs += cut_offs.NEEDS[declaration.cut_off.kind]
    missing = [need for need in dict.fromkeys(needs) if _lacks(declaration, scores, need)]
    if missing:
        raise Refusal(
            declaration.method,
            f"needs {', '.join(missing)}",
            "without it two readers of the contract count different patients as improved",
            "write it into the contract, or declare a method that does without it",
        )


def _lacks(declaration: Declaration, scores: Scores, need: str) -> bool:
    if need == "series":
        return scores.series is None
    value: object = declaration
    for part in need.split("."):
        value = getattr(value, part, None)
    return value is None


def find_cut_off(declaration: Declaration, method: Method) -> float | None:
    """Return the declared cut-off in points, by the method's own rule where it has one."""
    if declaration.cut_off is None:
        return None
    is_computed = declaration.cut_off.kind is not CutOffKind.DECLARED
    return (method.cut_off if method.cut_off and is_computed else cut_offs.find)(declaration)


def find_sides(declaration: Declaration, method: Method, scores: Scores, cut_off: float) -> Sides:
    """Return who began and ended on which side of the cut-off."""
    if method.sides is not None:
        return method.sides(declaration, scores, cut_off)
    assert declaration.cut_off is not None
    at = declaration.cut_off.at_cut_off
    first = declaration.sign * (scores.first - cut_off)
    last = declaration.sign * (scores.last - cut_off)
    is_clinical_at, is_functional_at = at is AtCutOff.CLINICAL, at is AtCutOff.FUNCTIONAL
    return Sides(
        began_clinical=(first < 0) | ((first == 0) & is_clinical_at),
        began_functional=(first > 0) | ((first == 0) & is_functional_at),
        ended_clinical=(last < 0) | ((last == 0) & is_clinical_at),
        ended_functional=(last > 0) | ((last == 0) & is_functional_at),
    )


def _unjudged(declaration: Declaration, scores: Scores) -> Whole:
    """Return why a patient cannot be judged, −1 where that is not so; shape (patients,)."""
    low, high = declaration.lowest, declaration.highest
    is_outside = np.zeros(scores.first.size, dtype=bool)
    for column in (scores.first, scores.last):
        is_outside |= (column < low) | (column > high)
    found: Whole = np.select(
        [is_outside, np.isnan(scores.first), np.isnan(scores.last)],
        [Reason.OUT_OF_RANGE, Reason.FIRST_MISSING, Reason.LAST_MISSING],
        default=-1,
    ).astype(np.int64)
    return found


def _changes(declaration: Declaration, method: Method, index: Floats) -> tuple[Flags, Flags]:
    """Return who changed enough for the better, and for the worse."""
    if method.has_index:
        up = down = declaration.critical
    else:
        up, down = declaration.improvement, declaration.deterioration
    assert up is not None
    assert down is not None
    if method.is_inclusive:
        return is_at_least(index, up), is_at_least(-index, down)
    return is_beyond(index, up), is_beyond(-index, down)


def _reasons(is_better: Flags, is_worse: Flags, sides: Sides | None) -> Whole:
    if sides is None:
        kinds = np.select(
            [is_better, is_worse], [Reason.IMPROVED, Reason.DETERIORATED], Reason.WITHIN_ERROR
        )
        return kinds.astype(np.int64)
    left = sides.began_clinical & sides.ended_functional
    entered = sides.began_functional & sides.ended_clinical
    choices = [
        (is_better & left, Reason.RECOVERED),
        (is_better & sides.began_clinical, Reason.IMPROVED_NOT_CROSSED),
        (is_better, Reason.IMPROVED_STARTED_WELL),
        (is_worse & entered, Reason.HARMED),
        (is_worse, Reason.DETERIORATED_NOT_CROSSED),
        (left | entered, Reason.CROSSED_WITHIN_ERROR),
    ]
    kinds = np.select([c for c, _ in choices], [r for _, r in choices], Reason.WITHIN_ERROR)
    return kinds.astype(np.int64)
