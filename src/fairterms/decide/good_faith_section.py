"""Good faith, tactics and concerns: the scorecards, with what the deal's terms state."""

from collections.abc import Iterator, Mapping
from datetime import date

from fairterms.contract.clause import Clause, Term
from fairterms.contract.value import Row, Value, is_not_stated, show
from fairterms.correspondence.log import FILE
from fairterms.correspondence.reader import read as read_log
from fairterms.decide.basis import Basis, features_of
from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.review import scorecard_section
from fairterms.review.context import Reading
from fairterms.review.scorecard import Material, StatedTerm

_CALLED: Mapping[str, str] = {
    "attachment": "stop_loss",
    "owed_cap": "loss_cap",
    "loss_cap": "loss_cap",
    "downside_share": "phase_in",
    "benchmark": "benchmark",
}
"""The names the scorecards use for terms of the payment models."""


def good_faith_section(basis: Basis, today: date | None = None) -> list[Block]:
    """Show the scorecards; nothing where there is no document to read.

    Parameters
    ----------
    basis
        What the other rooms found.
    today
        The day on which the log of the talks is looked at; None for the day of its last entry.
    """
    if not basis.documents:
        return []
    given = material(basis, today)
    return [
        Heading(2, "Good faith, tactics and concerns", "good-faith-section"),
        Prose(
            "Each answer shows the words it rests on. A sign is something to ask about; it never "
            "shows what anyone intended."
        ),
        *_problems(given),
        *scorecard_section.blocks(given, level=3),
    ]


def material(basis: Basis, today: date | None = None) -> Material:
    """Return what the scorecards look at: documents, findings, terms with their places, the log."""
    reading = Reading(basis.documents, features_of(basis.contract, basis.deal))
    log = read_log(basis.deal.folder, today)
    return Material(reading, basis.findings, stated_terms(basis), log=log, today=today)


def _problems(given: Material) -> list[Block]:
    """Say that the log has problems; the verb that reads it tells each."""
    count = len(given.log.problems) if given.log else 0
    if not count:
        return []
    noun = "problem" if count == 1 else "problems"
    told = f"{FILE} has {count} {noun}, and what could not be read is left out here. "
    return [Prose(f"{told}See each with: fairterms log DEAL")]


def stated_terms(basis: Basis) -> Mapping[str, StatedTerm]:
    """Return the payment terms by the names the scorecards use; the first clause of each counts.

    Notes
    -----
    A term has a place only when the words cited for it, or for its clause, were found.
    """
    found: dict[str, StatedTerm] = {}
    for clause in basis.contract.clauses:
        for name, term in _named(clause):
            cite = _cite(basis, clause, term.name)
            found.setdefault(name, StatedTerm(name, _in_words(term), cite))
    return found


def _named(clause: Clause) -> Iterator[tuple[str, Term]]:
    for term in clause.terms.values():
        if term.name in _CALLED and not any(is_not_stated(one) for one in term.values):
            yield _CALLED[term.name], term


def _in_words(term: Term) -> str:
    return "; ".join(_value(value) for value in term.values)


def _value(value: Value) -> str:
    if isinstance(value, tuple) and any(isinstance(one, Row) for one in value):
        return "as its table states"
    return show(value)


def _cite(basis: Basis, clause: Clause, term: str) -> str:
    """Return where the words cited for a term stand; empty when none were found."""
    verified = [
        check.citation
        for check in basis.citations
        if check.clause == clause.id and check.quote is not None
    ]
    of_term = [citation for citation in verified if citation.term == term]
    of_clause = [citation for citation in verified if not citation.term]
    return next((str(citation) for citation in (*of_term, *of_clause)), "")
