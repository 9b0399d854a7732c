"""Indirect and direct standardisation over strata of patients, and where the two disagree.

Indirect (O/E) asks how the provider did with its own mix of patients. Direct asks what its results
would be with everybody's mix. Only the second keeps every rule of fair comparison between two
providers; only the first works where a provider has few patients of some kind.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison.cells import Floats
from fairterms.units.refusal import Refusal

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class StratumTable:
    """Patients and outcomes of J providers in K strata, with a reference.

    Attributes
    ----------
    patients, events
        Patients, and those with the outcome, shapes (J, K).
    reference_rates
        The reference's share of patients with the outcome in each stratum, shape (K,).
    reference_shares
        Each stratum's share of the reference's patients, adding up to 1, shape (K,).
    """

    patients: Floats
    events: Floats
    reference_rates: Floats
    reference_shares: Floats

    def __post_init__(self) -> None:
        strata = self.patients.shape[-1]
        if self.patients.ndim != 2 or self.patients.shape != self.events.shape:
            _refuse("patients and events have different shapes", "give both for each stratum")
        if self.reference_rates.shape != (strata,) or self.reference_shares.shape != (strata,):
            _refuse("the reference has other strata", "give a rate and a share for each stratum")
        if np.any(self.events < 0) or np.any(self.events > self.patients):
            _refuse("some strata have more outcomes than patients", "check how both are counted")
        if np.any(self.patients.sum(axis=1) == 0):
            _refuse("some providers have no patients", "leave them out")
        rates, shares = self.reference_rates, self.reference_shares
        if np.any((rates < 0) | (rates > 1)) or rates @ shares <= 0 or np.any(rates @ shares > 1):
            _refuse("the reference's rates are not between 0 and 1", "give shares of patients")
        if np.any(shares < 0) or abs(shares.sum() - 1) > 1e-9:
            _refuse("the reference's shares do not add up to 1", "give shares of its patients")


@dataclass(frozen=True, eq=False)
class Disagreement:
    """Indirect beside direct standardisation; J providers.

    Attributes
    ----------
    indirect, direct
        Ratios to the reference; direct is not a number where a needed stratum is empty, (J,).
    is_split
        Whether one says better than the reference and the other worse, shape (J,).
    reversed_with
        With how many other providers the two put the provider in opposite order, shape (J,).
    """

    indirect: Floats
    direct: Floats
    is_split: Flags
    reversed_with: npt.NDArray[np.int64]

    @property
    def is_flagged(self) -> Flags:
        """Whether the choice of method decides how the provider looks, shape (J,)."""
        return np.asarray(self.is_split | (self.reversed_with > 0))


def indirect(table: StratumTable) -> Floats:
    """Return O/E of each provider, shape (J,).

    Notes
    -----
    Σ_k o_jk/Σ_k n_jk r_k, r the reference's rates. Not a number where no outcome was expected.

    Examples
    --------
    Equal rates, 0.65 and 0.35, against references of 0.6 and 0.4, but opposite mixes of patients:

    >>> patients = np.array([[900.0, 100.0], [100.0, 900.0]])
    >>> events = patients * [0.65, 0.35]
    >>> table = StratumTable(patients, events, np.array([0.6, 0.4]), np.array([0.5, 0.5]))
    >>> indirect(table).round(3).tolist()
    [1.069, 0.905]
    >>> direct(table).round(3).tolist()
    [1.0, 1.0]
    """
    expected = table.patients @ table.reference_rates
    observed = table.events.sum(axis=1)
    unknown = np.full_like(expected, np.nan)
    return np.asarray(np.divide(observed, expected, out=unknown, where=expected > 0))


def direct(table: StratumTable) -> Floats:
    """Return each provider's rate at the reference's mix, over the reference's rate, shape (J,).

    Notes
    -----
    Σ_k s_k o_jk/n_jk / Σ_k s_k r_k, s the reference's shares. Not a number where a provider has no
    patients in a stratum that the reference has: nothing is known there, and nothing is made up.

    Sources
    -------
    M. Roessler, J. Schmitt, O. Schoffer, Can we trust the standardized mortality ratio? A formal
    analysis and evaluation based on axiomatic requirements, PLoS ONE 16(9), 2021.
    """
    is_needed = table.reference_shares > 0
    rates = np.divide(
        table.events,
        table.patients,
        out=np.full_like(table.events, np.nan),
        where=table.patients > 0,
    )
    own = rates[:, is_needed] @ table.reference_shares[is_needed]
    return np.asarray(own / (table.reference_rates @ table.reference_shares))


def compare(table: StratumTable, tolerance: float = 1e-9) -> Disagreement:
    """Return both ratios, and where they disagree about a provider.

    Parameters
    ----------
    tolerance
        Ratios closer than this count as equal, so that rounding flags nobody.
    """
    ours, theirs = indirect(table), direct(table)
    split = _side(ours - 1, tolerance) * _side(theirs - 1, tolerance) < 0
    order = _side(ours[:, None] - ours, tolerance) * _side(theirs[:, None] - theirs, tolerance)
    return Disagreement(ours, theirs, split, (order < 0).sum(axis=1))


def _side(difference: Floats, tolerance: float) -> Floats:
    """Return −1, 0 or 1; 0 also where the difference is not a number."""
    is_known = np.isfinite(difference) & (np.abs(difference) > tolerance)
    return np.where(is_known, np.sign(difference), 0)


def _refuse(what: str, fix: str) -> None:
    raise Refusal("strata", what, "rates by stratum would not mean what they say", fix)
