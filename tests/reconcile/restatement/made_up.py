"""A made-up contract, and statements made in one line; tests of restatements start from them."""

from datetime import date
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.reader import read_text
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.period import Period, calendar_year
from fairterms.units.quantity import parse

YEAR = calendar_year(2027)
TERMS = """
[contract]
name = "Made up: shared savings and a fee"
starts = 2027-01-01
ends = 2027-12-31
rounding = "to the cent, half up, once at the end"

[[clause]]
id = "savings"
title = "Shared savings"
model = "shared_savings"
benchmark = "$40.00 PMPM"
minimum_savings_rate = "2 %"
sharing_rate = "50 %"

[[clause]]
id = "fee"
model = "care_coordination"
rate = "$2.00 PMPM"
"""


def dollars(*amounts: int) -> list[Decimal]:
    return [Decimal(amount) for amount in amounts]


def contract(text: str = TERMS) -> Contract:
    reading = read_text(text)
    assert reading.contract is not None, "\n".join(map(str, reading.problems))
    return reading.contract


def figures(**changed: str) -> FigureSet:
    given = {"member_months": "10,000 member-months", "cost": "$380,000.00", **changed}
    return FigureSet("ours", {name: parse(text) for name, text in given.items()})


def line(  # a line of a statement, by what it shows
    ours: str, value: str, *, name: str = "", code: str = "", scope: tuple[str, ...] = ()
) -> StatementLine:
    return StatementLine(
        name or ours, (name or ours).replace("_", " "), parse(value), code, "", scope, "", ours
    )


def statement(
    *lines: StatementLine,
    file: str = "first.csv",
    period: Period | None = YEAR,
    issued: date | None = None,
    contract: str = "",
) -> Statement:
    return Statement(file, lines, period, contract=contract, issued=issued)


def first(*more: StatementLine) -> Statement:
    """Return a statement that adds up: $10,000 of savings and $20,000 of fees."""
    return statement(
        line("member_months", "10,000 member-months"),
        line("cost", "$380,000.00"),
        line("payable", "$30,000.00"),
        *more,
    )


def second(*lines: StatementLine) -> Statement:
    return statement(*lines, file="second.csv")
