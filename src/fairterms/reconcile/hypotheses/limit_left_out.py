"""A limit left out: a cap, one of several caps, a stop-loss, a charge, a floor in a formula."""

from collections.abc import Iterator

from fairterms.contract.clause import Clause
from fairterms.contract.expression import Call, Node
from fairterms.contract.value import Formula, Value, show
from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said
from fairterms.reconcile.term_place import places, rewritten
from fairterms.simulate.clause_price.neutral_catalogue import NEUTRALS

PROTECTIONS = {"stop_loss", "aggregate_stop_loss", "truncation"}


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose the terms without each limit and protection, and without each of several limits."""
    for clause in ground.contract.clauses:
        yield from _struck(ground, clause)
        yield from _one_of_several(ground, clause)
    for place in places(ground.contract):
        if isinstance(place.value, Formula):
            for what, formula in rewritten(place.value, _unlimited):
                sentence = f"{what}, {said(place.clause, place.term)}"
                contract = place.with_value(ground.contract, formula)
                yield Proposal(f"{place.key} {what}", sentence, contract)


def _struck(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    for term in NEUTRALS[clause.model].terms:
        is_limit = term.reads == "no limit" or clause.model in PROTECTIONS
        # Limits on a risk ratio have a family of their own.
        if (
            is_limit
            and clause.model != "benchmark"
            and term.stands_in(clause)
            and not term.moved(clause)
        ):
            contract = ground.contract.replacing(term.strike(clause))
            sentence = f"{term.name} is left out, {said(clause, term.term)}"
            yield Proposal(f"{clause.id} {term.words}", sentence, contract)


def _one_of_several(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    """Propose that only one of the limits is looked at where the lesser of several applies."""
    for term in clause.terms.values():
        spec_names = {one.term for one in NEUTRALS[clause.model].terms if one.reads == "no limit"}
        if term.name in spec_names and isinstance(term.value, tuple) and len(term.value) > 1:
            for at, limit in enumerate(term.value, start=1):
                sentence = f"only {_shown(limit)} limits it, {said(clause, term.name)}"
                contract = ground.contract.replacing(clause.with_value(term.name, limit))
                yield Proposal(f"{clause.id}.{term.name} only {at}", sentence, contract)


def _unlimited(node: Node) -> Iterator[tuple[str, Node]]:
    """Leave out one side of the least or the greatest of two."""
    match node:
        case Call("min" | "max" as function, (one, other)):
            limit = "limit" if function == "min" else "floor"
            yield f"the {limit} in the formula is left out, and its first part stands", one
            yield f"the {limit} in the formula is left out, and its second part stands", other
        case Call("clip", (value, _, _)):
            yield "both limits in the formula are left out", value


def _shown(limit: Value) -> str:
    return show(limit)


FAMILY = Family("A cap or a stop-loss left out", propose)
