"""The words for a band of a scale and for an amount on it."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from math import inf, isfinite

DOLLARS = "dollars"
"""The one unit written before its number."""


_MILLION = 1_000_000
_SHORT = 10_000


def amount(value: float, unit: str) -> str:
    """Write a number of a scale, in dollars where that is its unit.

    Parameters
    ----------
    value
        Not negative, in ``unit``.
    unit
        The unit's name; only dollars are written with it, the others stand in a heading.

    Returns
    -------
    str
        Numbers below 1 with four digits that count, larger ones in full.

    Examples
    --------
    >>> amount(10_000.0, "dollars"), amount(1 / 3, "days"), amount(2.5, "days")
    ('$10,000', '0.3333', '2.5')
    >>> amount(float("inf"), "dollars")
    'without limit'
    """
    if not isfinite(value):
        return "without limit"
    if unit == DOLLARS:
        return f"${value:,.0f}" if value == round(value) or value >= 1000 else f"${value:,.2f}"
    written = f"{Decimal(f'{value:.4g}' if value < 1 else f'{value:.12g}'):,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def band_name(low: float, high: float, unit: str) -> str:
    """Name a band by its edges; round millions are written short, so that a narrow page holds them.

    Examples
    --------
    >>> band_name(0.0, 0.2, "days"), band_name(50_000.0, 1_500_000.0, "dollars")
    ('0 to 0.2', '$50,000 to $1.5 million')
    >>> band_name(1_000_000.0, float("inf"), "dollars")
    '$1 million and more'
    """
    if high == inf:
        return f"{_edge(low, unit)} and more"
    return f"{_edge(low, unit)} to {_edge(high, unit)}"


def band_names(edges: Sequence[float], unit: str) -> tuple[str, ...]:
    """Name every band of a scale, the lowest first.

    Parameters
    ----------
    edges
        Strictly rising, in ``unit``; one more than there are bands.
    unit
        The unit's name.
    """
    return tuple(band_name(low, high, unit) for low, high in pairwise(edges))


def _edge(value: float, unit: str) -> str:
    if value < _MILLION or value % _SHORT:
        return amount(value, unit)
    return f"{'$' if unit == DOLLARS else ''}{value / _MILLION:,.12g} million"
