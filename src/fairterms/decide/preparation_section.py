"""Readiness, the plan as a partner, and the contract's work, in the decision report."""

from fairterms.decide.basis import Basis
from fairterms.prepare.cost_to_comply.page import comply_section
from fairterms.prepare.data_demand.page import data_demand_summary_blocks
from fairterms.prepare.goals.page import goals_summary_blocks
from fairterms.prepare.partner.page import partner_summary_blocks
from fairterms.prepare.readiness.page import summary_blocks
from fairterms.prepare.report import problem_blocks
from fairterms.prepare.responsibilities.page import responsibilities_summary_blocks
from fairterms.prepare.steps.page import steps_summary_blocks
from fairterms.publish.blocks import Block, Bullets, Callout, Prose


def preparation_section(basis: Basis) -> list[Block]:
    """Show what the deal takes; nothing where it was not looked at."""
    found = basis.preparation
    if found is None:
        return []
    blocks = comply_section(found.work, is_whole=False)
    blocks += summary_blocks(found.readiness)
    if not found.is_declared:
        words = "Say what the group has in readiness.toml: copy the one of examples/cedar."
        blocks.append(Callout("note", "Nobody has spoken for the group.", (Prose(words),)))
    if found.problems:
        items = tuple(
            f"line {one.line}: {one.what} ({one.fix})." if one.line else f"{one.what} ({one.fix})."
            for one in found.problems
        )
        title = "readiness.toml has lines that could not be used."
        blocks.append(Callout("warning", title, (Bullets(items),)))
    prepared = found.prepared
    return [
        *blocks,
        *partner_summary_blocks(found.partner, basis.deal.plan.name),
        *problem_blocks(prepared),
        *goals_summary_blocks(prepared.goals),
        *responsibilities_summary_blocks(prepared.matrix),
        *data_demand_summary_blocks(prepared.data),
        *steps_summary_blocks(prepared.steps),
    ]
