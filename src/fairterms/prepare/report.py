"""The preparation of a deal as one report."""

from fairterms.prepare.data_demand.page import data_demand_blocks
from fairterms.prepare.folder_look import Prepared
from fairterms.prepare.goals.page import goals_blocks
from fairterms.prepare.responsibilities.page import exhibit_blocks, responsibilities_blocks
from fairterms.prepare.steps.page import steps_blocks
from fairterms.publish.blocks import Block, Bullets, Callout, Contents
from fairterms.publish.page import Report

FOOTER = (
    "Made by Fairterms from the deal folder.",
    "It helps you ask better questions. It is not legal advice.",
)


def build(prepared: Prepared, parties: tuple[str, str], made_on: str = "") -> Report:
    """Build the report of the verb ``prepare``.

    Parameters
    ----------
    prepared
        What was looked at.
    parties
        The names of the group and of the plan.
    made_on
        A day such as 2027-01-12; empty for none.
    """
    group, plan = parties
    return Report(
        title=f"Prepared for the talks? {group}",
        subtitle=f"Steps, goals, responsibilities and data, before the talks with {plan}",
        blocks=(
            Contents(2),
            *problem_blocks(prepared),
            *steps_blocks(prepared.steps),
            *goals_blocks(prepared.goals),
            *responsibilities_blocks(prepared.matrix),
            *data_demand_blocks(prepared.data),
            *exhibit_blocks(prepared.matrix, parties),
        ),
        footer=FOOTER,
        made_on=made_on,
    )


def problem_blocks(prepared: Prepared) -> list[Block]:
    """Show the lines of the room's files that could not be used; nothing where all could."""
    if not prepared.problems:
        return []
    items = tuple(
        f"{one.file}, line {one.line}: {one.what} ({one.fix})."
        if one.line
        else f"{one.file}: {one.what} ({one.fix})."
        for one in prepared.problems
    )
    title = "Some lines could not be used; they count as not said."
    return [Callout("warning", title, (Bullets(items),))]
