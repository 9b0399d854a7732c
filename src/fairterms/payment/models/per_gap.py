"""Per gap or event: an amount for each care gap closed, or each event the contract pays for.

Notes
-----
payment = Σ over strata of gaps × rate, at most the limit. Two limits per member, and they differ:
"1 gap" counts at most one gap of each stratum for a member; "$300.00 per member" caps a member's
dollars over all strata. Both need the members one by one: the sum over members of the smaller of
two numbers is not the smaller of two sums. Then the figures are lists, one entry a member, in the
same order for every stratum.

Sources
-------
HL7 Da Vinci Value-Based Performance Reporting, example statement 101: a quality incentive in five
strata, $11,900 in all.
"""

from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row, Value
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec
from fairterms.payment.sheet import Sheet
from fairterms.payment.strata import Stratum, rate_terms, strata
from fairterms.payment.strata import check as check_rates
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION, MONEY, PMPM, Kind, Quantity, Unit, count, per, plural

PER_MEMBER = per("member")
MEANING = "gaps closed, or events, that the contract pays for"


def settle(sheet: Sheet) -> None:
    """Write the gaps and dollars of each stratum, their sum, and the sum within the limit."""
    every = strata(sheet, "stratum")
    if sheet.has("limit_per_member") and sheet.unit("limit_per_member") == PER_MEMBER:
        total = _limit_dollars(sheet, every)
    else:
        total = _add(sheet, [_pay(sheet, stratum) for stratum in every])
    total = sheet.step("all_gaps", total, MONEY, "sum over strata and members")
    if sheet.has("limit"):
        limit = sheet.dollars("limit")
        sheet.gate("limit", total > limit, "the sum does not exceed the limit")
        sheet.step("payment", np.minimum(total, limit), MONEY, "the sum, at most the limit")


def _pay(sheet: Sheet, stratum: Stratum) -> Column:
    name = stratum.of("gaps_closed")
    if sheet.has("limit_per_member"):
        gaps = _limit_gaps(sheet, stratum, name)
    else:
        gaps = sheet.figure(name, _unit(stratum), MEANING + stratum.words)
    amount = gaps * stratum.cells.number("rate")
    return sheet.step(stratum.of("amount"), amount, MONEY, f"gaps × rate{stratum.words}")


def _limit_gaps(sheet: Sheet, stratum: Stratum, name: str) -> Column:
    """Return the gaps of a stratum, each member's cut to the limit."""
    each = sheet.figures(name, _unit(stratum), f"{MEANING}, one entry a member{stratum.words}")
    most = sheet.number("limit_per_member")
    paid = _add(sheet, [np.minimum(gaps, most) for gaps in each])
    name = stratum.of("limit_per_member")
    sheet.gate(name, paid < _add(sheet, each), "no member is above the limit")
    words = f"gaps of each member, at most the limit, added up{stratum.words}"
    return sheet.step(stratum.of("gaps_paid"), paid, _unit(stratum), words)


def _limit_dollars(sheet: Sheet, every: tuple[Stratum, ...]) -> Column:
    """Add each member's dollars over the strata, cut them to the limit, and add the members."""
    amounts = []
    for stratum in every:
        meaning = f"{MEANING}, one entry a member{stratum.words}"
        each = sheet.figures(stratum.of("gaps_closed"), _unit(stratum), meaning)
        amounts.append([gaps * stratum.cells.number("rate") for gaps in each])
    sheet.refuse_where(
        len({len(members) for members in amounts}) > 1,
        f"{sheet.clause.id}.gaps_closed",
        "the strata list different numbers of members",
        "give every stratum one entry for every member, 0 where there is no gap",
    )
    by_member = [_add(sheet, list(of_one)) for of_one in zip(*amounts, strict=True)]
    words = "gaps × rate, over strata and members"
    before = sheet.step("before_limit", _add(sheet, by_member), MONEY, words)
    most = sheet.number("limit_per_member")
    paid = _add(sheet, [np.minimum(amount, most) for amount in by_member])
    sheet.gate("limit_per_member", paid < before, "no member is above the limit")
    return paid


def _add(sheet: Sheet, parts: list[Column]) -> Column:
    total = sheet.zero()
    for part in parts:
        total = total + part
    return total


def _unit(stratum: Stratum) -> Unit:
    """Return what is counted: the rate's own noun, so that visits are never paid as gaps."""
    return count(stratum.cells.unit("rate").noun or "gap")


def categorize(_clause: Clause) -> Category:
    """Class the clause: a quality incentive."""
    return Category("2C", "qip")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to no rate or two, to strata alike, and to a limit that counts something else."""
    yield from check_rates(clause, "stratum")
    limit = clause.terms.get("limit_per_member")
    if not (limit and isinstance(limit.value, Quantity) and limit.value.unit.kind is Kind.COUNT):
        return
    for paid_for in _nouns(clause):
        if paid_for != limit.value.unit.noun:
            yield Objection(
                "limit_per_member",
                f"the limit is {limit.value}, but what is paid for is a {paid_for}",
                "wrong-unit",
                "nobody can tell what the limit counts",
                f'write limit_per_member = "{limit.value.amount} {plural(paid_for)}"',
            )


def _nouns(clause: Clause) -> list[str]:
    """Return what the clause pays for, in the singular, each once."""
    value = clause.terms["rates"].value if "rates" in clause.terms else ()
    cells = [row.cells.get("rate") for row in _items(value) if isinstance(row, Row)]
    if "rate" in clause.terms:
        cells.append(clause.terms["rate"].value)
    return list(dict.fromkeys(cell.unit.noun for cell in cells if isinstance(cell, Quantity)))


def _items(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)


MODEL = Model(
    name="per_gap",
    title="Payment per gap or event",
    summary="The group receives an amount for each care gap it closes, or each event agreed on.",
    role=Role.STREAM,
    terms=(
        *rate_terms("stratum", "what one closed gap, or one event, is paid", (Kind.MONEY_PER,)),
        TermSpec(
            "limit_per_member",
            "the most gaps of a stratum, or the most dollars, paid for one member",
            (Kind.COUNT, PER_MEMBER),
        ),
        TermSpec(
            "limit",
            "the most that is paid in all",
            (MONEY, PMPM, FRACTION),
            has_base=True,
            may_be_many=True,
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
