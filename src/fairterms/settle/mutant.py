"""Slightly wrong contracts: each differs from the agreed one in a single thing.

A mutant moves one number by a tick, exchanges "at least" and "more than", takes another choice,
another base, another order of operations or another rounding. A good set of test scripts tells
every one of them from the contract.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.value import Formula, Lookup, Row, Value, Word, show
from fairterms.payment.evaluation import Survey, model_of, survey
from fairterms.payment.links import DESCRIPTIVE
from fairterms.payment.model import TermSpec
from fairterms.settle import formula_mutant
from fairterms.settle.order import swaps
from fairterms.units.number import ROUNDING_MODES
from fairterms.units.quantity import FRACTION, Quantity, Threshold
from fairterms.units.rounding import PLACES, POINTS, Rounding

KINDS = ("number", "strictness", "choice", "base", "order", "rounding")
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Mutant:
    """One wrong contract.

    Attributes
    ----------
    id
        A name that stays the same while the terms do: "savings.sharing_rate up".
    kind
        One of :data:`KINDS`.
    sentence
        What is wrong in it, for a reader.
    """

    id: str
    kind: str
    sentence: str
    contract: Contract


def mutants(contract: Contract) -> tuple[Mutant, ...]:
    """List the wrong contracts one small step away from a contract without problems."""
    found = survey(contract)
    listed: list[Mutant] = []
    for clause in contract.clauses:
        listed.extend(_of_terms(contract, clause, found))
        listed.extend(_of_silence(contract, clause, found))
    listed += [
        Mutant(f"order: {name}", "order", f"{name}, instead of the written order", wrong)
        for name, wrong in swaps(contract)
    ]
    listed.extend(_of_rounding(contract))
    for clause in contract.clauses:
        listed.extend(_of_clause_rounding(contract, clause))
    return tuple(listed)


def _of_terms(contract: Contract, clause: Clause, found: Survey) -> Iterator[Mutant]:
    strict = {path for owner, path in found.thresholds if owner == clause.id}
    bases = tuple(base for base in _bases(contract) if not base.startswith(f"{clause.id}."))
    for term in clause.terms.values():
        spec = model_of(clause).term(term.name)
        is_read = (clause.id, term.name) in found.terms_read
        if spec is None or not is_read or term.name in DESCRIPTIVE:
            continue
        for kind, what, value in _changes(term.value, spec, (term.name,), strict, bases):
            yield Mutant(
                f"{clause.id}.{term.name} {what}",
                kind,
                f"{clause.id}.{term.name}: {what}",
                contract.replacing(clause.with_value(term.name, value)),
            )


_Change = tuple[str, str, Value]


def _changes(
    value: Value, spec: TermSpec, path: Path, strict: set[Path], bases: tuple[str, ...]
) -> Iterator[_Change]:
    """Yield (kind, what is wrong, value) for every small change of one value."""
    match value:
        case bool():
            yield "choice", f"{show(not value)} instead of {show(value)}", not value
        case Quantity():
            yield from _quantity_changes(value, spec, bases, is_threshold=path in strict)
        case Word():
            yield from _choice_changes(value, spec)
        case Row():
            yield from _row_changes(value, spec, path, strict, bases)
        case tuple():
            yield from _entry_changes(value, spec, path, strict, bases)
        case Lookup():
            yield from _lookup_changes(value, spec)
        case Formula():
            yield from _formula_changes(value)


def _choice_changes(value: Word, spec: TermSpec) -> Iterator[_Change]:
    for choice in spec.choices:
        if choice != value.text:
            yield "choice", f'"{choice}" instead of "{value}"', Word(choice)


def _row_changes(
    value: Row, spec: TermSpec, path: Path, strict: set[Path], bases: tuple[str, ...]
) -> Iterator[_Change]:
    for name, cell in value.cells.items():
        column = next(one for one in spec.columns if one.name == name)
        for kind, what, other in _changes(cell, column, (*path, name), strict, bases):
            yield kind, f"{name} {what}", Row({**value.cells, name: other})


def _entry_changes(
    value: tuple[Value, ...], spec: TermSpec, path: Path, strict: set[Path], bases: tuple[str, ...]
) -> Iterator[_Change]:
    for at, item in enumerate(value):
        for kind, what, other in _changes(item, spec, (*path, at), strict, bases):
            yield kind, f"entry {at + 1}: {what}", (*value[:at], other, *value[at + 1 :])


def _formula_changes(value: Formula) -> Iterator[_Change]:
    for kind, what, tree in formula_mutant.changes(value.tree):
        yield kind, what, replace(value, tree=tree, text=f"{value.text} [{what}]")


def _quantity_changes(
    value: Quantity, spec: TermSpec, bases: tuple[str, ...], *, is_threshold: bool
) -> Iterator[_Change]:
    tick = value.unit.tick
    for word, amount in (("up", value.amount + tick), ("down", value.amount - tick)):
        too_low = spec.lowest is not None and amount < spec.lowest
        too_high = spec.highest is not None and amount > spec.highest
        if not (too_low or too_high):
            wrong = value.with_amount(amount)
            yield "number", f"{wrong} instead of {value} ({word})", wrong
    if is_threshold:
        exact = value.threshold in {None, Threshold.AT_LEAST, Threshold.AT_MOST}
        other = Threshold.MORE_THAN if exact else Threshold.AT_LEAST
        wrong = replace(value, threshold=other)
        yield "strictness", f"{wrong} instead of {value}", wrong
    if value.unit == FRACTION and value.base:
        for base in bases:
            if base != value.base:
                yield "base", f"of {base} instead of {value.base}", replace(value, base=base)


def _lookup_changes(value: Lookup, spec: TermSpec) -> Iterator[_Change]:
    for at, (threshold, given) in enumerate(value.rows):
        for wrong in (given.amount + given.unit.tick, given.amount - given.unit.tick):
            if wrong >= 0 and (spec.highest is None or wrong <= spec.highest):
                rows = list(value.rows)
                rows[at] = (threshold, given.with_amount(wrong))
                yield (
                    "number",
                    f"from {threshold}: {rows[at][1]} instead of {given}",
                    replace(value, rows=tuple(rows)),
                )
        rows = list(value.rows)
        rows[at] = (threshold.with_amount(threshold.amount + threshold.unit.tick), given)
        yield (
            "number",
            f"from {rows[at][0]} instead of {threshold}",
            replace(value, rows=tuple(rows)),
        )
    way = "in steps" if value.is_interpolated else "interpolated"
    yield (
        "choice",
        f"the table read {way}",
        replace(value, is_interpolated=not value.is_interpolated),
    )


def _of_silence(contract: Contract, clause: Clause, found: Survey) -> Iterator[Mutant]:
    """Yield the readings of a choice the contract is silent about."""
    for (owner, name), plain in found.silent.items():
        spec = model_of(clause).term(name)
        if owner != clause.id or spec is None:
            continue
        for choice in spec.choices:
            if choice != plain:
                yield Mutant(
                    f"{clause.id}.{name} {choice}",
                    "choice",
                    f'{clause.id}.{name}: "{choice}", where the terms are silent',
                    contract.replacing(clause.with_value(name, Word(choice))),
                )


def _of_rounding(contract: Contract) -> Iterator[Mutant]:
    for other in _other_roundings(contract.rounding):
        yield Mutant(
            f"rounding {other}",
            "rounding",
            f"rounded {other}, instead of {contract.rounding}",
            replace(contract, rounding=other),
        )


_AT_RESULT = {"once at the end", "after each clause"}


def _of_clause_rounding(contract: Contract, clause: Clause) -> Iterator[Mutant]:
    if clause.rounding is None:
        return
    for other in _other_roundings(clause.rounding):
        if {other.point, clause.rounding.point} == _AT_RESULT:
            continue  # for one clause, its end and the end are the same place
        yield Mutant(
            f"{clause.id}.rounding {other}",
            "rounding",
            f"{clause.id}: rounded {other}, instead of {clause.rounding}",
            contract.replacing(replace(clause, rounding=other)),
        )


def _other_roundings(rule: Rounding) -> list[Rounding]:
    """List the rules that differ from a rounding in one thing."""
    others = [Rounding(rule.place, mode, rule.point) for mode in ROUNDING_MODES]
    others += [Rounding(rule.place, rule.mode, point) for point in POINTS]
    others += [Rounding(place, rule.mode, rule.point) for place in PLACES]
    return [other for other in dict.fromkeys(others) if other != rule]


def _bases(contract: Contract) -> tuple[str, ...]:
    """List the bases a contract's percentages are taken of, as other clauses would name them."""
    found: dict[str, None] = {}
    for clause in contract.clauses:
        for term in clause.terms.values():
            for quantity in _quantities(term.value):
                is_own = quantity.base.replace(" ", "_") in clause.terms
                if quantity.base:
                    found[f"{clause.id}.{quantity.base}" if is_own else quantity.base] = None
    return tuple(found)


def _quantities(value: Value) -> Iterator[Quantity]:
    """Yield every quantity inside a value."""
    match value:
        case Quantity():
            yield value
        case tuple():
            for item in value:
                yield from _quantities(item)
        case Row(cells):
            for cell in cells.values():
                yield from _quantities(cell)
