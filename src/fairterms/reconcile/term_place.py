"""Places in the terms: every single value inside a clause's terms, and how to change just that."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from fairterms.contract import expression
from fairterms.contract.clause import Clause, Contract
from fairterms.contract.expression import Node, children, with_children
from fairterms.contract.value import Formula, Row, Value, Word
from fairterms.payment.evaluation import model_of
from fairterms.payment.links import DESCRIPTIVE
from fairterms.payment.model import TermSpec

Edit = Callable[[Node], Iterator[tuple[str, Node]]]
"""Gives the other forms of one part of a formula, each with what is other in it."""


@dataclass(frozen=True)
class Place:
    """One value inside a term.

    Attributes
    ----------
    clause
        Whose term it is.
    term
        Its name.
    path
        From the term to the value: rows by number, cells by name; empty for the term itself.
    value
        What stands there.
    spec
        What the model says about it.
    """

    clause: Clause
    term: str
    path: tuple[str | int, ...]
    value: Value
    spec: TermSpec

    @property
    def key(self) -> str:
        """``clause.term``, with the rows and cells that lead to the value."""
        return ".".join(str(part) for part in (self.clause.id, self.term, *self.path))

    @property
    def words(self) -> str:
        """The term, its rows and cells in words: "measures, row 2, tiers, row 1, at"."""
        words = ["calculation" if self.term == "steps" else self.term]
        words += [f"row {at + 1}" if isinstance(at, int) else at for at in self.path]
        return ", ".join(word.replace("_", " ") for word in words if word != "value")

    def with_value(self, contract: Contract, value: Value) -> Contract:
        """Return the contract with another value in this place."""
        whole = _laid(self.clause.terms[self.term].value, self.path, value)
        return contract.replacing(self.clause.with_value(self.term, whole))


def places(contract: Contract) -> Iterator[Place]:
    """Yield every value of every term that can move money, in written order."""
    for clause in contract.clauses:
        for term in clause.terms.values():
            spec = model_of(clause).term(term.name)
            if spec is not None and term.name not in DESCRIPTIVE:
                yield from _within(clause, term.name, (), term.value, spec)


def _within(
    clause: Clause, term: str, path: tuple[str | int, ...], value: Value, spec: TermSpec
) -> Iterator[Place]:
    if isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _within(clause, term, (*path, at), item, spec)
    elif isinstance(value, Row):
        for name, cell in value.cells.items():
            column = next((one for one in spec.columns if one.name == name), None)
            if column is not None:
                yield from _within(clause, term, (*path, name), cell, column)
    else:
        yield Place(clause, term, path, _as_formula(clause, path, value), spec)


def _as_formula(clause: Clause, path: tuple[str | int, ...], value: Value) -> Value:
    """Read the text of a formula's step as a formula: it may stand without its equals sign."""
    if isinstance(value, Word) and clause.model == "formula" and path[-1:] == ("value",):
        return Formula(value.text, expression.parse(value.text))
    return value


def _laid(whole: Value, path: tuple[str | int, ...], value: Value) -> Value:
    """Return a value with another value laid at the end of a path inside it."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(whole, Row):
        assert isinstance(first, str), "the cells of a row have names"
        return Row({**whole.cells, first: _laid(whole.cells[first], rest, value)})
    assert isinstance(whole, tuple), "a path leads through rows and lists"
    assert isinstance(first, int), "the items of a list have numbers"
    return (*whole[:first], _laid(whole[first], rest, value), *whole[first + 1 :])


def rewritten(formula: Formula, edit: Edit) -> Iterator[tuple[str, Formula]]:
    """Yield a formula with one of its parts in another form, and what is other in it."""
    for what, tree in _rewritten(formula.tree, edit):
        # Terms are told apart by their text, so that a changed formula needs another text.
        yield what, replace(formula, tree=tree, text=f"{formula.text} [{what}]")


def _rewritten(node: Node, edit: Edit) -> Iterator[tuple[str, Node]]:
    yield from edit(node)
    parts = children(node)
    for at, part in enumerate(parts):
        for what, other in _rewritten(part, edit):
            yield what, with_children(node, (*parts[:at], other, *parts[at + 1 :]))
