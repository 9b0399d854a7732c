"""What is worth asking about, on both sides, by one standard of proof."""

from __future__ import annotations

import math

from fairterms.outcomes.gaming.panel import Panel
from fairterms.outcomes.gaming.signal import Finding, Side, State
from fairterms.outcomes.group_results.page.wording import percent
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.inline import Words
from fairterms.publish.number_blocks import Column, Row, Table

_LEAD = (
    "A measure that moves money can be moved without any change in care, by either side. These "
    "patterns are looked for on both sides by one standard of proof. A pattern is worth asking "
    "about; it accuses nobody, and each has harmless explanations."
)
_SIDES = {Side.PROVIDER: "the group", Side.PLAN: "the plan"}


def both_sides_section(panel: Panel, audience: Audience) -> list[Block]:
    """Show the panel.

    Parameters
    ----------
    panel
        All findings.
    audience
        Whose eyes it is for.
    """
    blocks: list[Block] = [Heading(2, "Worth asking about, on both sides", "both-sides")]
    blocks.append(Prose(_LEAD))
    if panel.by_itself is not None:
        words = (
            "Entry above a cut makes scores fall by themselves: "
            f"{percent(panel.by_itself.rate)} of patients would reach the measure so."
        )
        blocks.append(Prose(words))
    for side in Side:
        looked, there = panel.coverage(side)
        asked = panel.worth_asking(side)
        title = f"Asking {_SIDES[side]}: {looked} of {there} patterns could be looked at"
        blocks.append(Heading(3, title, f"both-sides-{side.value}"))
        if not asked and not panel.facts(side):
            blocks.append(Prose("Nothing stands out from chance."))
        for finding in (*asked, *panel.facts(side)):
            blocks += _finding(finding, audience)
    blocks.append(_table(panel))
    return blocks


def _finding(finding: Finding, audience: Audience) -> list[Block]:
    signal = finding.signal
    items: tuple[Words, ...] = (
        f"Ask: {signal.question}",
        f"It may be harmless: {'; '.join(signal.innocent)}.",
        f"What would settle it: {signal.settles}.",
    )
    return [Prose(f"{finding.text(audience)}."), Bullets(items)]


def _table(panel: Panel) -> Block:
    rows = tuple(
        Row((_SIDES[one.signal.side], one.signal.title, one.state.value, _chance(one, q)))
        for one, q in sorted(zip(panel.findings, panel.q_values, strict=True), key=_looked_at_first)
    )
    columns = (
        Column("Side"),
        Column("Pattern"),
        Column("State"),
        Column("False discovery rate", "right"),
    )
    return Table("Every pattern looked for", columns, rows, has_row_headers=False)


def _looked_at_first(pair: tuple[Finding, float]) -> tuple[bool, int, str]:
    """Order patterns: those that could be looked at first, side by side, by name."""
    finding = pair[0]
    return (
        finding.state is State.CANNOT,
        list(Side).index(finding.signal.side),
        finding.signal.title,
    )


def _chance(one: Finding, q_value: float) -> str:
    if one.state is not State.TESTED or math.isnan(q_value):
        return "–"
    return f"{q_value:.3f}"
