"""A care-coordination fee: a monthly amount for each member, whatever care is given.

Notes
-----
payment = Σ member-months × rate, × risk score where the contract says so. With rates by stratum,
each stratum has its own member-months, so that nobody is paid for twice.

Members who turn out to have joined or left earlier are the trap: a contract that takes money back
for those who left, and pays nothing for those who joined, is one-sided. ``retroactive_changes``
says which of the two count; without it the member-months given are final.
"""

from collections.abc import Iterable

from fairterms.contract.clause import Clause
from fairterms.contract.value import Word
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec
from fairterms.payment.sheet import MEMBER_MONTHS, Sheet
from fairterms.payment.strata import Stratum, rate_terms, strata
from fairterms.payment.strata import check as check_rates
from fairterms.units.number import Column
from fairterms.units.quantity import FACTOR, MONEY, PMPM

PANEL_SCORE = "one score for the panel"
STRATUM_SCORES = "a score for each stratum"
BOTH_WAYS = "additions and removals"
REMOVALS = "removals only"
ADDITIONS = "additions only"


def settle(sheet: Sheet) -> None:
    """Write one line a stratum, their sum, and the sum at the panel's risk score, in dollars."""
    fee = sheet.zero()
    for stratum in strata(sheet, "stratum"):
        fee = fee + _pay(sheet, stratum)
    if sheet.has("rates"):
        fee = sheet.step("fee", fee, MONEY, "sum over the strata")
    if _scores(sheet) == PANEL_SCORE:
        risk = sheet.figure("risk_score", FACTOR, "average risk score of the members")
        sheet.step("risk_adjusted_fee", fee * risk, MONEY, "fee × risk score")


def _pay(sheet: Sheet, stratum: Stratum) -> Column:
    amount = _count_months(sheet, stratum) * stratum.cells.number("rate")
    words = "member-months × rate"
    if _scores(sheet) == STRATUM_SCORES:
        meaning = f"average risk score of the members{stratum.words}"
        amount = amount * sheet.figure(stratum.of("risk_score"), FACTOR, meaning)
        words += " × risk score"
    name = "stratum_fee" if sheet.has("rates") else "fee"
    return sheet.step(stratum.of(name), amount, MONEY, words + stratum.words)


def _count_months(sheet: Sheet, stratum: Stratum) -> Column:
    """Return the member-months paid for, after retroactive changes."""
    months = sheet.figure(
        stratum.of("member_months"), MEMBER_MONTHS, f"months of membership{stratum.words}"
    )
    if not sheet.has("retroactive_changes"):
        return months
    counted, words = sheet.word("retroactive_changes"), "member-months"
    if counted != REMOVALS:
        meaning = f"member-months found later to belong to the group{stratum.words}"
        months = months + sheet.figure(stratum.of("months_added"), MEMBER_MONTHS, meaning)
        words += " + months added"
    if counted != ADDITIONS:
        meaning = f"member-months found later not to belong to the group{stratum.words}"
        removed = sheet.figure(stratum.of("months_removed"), MEMBER_MONTHS, meaning)
        sheet.gate(stratum.of("retroactive_changes"), removed > 0, "no months are taken back")
        months, words = months - removed, words + " − months removed"
    name = stratum.of("counted_months")
    return sheet.step(name, months, MEMBER_MONTHS, words + stratum.words)


def _scores(sheet: Sheet) -> str:
    return sheet.word("risk_adjustment") if sheet.has("risk_adjustment") else ""


def categorize(clause: Clause) -> Category:
    """Class the clause: a foundational payment, with or without risk."""
    return Category("2A", "ccf-with-risk" if "risk_adjustment" in clause.terms else "ccf")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to no rate or two, and to scores by stratum where there are no strata."""
    yield from check_rates(clause, "stratum")
    adjustment = clause.terms.get("risk_adjustment")
    if adjustment and adjustment.value == Word(STRATUM_SCORES) and "rates" not in clause.terms:
        yield Objection(
            "risk_adjustment",
            "each stratum should have its own risk score, but there are no strata",
            "missing-term",
            "there is nothing to adjust stratum by stratum",
            f'write rates, one row a stratum, or risk_adjustment = "{PANEL_SCORE}"',
        )


MODEL = Model(
    name="care_coordination",
    title="Care-coordination fee",
    summary=(
        "The group receives a monthly amount for each member to coordinate care. "
        "The amount may differ by how much care members need."
    ),
    role=Role.STREAM,
    terms=(
        *rate_terms("stratum", "what is paid for one member-month", (PMPM,)),
        TermSpec(
            "risk_adjustment",
            "whether the fee is multiplied by a risk score, and whose",
            choices=(PANEL_SCORE, STRATUM_SCORES),
        ),
        TermSpec(
            "retroactive_changes",
            "which later corrections of the member list change the fee",
            choices=(BOTH_WAYS, REMOVALS, ADDITIONS),
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
