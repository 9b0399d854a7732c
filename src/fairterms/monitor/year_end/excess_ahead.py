"""Dollars above an attachment point at the year's end: those known, and those still to come."""

from datetime import date

import numpy as np
import numpy.typing as npt

from fairterms.contract.clause import Contract
from fairterms.monitor.year_end.month import between
from fairterms.monitor.year_end.prior import SMALLEST, Prior
from fairterms.monitor.year_end.reported_ahead import total_of
from fairterms.monitor.year_end.year_to_date import Seen, YearToDate
from fairterms.simulate.forecast.declaration import Patients
from fairterms.simulate.patient_cost.law import LognormalCost, PatientCost
from fairterms.units.quantity import Quantity

FloatArray = npt.NDArray[np.float64]


def excess_ahead(
    prior: Prior, year: YearToDate, seen: Seen, final: float, payers: Patients
) -> FloatArray:
    """Continue the dollars that single patients cost above the attachment point.

    Parameters
    ----------
    prior
        The years as they looked before.
    year, seen
        What came in, and what of it was known on the day.
    final
        The dollars that all care of the year is expected to cost in the end.
    payers
        The people, with the law of what one of them costs.

    Returns
    -------
    Array
        Dollars at the end of each simulated year, shape (years,).

    Notes
    -----
    Each patient's bills are taken to come in evenly over the year. Few have passed the point in
    spring, so half the dollars bring far less than half the excess. What is still to come is the
    forecast's own excess, its mean in proportion to the part still to come and its scatter to that
    part's root, as of patients who cross the point one after the other.
    """
    column = prior.column(payers.above)
    found = total_of(payers.above, prior, seen)
    if found is None:
        return column
    through, total = found
    if between(through, year.paid_through) <= 0:
        return np.full(len(prior), total)
    share = _paid_by(year, seen, through) / final
    rest = 1 - excess_progress(_law(prior, payers), _attachment(prior.plan.contract, payers), share)
    mean = float(column.mean())
    ahead = np.maximum(rest * mean + np.sqrt(rest) * (column - mean), 0.0)
    return np.asarray(np.round(total + ahead, 2))


def excess_progress(law: PatientCost, attachment: float, share: float) -> float:
    """Return the share of a year's excess that is expected once a share of its dollars is paid.

    Parameters
    ----------
    law
        What one patient costs in a year.
    attachment
        The point, in dollars.
    share
        The share of every patient's dollars that is paid, 0 to 1.

    Examples
    --------
    >>> law = LognormalCost(no_cost=0.7, mean=470.0, spread=2.6)
    >>> round(excess_progress(law, 48_500.0, 0.5), 2), excess_progress(law, 48_500.0, 1.0)
    (0.15, 1.0)
    """
    whole = law.mean - float(law.limited_mean(attachment))
    if share >= 1 or whole <= 0:
        return 1.0
    if share <= SMALLEST:
        return 0.0
    part = law.scaled(share)
    return (part.mean - float(part.limited_mean(attachment))) / whole


def _paid_by(year: YearToDate, seen: Seen, through: date) -> float:
    """Return the dollars paid through a month for care of the year."""
    return float(
        sum(
            dollars
            for (incurred, paid), dollars in seen.paid.items()
            if incurred >= year.first and paid <= through
        )
    )


def _law(prior: Prior, payers: Patients) -> PatientCost:
    mean = float(prior.column(payers.paid).mean()) / (payers.roster * payers.listed)
    cost = payers.cost
    assert cost is not None, "who pays has a cost"
    if cost.is_observed:
        observed = prior.past.cost
        assert observed is not None, "the plan of the year held this"
        return observed.scaled(mean / observed.mean)
    assert cost.no_cost is not None, "the reader held this"
    assert cost.spread is not None, "the reader held this"
    return LognormalCost(cost.no_cost, mean, cost.spread)


def _attachment(contract: Contract, payers: Patients) -> float:
    clause, _, term = payers.attachment.partition(".")
    value = contract.clause(clause).terms[term].value
    assert isinstance(value, Quantity), "the plan of the year held this"
    return float(value.amount)
