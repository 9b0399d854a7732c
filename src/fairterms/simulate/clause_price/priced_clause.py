"""What can be priced: every clause, or single term, that has a declared reading without it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fairterms.contract.clause import Clause, Contract
from fairterms.contract.deal import Deal
from fairterms.contract.value import Row, parts, show
from fairterms.simulate.clause_price.declared_neutral import DeclaredNeutral
from fairterms.simulate.clause_price.neutral_catalogue import NEUTRALS
from fairterms.simulate.clause_price.neutral_term import NeutralTerm, Strike
from fairterms.units.refusal import Refusal

FORMULA = ("formula", "steps")
"""The one term whose neutral value only the deal can declare."""


@dataclass(frozen=True)
class PricedClause:
    """A clause, or one term of it, and the contract's reading without it.

    Attributes
    ----------
    id
        Clause and term: "loss_cap.owed_cap".
    title
        As a table names it.
    words
        The strike in words: "without the limit on what is owed".
    clause
        The clause it changes.
    in_force
        How the contract reads now.
    neutral
        How it reads without it: "no limit".
    strike
        Turns the clause into the clause without it.
    moved
        Steps that are then not written ("performance.share_after_must_pass"), and the step that
        says the same.
    """

    id: str
    title: str
    words: str
    clause: str
    in_force: str
    neutral: str
    strike: Strike
    moved: Mapping[str, str] = field(default_factory=dict)

    def touches(self, clause: Clause) -> bool:
        """Say whether striking it changes a clause: its own, or one that reads a moved step."""
        return clause.id == self.clause or bool(set(clause.reads.values()) & set(self.moved))

    def apply(self, clause: Clause) -> Clause:
        """Return a clause of the contract as it reads without this one."""
        if clause.id == self.clause:
            return self.strike(clause)
        if not self.touches(clause):
            return clause
        reads = {name: self.moved.get(source, source) for name, source in clause.reads.items()}
        return replace(clause, reads=reads)


@dataclass(frozen=True)
class Unpriced:
    """A clause or term that has no price of its own, and why.

    Attributes
    ----------
    id
        The clause, or clause and term.
    why
        As a sentence fragment.
    is_part
        Whether it is only a part of something that is priced, or moves no money: nothing is missed.
    """

    id: str
    why: str
    is_part: bool = False


@dataclass(frozen=True)
class Candidates:
    """What a contract lets one price, and what it does not."""

    clauses: tuple[PricedClause, ...]
    unpriced: tuple[Unpriced, ...]


def candidates(
    contract: Contract, deal: Deal, declared: Sequence[DeclaredNeutral] = ()
) -> Candidates:
    """List what can be struck from a contract, in its written order.

    Parameters
    ----------
    contract
        The terms in force in the period.
    deal
        It says which clauses the group would be paid anyway; those are no merit of the deal.
    declared
        The deal's own neutral values; they come before those of the catalogue.

    Raises
    ------
    Refusal
        When a declared neutral value names a clause or a term the contract does not have.
    """
    for each in declared:
        _find(contract, each)
    found: list[PricedClause] = []
    unpriced: list[Unpriced] = []
    for clause in contract.clauses:
        if clause.id in deal.without_deal.clauses:
            unpriced.append(Unpriced(clause.id, "the group is paid it with or without this deal"))
            continue
        own = [each for each in declared if each.clause == clause.id]
        strikes = [*_declared(own), *_of_catalogue(clause, own)]
        found += [_priced(clause, strike, len(strikes) == 1) for strike in strikes]
        unpriced += _left(clause, own, {strike.term for strike in strikes})
    return Candidates(tuple(found), tuple(unpriced))


def strike_all(contract: Contract, clauses: Iterable[PricedClause]) -> Contract:
    """Return the contract without the given clauses and terms."""
    for each in clauses:
        changed = tuple(each.apply(clause) for clause in contract.clauses)
        contract = replace(contract, clauses=changed)
    return contract


def spoken(name: str) -> str:
    """Write an id as words."""
    return name.replace("_", " ")


def _priced(clause: Clause, strike: NeutralTerm, is_only: bool) -> PricedClause:
    title = clause.title or spoken(clause.id).capitalize()
    return PricedClause(
        f"{clause.id}.{strike.term}",
        title if is_only else f"{title}: {strike.name}",
        strike.words,
        clause.id,
        _as_written(clause, strike.term),
        strike.reads,
        strike.strike,
        {f"{clause.id}.{old}": f"{clause.id}.{now}" for old, now in strike.moved(clause).items()},
    )


def _as_written(clause: Clause, term: str) -> str:
    if term not in clause.terms:
        return "as written"
    value = clause.terms[term].value
    return "as written" if any(isinstance(part, Row) for part in parts(value)) else show(value)


def _of_catalogue(clause: Clause, own: Sequence[DeclaredNeutral]) -> list[NeutralTerm]:
    taken = {term for each in own for term in each.terms}
    return [
        strike
        for strike in NEUTRALS[clause.model].terms
        if strike.term not in taken
        and strike.stands_in(clause)
        and not _read_alike(strike.strike(clause), clause)
    ]


def _read_alike(one: Clause, other: Clause) -> bool:
    """Say whether two forms of a clause say the same: what is neutral already is not struck."""
    values = [{name: term.value for name, term in each.terms.items()} for each in (one, other)]
    return one.model == other.model and values[0] == values[1]


def _declared(own: Sequence[DeclaredNeutral]) -> list[NeutralTerm]:
    return [each.strike() for each in own if not each.why_not]


def _left(clause: Clause, own: Sequence[DeclaredNeutral], struck: set[str]) -> list[Unpriced]:
    """Say why the other terms of a clause have no price."""
    kept = [Unpriced(f"{clause.id}.{each.terms[0]}", each.why_not) for each in own if each.why_not]
    told = struck | {term for each in own for term in each.terms}
    is_declared = bool(own) and clause.model == "formula"
    bound = () if is_declared else NEUTRALS[clause.model].bound.items()
    return kept + [
        Unpriced(f"{clause.id}.{term}", why, is_part=(clause.model, term) != FORMULA)
        for term, why in bound
        if term in clause.terms and term not in told
    ]


def _find(contract: Contract, each: DeclaredNeutral) -> None:
    ids = [clause.id for clause in contract.clauses]
    if each.clause not in ids:
        raise Refusal(
            f"[[neutral]] {each.clause}",
            "is no clause of the contract",
            "a clause that is not there cannot be struck",
            f"use one of: {', '.join(ids)}",
        )
    clause = contract.clause(each.clause)
    known = each.known_terms(clause)
    for term in each.terms:
        if term not in known:
            raise Refusal(
                f"[[neutral]] {each.clause}.{term}",
                "is no term of that clause",
                "a term that is not there cannot be struck",
                f"use one of: {', '.join(known)}",
            )
