"""How the risk pages write losses, chances and their errors."""

from math import floor, log10

from fairterms.risks.loss.annual_loss import AnnualLoss
from fairterms.risks.loss.shortfall import expected_shortfall

DOLLARS = "dollars"
"""What the unit of money is called in words."""

HUNDREDTHS = {"percentage points", "per cent"}
"""Units whose amounts are kept as fractions."""

TAIL = 0.95


def amount(value: float, unit: str) -> str:
    """Write a loss with its unit, rounded to three figures that matter.

    Examples
    --------
    >>> amount(14445.2, "dollars"), amount(1.234, "files"), amount(0.0131, "percentage points")
    ('$14,400', '1.23 files', '1.31 percentage points')
    """
    shown = _figures(value * scale(unit))
    return f"${shown}" if unit == DOLLARS else f"{shown} {unit}"


def scale(unit: str) -> int:
    """Return by what an amount of a unit is multiplied to be read: shares are kept as fractions."""
    return 100 if unit in HUNDREDTHS else 1


def mean(loss: AnnualLoss) -> str:
    """Write the loss of an average year."""
    return amount(loss.mean.value, loss.unit)


def worst(loss: AnnualLoss) -> str:
    """Write the average of the worst 5 % of years."""
    return amount(expected_shortfall(loss, TAIL).value, loss.unit)


def chance(probability: float) -> str:
    """Write a chance as a per cent; never 0 % or 100 % for what only is rare.

    Examples
    --------
    >>> chance(0.314), chance(0.0), chance(0.0002), chance(0.9999)
    ('31.4 %', '0 %', 'under 0.1 %', 'over 99.9 %')
    """
    if 0 < probability < 0.001:
        return "under 0.1 %"
    if 0.999 < probability < 1:
        return "over 99.9 %"
    return f"{100 * probability:.1f}".removesuffix(".0") + " %"


def _figures(value: float) -> str:
    """Round to three figures; whole numbers keep no decimals."""
    if not value:
        return "0"
    places = 2 - floor(log10(abs(value)))
    rounded = round(value, places)
    return f"{rounded:,.{max(places, 0)}f}" if places > 0 else f"{rounded:,.0f}"
