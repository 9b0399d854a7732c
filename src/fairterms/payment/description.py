"""Say a contract in plain English, clause by clause, from what its models say of themselves."""

from dataclasses import dataclass

from fairterms.contract.clause import Citation, Clause, Contract, Term
from fairterms.contract.value import show
from fairterms.payment.evaluation import Survey, model_of, paying_clauses, survey
from fairterms.payment.model import Category, Role


@dataclass(frozen=True)
class TermDescription:
    """One term: its name, what it is, its value, and its history as sentences."""

    name: str
    meaning: str
    value: str
    history: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClauseDescription:
    """One clause, said plainly.

    Attributes
    ----------
    category
        LAN category and VBPR payment-stream code.
    takes
        Clauses whose results it takes over.
    pays
        Whether its result is part of the amount payable.
    steps
        Pairs of step name and formula in words.
    silent
        Sentences about choices the contract leaves open.
    """

    id: str
    title: str
    summary: str
    role: Role
    category: Category
    terms: tuple[TermDescription, ...]
    takes: tuple[str, ...]
    pays: bool
    steps: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]
    cites: tuple[Citation, ...]


def describe(contract: Contract) -> tuple[ClauseDescription, ...]:
    """Describe every clause of a contract without mistakes, in written order."""
    found = survey(contract)
    paying = paying_clauses(contract)
    return tuple(_describe(clause, found, pays=clause.id in paying) for clause in contract.clauses)


def _describe(clause: Clause, found: Survey, *, pays: bool) -> ClauseDescription:
    model = model_of(clause)
    return ClauseDescription(
        clause.id,
        clause.title or model.title,
        model.summary,
        model.role,
        model.category(clause),
        tuple(_term(clause, term) for term in clause.terms.values()),
        clause.of,
        pays,
        tuple((s.name, s.words) for s in found.worksheet.steps if s.clause == clause.id),
        tuple(
            _silence(clause, name, plain)
            for (owner, name), plain in found.silent.items()
            if owner == clause.id
        ),
        clause.cites,
    )


def _term(clause: Clause, term: Term) -> TermDescription:
    spec = model_of(clause).term(term.name)
    history = tuple(
        f"{show(entry.value)} from {entry.effective_from}"
        + (f", agreed {entry.agreed_on}" if entry.agreed_on else "")
        + (f" ({entry.amendment})" if entry.amendment else "")
        for entry in term.history
    )
    return TermDescription(term.name, spec.meaning if spec else "", show(term.value), history)


def _silence(clause: Clause, name: str, plain: str) -> str:
    spec = model_of(clause).term(name)
    assert spec is not None, f"{name} is a term of the model"
    others = " or ".join(f'"{choice}"' for choice in spec.choices if choice != plain)
    return f'The terms do not say {name} ({spec.meaning}). Read as "{plain}"; it could be {others}.'
