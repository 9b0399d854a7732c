"""Another choice than the one the terms state, such as removals only in place of both ways."""

from collections.abc import Iterator

from fairterms.reconcile.hypothesis import Family, Ground, Proposal, located, said

_ELSEWHERE = {
    "method",
    "quality",
    "level",
    "applies_to",
    "shared_from",
    "rate_rounding",
    "total_upside_only",
    "times_risk_score",
    "risk_adjustment",
    "excess_from",
    "direction",
    "result",
}
"""Choices that have a family of their own, or that say which figures there are."""


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose every other choice where the terms state one."""
    for mutant in ground.mutants:
        if mutant.kind != "choice" or "silent" in mutant.sentence:
            continue
        clause, term, name, what = located(ground.contract, mutant)
        if _ELSEWHERE.isdisjoint({term, _cell(name)}):
            sentence = f"{what} is taken for {name}, {said(clause, term)}"
            yield Proposal(mutant.id, sentence, mutant.contract)


def _cell(name: str) -> str:
    """Return the cell that the words for a place end with, as it is written in the terms."""
    return name.rpartition(", ")[2].strip("“”").replace(" ", "_")


FAMILY = Family("Another choice than the one stated", propose)
