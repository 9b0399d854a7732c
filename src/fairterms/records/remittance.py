"""A remittance as totals: what was paid, and why not more; nobody is in it.

Sources
-------
ASC X12 835, version 005010X221A1: a payment (BPR02) is the claims' payments (CLP04) less the
provider-level adjustments (PLB).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fairterms.units.problem import Problem

PAYEE_LEVEL = frozenset(
    ["B2", "BN", "CR", "CT", "CV", "E3", "IP", "IR", "IS", "LE", "LS", "PI", "PL"]
)
"""Provider-level adjustments that are about the group and never about one claim.

Only their references are kept: those of the others are claim numbers, or a patient's.
"""


@dataclass(frozen=True)
class ClaimTotals:
    """The claims of one status: how many, of how many people, charged and paid in dollars."""

    status: str
    claims: int
    people: int
    charged: Decimal
    paid: Decimal


@dataclass(frozen=True)
class AdjustmentTotals:
    """What was not paid of charges for one reason: its group and code, claims, people, dollars."""

    group: str
    reason: str
    claims: int
    people: int
    amount: Decimal


@dataclass(frozen=True)
class ProviderAdjustment:
    """A change of the payment that belongs to no claim of it.

    Attributes
    ----------
    reason
        The code, such as "WO".
    reference
        The plan's own; empty where it could lead to a person.
    amount
        Dollars; positive reduces the payment.
    segment
        Where it stands, counted from 1.
    """

    reason: str
    reference: str
    amount: Decimal
    segment: int


@dataclass(frozen=True)
class Remittance:
    """One payment with its totals.

    Attributes
    ----------
    amount
        Dollars paid; negative when they are taken.
    handling
        The code of what happens with it; "H" tells of a payment and moves no money.
    paid_on, produced_on
        The day of the payment, and of the remittance; None where not stated.
    trace
        The number of the check or transfer.
    payer, payee
        Their names.
    unbalanced
        How many claims do not add up: charged less adjustments is not paid.
    """

    amount: Decimal
    handling: str
    paid_on: date | None
    produced_on: date | None
    trace: str
    payer: str
    payee: str
    claims: tuple[ClaimTotals, ...]
    adjustments: tuple[AdjustmentTotals, ...]
    provider_adjustments: tuple[ProviderAdjustment, ...]
    unbalanced: int

    @property
    def claims_paid(self) -> Decimal:
        """Dollars paid for claims."""
        return sum((one.paid for one in self.claims), Decimal(0))

    @property
    def taken_off(self) -> Decimal:
        """Dollars by which provider-level adjustments reduce the payment."""
        return sum((one.amount for one in self.provider_adjustments), Decimal(0))

    @property
    def rest(self) -> Decimal:
        """Dollars by which the payment differs from its claims less its adjustments."""
        return self.amount - (self.claims_paid - self.taken_off)


@dataclass(frozen=True)
class Remittances:
    """The payments of a file, and what is wrong with it."""

    payments: tuple[Remittance, ...]
    problems: tuple[Problem, ...]
