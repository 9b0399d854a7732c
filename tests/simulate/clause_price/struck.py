"""Strike one term of a contract written in a test, and see what is paid with and without it."""

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal, Party, WithoutDeal
from fairterms.payment.evaluation import run
from fairterms.simulate.clause_price.declared_neutral import DeclaredNeutral
from fairterms.simulate.clause_price.priced_clause import PricedClause, candidates, strike_all
from fairterms.units.number import EXACT
from tests.payment.one_clause import amount, contract, given

Figures = Mapping[str, str | list[str]]

DEAL = Deal(
    Path("made-up"),
    "A deal for a test",
    Party("group"),
    Party("plan"),
    None,
    WithoutDeal(),
    (),
    (),
    (),
    (),
)
"""A deal whose work costs nothing and without which the group is paid nothing."""


def found(terms: Contract, name: str) -> PricedClause:
    """Return what can be struck under an id such as "cap.paid_cap"."""
    listed = {each.id: each for each in candidates(terms, DEAL).clauses}
    assert name in listed, f"{name} is not among {sorted(listed)}"
    return listed[name]


def paid(terms: Contract, figures: Figures) -> str:
    """Settle exactly, and write what is paid."""
    return amount(run(terms, given(figures, EXACT), 1))


def with_and_without(clauses: str, figures: Figures, name: str) -> tuple[str, str]:
    """Return what is paid as written, and with one term struck."""
    terms = contract(clauses)
    return paid(terms, figures), paid(strike_all(terms, [found(terms, name)]), figures)


def strikes_agree(clauses: str, figures: Figures) -> bool:
    """Say whether every strike is the same twice, and any two the same in either order."""
    terms = contract(clauses)
    listed = candidates(terms, DEAL).clauses
    assert listed, "there is nothing to strike"
    for each in listed:
        once = strike_all(terms, [each])
        if once == terms or strike_all(once, [each]) != once:
            return False
    return all(
        paid(strike_all(terms, [one, other]), figures)
        == paid(strike_all(terms, [other, one]), figures)
        for one, other in combinations(listed, 2)
    )


def declared(clause: str, term: str) -> DeclaredNeutral:
    """Return a declaration that a term has no price."""
    return DeclaredNeutral(clause, (term,), None, "", "it was agreed")
