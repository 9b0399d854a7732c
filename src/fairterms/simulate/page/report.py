"""The page of the verb ``simulate``."""

from datetime import date

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.publish.blocks import Block, Bullets, Contents, Heading
from fairterms.publish.page import Report
from fairterms.simulate.capacity.page import capacity_blocks
from fairterms.simulate.clause_price.page import price_blocks
from fairterms.simulate.drivers.driver_study import driver_blocks
from fairterms.simulate.outlook import Outlook
from fairterms.simulate.page.back_test_section import back_test_blocks
from fairterms.simulate.page.cash_section import cash_blocks
from fairterms.simulate.page.forecast_section import forecast_blocks
from fairterms.simulate.page.names import clause_titles
from fairterms.simulate.page.worst_case_section import worst_case_blocks

FOOTER = (
    "Made with Fairterms. A forecast is as good as what was said of the years to come.",
    "It is not legal advice.",
)


def outlook_blocks(deal: Deal, contract: Contract, found: Outlook) -> list[Block]:
    """Return all sections of the outlook, for this page and for the decision report."""
    blocks = forecast_blocks(found.forecast, contract, deal.appetite)
    year = found.forecast.riskiest
    if year is None:
        return blocks
    names = {measure.id: measure.name for measure in contract.measures}
    if found.back_test is not None:
        blocks += back_test_blocks(found.back_test, names)
    if found.worst is not None:
        blocks += worst_case_blocks(found.worst, year.period.first.year, contract)
    blocks += cash_blocks(year)
    if found.prices is not None:
        titles = clause_titles(contract)
        blocks += price_blocks(found.prices, titles, f"{year.period.first.year}")
    if found.drivers is not None:
        blocks += driver_blocks(found.drivers)
    if found.capacity is not None:
        asked = found.capacity.measure
        blocks += capacity_blocks(found.capacity, names.get(asked, asked))
    if found.gaps:
        blocks += [Heading(2, "What could not be worked out", "outlook-gaps"), Bullets(found.gaps)]
    return blocks


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
    offer = f", with the changes of “{deal.offer.title}”" if deal.offer else ""
    return Report(
        title=f"{deal.name}: the years that may come",
        subtitle=f"For {deal.group.name}, about the contract offered by {deal.plan.name}{offer}",
        blocks=(Contents(), *outlook_blocks(deal, contract, found)),
        footer=FOOTER,
        made_on=made_on.isoformat(),
    )
