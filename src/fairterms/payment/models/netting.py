"""Netting: whether several results are added before they are floored and shared, or after.

Notes
-----
The clause takes two or more results x(i). Pooled: the share of their sum. Each: the sum of their
shares, where a unit that is upside only counts at least 0. The share of x is x × sharing rate
for gains and x × loss rate for losses; a contract that has already shared the results gives neither
rate. Then the total may be floored at 0.

Traps: netting before or after the share is not the same, because gains and losses are shared at
different rates, and because a floored unit no longer offsets another. On one published statement
the levels give −400, −430, −1,005 and −1,365 from the same costs.

Sources
-------
HL7 Da Vinci Value-Based Performance Reporting, STU 1.1, example statement 101 (CC0).
"""

from collections.abc import Iterable

import numpy as np

from fairterms.contract.clause import Clause
from fairterms.contract.value import Word
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec, share
from fairterms.payment.sheet import Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import MONEY

RATES = ("sharing_rate", "loss_rate")


def settle(sheet: Sheet) -> None:
    """Write each result as it counts, and their net, in dollars."""
    if sheet.word("level") == "pooled":
        pooled = sheet.step("pooled", sheet.taken(), MONEY, " + ".join(sheet.clause.of))
        net = _shared(sheet, "net", pooled, "pooled")
    else:
        net = sheet.step("net", _each(sheet), MONEY, "sum of the results, each as it counts")
    if sheet.has("total_upside_only") and sheet.is_yes("total_upside_only"):
        sheet.gate("total_upside_only", net < 0, "the total is not below 0")
        sheet.step("payment", np.maximum(net, 0), MONEY, "net, at least 0")


def _each(sheet: Sheet) -> Column:
    """Floor and share each result on its own, then add."""
    floored = sheet.names("upside_only") if sheet.has("upside_only") else ()
    total = sheet.zero()
    for source, amount in zip(sheet.clause.of, sheet.taken_each(), strict=True):
        name = source.replace(".", "_")
        counted = amount
        words = source
        if source in floored:
            sheet.gate(f"floor_{name}", amount < 0, f"{source} is not below 0")
            counted = np.maximum(amount, 0)
            words = f"{source}, at least 0"
        total = total + _shared(sheet, f"counted_{name}", counted, words)
    return total


def _shared(sheet: Sheet, name: str, amount: Column, words: str) -> Column:
    """Write the share of one amount, or the amount where the contract has already shared it."""
    if not any(sheet.has(rate) for rate in RATES):
        return sheet.step(name, amount, MONEY, words)
    gains = np.maximum(amount, 0) * sheet.number("sharing_rate")
    losses = np.maximum(-amount, 0) * sheet.number("loss_rate")
    return sheet.step(
        name, gains - losses, MONEY, f"{words}: gains × sharing rate − losses × loss rate"
    )


def categorize(_clause: Clause) -> Category:
    """Class the clause: a modifier has no category of its own."""
    return Category()


def check(clause: Clause) -> Iterable[Objection]:
    """Object to netting one result, to half a pair of rates and to floors that never apply."""
    if len(clause.of) < 2:
        yield Objection(
            "of",
            "there is nothing to net: the clause takes fewer than two results",
            "one-result",
            "netting adds several results",
            'write of = ["hmo", "ppo"]',
        )
    if len(set(clause.of)) < len(clause.of):
        yield Objection(
            "of",
            "the clause takes the same result twice",
            "repeated-result",
            "its dollars would count twice",
            "name each result once",
        )
    yield from _check_rates(clause)
    yield from _check_floors(clause)


def _check_rates(clause: Clause) -> Iterable[Objection]:
    given = [rate for rate in RATES if rate in clause.terms]
    if len(given) == 1:
        missing = next(rate for rate in RATES if rate not in given)
        yield Objection(
            given[0],
            f"there is a {given[0]} but no {missing}",
            "missing-number",
            "gains and losses may be shared at different rates; neither is assumed",
            f'write {missing} ("0 %" if there is none), or ask the plan for it',
        )


def _check_floors(clause: Clause) -> Iterable[Objection]:
    floors, level = clause.terms.get("upside_only"), clause.terms.get("level")
    if floors is None:
        return
    if level is not None and level.value == Word("pooled"):
        yield Objection(
            "upside_only",
            "pooled results are not floored one by one",
            "floor-never-applies",
            "in a pool the deficit of one unit offsets the gain of another",
            'write level = "each", or total_upside_only = true',
        )
    names = floors.value if isinstance(floors.value, tuple) else (floors.value,)
    for name in names:
        if isinstance(name, Word) and name.text not in clause.of:
            yield Objection(
                "upside_only",
                f'"{name}" is not one of the results this clause takes',
                "unknown-name",
                "its floor would be ignored",
                f"use one of: {', '.join(clause.of)}",
            )


MODEL = Model(
    name="netting",
    title="Netting",
    summary=(
        "Several results are added up. The contract says whether a loss in one may offset a gain "
        "in another."
    ),
    role=Role.MODIFIER,
    terms=(
        TermSpec(
            "level",
            "whether the results are pooled before they are shared, or each stands alone",
            choices=("pooled", "each"),
            is_required=True,
        ),
        TermSpec("upside_only", "the results that never count below 0", is_names=True),
        share("sharing_rate", "the group's share of gains, where it is applied here"),
        share("loss_rate", "the group's share of losses, where it is applied here"),
        TermSpec("total_upside_only", "whether the group never owes on the total", is_yes_no=True),
    ),
    category=categorize,
    settle=settle,
    check=check,
    takes_result=True,
)
