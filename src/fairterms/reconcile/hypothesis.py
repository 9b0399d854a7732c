"""Assumptions the plan may have made: what each would change, and the ground they grow on.

A hypothesis is one other way to take the contract, or one other figure. It is offered only where
the terms have a place for it: another reading the text leaves open, another order of two clauses
that follow each other, an earlier value in a term's own history.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from fairterms.contract.canonical import terms_hash
from fairterms.contract.clause import Clause, Contract
from fairterms.contract.figure_set import FigureSet, FigureValue
from fairterms.payment.evaluation import Survey, model_of, survey
from fairterms.settle.mutant import Mutant, mutants
from fairterms.units.catalogue import Catalogue
from fairterms.units.quantity import Quantity


def no_figures() -> Mapping[str, FigureValue]:
    """Return an empty mapping of figures that cannot be written to."""
    return MappingProxyType({})


@dataclass(frozen=True)
class Alternative:
    """Another value a figure has had, such as the member-months of an earlier list.

    Attributes
    ----------
    value
        With its unit.
    words
        Where it comes from, after "taken from": "the attribution list of 2027-03-31".
    """

    value: Quantity
    words: str


def alternatives(sets: Sequence[FigureSet]) -> dict[str, tuple[Alternative, ...]]:
    """Take other values of figures from files of figures, each named by its title.

    Parameters
    ----------
    sets
        For example the figures of an earlier report, or of last year.
    """
    found: dict[str, tuple[Alternative, ...]] = {}
    for figures in sets:
        for name, value in figures.values.items():
            if isinstance(value, Quantity):
                words = figures.title or figures.file
                found[name] = (*found.get(name, ()), Alternative(value, words))
    return found


@dataclass(frozen=True)
class Ground:
    """What assumptions are looked for in.

    Attributes
    ----------
    contract
        The terms in force in the period, without problems.
    figures
        Those the plan's statement rests on.
    alternatives
        Figure to other values it has had.
    """

    contract: Contract
    figures: FigureSet
    alternatives: Mapping[str, tuple[Alternative, ...]] = field(default_factory=dict)

    @cached_property
    def survey(self) -> Survey:
        """What the terms read."""
        return survey(self.contract)

    @cached_property
    def mutants(self) -> tuple[Mutant, ...]:
        """The contracts one small step away from the terms."""
        return mutants(self.contract)

    def quantity(self, figure: str) -> Quantity | None:
        """Return a figure; None where it is not given or is a list."""
        found = self.figures.values.get(figure)
        return found if isinstance(found, Quantity) else None


@dataclass(frozen=True)
class Proposal:
    """One assumption as a family finds it.

    Attributes
    ----------
    key
        A name that stays the same while the terms do.
    sentence
        What is assumed, after "if": "the reduction of 2 % is left out, in “Reduction” (B-7.4)".
    contract
        The terms under it; None where only figures change.
    figures
        The figures it changes.
    """

    key: str
    sentence: str
    contract: Contract | None = None
    figures: Mapping[str, FigureValue] = field(default_factory=no_figures)


@dataclass(frozen=True)
class Family:
    """A sort of assumption: one module of the folder ``hypotheses``.

    Attributes
    ----------
    title
        What these assumptions are, for a heading.
    propose
        Lists them for given terms and figures.
    """

    title: str
    propose: Callable[[Ground], Iterator[Proposal]]


@dataclass(frozen=True)
class Hypothesis:
    """One assumption that could be behind the plan's number.

    Attributes
    ----------
    id
        ``family:key``; no other assumption has it.
    family
        The module that offers it.
    sentence
        What is assumed, in plain words with the clause; it follows "if".
    contract
        The terms in force under it, changed or not.
    figures
        The figures it changes, and their values.
    changes_terms
        Whether the contract differs from the agreed one.
    """

    id: str
    family: str
    sentence: str
    contract: Contract
    figures: Mapping[str, FigureValue] = field(default_factory=no_figures)
    changes_terms: bool = True


FAMILIES = Catalogue("fairterms.reconcile.hypotheses", "FAMILY", Family)
"""Every family of assumptions, by the name of its module."""


def hypotheses(ground: Ground) -> tuple[Hypothesis, ...]:
    """List every assumption the terms have a place for; two that come to the same are told once.

    Notes
    -----
    Two families may find the same change: a declared reading may also be a value of the history.
    The first, in the order of the families' names, keeps it.
    """
    agreed = terms_hash(ground.contract)
    seen: set[tuple[str, tuple[tuple[str, str], ...]]] = {(agreed, ())}
    found = []
    for name, family in FAMILIES.items():
        for one in family.propose(ground):
            contract = one.contract or ground.contract
            terms = terms_hash(contract) if one.contract else agreed
            same = (terms, tuple(sorted((key, str(value)) for key, value in one.figures.items())))
            if same in seen or not _changes_figures(ground, one):
                continue
            seen.add(same)
            changes_terms = terms != agreed
            identity = f"{name}:{one.key}"
            found.append(
                Hypothesis(identity, name, one.sentence, contract, one.figures, changes_terms)
            )
    return tuple(found)


def _changes_figures(ground: Ground, one: Proposal) -> bool:
    """Say whether a proposal about figures gives one another value."""
    given = ground.figures.values
    return not one.figures or any(given.get(key) != value for key, value in one.figures.items())


def located(contract: Contract, mutant: Mutant) -> tuple[Clause, str, str, str]:
    """Take the sentence of a changed term apart.

    Returns
    -------
    tuple
        The clause; the term; the term in words, with its row and cell; and what is other in it.
    """
    where, _, what = mutant.sentence.partition(": ")
    clause_id, _, term = where.partition(".")
    clause = contract.clause(clause_id)
    spec = model_of(clause).term(term)
    cells = {column.name for column in spec.columns} if spec else set()
    name = "calculation" if term == "steps" else term.replace("_", " ")
    while what.startswith("entry ") or what.partition(" ")[0] in cells:
        if what.startswith("entry "):
            row, _, what = what.removeprefix("entry ").partition(": ")
            name += f", row {row}"
        else:
            cell, _, what = what.partition(" ")
            name += "" if cell == "value" else f", {cell.replace('_', ' ')}"
    return clause, term, f"“{name}”", what


def said(clause: Clause, term: str = "") -> str:
    """Name a clause, and where the contract speaks of it, as the end of a sentence.

    Examples
    --------
    >>> said(Clause("cap", "cap", title="Gain Cap"))
    'in “Gain Cap”'
    """
    of_term = [cite.section for cite in clause.cites if cite.term == term and term]
    sections = of_term or [cite.section for cite in clause.cites if not cite.term]
    sections = sections or [cite.section for cite in clause.cites]
    where = "; ".join(dict.fromkeys(section for section in sections if section))
    return f"in “{clause.title or clause.id}”" + (f" ({where})" if where else "")
