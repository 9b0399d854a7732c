"""What an ask changes in the terms, where the terms themselves say what a finding is about."""

from collections.abc import Sequence
from dataclasses import replace

from fairterms.contract.clause import Clause, Contract
from fairterms.simulate.clause_price.priced_clause import PricedClause, strike_all

MIRRORED = (("loss_bands", "bands"), ("loss_rate", "sharing_rate"))
"""Terms of a loss, and the terms of a saving that they would be the same as."""


def strike(
    contract: Contract, priced: Sequence[PricedClause], terms: Sequence[tuple[str, str]]
) -> tuple[Contract, tuple[PricedClause, ...]] | None:
    """Strike terms, named by payment model; None where the contract has none of them.

    Parameters
    ----------
    contract
        The terms in force.
    priced
        What can be struck from it.
    terms
        Pairs of payment model and term.

    Returns
    -------
    tuple or None
        The contract without them, and what was struck.
    """
    models = {clause.id: clause.model for clause in contract.clauses}
    wanted = {f"{model}.{term}" for model, term in terms}
    found = tuple(
        one for one in priced if f"{models[one.clause]}.{one.id.partition('.')[2]}" in wanted
    )
    return (strike_all(contract, found), found) if found else None


def mirror(contract: Contract) -> Contract | None:
    """Share losses as savings are shared; None where the terms say no two things to compare.

    Notes
    -----
    A clause of its own for losses takes the bands of the clause for savings before it: of the same
    model, and on the same base.
    """
    clauses = list(contract.clauses)
    changed = False
    for at, clause in enumerate(clauses):
        for loss, gain in MIRRORED:
            twin = _twin(clauses[: at + 1], clause, loss, gain)
            if twin is None or twin.terms[gain].value == clause.terms[loss].value:
                continue
            clauses[at] = clauses[at].with_value(loss, twin.terms[gain].value)
            changed = True
    return replace(contract, clauses=tuple(clauses)) if changed else None


def _twin(before: Sequence[Clause], clause: Clause, loss: str, gain: str) -> Clause | None:
    """Return the clause whose share of savings a share of losses is compared with."""
    if loss not in clause.terms:
        return None
    shares = [
        one
        for one in before
        if one.model == clause.model
        and gain in one.terms
        and (one is clause or loss not in one.terms)
        and (one.terms.get("base") is None or _base(one) == _base(clause))
    ]
    others = [one for one in shares if one is not clause]
    return others[-1] if others else (shares[-1] if shares else None)


def _base(clause: Clause) -> object:
    return clause.terms["base"].value if "base" in clause.terms else None
