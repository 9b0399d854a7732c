"""A plan's statement from an X12 835 remittance: what was paid, and what was taken off it.

Every amount has the sign by which it changes the payment: claims paid, less what a provider-level
adjustment takes off, are the payment.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.records import remittance_reader
from fairterms.records.remittance import PAYEE_LEVEL, Remittance, Remittances
from fairterms.units.problem import Problem
from fairterms.units.quantity import MONEY, Quantity, Unit, count, write

FEWEST_PEOPLE = 11
"""What is about fewer people is not shown outside the group's own room."""

ADJUSTMENTS: Mapping[str, str] = {
    "50": "charge for a late claim",
    "51": "interest that is charged as a penalty",
    "72": "money that was sent back with the plan's consent",
    "90": "allowance for early payment",
    "AH": "fee for arranging a payment in advance",
    "AM": "payment put towards a loan",
    "AP": "benefits paid ahead of time",
    "B2": "rebate",
    "B3": "allowance for recovery",
    "BD": "bad debt",
    "BN": "bonus",
    "C5": "allowance for the time being",
    "CR": "interest on capitation",
    "CS": "adjustment, for a reason that the plan states elsewhere",
    "CT": "capitation",
    "CV": "capital costs passed through",
    "E3": "withhold",
    "FB": "balance carried from one payment to another",
    "FC": "share of a fund",
    "IP": "incentive payment",
    "IR": "tax withheld",
    "IS": "interim settlement",
    "J1": "not reimbursed",
    "L3": "penalty",
    "L6": "interest",
    "LE": "levy",
    "LS": "lump sum",
    "OB": "set off for a provider that is linked to the group",
    "PI": "periodic interim payment",
    "PL": "final payment",
    "RA": "change for earlier periods",
    "SL": "repayment of a student loan",
    "TL": "liability of a third party",
    "WO": "recovery of an overpayment",
    "WU": "recovery, without a stated reason",
}
"""What provider-level adjustments are for, in plain words."""

STATUSES: Mapping[str, str] = {
    "1": "paid first",
    "2": "paid after another payer",
    "3": "paid after two other payers",
    "4": "denied",
    "19": "paid first, and sent on to another payer",
    "20": "paid after another payer, and sent on",
    "21": "paid after two other payers, and sent on",
    "22": "taken back",
    "23": "not this plan's claim, sent on",
    "25": "priced in advance, not paid",
}
"""What happened with claims, in plain words."""

GROUPS: Mapping[str, str] = {
    "CO": "by contract",
    "CR": "corrected",
    "OA": "for another reason",
    "PI": "by the plan's own decision",
    "PR": "for the patient to pay",
}
"""On whose account a charge was not paid, in plain words."""

_CLAIMS = count("claim")


def read(path: Path, *, own_room: bool = True) -> Statement:
    """Read a remittance as a statement.

    Parameters
    ----------
    path
        An X12 835.
    own_room
        Whether it is shown in the group's own room only.

    """
    return statement(remittance_reader.read(path), path.name, own_room=own_room)


def statement(found: Remittances, file: str, *, own_room: bool = True) -> Statement:
    """Make the totals of remittances a statement.

    Parameters
    ----------
    found
        The payments of one file.
    file
        Its name.
    own_room
        Outside the group's own room a payment has only its amount and the adjustments that are
        about the group, wherever anything else of it is about 1 to 10 people.

    Returns
    -------
    Statement
        Lines of a second payment begin with "2."; claims are parts of the line "claims_paid".
    """
    lines: list[StatementLine] = []
    problems = list(found.problems)
    for number, payment in enumerate(found.payments, start=1):
        is_whole = own_room or not _is_small(payment)
        start = f"{number}." if len(found.payments) > 1 else ""
        lines += _lines(payment, start, is_whole=is_whole)
        problems += _problems(payment, file, start, is_whole=is_whole)
    first = found.payments[0] if found.payments else None
    days = [one.produced_on or one.paid_on for one in found.payments]
    return Statement(
        file,
        tuple(lines),
        plan=first.payer if first else "",
        group=first.payee if first else "",
        issued=max((day for day in days if day is not None), default=None),
        problems=tuple(problems),
    )


def _is_small(payment: Remittance) -> bool:
    """Say whether anything of a payment is about 1 to 10 people, or may be."""
    people = [one.people for one in payment.claims] + [one.people for one in payment.adjustments]
    of_a_claim = any(one.reason not in PAYEE_LEVEL for one in payment.provider_adjustments)
    return of_a_claim or any(0 < number < FEWEST_PEOPLE for number in people)


