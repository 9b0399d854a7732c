"""Other orders of operations: the same clauses, taken in another order."""

from dataclasses import replace
from types import MappingProxyType

from fairterms.contract.clause import Clause, Contract, Term
from fairterms.contract.value import Value
from fairterms.payment.evaluation import model_of
from fairterms.units.quantity import Quantity

CAP_TERMS = {"savings_cap": "paid_cap", "loss_cap": "owed_cap"}
"""Caps that stand inside a clause, and what a clause of model ``cap`` calls them."""


def swap(contract: Contract, earlier: str, later: str) -> Contract | None:
    """Exchange two modifiers of which the later takes the earlier's result.

    Returns
    -------
    Contract or None
        None when the two are not such a pair.
    """
    first, second = contract.clause(earlier), contract.clause(later)
    is_pair = second.of == (earlier,) and len(first.of) == 1
    if not (is_pair and model_of(first).takes_result and model_of(second).takes_result):
        return None
    moved_up, moved_down = replace(second, of=first.of), replace(first, of=(later,))
    clauses: list[Clause] = []
    for clause in contract.clauses:
        if clause.id == earlier:
            continue
        if clause.id == later:
            clauses += [moved_up, moved_down]
        else:
            of = tuple(earlier if source == later else source for source in clause.of)
            clauses.append(replace(clause, of=of))
    payable = tuple(earlier if name == later else name for name in contract.payable)
    return replace(contract, clauses=tuple(clauses), payable=payable)


def cap_afterwards(contract: Contract, clause_id: str, term: str, after: str) -> Contract:
    """Take a cap out of a clause and apply it after a later clause that takes its result."""
    capped = contract.clause(clause_id)
    value = _with_full_bases(capped.terms[term].value, capped)
    cap = Clause(
        f"{clause_id}_{term}",
        "cap",
        MappingProxyType({CAP_TERMS[term]: Term(CAP_TERMS[term], value)}),
        of=(after,),
    )
    clauses: list[Clause] = []
    for clause in contract.clauses:
        if clause.id == clause_id:
            clauses.append(capped.without(term))
        elif clause.id == after:
            clauses += [clause, cap]
        else:
            of = tuple(cap.id if source == after else source for source in clause.of)
            clauses.append(replace(clause, of=of))
    payable = tuple(cap.id if name == after else name for name in contract.payable)
    return replace(contract, clauses=tuple(clauses), payable=payable)


def swaps(contract: Contract) -> list[tuple[str, Contract]]:
    """List every contract with one pair of neighbouring operations exchanged, with its sentence."""
    found = []
    for clause in contract.clauses:
        for source in clause.of:
            exchanged = swap(contract, source, clause.id) if source in _ids(contract) else None
            if exchanged:
                found.append((f"{clause.id} before {source}", exchanged))
            found.extend(_caps_after(contract, source, clause.id))
    return found


def _caps_after(contract: Contract, source: str, later: str) -> list[tuple[str, Contract]]:
    if source not in _ids(contract) or not model_of(contract.clause(later)).takes_result:
        return []
    terms = contract.clause(source).terms
    return [
        (f"{source}.{term} after {later}", cap_afterwards(contract, source, term, later))
        for term in CAP_TERMS
        if term in terms and contract.clause(later).of == (source,)
    ]


def _ids(contract: Contract) -> set[str]:
    return {clause.id for clause in contract.clauses}


def _with_full_bases(value: Value, clause: Clause) -> Value:
    """Name a clause's own steps in full, so that a base can be read from elsewhere."""
    if isinstance(value, tuple):
        return tuple(_with_full_bases(item, clause) for item in value)
    if isinstance(value, Quantity) and value.base and value.base.replace(" ", "_") in clause.terms:
        return replace(value, base=f"{clause.id}.{value.base}")
    return value
