"""The outlook of a deal: its forecast, and everything that is worked out from the same years."""

from collections.abc import Callable
from dataclasses import dataclass

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.simulate.deal_forecast import DealForecast, forecast_deal
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.forecast.planning import USUAL, Sample

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Outlook:
    """What the years that may come hold.

    Attributes
    ----------
    forecast
        Every performance year.
    """

    forecast: DealForecast


def look(
    deal: Deal,
    contract: Contract,
    declared: Declaration,
    past: Past = NOTHING_PAST,
    sample: Sample = USUAL,
    tell: Tell = lambda _: None,
) -> Outlook:
    """Work out the outlook of a deal.

    Parameters
    ----------
    deal, contract
        The deal and its terms.
    declared
        Its forecast.toml, without problems.
    past
        What its records say.
    sample
        How many years, and from which seed.
    tell
        Called with a short sentence before each stage.

    Raises
    ------
    Refusal
        When the deal has no expected scenario.
    """
    return Outlook(forecast_deal(deal, contract, declared, past, sample, tell))
