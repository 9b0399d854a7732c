"""A fee schedule: every service has a price, and the group is paid for each one it gives.

Notes
-----
payment = Σ units × fee × modifier, then × the percentage of the schedule, when there is one. A fee
that changes within the year is a term with a history, settled period by period.

A code of digits only must be written with its system ("CPT 90837"), because "90837" alone reads as
a number without a unit. The same code at two prices (a doctor's and a counselor's) needs two
names, such as "CPT 90837 AH" and "CPT 90837 HO", so that each visit is counted once.
"""

from collections import Counter
from collections.abc import Iterable

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row, Unclear, Value, Word
from fairterms.payment.model import Category, Model, Objection, Role, TermSpec
from fairterms.payment.sheet import Cells, Sheet
from fairterms.units.number import Column
from fairterms.units.quantity import FACTOR, FRACTION, MONEY, Kind, count

SYSTEMS = ("CPT ", "HCPCS ", "DRG ")
"""Names of code systems that may stand before a code."""


def settle(sheet: Sheet) -> None:
    """Write one line a code, their sum, and the sum at the percentage of the schedule."""
    total = sheet.zero()
    for row in sheet.rows("fees"):
        total = total + _pay_code(sheet, row)
    at_schedule = sheet.step("at_schedule", total, MONEY, "sum over the codes")
    if sheet.has("percentage_of_schedule"):
        sheet.step(
            "payment",
            at_schedule * sheet.number("percentage_of_schedule"),
            MONEY,
            "sum over the codes × percentage of the schedule",
        )


def _pay_code(sheet: Sheet, row: Cells) -> Column:
    code = name_code(" ".join(row.names("code")))
    noun = row.unit("fee").noun or "visit"
    units = sheet.figure(f"visits.{code}", count(noun), f"how often code {code} was given")
    amount, words = units * row.number("fee"), "units × fee"
    if row.has("modifier"):
        amount, words = amount * row.number("modifier"), "units × fee × modifier"
    return sheet.step(f"code.{code}", amount, MONEY, words)


def name_code(text: str) -> str:
    """Return a code as figures name it: without its system, its parts joined by "_".

    Examples
    --------
    >>> name_code("CPT 90837"), name_code("HCPCS H0004 HO")
    ('90837', 'H0004_HO')
    """
    for system in SYSTEMS:
        text = text.removeprefix(system)
    return text.strip().replace(" ", "_").replace("-", "_")


def categorize(_clause: Clause) -> Category:
    """Class the clause: fee for service without a link to quality."""
    return Category("1")


def check(clause: Clause) -> Iterable[Objection]:
    """Object to codes that read as numbers, and to a code priced twice."""
    codes = [_code_of(row) for row in _fees(clause)]
    for code in codes:
        if isinstance(code, Unclear):
            yield Objection(
                "fees",
                f'the code "{code.text}" reads as a number',
                "code-as-number",
                "a code counts nothing, and a number without a unit is refused",
                f'write code = "CPT {code.text}"',
            )
    names = Counter(name_code(code.text) for code in codes if isinstance(code, Word))
    for name, times in names.items():
        if times > 1:
            yield Objection(
                "fees",
                f"the code {name} has {times} prices",
                "repeated-row",
                "every visit would be paid once for each price",
                f'keep one price, or tell the visits apart, like "{name} AH" and "{name} HO"',
            )


def _fees(clause: Clause) -> list[Row]:
    value = clause.terms["fees"].value if "fees" in clause.terms else ()
    items = value if isinstance(value, tuple) else (value,)
    return [item for item in items if isinstance(item, Row)]


def _code_of(row: Row) -> Value | None:
    return row.cells.get("code")


MODEL = Model(
    name="fee_schedule",
    title="Fee schedule",
    summary="Each service has a price, and the group is paid for every one it gives.",
    role=Role.STREAM,
    terms=(
        TermSpec(
            "fees",
            "the codes and their prices",
            is_required=True,
            columns=(
                TermSpec(
                    "code",
                    'the service, with its code system, like "CPT 90837"',
                    is_required=True,
                    is_names=True,
                ),
                TermSpec("fee", "the price of one", (MONEY, Kind.MONEY_PER), is_required=True),
                TermSpec("modifier", "what the price is multiplied by", (FRACTION, FACTOR)),
            ),
        ),
        TermSpec(
            "percentage_of_schedule",
            "what the whole schedule is multiplied by, such as 110 %",
            (FRACTION, FACTOR),
        ),
    ),
    category=categorize,
    settle=settle,
    check=check,
)
