"""Rates that a statement does not state, and that its own lines imply.

An implied rate is what most lines of a sort agree on to the cent. It is never a term of the
contract: it is what the plan seems to have used.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairterms.reconcile.arithmetic.measured import Measured
from fairterms.units.allocation import CENT
from fairterms.units.quantity import FRACTION, Quantity, write

DIGITS = 6


@dataclass(frozen=True)
class Implied:
    """A rate that lines imply.

    Attributes
    ----------
    name
        What it is, such as "share of losses".
    rate
        As a fraction; None where the lines imply none, or several equally often.
    lines
        The ids of the lines that agree with it.
    against
        The ids of the lines that do not.
    """

    name: str
    rate: Decimal | None
    lines: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """The rate in per cent; "cannot be told" where there is none."""
        return "cannot be told" if self.rate is None else write(self.rate, FRACTION)

    @property
    def quantity(self) -> Quantity | None:
        """The rate as a quantity."""
        return None if self.rate is None else Quantity(self.rate, FRACTION)


@dataclass(frozen=True)
class _Vote:
    """A line, the amount it is a share of, and the amount it prints."""

    line: str
    base: Decimal
    amount: Decimal

    @property
    def rate(self) -> Decimal:
        return round(self.amount / self.base, DIGITS)

    def fits(self, rate: Decimal) -> bool:
        return abs(self.base * rate - self.amount) <= CENT


def share_of_revenue(found: Iterable[Measured]) -> Implied:
    """Return the share of the revenue that the targets are."""
    votes = [
        _Vote(one.target.id, one.revenue.value.amount, one.target.value.amount)
        for one in found
        if one.revenue is not None and one.revenue.value.amount
    ]
    return _implied("target as a share of revenue", votes)


def share_of_savings(found: Sequence[Measured]) -> Implied:
    """Return the share of a saving that the group is paid; sums of parts are left out."""
    savings = [one for one in found if one.saving > 0 and not is_sum_of_parts(one, found)]
    return _implied("share of savings", _shared(savings))


def share_of_losses(found: Sequence[Measured], upside_only: frozenset[str]) -> Implied:
    """Return the share of a loss that the group owes.

    Parts that bear no loss are left out, and so are sums of parts.
    """
    losses = [
        one
        for one in found
        if one.saving < 0 and not (bears_none(one, upside_only) or is_sum_of_parts(one, found))
    ]
    return _implied("share of losses", _shared(losses))


def is_sum_of_parts(one: Measured, found: Iterable[Measured]) -> bool:
    """Say whether a shared amount is the sum of the shared amounts of two or more direct parts."""
    depth = len(one.scope)
    parts = [
        part.shared.value.amount
        for part in found
        if part.shared is not None
        and len(part.scope) == depth + 1
        and part.scope[:depth] == one.scope
    ]
    total = sum(parts, Decimal(0))
    return len(parts) > 1 and one.shared is not None and one.shared.value.amount == total


def bears_none(one: Measured, upside_only: frozenset[str]) -> bool:
    """Say whether a part shares no loss, as the header says, and the statement prints none."""
    is_floored = one.scope[:1] != () and one.scope[0] in upside_only
    return is_floored and one.shared is not None and one.shared.value.amount == 0


def _shared(found: Sequence[Measured]) -> list[_Vote]:
    return [
        _Vote(one.shared.id, one.saving, one.shared.value.amount)
        for one in found
        if one.shared is not None
    ]


def _implied(name: str, votes: Sequence[_Vote]) -> Implied:
    """Take the rate that most lines agree on, when there is one."""
    support = {vote.rate: sum(other.fits(vote.rate) for other in votes) for vote in votes}
    best = max(support.values(), default=0)
    rates = [rate for rate, number in support.items() if number == best]
    if len(rates) != 1:
        return Implied(name, None, (), tuple(vote.line for vote in votes))
    rate = rates[0].normalize() + 0
    return Implied(
        name,
        rate,
        tuple(vote.line for vote in votes if vote.fits(rate)),
        tuple(vote.line for vote in votes if not vote.fits(rate)),
    )
