"""The forecast of one period: what is to be expected, how bad it may get, and how surely so."""

from dataclasses import dataclass, fields

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Appetite, Deal
from fairterms.simulate.results import statistic
from fairterms.simulate.results.estimate import Estimate
from fairterms.simulate.results.settled_years import HALF_CENT, SettledYears, settle_years
from fairterms.simulate.years import Years

TAIL = 0.05
"""The share of years that counts as bad (or as good) years."""

COLUMNS = ("figure", "value", "error", "unit")


@dataclass(frozen=True)
class Forecast:
    """What one period may bring, from the group's side: positive is good for the group.

    "Net margin" is what the deal adds to what the group would be paid anyway, less the cost to
    comply and less what giving more care costs; dollars a year.

    Attributes
    ----------
    payment
        The expected amount the contract pays in all.
    gain
        The expected amount the deal adds to what the group would be paid anyway.
    net_margin
        The expected net margin.
    true_up_is_owed
        The chance that the deal takes away from what the group would be paid anyway.
    payment_is_owed
        The chance that the whole payment is negative, so that the group pays the plan.
    loses
        The chance that the net margin is negative.
    beyond_largest_loss, beyond_walk_away_loss
        The chance of a net margin below minus the loss the group can live with, or walks away
        from; None when the deal states no appetite.
    percentile_5
        The net margin that one year in twenty does not exceed.
    worst_years, best_years
        The average net margin of the worst, and of the best, 5 % of years.
    spread
        The standard deviation of the net margin.
    years
        How many years were simulated.
    """

    payment: Estimate
    gain: Estimate
    net_margin: Estimate
    true_up_is_owed: Estimate
    payment_is_owed: Estimate
    loses: Estimate
    beyond_largest_loss: Estimate | None
    beyond_walk_away_loss: Estimate | None
    percentile_5: Estimate
    worst_years: Estimate
    best_years: Estimate
    spread: Estimate
    years: int

    def as_rows(self) -> list[tuple[str, float, float, str]]:
        """Return one row of :data:`COLUMNS` a figure; chances are fractions."""
        rows = []
        for field in fields(self):
            found = getattr(self, field.name)
            if isinstance(found, Estimate):
                unit = "share of years" if field.name in CHANCES else "$ a year"
                rows.append((field.name, found.value, found.error, unit))
        return rows


CHANCES = frozenset(
    {
        "true_up_is_owed",
        "payment_is_owed",
        "loses",
        "beyond_largest_loss",
        "beyond_walk_away_loss",
    }
)
"""The fields that are shares of years, between 0 and 1; all others are dollars a year."""


def forecast(deal: Deal, contract: Contract, years: Years) -> Forecast:
    """Settle the years and say what they hold.

    Parameters
    ----------
    deal
        It says what the group would be paid anyway, what the work costs, and its appetite.
    contract
        The terms in force in the period.
    years
        The simulated figures.

    Raises
    ------
    Refusal
        When a clause cannot be settled on these figures.
    """
    return forecast_of(settle_years(deal, contract, years), deal.appetite)


def forecast_of(found: SettledYears, appetite: Appetite | None) -> Forecast:
    """Say what years that were already settled hold."""
    blocks, net = found.blocks, found.net
    return Forecast(
        payment=statistic.mean(found.payable, blocks),
        gain=statistic.mean(found.gains, blocks),
        net_margin=statistic.mean(net, blocks),
        true_up_is_owed=statistic.probability(found.gains < -HALF_CENT, blocks),
        payment_is_owed=statistic.probability(found.payable < -HALF_CENT, blocks),
        loses=_below(found, 0.0),
        beyond_largest_loss=_below(found, float(appetite.largest_loss)) if appetite else None,
        beyond_walk_away_loss=_below(found, float(appetite.walk_away_loss)) if appetite else None,
        percentile_5=statistic.quantile(net, TAIL, blocks),
        worst_years=statistic.tail_mean(net, TAIL, blocks),
        best_years=statistic.best_mean(net, TAIL, blocks),
        spread=statistic.standard_deviation(net, blocks),
        years=len(found),
    )


def _below(found: SettledYears, loss: float) -> Estimate:
    """Return the chance of losing more than a loss; losing exactly as much does not count."""
    return statistic.probability(found.net < -loss - HALF_CENT, found.blocks)
