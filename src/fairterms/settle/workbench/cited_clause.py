"""Each clause with its first line, and where the contract says so."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from fairterms.contract.clause import Citation, Contract
from fairterms.document.document import Document
from fairterms.document.quotes import Quote, find
from fairterms.units.problem import Problem

State: TypeAlias = Literal["found", "not found", "no such document", "not read", "not quoted"]


@dataclass(frozen=True)
class LocatedCitation:
    """One citation, looked up.

    Attributes
    ----------
    line
        Of the terms, where the citation is written.
    state
        ``"found"`` word for word; ``"not found"`` in the document; ``"no such document"`` in the
        deal; ``"not read"`` when the document is there but has not been read, or has pages that
        could not be; ``"not quoted"`` when no words are cited.
    quote
        The first place where the words stand, with page and offsets; None when not found.
    places
        How many places say the same words.
    """

    citation: Citation
    line: int
    state: State
    quote: Quote | None = None
    places: int = 0


@dataclass(frozen=True)
class CitedClause:
    """A clause as a list of contents shows it.

    Attributes
    ----------
    line
        Its first line in the terms.
    """

    id: str
    title: str
    line: int
    citations: tuple[LocatedCitation, ...]


def locate(
    contract: Contract, documents: Sequence[Document], names: Collection[str]
) -> tuple[CitedClause, ...]:
    """Look up the citations of every clause.

    Parameters
    ----------
    documents
        Those that have been read.
    names
        Of every document of the deal, read or not; empty when the deal has none yet, and then no
        citation is held to be wrong.
    """
    read = {document.name: document for document in documents}
    known = {*names, *read}
    return tuple(
        CitedClause(
            clause.id,
            clause.title or clause.id.replace("_", " "),
            clause.line,
            tuple(_locate(citation, read, known) for citation in clause.cites),
        )
        for clause in contract.clauses
    )


def citation_problems(contract: Contract, clauses: Sequence[CitedClause]) -> tuple[Problem, ...]:
    """Return a problem, on its line, for each quotation that does not stand where it is cited."""
    reasons = {
        "not found": "These words do not stand in the document",
        "no such document": "This document is not in the deal",
    }
    return tuple(
        contract.problem(
            cited.line,
            f'the quotation of "{clause.id}" is not verified: "{cited.citation.quote}"',
            "citation-not-found",
            reasons[cited.state],
            "copy the words from the document, letter for letter, and name its file",
        )
        for clause in clauses
        for cited in clause.citations
        if cited.citation.quote and cited.state in reasons
    )


def _locate(
    citation: Citation, read: Mapping[str, Document], known: Collection[str]
) -> LocatedCitation:
    document = read.get(citation.document)
    if document is None:
        state: State = (
            "no such document" if known and citation.document not in known else "not read"
        )
        return LocatedCitation(citation, citation.line, state)
    if not citation.quote:
        return LocatedCitation(citation, citation.line, "not quoted")
    found = find(document, citation.quote)
    if found:
        return LocatedCitation(citation, citation.line, "found", found[0], len(found))
    # Words may stand on a page that is only a picture: nothing can be said to be absent then.
    return LocatedCitation(
        citation, citation.line, "not read" if document.unread_pages else "not found"
    )