def _lines(payment: Remittance, start: str, *, is_whole: bool) -> Iterator[StatementLine]:
    on = f" on {payment.paid_on}" if payment.paid_on else ""
    paid = "Told of, not paid" if payment.handling == "H" else f"Paid{on}"
    trace = f", number {payment.trace}" if payment.trace else ""
    yield _line(f"{start}payment", f"{paid}{trace}", payment.amount)
    if is_whole:
        yield from _claims(payment, start)
        yield from _reductions(payment, start)
    yield from _adjustments(payment, start, is_whole=is_whole)


def _line(
    name: str, label: str, amount: Decimal, unit: Unit = MONEY, scope: tuple[str, ...] = ()
) -> StatementLine:
    """Return a line; its code is its name without the part."""
    shown = f"{name} [{' / '.join(scope)}]" if scope else name
    return StatementLine(shown, label, Quantity(amount, unit), code=name, scope=scope)


def _claims(payment: Remittance, start: str) -> Iterator[StatementLine]:
    charged = sum((one.charged for one in payment.claims), Decimal(0))
    number = Decimal(sum(one.claims for one in payment.claims))
    yield _line(f"{start}claims", "Claims", number, _CLAIMS)
    yield _line(f"{start}claims_charged", "Charged for claims", charged)
    yield _line(f"{start}claims_paid", "Paid for claims", payment.claims_paid)
    for one in payment.claims:
        words = STATUSES.get(one.status, f"status {one.status}")
        label = f"Paid for claims: {words}"
        yield _line(f"{start}claims_paid", label, one.paid, scope=(one.status,))
        yield _line(
            f"{start}claims", f"Claims: {words}", Decimal(one.claims), _CLAIMS, (one.status,)
        )


def _reductions(payment: Remittance, start: str) -> Iterator[StatementLine]:
    for one in payment.adjustments:
        words = GROUPS.get(one.group, one.group)
        label = f"Charged and not paid, {words}, reason {one.reason}"
        yield _line(f"{start}{one.group}-{one.reason}", label, -one.amount)


def _adjustments(payment: Remittance, start: str, *, is_whole: bool) -> Iterator[StatementLine]:
    if is_whole and payment.provider_adjustments:
        label = "Adjustments that belong to no claim"
        yield _line(f"{start}adjusted", label, -payment.taken_off)
    for reason in sorted({one.reason for one in payment.provider_adjustments}):
        if not is_whole and reason not in PAYEE_LEVEL:
            continue
        same = [one for one in payment.provider_adjustments if one.reason == reason]
        total = -sum((one.amount for one in same), Decimal(0))
        words = ADJUSTMENTS.get(reason, f"reason {reason}")
        references = ", ".join(dict.fromkeys(one.reference for one in same if one.reference))
        said = f" ({references})" if references else ""
        way = "added" if total > 0 else "taken off"
        label = f"{words[0].upper()}{words[1:]}{said}: {way}"
        yield _line(f"{start}{reason}", label, total)


def _problems(payment: Remittance, file: str, start: str, *, is_whole: bool) -> Iterator[Problem]:
    named = f"payment {start[:-1]}" if start else "the payment"
    if payment.rest:
        sums = (
            f": {write(payment.claims_paid, MONEY)} for claims, less "
            f"{write(payment.taken_off, MONEY)}, is not {write(payment.amount, MONEY)}"
        )
        what = f"{named} does not add up{sums if is_whole else ''}"
        why = "what is paid must be the claims less the adjustments that belong to none"
        fix = "ask the plan which adjustment is missing"
        yield Problem(file, 0, what, "does-not-add-up", why, fix)
    if payment.unbalanced and is_whole:
        many = "1 claim does" if payment.unbalanced == 1 else f"{payment.unbalanced} claims do"
        what = f"{many} not add up in {named}: charged less reductions is not paid"
        why = "a reduction without a reason cannot be checked against the contract"
        fix = "ask the plan for the missing reasons"
        yield Problem(file, 0, what, "claims-do-not-add-up", why, fix)
    if not is_whole:
        what = f"of {named} only what is about the group is shown"
        why = "the rest is about 1 to 10 people, or would tell what is"
        fix = "look at it in the group's own room"
        yield Problem(file, 0, what, "small-cells", why, fix)
