"""What a stress is: one named thing that goes wrong, as a change of the assumptions."""

from collections.abc import Callable
from dataclasses import dataclass

from fairterms.contract.deal import Deal
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.years import Years


@dataclass(frozen=True)
class Setting:
    """The year a stress falls on.

    Attributes
    ----------
    deal
        The deal.
    plan
        What is simulated of the year.
    past
        What the group's records say.
    """

    deal: Deal
    plan: Plan
    past: Past = NOTHING_PAST


def as_drawn(years: Years) -> Years:
    """Leave the figures of the years as they were drawn."""
    return years


@dataclass(frozen=True)
class Change:
    """What a stress changes.

    Attributes
    ----------
    words
        What is changed here, as a sentence.
    plan
        The plan under stress; the setting's own where nothing is drawn otherwise.
    figures
        What happens to the drawn figures on top.
    months_late
        By how many months all money of the contract comes later.
    """

    words: str
    plan: Plan
    figures: Callable[[Years], Years] = as_drawn
    months_late: int = 0


@dataclass(frozen=True)
class Stress:
    """An entry of the catalogue.

    Attributes
    ----------
    name
        As its module is called.
    title
        As a table names it.
    size
        How strong: a share (-0.15 is 15 % less), dollars or months; another may be asked for.
    apply
        From a setting and a size to the change, or to the reason why it does not apply here, as a
        sentence.
    """

    name: str
    title: str
    size: float
    apply: Callable[[Setting, float], Change | str]


def by(size: float, *, is_counted: bool = False) -> str:
    """Write a share as a change, for something counted or for an amount.

    Examples
    --------
    >>> by(0.2), by(-0.15), by(-0.15, is_counted=True)
    ('20 % more', '15 % less', '15 % fewer')
    """
    shown = f"{abs(size) * 100:.4g} %"
    return f"{shown} {'more' if size > 0 else 'fewer' if is_counted else 'less'}"
