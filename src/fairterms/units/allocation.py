"""Split an amount into whole cents so that the parts add up to it exactly.

Rounding each part by itself can lose or invent a cent: two halves of $3,966.67 are $1,983.33 twice,
and one cent is gone. The largest-remainder rule rounds every part down and gives the cents left
over to the parts that lost most.
"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

CENT = Decimal("0.01")


def split(
    amount: Decimal, weights: Sequence[Decimal | int], unit: Decimal = CENT
) -> tuple[Decimal, ...]:
    """Split an amount in proportion to weights, by largest remainder.

    Parameters
    ----------
    amount
        A whole number of units, of either sign; round it first, as the contract says.
    weights
        One for each part, none negative and not all zero; they need not add to anything.
    unit
        The smallest part of an amount, a cent when nothing else is said.

    Returns
    -------
    tuple of Decimal
        One part for each weight, in their order; they add up to the amount exactly, and each is
        less than one unit from its exact share. Of equal remainders the earlier part is served.

    Raises
    ------
    ValueError
        When the amount is not a whole number of units, or the weights give no proportion.

    Examples
    --------
    >>> [str(part) for part in split(Decimal("3966.67"), [1, 1])]
    ['1983.34', '1983.33']
    >>> sum(split(Decimal("-100.00"), [1, 1, 1]))
    Decimal('-100.00')
    """
    total = sum((Fraction(weight) for weight in weights), Fraction(0))
    if any(weight < 0 for weight in weights) or total == 0:
        raise ValueError("the weights give no proportion: none may be negative, not all may be 0")
    units = Fraction(amount) / Fraction(unit)
    if units.denominator != 1:
        raise ValueError(f"{amount} is not a whole number of {unit}: round it first")
    shares = [abs(units) * Fraction(weight) / total for weight in weights]
    parts = [int(share) for share in shares]
    by_remainder = sorted(range(len(parts)), key=lambda at: parts[at] - shares[at])
    for at in by_remainder[: int(abs(units)) - sum(parts)]:
        parts[at] += 1
    sign = -1 if amount < 0 else 1
    return tuple(sign * part * unit for part in parts)
