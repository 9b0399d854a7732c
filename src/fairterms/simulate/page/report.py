"""The page of the verb ``simulate``."""

from datetime import date

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.publish.blocks import Block, Contents
from fairterms.publish.page import Report
from fairterms.simulate.outlook import Outlook
from fairterms.simulate.page.forecast_section import forecast_blocks

FOOTER = (
    "Made with Fairterms. A forecast is as good as what was said of the years to come.",
    "It is not legal advice.",
)


def outlook_blocks(deal: Deal, contract: Contract, found: Outlook) -> list[Block]:
    """Return all sections of the outlook, for this page and for the decision report."""
    return forecast_blocks(found.forecast, contract, deal.appetite)


def build(deal: Deal, contract: Contract, found: Outlook, made_on: date) -> Report:
    """Build the page.

    Parameters
    ----------
    deal, contract
        The deal and its terms.
    found
        Its outlook.
    made_on
        The day the page is made, for its head.
    """
    return Report(
        title=f"{deal.name}: the years that may come",
        subtitle=f"For {deal.group.name}, about the contract offered by {deal.plan.name}",
        blocks=(Contents(), *outlook_blocks(deal, contract, found)),
        footer=FOOTER,
        made_on=made_on.isoformat(),
    )
