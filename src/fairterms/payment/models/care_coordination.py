"""A care-coordination fee: a monthly amount for each member, whatever care is given.

Notes
-----
payment = Σ member-months × rate, × risk score where the contract says so. With tiers, each tier
has its own member-months, so that nobody is paid for in two tiers.

Members who turn out to have joined or left earlier are the trap: a contract that takes money back
for members who left, and pays nothing for those who joined, is one-sided. ``retroactive_changes``
says which of the two count; without it the member-months given are final.
"""

from collections import Counter
from collections.abc import Iterable

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec
from fairterms.payment.sheet import MEMBER_MONTHS, Cells, Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FACTOR, MONEY, PMPM

ONE_SCORE = "one score for the panel"
TIER_SCORES = "a score for each tier"
BOTH_WAYS = "additions and removals"
REMOVALS = "removals only"
ADDITIONS = "additions only"


def settle(sheet: Sheet) -> None:
    """Write one line a tier, their sum, and the sum at the panel's risk score."""
    if sheet.has("tiers"):
        fee = sheet.zero()
        for row in sheet.rows("tiers"):
            fee = fee + _pay_tier(sheet, row)
        fee = sheet.step("fee", fee, MONEY, "sum over the tiers")
    else:
        months = _count_months(sheet, "")
        fee = sheet.step("fee", months * sheet.number("rate"), MONEY, "member-months × rate")
    if _scores(sheet) == ONE_SCORE:
        sheet.step("risk_adjusted_fee", fee * _risk(sheet, ""), MONEY, "fee × risk score")


def _pay_tier(sheet: Sheet, row: Cells) -> Column:
    tier = _slug(" ".join(row.names("stratum")))
    amount = _count_months(sheet, tier) * row.number("rate")
    words = "member-months × rate"
    if _scores(sheet) == TIER_SCORES:
        amount, words = amount * _risk(sheet, tier), "member-months × rate × risk score"
    return sheet.step(f"tier_{tier}", amount, MONEY, words)


def _count_months(sheet: Sheet, tier: str) -> Column:
    """Return the member-months paid for, after retroactive changes."""
    months = sheet.figure(
        _of("member_months", tier), MEMBER_MONTHS, "months of membership, summed over members"
    )
    if not sheet.has("retroactive_changes"):
        return months
    counted = sheet.word("retroactive_changes")
    words = ["member-months"]
    if counted != REMOVALS:
        months = months + sheet.figure(
            _of("months_added", tier),
            MEMBER_MONTHS,
            "member-months found later to belong to the group",
        )
        words.append("+ months added")
    if counted != ADDITIONS:
        removed = sheet.figure(
            _of("months_removed", tier),
            MEMBER_MONTHS,
            "member-months paid and found later not to belong to the group",
        )
        sheet.gate(
            f"months_removed_{tier}".rstrip("_"), removed > 0, "no months are taken back afterwards"
        )
        months = months - removed
        words.append("− months removed")
    step = f"counted_months_{tier}".rstrip("_")
    return sheet.step(step, months, MEMBER_MONTHS, " ".join(words))


def _scores(sheet: Sheet) -> str:
    return sheet.word("risk_adjustment") if sheet.has("risk_adjustment") else ""


def _risk(sheet: Sheet, tier: str) -> Column:
    return sheet.figure(_of("risk_score", tier), FACTOR, "average risk score of these members")


def _of(figure: str, tier: str) -> str:
    return f"{figure}.{tier}" if tier else figure


def _slug(text: str) -> str:
    return text.strip().replace(" ", "_").replace("-", "_")


def categorize(clause: Clause) -> Category:
    """Class the clause: a foundational payment, with or without risk."""
    return Category("2A", "ccf-with-risk" if "risk_adjustment" in clause.terms else "ccf")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to a clause with no rate or two, to doubled tiers, and to scores without tiers."""
    has_rate, has_tiers = "rate" in clause.terms, "tiers" in clause.terms
    if has_rate == has_tiers:
        yield Objection(
            "rate",
            "both a rate and tiers are given" if has_rate else "neither rate nor tiers is given",
            "two-rates" if has_rate else "missing-number",
            "nobody can tell what a month is worth",
            'write either rate = "$5.00 PMPM" or tiers, one row a stratum',
        )
    adjustment = clause.terms.get("risk_adjustment")
    if adjustment and str(adjustment.value) == TIER_SCORES and not has_tiers:
        yield Objection(
            "risk_adjustment",
            "a risk score for each tier is wanted, but there are no tiers",
            "missing-term",
            "there is nothing to adjust tier by tier",
            f'write tiers, or risk_adjustment = "{ONE_SCORE}"',
        )
    strata = Counter(_slug(str(row.cells.get("stratum", ""))) for row in _tiers(clause))
    for stratum, times in strata.items():
        if stratum and times > 1:
            yield Objection(
                "tiers",
                f'the tier "{stratum}" has {times} rates',
                "duplicate-row",
                "every month would be paid once for each rate",
                "keep one rate for each tier",
            )


def _tiers(clause: Clause) -> list[Row]:
    value = clause.terms["tiers"].value if "tiers" in clause.terms else ()
    items = value if isinstance(value, tuple) else (value,)
    return [item for item in items if isinstance(item, Row)]


MODEL = Model(
    name="care_coordination",
    title="Care-coordination fee",
    summary=(
        "The group receives a monthly amount for each member to coordinate care. "
        "The amount may differ by how much care members need."
    ),
    role=Role.STREAM,
    terms=(
        TermSpec("rate", "the monthly amount for each member", (PMPM,)),
        TermSpec(
            "tiers",
            "the monthly amounts by stratum of members",
            columns=(
                TermSpec("stratum", "the members it is for", is_required=True, is_names=True),
                TermSpec("rate", "the monthly amount for each", (PMPM,), is_required=True),
            ),
        ),
        TermSpec(
            "risk_adjustment",
            "whether the amount is multiplied by a risk score, and whose",
            choices=(ONE_SCORE, TIER_SCORES),
        ),
        TermSpec(
            "retroactive_changes",
            "which later corrections of the member list change the payment",
            choices=(BOTH_WAYS, REMOVALS, ADDITIONS),
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
