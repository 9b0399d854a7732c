"""Another choice than the one the terms state, such as removals only in place of both ways."""

from collections.abc import Iterator

from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said

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
}
"""Choices that have a family of their own, or that say which figures there are."""


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose every other choice where the terms state one."""
    for mutant in ground.mutants:
        where, _, what = mutant.sentence.partition(": ")
        clause_id, _, term = where.partition(".")
        is_row = what.startswith("entry ")
        if mutant.kind != "choice" or term in _ELSEWHERE or "silent" in what:
            continue
        if is_row and any(f" {name} " in f"{what} " for name in _ELSEWHERE):
            continue
        clause = ground.contract.clause(clause_id)
        sentence = f"{term.replace('_', ' ')} is {what}, {said(clause, term)}"
        yield Proposal(mutant.id, sentence, mutant.contract)


FAMILY = Family("Another choice than the one stated", propose)
