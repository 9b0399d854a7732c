"""Another order: two operations that follow each other are exchanged."""

from collections.abc import Iterator

from fairterms.contract.clause import Contract
from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said
from fairterms.settle.order import swaps


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose every exchange of neighbours, and every cap taken after a later clause."""
    for name, contract in swaps(ground.contract):
        word = " before " if " before " in name else " after "
        first, second = name.split(word)
        sentence = (
            f"{_said(ground.contract, first)} comes{word}{_said(ground.contract, second)}, "
            "not in the written order"
        )
        yield Proposal(name, sentence, contract)


def _said(contract: Contract, name: str) -> str:
    """Name a clause, or a cap inside one, with where the contract speaks of it."""
    clause_id, _, term = name.partition(".")
    clause = contract.clause(clause_id)
    if term:
        return f"the {term.replace('_', ' ')} {said(clause, term)}"
    return said(clause).removeprefix("in ")


FAMILY = Family("Another order of operations", propose)
