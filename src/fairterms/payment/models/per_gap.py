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
HL7 Da Vinci Value-Based Performance Reporting, example statement 101: a quality incentive by
number of gaps, whose five strata add to $11,900.
"""

from collections import Counter
from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec
from fairterms.payment.sheet import Cells, Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FRACTION, MONEY, PMPM, Kind, Unit, count, per

PER_MEMBER = per("member")
MEANING = "gaps closed (or events) that the contract pays for"


def settle(sheet: Sheet) -> None:
    """Write the gaps and dollars of each stratum, their sum, and the sum within the limit."""
    strata = sheet.rows("strata") if sheet.has("strata") else [sheet]
    if not sheet.has("limit_per_member"):
        total = _add(sheet, [_pay(sheet, row, _count(sheet, row)) for row in strata])
    elif sheet.unit("limit_per_member") == PER_MEMBER:
        total = _limit_dollars(sheet, strata)
    else:
        total = _add(sheet, [_pay(sheet, row, _limit_gaps(sheet, row)) for row in strata])
    if len(strata) > 1 or sheet.has("limit_per_member"):
        total = sheet.step("all_gaps", total, MONEY, "sum over the strata")
    if sheet.has("limit"):
        limit = sheet.dollars("limit")
        sheet.gate("limit", total > limit, "the sum is below the limit")
        sheet.step("payment", np.minimum(total, limit), MONEY, "the sum, at most the limit")


def _count(sheet: Sheet, row: Cells) -> Column:
    """Return all gaps of a stratum."""
    return sheet.figure(_figure(row), _unit(row), MEANING)


def _count_each(sheet: Sheet, row: Cells) -> list[Column]:
    """Return the gaps of a stratum, one column a member."""
    return sheet.figures(_figure(row), _unit(row), f"{MEANING}, one entry a member")


def _limit_gaps(sheet: Sheet, row: Cells) -> Column:
    each = _count_each(sheet, row)
    most = sheet.number("limit_per_member")
    _note_limit(sheet, [gaps > most for gaps in each], _name("limit_per_member", row))
    paid = _add(sheet, [np.minimum(gaps, most) for gaps in each])
    return sheet.step(
        _name("gaps_paid", row), paid, _unit(row), "gaps of each member up to the limit, added up"
    )


def _limit_dollars(sheet: Sheet, strata: list[Cells]) -> Column:
    """Add each member's dollars over the strata, cap them, and add the members."""
    by_stratum = [[gaps * row.number("rate") for gaps in _count_each(sheet, row)] for row in strata]
    sheet.refuse_where(
        len({len(members) for members in by_stratum}) > 1,
        f"{sheet.clause.id}.gaps_closed",
        "the strata list different numbers of members",
        "give every stratum one entry for every member, 0 where there is no gap",
    )
    by_member = [_add(sheet, list(amounts)) for amounts in zip(*by_stratum, strict=False)]
    before = sheet.step(
        "before_limit", _add(sheet, by_member), MONEY, "gaps × rate, over members and strata"
    )
    most = sheet.number("limit_per_member")
    _note_limit(sheet, [amount > most for amount in by_member], "limit_per_member")
    paid = _add(sheet, [np.minimum(amount, most) for amount in by_member])
    sheet.step("cut_by_limit", before - paid, MONEY, "what members earned above the limit")
    return paid


def _note_limit(sheet: Sheet, over: list[Column], name: str) -> None:
    bites = np.any(np.array([np.asarray(mask, dtype=bool) for mask in over]), axis=0)
    sheet.gate(name, bites, "no member is above the limit")


def _pay(sheet: Sheet, row: Cells, gaps: Column) -> Column:
    return sheet.step(_name("amount", row), gaps * row.number("rate"), MONEY, "gaps × rate")


def _add(sheet: Sheet, parts: list[Column]) -> Column:
    total = sheet.zero()
    for part in parts:
        total = total + part
    return total


def _unit(row: Cells) -> Unit:
    """Return what is counted: the rate's own noun, so that visits are never paid as gaps."""
    return count(row.unit("rate").noun or "gap")


def _figure(row: Cells) -> str:
    return _name("gaps_closed", row).replace("gaps_closed_", "gaps_closed.", 1)


def _name(sort: str, row: Cells) -> str:
    if not row.has("stratum"):
        return sort
    stratum = " ".join(row.names("stratum"))
    return f"{sort}_{_slug(stratum)}"


def _slug(text: str) -> str:
    return text.strip().replace(" ", "_").replace("-", "_")


def categorize(_clause: Clause) -> Category:
    """Class the clause: a quality incentive."""
    return Category("2C", "qip")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to no rate or two, and to a stratum with two rates."""
    has_rate, has_strata = "rate" in clause.terms, "strata" in clause.terms
    if has_rate == has_strata:
        yield Objection(
            "rate",
            "both a rate and strata are given" if has_rate else "neither rate nor strata is given",
            "two-rates" if has_rate else "missing-number",
            "nobody can tell what a gap is worth",
            'write either rate = "$50.00 per gap" or strata, one row a stratum',
        )
    names = Counter(_slug(str(row.cells.get("stratum", ""))) for row in _strata(clause))
    for stratum, times in names.items():
        if stratum and times > 1:
            yield Objection(
                "strata",
                f'the stratum "{stratum}" has {times} rates',
                "duplicate-row",
                "every gap would be paid once for each rate",
                "keep one rate for each stratum",
            )


def _strata(clause: Clause) -> list[Row]:
    value = clause.terms["strata"].value if "strata" in clause.terms else ()
    items = value if isinstance(value, tuple) else (value,)
    return [item for item in items if isinstance(item, Row)]


MODEL = Model(
    name="per_gap",
    title="Payment per gap or event",
    summary="The group receives an amount for each care gap it closes, or each event agreed on.",
    role=Role.STREAM,
    terms=(
        TermSpec("rate", "what one closed gap, or one event, is paid", (Kind.MONEY_PER,)),
        TermSpec(
            "strata",
            "what one is paid, by stratum",
            columns=(
                TermSpec("stratum", "the sort of gap or member", is_required=True, is_names=True),
                TermSpec("rate", "what one is paid", (Kind.MONEY_PER,), is_required=True),
            ),
        ),
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
