"""What a measure's rate is worth: the contract settled at every rate, and the rates where it jumps.

The targets of a measure are not looked for in the terms: they are the rates at which the amount
payable changes by a step. So they hold whatever model, formula or rounding leads to them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import terms_in_force
from fairterms.payment.evaluation import run
from fairterms.payment.given import stack
from fairterms.settle.pool import moved
from fairterms.units.period import Period

GRID = 2000
"""Rates tried, a twentieth of a percentage point apart: thresholds are written no finer."""


@dataclass(frozen=True)
class Jump:
    """A rate at which the amount payable changes by a step.

    Attributes
    ----------
    rate
        The last rate, 0 to 1, that earns the better amount.
    is_at_least
        Whether the group earns the money at this rate and above; else at this rate and below.
    dollars
        What the step is worth, in dollars; above 0.
    """

    rate: Decimal
    is_at_least: bool
    dollars: Decimal


@dataclass(frozen=True)
class RatePrice:
    """The amount payable by the rate of one measure, all other figures held fast.

    Attributes
    ----------
    measure
        The measure's id.
    scenario
        The title of the scenario the other figures are from.
    payable
        Dollars at each rate; ``payable[k]`` is at the rate k / GRID.
    """

    measure: str
    scenario: str
    payable: tuple[Decimal, ...]

    @property
    def jumps(self) -> tuple[Jump, ...]:
        """The rates where money is won or lost, from the lowest to the highest.

        Where the amount rises with every step of the grid there is no target, only a slope: such
        steps are left out.
        """
        return tuple(_jumps(self.payable))

    @property
    def at_stake(self) -> Decimal:
        """From the worst to the best rate, in dollars."""
        return max(self.payable) - min(self.payable)

    def at(self, rate: Fraction | float) -> Decimal:
        """Return the amount payable at a rate.

        Parameters
        ----------
        rate
            0 to 1; between two rates of the grid the lower one counts.
        """
        exact = Fraction(rate)
        assert 0 <= exact <= 1, "a rate lies from 0 to 1"
        # A rate such as 0.29 is a hair below itself as a float.
        return self.payable[int(exact * GRID + Fraction(1, 10**9))]

    def between(self, one: Fraction | float, other: Fraction | float) -> Decimal:
        """Return what moves between two rates, in dollars; 0 or more."""
        return abs(self.at(one) - self.at(other))


def measures_of(scenario: FigureSet) -> tuple[str, ...]:
    """Name the measures a scenario gives a numerator and a denominator for."""
    names = [one.removesuffix(".numerator") for one in scenario.values if ".numerator" in one]
    return tuple(name for name in names if f"{name}.denominator" in scenario.values)


def price_rate(contract: Contract, scenario: FigureSet, period: Period, measure: str) -> RatePrice:
    """Settle a contract at every rate of one measure.

    Parameters
    ----------
    contract
        The terms.
    scenario
        All other figures; it gives this measure too.
    period
        The performance year.
    measure
        The measure's id; see :func:`measures_of`.

    Raises
    ------
    Refusal
        When the contract cannot be settled with these figures.

    Notes
    -----
    The denominator is set to 2,000 patients, so that no minimum bites and every rate of a
    twentieth of a percentage point is exact.
    """
    in_force = terms_in_force(contract, period)
    top, bottom = f"{measure}.numerator", f"{measure}.denominator"
    sets = [moved(scenario, {top: Decimal(at), bottom: Decimal(GRID)}) for at in range(GRID + 1)]
    payable = run(in_force, stack(sets), len(sets)).payable.values
    return RatePrice(measure, scenario.title, tuple(payable))


def _jumps(payable: tuple[Decimal, ...]) -> Iterator[Jump]:
    moves = [after - before for before, after in pairwise(payable)]
    sizes = sorted(abs(move) for move in moves if move)
    # A slope moves a little at every step; a jump is far larger than the usual move.
    usual = sizes[len(sizes) // 2] if len(sizes) > GRID // 8 else Decimal(0)
    for at, move in enumerate(moves):
        if abs(move) > 10 * usual:
            rate = Decimal(at + 1 if move > 0 else at) / GRID
            yield Jump(rate, move > 0, abs(move))
