"""A variation: terms and figures under one or more assumptions, joined without guessing.

Two assumptions are joined by laying the changes of both over the agreed terms. Where both change
the same value, or both change which clauses there are and what each takes, they do not go together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeVar

from fairterms.contract.clause import Clause, Contract, Term
from fairterms.contract.figure_set import FigureSet, FigureValue
from fairterms.contract.value import Row, Value
from fairterms.reconcile.hypothesis import Hypothesis, no_figures


class _NotTogetherError(Exception):
    """Both sides change the same thing."""


@dataclass(frozen=True)
class Variation:
    """Terms and figures under some assumptions.

    Attributes
    ----------
    assumptions
        None, for the agreed terms.
    contract
        The terms in force under them.
    figures
        The figures they change.
    key
        Equal for two variations with the same terms.
    """

    assumptions: tuple[Hypothesis, ...]
    contract: Contract
    figures: Mapping[str, FigureValue] = field(default_factory=no_figures)

    @property
    def key(self) -> tuple[str, ...]:
        """The assumptions that change terms: variations with the same key have the same terms."""
        return tuple(sorted(one.id for one in self.assumptions if one.changes_terms))

    def laid_over(self, figures: FigureSet) -> FigureSet:
        """Return a set of figures with those that the assumptions change."""
        return replace(figures, values={**figures.values, **self.figures})


def alone(hypothesis: Hypothesis) -> Variation:
    """Return the variation of one assumption."""
    return Variation((hypothesis,), hypothesis.contract, hypothesis.figures)


def join(agreed: Contract, variation: Variation, hypothesis: Hypothesis) -> Variation | None:
    """Add an assumption to a variation; None when the two change the same thing."""
    if set(variation.figures) & set(hypothesis.figures):
        return None
    assumptions = (*variation.assumptions, hypothesis)
    figures = MappingProxyType({**variation.figures, **hypothesis.figures})
    if not hypothesis.changes_terms:
        return Variation(assumptions, variation.contract, figures)
    if not variation.key:
        return Variation(assumptions, hypothesis.contract, figures)
    try:
        contract = _joined(agreed, variation.contract, hypothesis.contract)
    except _NotTogetherError:
        return None
    return Variation(assumptions, contract, figures)


def _joined(agreed: Contract, one: Contract, other: Contract) -> Contract:
    """Lay the changes of two contracts over the one both came from."""
    rounding = _either(agreed.rounding, one.rounding, other.rounding)
    if _shape(one) == _shape(agreed):
        frame, filling = other, one
    elif _shape(other) == _shape(agreed):
        frame, filling = one, other
    else:
        raise _NotTogetherError
    before = {clause.id: clause for clause in agreed.clauses}
    changed = {clause.id: clause for clause in filling.clauses}
    clauses = tuple(
        _joined_clause(before[clause.id], clause, changed[clause.id])
        if clause.id in before
        else clause
        for clause in frame.clauses
    )
    return replace(frame, rounding=rounding, clauses=clauses)


def _shape(contract: Contract) -> object:
    """Return which clauses there are, of what model, and what each takes and reads."""
    clauses = tuple(
        (clause.id, clause.model, clause.of, tuple(sorted(clause.reads.items())))
        for clause in contract.clauses
    )
    return contract.payable, clauses


def _joined_clause(agreed: Clause, frame: Clause, filling: Clause) -> Clause:
    # The very records are kept, so that what was worked out from them can be taken over.
    if filling is agreed or filling == agreed:
        return frame
    if frame is agreed or frame == agreed:
        return filling
    if frame.model != agreed.model:
        raise _NotTogetherError
    names = dict.fromkeys([*agreed.terms, *frame.terms, *filling.terms])
    terms = {
        name: term
        for name in names
        if (
            term := _joined_term(
                agreed.terms.get(name), frame.terms.get(name), filling.terms.get(name)
            )
        )
    }
    rounding = _either(agreed.rounding, frame.rounding, filling.rounding)
    return replace(frame, terms=MappingProxyType(terms), rounding=rounding)


def _joined_term(agreed: Term | None, one: Term | None, other: Term | None) -> Term | None:
    """Return the term that either side changed; inside rows, each value by itself."""
    if agreed and one and other:
        value = _joined_value(agreed.value, one.value, other.value)
        if value is agreed.value:
            return agreed
        return one if value is one.value else replace(other, value=value)
    return _either(agreed, one, other)


def _joined_value(agreed: Value, one: Value, other: Value) -> Value:
    if one == agreed:
        return agreed if other == agreed else other
    if other == agreed:
        return one
    match agreed, one, other:
        case tuple(), tuple(), tuple() if len(agreed) == len(one) == len(other):
            rows = zip(agreed, one, other, strict=True)
            return tuple(_joined_value(*row) for row in rows)
        case Row(before), Row(first), Row(second) if before.keys() == first.keys() == second.keys():
            return Row({k: _joined_value(before[k], first[k], second[k]) for k in before})
    raise _NotTogetherError


_Changed = TypeVar("_Changed")


def _either(agreed: _Changed, one: _Changed, other: _Changed) -> _Changed:
    if one == agreed:
        return other
    if other == agreed:
        return one
    raise _NotTogetherError
