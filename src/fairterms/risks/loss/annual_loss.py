"""The loss of a year: the sum of the severities over the drawn count, trial by trial."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np
import numpy.typing as npt

from fairterms.risks.loss.draws import DrawKey
from fairterms.risks.loss.frequency import Frequency
from fairterms.risks.loss.limits import Limits
from fairterms.risks.loss.multiplier import checked_multiplier
from fairterms.risks.loss.sampled import Sampled
from fairterms.risks.loss.severity import Severity

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
Basis = Literal["aggregate", "per occurrence"]


@dataclass(frozen=True, eq=False)
class AnnualLoss:
    """What the simulated years lose.

    Attributes
    ----------
    trials
        The loss of each year, shape (trials,); 0 or more, read only.
    unit
        Of the objective, such as "$".
    distinct
        How many of the trials are different years: trial t is year t mod ``distinct``. None when
        all are. Simulation errors count different years only.
    basis
        "aggregate" when a trial is the sum of its year, "per occurrence" when it is the largest
        single event.
    """

    trials: FloatArray
    unit: str
    distinct: int | None = None
    basis: Basis = "aggregate"

    def __post_init__(self) -> None:
        assert self.trials.ndim == 1, "a loss has one number a trial"
        assert bool(np.isfinite(self.trials).all()), "a loss is a finite number"
        assert bool((self.trials >= 0).all()), "a year that loses nothing has a loss of 0"
        assert self.years > 1, "a loss needs two different years or more"
        fixed = self.trials.view()
        fixed.setflags(write=False)
        object.__setattr__(self, "trials", fixed)

    @property
    def years(self) -> int:
        """How many of the trials are different years."""
        return min(self.distinct or len(self.trials), len(self.trials))

    @property
    def mean(self) -> Sampled:
        """The loss to expect in a year, with its simulation error."""
        return Sampled(float(self.trials.mean()), self.standard_error(self.trials))

    def standard_error(self, values: FloatArray) -> float:
        """Return the standard error of the mean of a value a trial.

        Parameters
        ----------
        values
            Shape (trials,).

        Returns
        -------
        float
            In the unit of the values. Trials of the same year are taken together, so that
            repeating the years makes no figure look surer.
        """
        away, years = values - values.mean(), self.years
        if years < len(values):
            away = np.bincount(np.arange(len(values)) % years, weights=away)
        return sqrt(years / (years - 1) * float(away @ away)) / len(values)


def annual_loss(
    frequency: Frequency,
    severity: Severity,
    limits: Limits,
    key: DrawKey,
    trials: int,
    unit: str,
) -> AnnualLoss:
    """Simulate what an impact loses in a year.

    Parameters
    ----------
    frequency
        Events per year.
    severity
        Loss of one event, in ``unit``.
    limits
        What of an event and of a year falls on the holder; ``NO_LIMITS`` for all of it.
    key
        Seed and impact; two stages of one impact share it.
    trials
        Years to simulate.
    unit
        Of the objective.

    Returns
    -------
    AnnualLoss
        One sum a trial.

    Notes
    -----
    The n-th event of a trial has its own number, whatever the count. A control that takes events
    away leaves the others as they were, so no trial loses more for it.

    Examples
    --------
    >>> from fairterms.risks.loss.frequency import Poisson
    >>> from fairterms.risks.loss.limits import NO_LIMITS
    >>> from fairterms.risks.loss.severity import Fixed
    >>> key = DrawKey(2027, "denials")
    >>> loss = annual_loss(Poisson(2.0), Fixed(100.0), NO_LIMITS, key, 10_000, "$")
    >>> abs(loss.mean.value - 200) < 4 * loss.mean.error
    True
    """
    sums = np.zeros(trials)
    had_event: IntArray | None = None
    for places, losses in _events(frequency, severity, limits, key, trials):
        # The first round is of all trials with an event: only they can have a floor of the year.
        had_event = places if had_event is None else had_event
        sums[places] += losses
    if had_event is not None:
        sums[had_event] = limits.of_years(sums[had_event])
    return AnnualLoss(sums, unit)


def largest_event(
    frequency: Frequency,
    severity: Severity,
    limits: Limits,
    key: DrawKey,
    trials: int,
    unit: str,
) -> AnnualLoss:
    """Return the largest single event of each trial, on the draws of ``annual_loss``.

    Parameters
    ----------
    frequency, severity, limits, key, trials, unit
        As in ``annual_loss``; of the limits only those per event apply.

    Returns
    -------
    AnnualLoss
        One amount a trial, labelled "per occurrence"; 0 in a year without an event.
    """
    largest = np.zeros(trials)
    for places, losses in _events(frequency, severity, limits, key, trials):
        largest[places] = np.maximum(largest[places], losses)
    return AnnualLoss(largest, unit, basis="per occurrence")


def of_years(
    losses: FloatArray,
    trials: int,
    *,
    keeps: float = 1.0,
    times: float = 1.0,
    key: DrawKey,
    unit: str,
) -> AnnualLoss:
    """Take the losses of years that were simulated from the contract.

    Parameters
    ----------
    losses
        One loss a simulated year, 0 or more, in ``unit``; shape (years,).
    trials
        How many to give. Trial t is year t mod (years), so that risks from the same years stay as
        dependent as the years make them. A multiple of the years weighs them all alike.
    keeps
        What a control on the frequency leaves: the loss of a trial stays with this probability,
        above 0 and at most 1.
    times
        What a control on the severity leaves, as a fraction above 0.
    key
        Seed and impact: which trials keep their loss.
    unit
        Of the objective.

    Returns
    -------
    AnnualLoss
        One loss a trial.

    Raises
    ------
    ValueError
        When ``keeps`` is above 1 (a year cannot lose more often than it did), or one of the two
        is not above 0.
    """
    if checked_multiplier(keeps) > 1:
        raise ValueError(
            f"a control cannot leave {keeps:.6g} times as many losses of years that come from the "
            "contract: change the forecast instead"
        )
    drawn = np.resize(losses, trials) * checked_multiplier(times)
    if keeps < 1:
        drawn = np.where(key.uniforms("keeps", trials) < keeps, drawn, 0.0)
    return AnnualLoss(drawn, unit, distinct=min(len(losses), trials))


def _events(
    frequency: Frequency, severity: Severity, limits: Limits, key: DrawKey, trials: int
) -> Iterator[tuple[IntArray, FloatArray]]:
    """Give the first events of all trials that have one, then the second ones, and so on."""
    counts = frequency.counts(key.uniforms("count", trials))
    places, event = np.flatnonzero(counts), 0
    while len(places):
        chances = key.uniforms_at(f"severity {event}", places)
        yield places, limits.of_events(severity.quantile(chances))
        event += 1
        places = places[counts[places] > event]
