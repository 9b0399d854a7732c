"""Check the citations of the terms against the documents, word for word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fairterms.contract.clause import Citation, Contract
from fairterms.document.document import Document
from fairterms.document.quotes import Quote, find
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class CitationCheck:
    """What became of one citation.

    Attributes
    ----------
    clause
        The clause that cites.
    quote
        Where the words stand; None when they do not stand there, or cannot be looked up.
    problem
        Why not, as a sentence; empty when the words were found.
    """

    clause: str
    citation: Citation
    quote: Quote | None
    problem: str = ""


def check_citations(contract: Contract, documents: Sequence[Document]) -> tuple[CitationCheck, ...]:
    """Look up every quoted citation; one that is not found word for word is a problem."""
    by_name = {document.name: document for document in documents}
    return tuple(
        _check(clause.id, citation, by_name)
        for clause in contract.clauses
        for citation in clause.cites
        if citation.quote
    )


def citation_problems(contract: Contract, documents: Sequence[Document]) -> tuple[Problem, ...]:
    """Return a problem, on its line, for each quotation that cannot be verified."""
    return tuple(
        Problem(
            contract.file,
            check.citation.line,
            f'the quotation of "{check.clause}" is not verified: "{check.citation.quote}"',
            "citation-not-found",
            check.problem.rstrip("."),
            "copy the words from the document, letter for letter, and name its file",
            contract.text(check.citation.line),
        )
        for check in check_citations(contract, documents)
        if check.problem
    )


def _check(clause: str, citation: Citation, documents: Mapping[str, Document]) -> CitationCheck:
    document = documents.get(citation.document)
    if document is None:
        listed = ", ".join(documents) or "none"
        return CitationCheck(
            clause, citation, None, f"{citation.document} is not among the documents ({listed})."
        )
    found = find(document, citation.quote)
    if found:
        return CitationCheck(clause, citation, found[0])
    why = "These words do not stand in the document."
    if document.unread_pages:
        pages = ", ".join(str(page) for page in document.unread_pages)
        why = f"These words were not found; they may stand on a page that is not read ({pages})."
    return CitationCheck(clause, citation, None, why)
