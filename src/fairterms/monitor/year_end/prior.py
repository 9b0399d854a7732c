"""What the group's own forecast said before the year began, ready to learn from the year."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.payment.evaluation import survey
from fairterms.simulate.deal_forecast import expected_scenario
from fairterms.simulate.draws import keyed
from fairterms.simulate.forecast.declaration import FILE, Declaration, Patients
from fairterms.simulate.forecast.panel import Plan, simulate
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.forecast.planning import Sample, plan_year
from fairterms.simulate.years import Years
from fairterms.units.period import Period
from fairterms.units.quantity import FACTOR, Quantity, Unit
from fairterms.units.refusal import Refusal

FloatArray = npt.NDArray[np.float64]

MEMBERS = "member_months"
"""The figure that claims are counted by."""

SMALLEST = 1e-6
"""A spread below it is none; divisions need one."""

USUAL_YEARS = Sample(number=4_096)
"""Years simulated for each month's forecast."""


@dataclass(frozen=True, eq=False)
class Prior:
    """The simulated years before anything of the year was known.

    Attributes
    ----------
    deal
        The deal.
    plan
        What was simulated; it holds the terms in force in the year.
    panel
        The figures of every simulated year.
    wanted
        The figures that the terms read.
    past
        What the group's records say.
    """

    deal: Deal
    plan: Plan
    panel: Years
    wanted: tuple[str, ...]
    past: Past

    def __len__(self) -> int:
        """Return the number of simulated years."""
        return len(self.panel)

    def column(self, name: str) -> FloatArray:
        """Return a figure of every year, shape (years,)."""
        values = self.panel.figures[name].values
        assert not isinstance(values, tuple), f"{name} is one number"
        return np.asarray(values, dtype=np.float64)

    def unit(self, name: str) -> Unit:
        """Return the unit of a figure."""
        level = self.plan.expected.values[name]
        return level.unit if isinstance(level, Quantity) else FACTOR

    def spread(self, name: str) -> float:
        """Return how far a figure may lie from its middle: a standard deviation of its logarithm.

        0 where it is not above zero in every year.
        """
        values = self.column(name)
        return float(np.std(np.log(values))) if values.min() > 0 else 0.0

    def score(self, name: str) -> FloatArray:
        """Return a figure's logarithm, standardised over the years; zeros where it is fixed."""
        spread = self.spread(name)
        if spread < SMALLEST:
            return np.zeros(len(self))
        logs = np.log(self.column(name))
        return np.asarray((logs - logs.mean()) / spread)

    def chance(self, name: str, count: int = 1) -> FloatArray:
        """Draw standard normal numbers, the same each time for a seed and a name.

        Parameters
        ----------
        name
            What is left to chance.
        count
            Numbers a year.

        Returns
        -------
        FloatArray
            Shape (years, count).
        """
        drawn = keyed.uniforms(self.plan.seed, f"year end, {name}", 0, len(self), count)
        return np.asarray(ndtri(drawn))

    @property
    def payers(self) -> Patients | None:
        """The people whose claims the triangle holds; None where the terms look at no claims.

        Raises
        ------
        Refusal
            When the forecast has claims of several sorts.
        """
        kinds = [one for one in self.plan.declared.patients if one.paid]
        figures = sorted({one.paid for one in kinds})
        if len(figures) > 1:
            raise Refusal(
                FILE,
                f"counts claims in {len(figures)} figures ({', '.join(figures)})",
                "year/paid.csv is one triangle, and does not say how to divide it",
                "give all people the same figure of paid claims",
            )
        return kinds[0] if kinds else None


def prior_years(
    deal: Deal,
    contract: Contract,
    declared: Declaration,
    period: Period,
    past: Past = NOTHING_PAST,
    sample: Sample = USUAL_YEARS,
) -> Prior:
    """Simulate the year as it looked before it began.

    Parameters
    ----------
    deal, contract
        The deal and its whole contract.
    declared
        Its forecast.toml, without problems.
    period
        The performance year.
    past
        What its records say.
    sample
        How many years, and from which seed.

    Raises
    ------
    Refusal
        When the deal has no expected scenario, or the year cannot be simulated.
    """
    expected = expected_scenario(deal)
    if expected is None:
        raise Refusal(
            deal.folder.name,
            "has no expected scenario",
            "what the months to come may bring is told against it",
            'add scenarios/expected.toml with role = "expected"',
        )
    plan = plan_year(contract, declared, expected, period, past, sample)
    panel = simulate(plan, sample.threads, sample.shards)
    return Prior(deal, plan, panel, tuple(sorted(survey(plan.contract).wanted)), past)


def level_of(
    spread: float,
    seen: FloatArray,
    variances: FloatArray,
    scores: FloatArray,
    middle: float | None = None,
) -> FloatArray:
    """Draw the year's level after some months of it were seen.

    Parameters
    ----------
    spread
        How far a year's level may lie from what was expected, as a standard deviation of its
        logarithm.
    seen
        The logarithm of each month seen ÷ what was expected, shape (years, months) or (months,).
    variances
        How far each may lie from the level by chance, shape (months,).
    scores
        One standard normal number a year, shape (years,).
    middle
        Where the level was expected; None places it so that the mean of the level is 1.

    Returns
    -------
    FloatArray
        The logarithm of the level in each year, shape (years,).

    Notes
    -----
    Both are normal: what was expected weighs 1 ÷ spread², each month 1 ÷ its variance.

    Examples
    --------
    >>> print(level_of(0.1, np.array([0.2]), np.array([0.01]), np.array([0.0, 1.0]), 0.0).round(4))
    [0.1    0.1707]
    """
    held = max(spread, SMALLEST)
    weights = 1 / np.maximum(variances, SMALLEST**2)
    start = -(held**2) / 2 if middle is None else middle
    total = 1 / held**2 + weights.sum()
    mean = (start / held**2 + np.asarray(seen) @ weights) / total
    return np.asarray(mean + scores / np.sqrt(total))
