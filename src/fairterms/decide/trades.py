"""Trades between the two sides: the bargain of positions.toml, or why there is none."""

from collections.abc import Callable
from dataclasses import dataclass

from fairterms.contract.deal import Deal
from fairterms.decide.ahead import Ahead
from fairterms.negotiate.bargain.study import Bargain, study
from fairterms.negotiate.positions.position import FILE, Positions
from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Trades:
    """What may be traded.

    Attributes
    ----------
    bargain
        Every contract on the table and what it is worth to either side; None where nobody says
        what is on the table, or where it could not be worked out.
    why_not
        Why there is none, as sentences for the reader; empty where there is.
    problems
        What is to be mended in positions.toml.
    """

    bargain: Bargain | None
    why_not: str = ""
    problems: tuple[Problem, ...] = ()


def work_out(
    deal: Deal, positions: Positions | None, ahead: Ahead, tell: Callable[[str], None]
) -> Trades:
    """Work out what may be traded, on the riskiest performance year.

    Parameters
    ----------
    deal
        The deal.
    positions
        What is on the table; None where nobody says.
    ahead
        The years that may come.
    tell
        Called with a short sentence before each stage.
    """
    if positions is None:
        return Trades(None, _NO_POSITIONS)
    if positions.problems:
        return Trades(None, f"{FILE} has lines to mend first.", positions.problems)
    year = ahead.outlook.forecast.riskiest if ahead.outlook else None
    if year is None:
        return Trades(None, "No year could be simulated, so no option has a worth.")
    try:
        return Trades(study(deal, year, positions, tell=tell))
    except Refusal as refusal:
        return Trades(None, refusal.sentences)


_NO_POSITIONS = (
    f"The deal has no {FILE}: nobody has said what is on the table, and what each choice is worth "
    "to either side. Copy the one of examples/cedar and change it."
)
