"""Another base: a percentage taken of another amount that the terms name as a base."""

from collections.abc import Iterator

from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose every percentage of another base the contract knows."""
    for mutant in ground.mutants:
        if mutant.kind == "base":
            where, _, what = mutant.sentence.partition(": ")
            clause_id, _, term = where.partition(".")
            clause = ground.contract.clause(clause_id)
            name = term.replace("_", " ")
            sentence = f"the {name} is taken {what}, {said(clause, term)}"
            yield Proposal(mutant.id, sentence, mutant.contract)


FAMILY = Family("Another base of a percentage", propose)
