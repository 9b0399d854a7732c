"""Whether a threshold is met by equality: "at least" read as "more than", or the other way."""

from collections.abc import Iterator

from fairterms.reconcile.hypothesis import Family, Ground, Proposal, located, said


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose the other strictness of every threshold, in terms and in formulas."""
    for mutant in ground.mutants:
        if mutant.kind == "strictness":
            clause, term, name, what = located(ground.contract, mutant)
            yield Proposal(
                mutant.id, f"{what} is taken for {name}, {said(clause, term)}", mutant.contract
            )


FAMILY = Family("Whether a threshold is met by equality", propose)
