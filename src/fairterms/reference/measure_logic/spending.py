"""What a patient's bills come to, in whole cents."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from fairterms.reference.clinical.facts import Bill
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.measure import Option, Options
from fairterms.reference.measure_logic import contract_options
from fairterms.reference.measure_logic.steps import word_count
from fairterms.units.quantity import MONEY, write
from fairterms.units.refusal import Refusal

PAID, ALLOWED = "paid", "allowed"

OPTIONS = (
    Option("amount", "words", f"which amount is the cost: {PAID} or {ALLOWED}"),
    Option("service_codes", "codes, parted by commas", "which services count; or any"),
    Option("paid_through", "date", "the last day of payment that counts; or any"),
)
"""What a contract must say about cost."""


def bills_within(
    patient: PatientRecord, first: date, last: date, options: Options
) -> tuple[Bill, ...]:
    """Return the lines of service from one day to another, both included.

    Parameters
    ----------
    patient
        The record.
    first, last
        Days of service.
    options
        :data:`OPTIONS`, settled.

    Raises
    ------
    Refusal
        When a line has no day of payment and that day decides.
    """
    codes = contract_options.words_or_any(options, "service_codes")
    through = None
    if not contract_options.is_word(options, "paid_through", contract_options.ANY):
        through = contract_options.day(options, "paid_through")
    return tuple(
        bill
        for bill in patient.bills
        if bill.period is not None
        and first <= bill.period.first_day <= last
        and (codes is None or any(code.code.lower() in codes for code in bill.codes))
        and (through is None or _paid_on(bill) <= through)
    )


def cents_of(bills: Iterable[Bill], options: Options) -> int:
    """Return what lines come to.

    Raises
    ------
    Refusal
        When a line has no amount.
    """
    kind = contract_options.choice(options, "amount", PAID, ALLOWED)
    total = 0
    for bill in bills:
        cents = bill.paid_cents if kind == PAID else bill.allowed_cents
        if cents is None:
            raise Refusal(
                "claims",
                f"a line of {bill.period} has no {kind} amount",
                "an empty amount is not known to be 0, and cost would come out too low",
                "ask the plan for the amounts, or agree on the other amount",
            )
        total += cents
    return total


def in_words(bills: Sequence[Bill], cents: int) -> str:
    """Say how many lines come to how much.

    Examples
    --------
    >>> in_words((Bill("k1"), Bill("k2")), 1250)
    '2 lines, $12.50'
    """
    return f"{word_count(len(bills), 'line')}, {dollars(cents)}"


def dollars(cents: int) -> str:
    """Write cents as dollars.

    Examples
    --------
    >>> dollars(120050)
    '$1,200.50'
    """
    return write(Decimal(cents) / 100, MONEY)


def _paid_on(bill: Bill) -> date:
    if bill.paid_on is None:
        raise Refusal(
            "claims",
            f"a line of {bill.period} has no day of payment",
            "nobody can say whether it was paid in time to count",
            "ask the plan for the day of payment of every line",
        )
    return bill.paid_on.day
