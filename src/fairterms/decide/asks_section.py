"""What to ask for: every ask with its price, and the first of them with their words."""

from fairterms.decide.basis import Basis
from fairterms.negotiate.ask.page import ask_blocks
from fairterms.publish.blocks import Block

MOST_WORDS = 8
"""Asks shown with their words; the negotiation brief has the words of all."""


def asks_section(basis: Basis) -> list[Block]:
    """Show the asks as a table to take into the room, and the words of the first."""
    return ask_blocks(basis.position.asks, basis.deal.folder.as_posix(), most=MOST_WORDS)
