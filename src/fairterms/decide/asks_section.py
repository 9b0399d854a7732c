"""What to ask for: every ask with its price, and the first of them with their words."""

from fairterms.contract.deal import Deal
from fairterms.decide.basis import Basis
from fairterms.decide.rule import Answer
from fairterms.negotiate.ask.page import ask_blocks
from fairterms.publish.blocks import Block, Callout, Prose

MOST_WORDS = 8
"""Asks shown with their words; the negotiation brief has the words of all."""
_TO_SPARE = (
    "By the group's own limits it can sign this text. The asks say what each clause is worth, and "
    "what to ask for if the talks come back to it. A fair deal asks something of both sides."
)


def asks_section(basis: Basis) -> list[Block]:
    """Show the asks as a table to take into the room, and the words of the first."""
    blocks = ask_blocks(basis.position.asks, _command(basis.deal), most=MOST_WORDS)
    if basis.decision.answer is not Answer.SIGN or not basis.position.asks.asks:
        return blocks
    heading, *rest = blocks
    return [
        heading,
        Callout("note", "None of these is needed to sign.", (Prose(_TO_SPARE),)),
        *rest,
    ]


def _command(deal: Deal) -> str:
    """Name the deal, and the offer it was weighed with: a price is of the terms so changed."""
    folder = deal.folder.as_posix()
    if deal.offer is None:
        return folder
    kept = deal.folder / "offers" / deal.offer.file
    return f"{folder} --with {kept.as_posix() if kept.is_file() else deal.offer.file}"
