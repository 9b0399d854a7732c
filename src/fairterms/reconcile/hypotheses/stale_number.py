"""A stale number: a value the term had before, or is to have later, by its own history."""

from collections.abc import Iterator

from fairterms.contract.clause import Clause, Dated, Term
from fairterms.contract.value import Value, is_not_stated, show
from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said

_LONGEST = 60
"""Characters of a value that a sentence can carry; a table is told by its day."""


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose every other value in the history of a term."""
    for clause in ground.contract.clauses:
        for term in clause.terms.values():
            for entry in term.history:
                if entry.value != term.value and not is_not_stated(entry.value):
                    yield _proposal(ground, clause, term, entry)


def _proposal(ground: Ground, clause: Clause, term: Term, entry: Dated) -> Proposal:
    contract = ground.contract.replacing(clause.with_value(term.name, entry.value))
    name = "calculation" if term.name == "steps" else term.name.replace("_", " ")
    source = f", from {entry.amendment}" if entry.amendment else ""
    sentence = (
        f"the {name} as of {entry.effective_from}{source} is used"
        f"{_change(entry.value, term.value)}, {said(clause, term.name)}"
    )
    return Proposal(f"{clause.id}.{term.name} of {entry.effective_from}", sentence, contract)


def _change(stale: Value, current: Value) -> str:
    shown, instead = show(stale), show(current)
    if len(shown) + len(instead) > _LONGEST:
        return ""
    return f" ({shown} instead of {instead})"


FAMILY = Family("A number of another year, or from before an amendment", propose)
