"""What terms say, in plain English, as blocks of a page."""

from collections.abc import Iterator, Mapping, Sequence

from fairterms.contract.clause import Contract
from fairterms.payment.description import ClauseDescription, TermDescription, describe
from fairterms.payment.evaluation import paying_clauses
from fairterms.publish.page import (
    Block,
    Bullets,
    Callout,
    Code,
    Definition,
    Definitions,
    Heading,
    Inline,
    Link,
    Place,
    Prose,
    Quote,
    Strong,
    Words,
)
from fairterms.settle.workbench.cited_clause import CitedClause, LocatedCitation


def anchor(clause_id: str) -> str:
    """Give the anchor of a clause in the reading.

    Examples
    --------
    >>> anchor("gain_cap")
    'clause-gain-cap'
    """
    return f"clause-{clause_id.replace('_', '-')}"


def read_out(contract: Contract, cited: Sequence[CitedClause]) -> tuple[Block, ...]:
    """Say what a contract without mistakes pays, clause by clause.

    Parameters
    ----------
    contract
        Terms without mistakes.
    cited
        Its clauses with their citations looked up, for the pages.

    Returns
    -------
    tuple of Block
        A section per clause; its anchor is :func:`anchor` of the clause's id.
    """
    citations = {clause.id: clause.citations for clause in cited}
    blocks: list[Block] = [Prose((Strong(contract.name),)), Prose(_when_and_where(contract))]
    blocks.append(Prose(f"Amounts are rounded {contract.rounding}."))
    for number, clause in enumerate(describe(contract), start=1):
        blocks += _clause(number, clause, citations)
    blocks.append(Heading(2, "What is payable", "what-is-payable"))
    blocks.append(Prose(("Payable: ", *_linked(paying_clauses(contract), " + ", contract), ".")))
    return tuple(blocks)


def _when_and_where(contract: Contract) -> str:
    place = ", ".join(part for part in (contract.jurisdiction, contract.line_of_business) if part)
    return f"{contract.starts} to {contract.ends}{f' · {place}' if place else ''}"


def _clause(
    number: int,
    clause: ClauseDescription,
    citations: Mapping[str, Sequence[LocatedCitation]],
) -> Iterator[Block]:
    yield Heading(2, f"{number}. {clause.title}", anchor(clause.id))
    yield Prose((Code(clause.id), f": {clause.summary}"))
    yield Prose(f"{clause.category}; it {clause.role.value}.")
    if clause.takes:
        yield Prose(f"It takes the result of: {', '.join(clause.takes)}.")
    if clause.terms:
        yield Definitions(tuple(Definition(term.name, _term(term)) for term in clause.terms))
    if clause.steps:
        yield Prose("How it is worked out:")
        yield Bullets(
            tuple((Strong(name.replace("_", " ")), f" = {words}") for name, words in clause.steps)
        )
    for sentence in clause.silent:
        yield Callout("note", "The terms leave this open", (Prose(sentence),))
    for cited in citations.get(clause.id, ()):
        yield _cited(cited)


def _term(term: TermDescription) -> Words:
    meaning = f" ({term.meaning[:1].upper()}{term.meaning[1:]}.)" if term.meaning else ""
    history = f" It changes: {'; '.join(term.history)}." if term.history else ""
    return (Strong(term.value), f".{meaning}{history}")


def _cited(cited: LocatedCitation) -> Block:
    citation = cited.citation
    if not citation.quote:
        return Prose(f"Where: {citation}")
    page = str(cited.quote.page) if cited.quote else ""
    why = "" if cited.state == "found" else f"These words are not verified: {cited.state}."
    return Quote(citation.quote, Place(citation.document, page, citation.section), why)


def _linked(names: Sequence[str], between: str, contract: Contract) -> Iterator[Inline]:
    """Name clauses as links to where they are read out."""
    known = {clause.id for clause in contract.clauses}
    if not names:
        yield "nothing"
    for place, name in enumerate(names):
        if place:
            yield between
        yield Link(name, anchor(name)) if name in known else name
