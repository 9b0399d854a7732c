"""What could not be determined, and why: an honest gap is worth more than a claim."""

from fairterms.decide.basis import Basis
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.units.finding import Status


def unknown_section(basis: Basis) -> list[Block]:
    """List what the report could not tell."""
    items = unknowns(basis)
    return [
        Heading(2, "What could not be determined", "unknown"),
        Bullets(items) if items else Prose("Nothing was left open."),
    ]


def unknowns(basis: Basis) -> tuple[str, ...]:
    """Return a sentence for each thing that could not be told, each once."""
    found = [f"{_sentence(p.what)} Therefore: {p.fix}." for p in basis.loaded.unstated]
    found += [
        f"The scenario “{one.scenario.title}” cannot be settled for {one.period.first.year}: "
        f"{one.refusal.subject} {one.refusal.what}."
        for one in basis.results
        if one.refusal
    ]
    found += [f"{refusal.subject}: {refusal.what}." for refusal in basis.unreadable]
    found += [f"{caution.file}: {caution.what}." for d in basis.documents for caution in d.cautions]
    found += _unclear(basis)
    found += [
        f"The citation of the clause {one.clause} ({one.citation}) could not be verified. "
        f"{one.problem}"
        for one in basis.citations
        if one.problem
    ]
    if basis.deal.appetite is None:
        found.append("The group has not said what it can live with ([appetite] in deal.toml).")
    return tuple(dict.fromkeys(item.replace("..", ".") for item in found))


def _unclear(basis: Basis) -> list[str]:
    """Say what the review could not tell, once for each reason."""
    titles: dict[str, dict[str, None]] = {}
    for finding in basis.findings:
        if finding.status is Status.UNCLEAR:
            titles.setdefault(finding.unclear_because, {})[finding.title] = None
    return [
        f"Whether these are missing from the contract is not clear: {', '.join(of_reason)}. "
        f"The reason: {because}."
        for because, of_reason in titles.items()
    ]


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
