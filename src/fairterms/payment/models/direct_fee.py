"""A direct membership fee: patients, or their employer, pay the group a monthly fee themselves.

Notes
-----
fees = Σ months × monthly fee, plus a joining fee for each new member; refunds = months paid but
not used × fee × the share refunded; result = fees − refunds. The health plan pays none of it, so
the amount is what the group receives from those who pay, not what a plan owes.

A clause for families or ages has one row each; then every row has its own months.
"""

from collections import Counter
from collections.abc import Iterable

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import MEMBER_MONTHS, Cells, Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import MONEY, PMPM, count, per

PAYERS = ("patients", "employer")


def settle(sheet: Sheet) -> None:
    """Write the fees, the joining fees, the refunds and what the group keeps, in dollars."""
    payer = sheet.word("paid_by")
    rows = sheet.rows("fees") if sheet.has("fees") else [sheet]
    fees, refunds = sheet.zero(), sheet.zero()
    for row in rows:
        months = _months(sheet, row, "member_months", "months paid for, summed over members")
        fees = fees + months * row.number("fee")
        refunds = refunds + _refund(sheet, row, months)
    received = sheet.step("fees", fees, MONEY, f"months × monthly fee, paid by the {payer}")
    if sheet.has("joining_fee"):
        joined = sheet.figure("new_members", count("member"), "members who joined in the period")
        received = received + sheet.step(
            "joining_fees", joined * sheet.number("joining_fee"), MONEY, "new members × joining fee"
        )
    if sheet.has("refund_share"):
        sheet.gate("refund_share", refunds > 0, "no month is refunded")
        received = received - sheet.step(
            "refunds", refunds, MONEY, "months refunded × monthly fee × share refunded"
        )
    sheet.step("fees_kept", received, MONEY, "fees + joining fees − refunds")


def _refund(sheet: Sheet, row: Cells, months: Column) -> Column:
    if not sheet.has("refund_share"):
        return sheet.zero()
    meaning = "months paid for and then refunded, because the member left or was not served"
    refunded = _months(sheet, row, "months_refunded", meaning)
    sheet.refuse_where(
        refunded > months,
        _figure("months_refunded", row),
        "is more than the months paid for",
        "count a refunded month among the months paid for too",
    )
    return refunded * row.number("fee") * sheet.number("refund_share")


def _months(sheet: Sheet, row: Cells, figure: str, meaning: str) -> Column:
    return sheet.figure(_figure(figure, row), MEMBER_MONTHS, meaning)


def _figure(name: str, row: Cells) -> str:
    if not row.has("stratum"):
        return name
    return f"{name}.{_slug(' '.join(row.names('stratum')))}"


def _slug(text: str) -> str:
    return text.strip().replace(" ", "_").replace("-", "_")


def categorize(_clause: Clause) -> Category:
    """Class the clause: no plan pays it, so no category fits."""
    return Category()


def check(clause: Clause) -> Iterable[Objection]:
    """Object to no fee or two, and to a row named twice."""
    has_fee, has_fees = "fee" in clause.terms, "fees" in clause.terms
    if has_fee == has_fees:
        yield Objection(
            "fee",
            "both one fee and a list of fees are given" if has_fee else "no monthly fee is given",
            "two-rates" if has_fee else "missing-number",
            "nobody can tell what a month costs",
            'write either fee = "$85.00 PMPM" or fees, one row a stratum',
        )
    names = Counter(_slug(str(row.cells.get("stratum", ""))) for row in _fees(clause))
    for stratum, times in names.items():
        if stratum and times > 1:
            yield Objection(
                "fees",
                f'the stratum "{stratum}" has {times} fees',
                "duplicate-row",
                "every month would be paid once for each fee",
                "keep one fee for each stratum",
            )


def _fees(clause: Clause) -> list[Row]:
    value = clause.terms["fees"].value if "fees" in clause.terms else ()
    items = value if isinstance(value, tuple) else (value,)
    return [item for item in items if isinstance(item, Row)]


MODEL = Model(
    name="direct_fee",
    title="Direct membership fee",
    summary=(
        "Patients, or their employer, pay the group a monthly fee, whatever care they use. "
        "Months that are refunded are taken off."
    ),
    role=Role.STREAM,
    terms=(
        TermSpec(
            "paid_by", "who pays the fee", is_required=True, choices=PAYERS
        ),
        TermSpec("fee", "the monthly fee for each member", (PMPM,)),
        TermSpec(
            "fees",
            "the monthly fees by stratum of members",
            columns=(
                TermSpec("stratum", "the members it is for", is_required=True, is_names=True),
                TermSpec("fee", "the monthly fee for each", (PMPM,), is_required=True),
            ),
        ),
        TermSpec("joining_fee", "what each new member pays once", (per("member"),)),
        share("refund_share", "the share of the fee returned for a refunded month"),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
