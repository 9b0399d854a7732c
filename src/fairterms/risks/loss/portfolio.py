"""All impacts of one holder together, and how much less that is than the parts one by one."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from fairterms.risks.loss.annual_loss import AnnualLoss
from fairterms.risks.loss.exceedance import Exceedance, even_levels, exceedance
from fairterms.risks.loss.sampled import Sampled
from fairterms.risks.loss.shortfall import expected_shortfall
from fairterms.risks.loss.tolerance import Beyond, Tolerance, chance_beyond

TAIL = 0.95


@dataclass(frozen=True, eq=False)
class Portfolio:
    """The losses of one holder in one unit, added up year by year.

    Attributes
    ----------
    holder
        Who bears them: group, plan or public.
    impacts
        The ids of what was added, in order.
    total
        The sum of each trial.
    tail
        The mean of its worst 5 % of years.
    tails_alone
        The sum of the impacts' own tail losses: what the worst years would cost if all impacts had
        them together.
    """

    holder: str
    impacts: tuple[str, ...]
    total: AnnualLoss
    tail: Sampled
    tails_alone: float

    @property
    def diversification(self) -> float:
        """The share by which the tail of the sum is smaller than the sum of the tails, 0 to 1."""
        return 1 - self.tail.value / self.tails_alone if self.tails_alone > 0 else 0.0

    @property
    def curve(self) -> Exceedance:
        """The loss exceedance curve of the sum, at even levels."""
        return exceedance(self.total, even_levels(self.total))

    def against(self, tolerance: Tolerance) -> Beyond:
        """Set the sum against what the holder can bear."""
        return chance_beyond(self.total, tolerance)

    def stated(self) -> str:
        """Say in a sentence what taking the impacts together does to the worst years.

        Returns
        -------
        str
            One sentence or two, for the page.
        """
        if len(self.impacts) < 2:
            return "One impact stands alone: there is nothing to spread."
        return (
            f"In the worst 5 % of years the {len(self.impacts)} impacts together lose "
            f"{100 * self.diversification:.0f} % less than their own worst years added up, because "
            "these seldom come in the same year. If they share a cause that is left out here, the "
            "loss is larger."
        )


def portfolio(losses: Mapping[str, AnnualLoss], holder: str) -> Portfolio:
    """Add up what one holder may lose.

    Parameters
    ----------
    losses
        By impact id: one unit, sums of a year, the same number of trials. An event that is counted
        under two objectives must be in here once.
    holder
        Who bears them.

    Returns
    -------
    Portfolio
        With the years added trial by trial, so that what comes from the same simulated years stays
        together.

    Raises
    ------
    ValueError
        When there is nothing to add, or when the losses are of two units, or not sums of a year.

    Examples
    --------
    >>> one = AnnualLoss(np.array([0.0, 10.0]), "$")
    >>> portfolio({"late": one, "denied": one}, "group").total.trials.tolist()
    [0.0, 20.0]
    """
    _refuse_mixture(losses)
    listed = list(losses.values())
    total = AnnualLoss(
        np.sum([loss.trials for loss in listed], axis=0),
        listed[0].unit,
        distinct=min(loss.years for loss in listed),
    )
    alone = sum(expected_shortfall(loss, TAIL).value for loss in listed)
    return Portfolio(holder, tuple(losses), total, expected_shortfall(total, TAIL), alone)


def _refuse_mixture(losses: Mapping[str, AnnualLoss]) -> None:
    if not losses:
        raise ValueError("there is no loss to add up")
    units = sorted({loss.unit for loss in losses.values()})
    if len(units) > 1:
        raise ValueError(f"losses in {' and in '.join(units)} cannot be added up")
    if any(loss.basis != "aggregate" for loss in losses.values()):
        raise ValueError("largest single events cannot be added up: use the sums of the years")
    assert len({len(loss.trials) for loss in losses.values()}) == 1, "losses of one run add up"
