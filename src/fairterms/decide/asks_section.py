"""What to ask for: every ask with its price, and the first of them with their words."""

from fairterms.contract.deal import Deal
from fairterms.decide.basis import Basis
from fairterms.negotiate.ask.page import ask_blocks
from fairterms.publish.blocks import Block

MOST_WORDS = 8
"""Asks shown with their words; the negotiation brief has the words of all."""


def asks_section(basis: Basis) -> list[Block]:
    """Show the asks as a table to take into the room, and the words of the first."""
    return ask_blocks(basis.position.asks, _command(basis.deal), most=MOST_WORDS)


def _command(deal: Deal) -> str:
    """Name the deal, and the offer it was weighed with: a price is of the terms so changed."""
    folder = deal.folder.as_posix()
    if deal.offer is None:
        return folder
    kept = deal.folder / "offers" / deal.offer.file
    return f"{folder} --with {kept.as_posix() if kept.is_file() else deal.offer.file}"
