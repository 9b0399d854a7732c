"""Another base: a percentage taken of another amount that the terms name as a base."""

from collections.abc import Iterator

from fairterms.reconcile.hypothesis import Family, Ground, Proposal, located, said


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose every percentage of another base the contract knows."""
    for mutant in ground.mutants:
        if mutant.kind == "base":
            clause, term, name, what = located(ground.contract, mutant)
            sentence = f"{name} is taken {what}, {said(clause, term)}"
            yield Proposal(mutant.id, sentence, mutant.contract)


FAMILY = Family("Another base of a percentage", propose)
