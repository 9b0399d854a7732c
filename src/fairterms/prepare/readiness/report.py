"""Readiness and the plan as a partner, as one report."""

from fairterms.prepare.partner.assessment import PartnerAssessment
from fairterms.prepare.partner.page import partner_blocks
from fairterms.prepare.readiness.assessment import Readiness
from fairterms.prepare.readiness.page import readiness_blocks
from fairterms.publish.blocks import Block, Contents
from fairterms.publish.page import Report

FOOTER = (
    "Made by Fairterms from readiness.toml and the deal folder.",
    "It helps you ask better questions. It is not legal advice.",
)


def build(
    readiness: Readiness,
    partner: PartnerAssessment,
    parties: tuple[str, str],
    made_on: str = "",
    more: tuple[Block, ...] = (),
) -> Report:
    """Build the report of the verb ``ready``.

    Parameters
    ----------
    readiness, partner
        What was judged and assessed.
    parties
        The names of the group and of the plan.
    made_on
        A day such as 2027-01-12; empty for none.
    more
        Further sections, such as the cost to comply, after these.
    """
    group, plan = parties
    return Report(
        title=f"Ready for a contract? {group}",
        subtitle=f"The group's readiness, and {plan} as a partner",
        blocks=(
            Contents(2),
            *readiness_blocks(readiness),
            *partner_blocks(partner, plan),
            *more,
        ),
        footer=FOOTER,
        made_on=made_on,
    )
