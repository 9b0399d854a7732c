"""A direct membership fee: patients, or their employer, pay the group a monthly fee themselves.

Notes
-----
fees = Σ months × monthly fee, plus a joining fee for each new member; refunds = Σ months refunded ×
monthly fee × the share refunded; result = fees − refunds. A refunded month was paid for first, so
it is among the member-months too. The health plan pays none of it: the amount is what the group
receives from those who pay, not what a plan owes.
"""

from collections.abc import Iterable

from fairterms.contract.clause import Clause
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import MEMBER_MONTHS, Sheet
from fairterms.payment.strata import Stratum, rate_terms, strata
from fairterms.payment.strata import check as check_rates
from fairterms.units.number import Column
from fairterms.units.quantity import MONEY, PMPM, count, per


def settle(sheet: Sheet) -> None:
    """Write the fees, the joining fees, the refunds and what the group keeps, in dollars."""
    payer = sheet.word("paid_by")
    fees, refunds = sheet.zero(), sheet.zero()
    for stratum in strata(sheet, "stratum"):
        months = sheet.figure(
            stratum.of("member_months"), MEMBER_MONTHS, f"months paid for{stratum.words}"
        )
        fees = fees + months * stratum.cells.number("rate")
        refunds = refunds + _refund(sheet, stratum, months)
    kept = sheet.step("fees", fees, MONEY, f"months × monthly fee, paid by the {payer}")
    if sheet.has("joining_fee"):
        joined = sheet.figure("new_members", count("member"), "members who joined in the period")
        amount = joined * sheet.number("joining_fee")
        kept = kept + sheet.step("joining_fees", amount, MONEY, "new members × joining fee")
    if sheet.has("refund_share"):
        sheet.gate("refund_share", refunds > 0, "no month is refunded")
        words = "months refunded × monthly fee × share refunded"
        kept = kept - sheet.step("refunds", refunds, MONEY, words)
    sheet.step("fees_kept", kept, MONEY, "fees + joining fees − refunds, as far as there are any")


def _refund(sheet: Sheet, stratum: Stratum, months: Column) -> Column:
    """Return the dollars given back to one stratum."""
    if not sheet.has("refund_share"):
        return sheet.zero()
    name = stratum.of("months_refunded")
    meaning = "months paid for and then refunded, as the member left or was not served"
    refunded = sheet.figure(name, MEMBER_MONTHS, meaning + stratum.words)
    sheet.refuse_where(
        refunded > months,
        name,
        "is more than the months paid for",
        "count a refunded month among the months paid for too",
    )
    return refunded * stratum.cells.number("rate") * sheet.number("refund_share")


def categorize(_clause: Clause) -> Category:
    """Class the clause: no plan pays it, so no category fits."""
    return Category()


def check(clause: Clause) -> Iterable[Objection]:
    """Object to no fee or two, and to strata that cannot be told apart."""
    return check_rates(clause, "stratum")


MODEL = Model(
    name="direct_fee",
    title="Direct membership fee",
    summary=(
        "Patients, or their employer, pay the group a monthly fee, whatever care they use. "
        "Months that are refunded are taken off."
    ),
    role=Role.STREAM,
    terms=(
        TermSpec("paid_by", "who pays the fee", is_required=True, choices=("patients", "employer")),
        *rate_terms("stratum", "the monthly fee for one member", (PMPM,)),
        TermSpec("joining_fee", "what each new member pays once", (per("member"),)),
        share("refund_share", "the share of the fee returned for a refunded month"),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
