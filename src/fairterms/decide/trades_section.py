"""What can be traded: the bargain of positions.toml, or what to do to have one."""

from fairterms.decide.basis import Basis
from fairterms.decide.trades import Trades
from fairterms.negotiate.bargain.page import trade_blocks
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose

ANCHOR = "trades"


def trades_section(basis: Basis) -> list[Block]:
    """Show the trades of a deal, or why there are none."""
    return blocks_of(basis.position.trades)


def blocks_of(trades: Trades) -> list[Block]:
    """Show trades, or why there are none."""
    if trades.bargain is not None:
        return trade_blocks(trades.bargain)
    blocks: list[Block] = [Heading(2, "What can be traded", ANCHOR), Prose(trades.why_not)]
    if trades.problems:
        items = tuple(f"line {one.line}: {one.what} ({one.fix})." for one in trades.problems)
        blocks.append(Callout("warning", "positions.toml is to be mended.", (Bullets(items),)))
    return blocks
