"""Settle a contract written in a test: a few lines of TOML and figures in, a worksheet out."""

from collections.abc import Mapping

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read_text
from fairterms.payment.book import Given
from fairterms.payment.evaluation import run
from fairterms.payment.worksheet import Worksheet
from fairterms.units import quantity
from fairterms.units.number import EXACT, NumberKind

HEADER = """
[contract]
name = "A contract for a test"
starts = 2027-01-01
ends = 2027-12-31
rounding = "to the cent, half up, once at the end"
"""


def contract(clauses: str, header: str = HEADER) -> Contract:
    """Read the clauses; a problem in them is a mistake of the test."""
    reading = read_text(header + clauses)
    assert not reading.problems, "\n".join(map(str, reading.problems))
    assert reading.contract is not None
    return reading.contract


def settle(
    clauses: str,
    figures: Mapping[str, str | list[str]],
    kind: NumberKind = EXACT,
    header: str = HEADER,
) -> Worksheet:
    """Settle clauses on figures such as ``{"cost": "$4,845,120.00"}`` (a list for many of one)."""
    return run(contract(clauses, header), given(figures, kind), 1, kind)


def given(figures: Mapping[str, str | list[str]], kind: NumberKind = EXACT) -> dict[str, Given]:
    """Turn written figures into what a run takes."""
    return {name: _one(text, kind) for name, text in figures.items()}


def _one(text: str | list[str], kind: NumberKind) -> Given:
    items = [quantity.parse(item) for item in ([text] if isinstance(text, str) else text)]
    columns = [kind.column([item.amount]) for item in items]
    unit = items[0].unit if items else None
    return Given(columns[0] if isinstance(text, str) else tuple(columns), unit)


def amount(worksheet: Worksheet, step: str = "payable") -> str:
    """Return one step of a one-row worksheet as it would be written."""
    found = worksheet.step(step)
    return quantity.write(found.values[0], found.unit)
