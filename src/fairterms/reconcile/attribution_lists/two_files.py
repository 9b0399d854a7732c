"""Two attribution lists as files: loaded apart from the deal's records, compared, and weighed."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fairterms.contract import deal as deals
from fairterms.contract.performance_year import performance_years
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.payment.loading import load
from fairterms.population.list_difference import Lists
from fairterms.population.selection import Selection
from fairterms.publish.page import Report
from fairterms.reconcile.attribution_lists.list_worth import ListWorth, weigh
from fairterms.reconcile.attribution_lists.received_list import Received, take_in
from fairterms.reconcile.attribution_lists.section import attribution_blocks
from fairterms.reconcile.reconciliation import own_figures
from fairterms.reconcile.restatement.effect import Basis
from fairterms.records.store import Store
from fairterms.units.refusal import Refusal

FEED = "attribution list"
DAY_OF_MONTH = 1
"""A member counts in a month when the list has them on its first day."""


@dataclass(frozen=True)
class Compared:
    """Two lists, compared.

    Attributes
    ----------
    name
        Of the deal.
    newer
        The newer list as it was received.
    worth
        What it changes.
    """

    name: str
    newer: Received
    worth: ListWorth


def compare(
    deal: Path, older: Sequence[Path], newer: Sequence[Path], year: int, received: date
) -> Compared:
    """Compare two lists and weigh what the newer one changes.

    Parameters
    ----------
    deal
        The deal folder; its ``figures/YEAR.toml`` are the figures on the older list.
    older, newer
        The file of each list, and the bundles it refers to.
    year
        The performance year.
    received
        The day the newer list came: months that had begun by then are changed in retrospect.

    Raises
    ------
    Refusal
        When there are no terms without problems, no figures, or no such year.
    FeedRefusal
        When a file is no attribution list.
    """
    name, basis = _basis(deal, year)
    with tempfile.TemporaryDirectory() as place, Store(Path(place) / "lists.duckdb") as store:
        # The older list came before the newer one; its own day decides nothing here.
        first = take_in(store, older, FEED, received)
        last = take_in(store, newer, FEED, received)
        lists = Lists(first.load.load_id, last.load.load_id, DAY_OF_MONTH, Selection())
        return Compared(name, last, weigh(store.connection, lists, basis))


def page(found: Compared, audience: Audience, today: date) -> Report:
    """Write the page."""
    return Report(
        title=f"{found.name}: two lists of members",
        blocks=attribution_blocks(found.worth, found.newer, audience),
        footer=("Made with Fairterms. It is not legal advice.",),
        made_on=today.isoformat(),
    )


def _basis(folder: Path, year: int) -> tuple[str, Basis]:
    deal, loaded = deals.read(folder), load(folder / "terms.toml")
    contract = loaded.contract
    if contract is None or loaded.mistakes:
        first = (loaded.mistakes or loaded.problems)[0]
        raise Refusal("terms.toml", first.what, first.why, first.fix)
    found = [one for one in performance_years(contract) if one.first.year == year]
    if not found:
        known = ", ".join(str(one.first.year) for one in performance_years(contract))
        raise Refusal(
            str(year),
            "is no year of this contract",
            "lists are weighed by its terms",
            f"choose one of: {known}",
        )
    figures = own_figures(folder, str(year))
    if figures is None or figures.problems:
        raise Refusal(
            f"figures/{year}.toml",
            "is missing or has problems",
            "what a list moves is weighed on the figures of the year",
            f"write figures/{year}.toml in the form of a scenario",
        )
    return deal.name, Basis(contract, found[0], figures)
