"""Capitation: a fixed amount for each member and month, whatever care is given.

Notes
-----
payment = Σ member-months × rounded((rate − carve-outs) × risk score) − charge-backs. A carve-out is
a service the plan pays apart and takes off the rate; a charge-back is care the rate covers that
members received elsewhere. Carve-outs are taken off before the risk score is applied.

Rounding the rate of one member-month to the cent, before it is multiplied, moves a year of 40,000
member-months by up to $200; whether the contract does so is a term, and its silence is priced.
"""

from collections.abc import Iterable
from decimal import Decimal

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row, Word
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import MEMBER_MONTHS, Sheet
from fairterms.payment.strata import Stratum, rate_terms, strata
from fairterms.payment.strata import check as check_rates
from fairterms.units.number import Column
from fairterms.units.quantity import FACTOR, FRACTION, MONEY, PMPM

UNROUNDED = "not rounded"
ROUNDINGS = {"to the cent, half up": "half up", "to the cent, half even": "half even"}
LAN = {
    "one condition": "4A",
    "primary care": "4A",
    "all care": "4B",
    "all care, in an integrated system": "4C",
}


def settle(sheet: Sheet) -> None:
    """Write the steps from member-months and rates to the payment, in dollars."""
    capitation = sheet.zero()
    for stratum in strata(sheet, "stratum"):
        name = stratum.of("member_months")
        months = sheet.figure(name, MEMBER_MONTHS, f"months of membership{stratum.words}")
        amount = months * _pmpm(sheet, stratum)
        words = f"member-months × rate paid{stratum.words}"
        capitation = capitation + sheet.step(stratum.of("capitation_paid"), amount, MONEY, words)
    for name in ("scope", "is_linked_to_quality"):
        if sheet.has(name):
            sheet.note_term(name)
    capitation = sheet.step("capitation", capitation, MONEY, "sum over all strata")
    charged = _charge_backs(sheet)
    sheet.step("payment", capitation - charged, MONEY, "capitation − charge-backs")


def _pmpm(sheet: Sheet, stratum: Stratum) -> Column:
    """Return what is paid for one member-month, in dollars."""
    rate = stratum.cells.number("rate")
    words = "rate"
    if sheet.has("carve_outs"):
        for row in sheet.rows("carve_outs"):
            rate = rate - row.number("rate")
            words += f" − {row.names('service')[0].replace('_', ' ')}"
        sheet.refuse_where(
            sheet.column(rate) < 0,
            stratum.of("carve_outs"),
            "take more off than the rate is",
            "check the rate and the carve-outs against the text",
        )
        words = f"({words})"
    if sheet.is_yes("times_risk_score"):
        name = stratum.of("risk_score")
        meaning = f"mean risk score of the members, as the contract normalises it{stratum.words}"
        rate = rate * sheet.figure(name, FACTOR, meaning)
        words += " × risk score"
    mode = sheet.word("rate_rounding")
    if mode != UNROUNDED:
        rate = sheet.round(rate, Decimal("0.01"), ROUNDINGS[mode])
    return sheet.step(stratum.of("rate_paid"), rate, PMPM, f"{words}, {mode}{stratum.words}")


def _charge_backs(sheet: Sheet) -> Column:
    """Return what is taken off for care received elsewhere, in dollars."""
    if not sheet.has("charge_back_share"):
        return sheet.zero()
    meaning = "care the rate covers that members received elsewhere, carved-out services left out"
    elsewhere = sheet.figure("charge_backs", MONEY, meaning)
    charged = sheet.step(
        "charged_back",
        elsewhere * sheet.number("charge_back_share"),
        MONEY,
        "charge-backs × charge-back share",
    )
    if not sheet.has("charge_back_cap"):
        return charged
    cap = sheet.dollars("charge_back_cap")
    sheet.gate("charge_back_cap", charged > cap, "charge-backs are below the cap")
    return sheet.step(
        "charged_back_capped", np.minimum(charged, cap), MONEY, "charge-backs, at most the cap"
    )


def categorize(clause: Clause) -> Category:
    """Class the clause by what the rate covers, and by whether quality is part of the deal."""
    term = clause.terms.get("scope")
    scope = term.value.text if term and isinstance(term.value, Word) else ""
    linked = clause.terms.get("is_linked_to_quality")
    lan = LAN.get(scope, "") if linked and linked.value is True else "4N"
    return Category(lan, "pcpcp" if scope == "primary care" else "")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to rates that cannot be told apart, and to a cap on charge-backs nobody makes."""
    yield from check_rates(clause, "stratum")
    if "charge_back_cap" in clause.terms and "charge_back_share" not in clause.terms:
        yield Objection(
            "charge_back_cap",
            "charge-backs are capped, but no charge_back_share is given",
            "missing-number",
            "nobody can tell how much is charged back below the cap",
            'write charge_back_share = "100 %", or the share the text gives',
        )
    term = clause.terms.get("carve_outs")
    rows = term.value if term and isinstance(term.value, tuple) else ()
    names = [str(row.cells.get("service", "")) for row in rows if isinstance(row, Row)]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield Objection(
            "carve_outs",
            f'"{name}" is carved out twice',
            "repeated-row",
            "it would be taken off the rate twice",
            "keep one row for each service",
        )


MODEL = Model(
    name="capitation",
    title="Capitation",
    summary=(
        "The group is paid a fixed amount for each member and month, whatever care is given. Care "
        "that members receive elsewhere may be charged back to it."
    ),
    role=Role.STREAM,
    terms=(
        *rate_terms("stratum", "what is paid for one member-month", (PMPM,)),
        TermSpec(
            "times_risk_score", "whether the rate is multiplied by the risk score", is_yes_no=True
        ),
        TermSpec(
            "rate_rounding",
            "whether the rate of one member-month is rounded before it is multiplied",
            choices=(UNROUNDED, *ROUNDINGS),
            plain=UNROUNDED,
        ),
        TermSpec(
            "carve_outs",
            "services the plan pays apart and takes off the rate",
            columns=(
                TermSpec("service", "the name of the service", is_required=True, is_names=True),
                TermSpec("rate", "what it takes off the rate", (PMPM,), is_required=True),
            ),
        ),
        share("charge_back_share", "the share of care received elsewhere that is charged back"),
        TermSpec(
            "charge_back_cap",
            "the most that is charged back",
            (MONEY, PMPM, FRACTION),
            has_base=True,
            may_be_many=True,
        ),
        TermSpec("scope", "what the rate covers", choices=tuple(LAN)),
        TermSpec("is_linked_to_quality", "whether quality changes what is paid", is_yes_no=True),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
