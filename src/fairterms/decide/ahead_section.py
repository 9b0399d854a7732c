"""The years ahead in the decision report."""

from fairterms.decide.basis import Basis
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.simulate.page.report import outlook_blocks


def ahead_section(basis: Basis) -> list[Block]:
    """Show the outlook, or why there is none and what to do."""
    ahead = basis.ahead
    if ahead.outlook is not None:
        return outlook_blocks(basis.deal, basis.contract, ahead.outlook)
    if not ahead.why_not:
        return []
    return [
        Heading(2, "The years that may come", "forecast"),
        Callout(
            "warning",
            "Nobody knows how often this deal loses money.",
            (
                Prose("The scenarios show single years, not how likely they are."),
                Bullets(ahead.why_not),
            ),
        ),
    ]
