"""Many settlements of one contract at once."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.settle.panel import settle_panel
from fairterms.units.number import EXACT, FLOAT, Column
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import contract, settle

CLAUSES = """
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$1,000,000.00"
minimum_savings_rate = "2 %"
sharing_rate = "50 %"
quality = "scale"

[[clause]]
id = "capped"
model = "cap"
of = "savings"
paid_cap = "$30,000.00"
"""


def columns(costs: list[Decimal], score: str = "80") -> dict[str, Column]:
    """Return a table of costs, all with one quality score in per cent."""
    return {
        "cost": EXACT.column(costs),
        "quality_score": EXACT.column([Decimal(score) / 100] * len(costs)),
    }


DOLLARS = some.lists(some.decimals(Decimal(0), Decimal(2_000_000), places=2), max_size=12)


@settings(max_examples=25, deadline=None)
@generated(costs=DOLLARS, rows_at_once=some.integers(1, 15))
def test_rows_are_settled_as_if_each_were_alone_however_they_are_cut(
    costs: list[Decimal], rows_at_once: int
) -> None:
    sheet = settle_panel(contract(CLAUSES), columns(costs), rows_at_once)
    alone = [
        settle(CLAUSES, {"cost": f"${cost:,.2f}", "quality_score": "80 %"}).amounts()[0]
        for cost in costs
    ]
    assert sheet.amounts() == alone
    assert len(sheet.gate("capped").bites) == len(costs)
    assert [step.id for step in sheet.steps][-1] == "payable"


def test_floats_settle_to_within_half_a_cent() -> None:
    costs = [Decimal(cents) / 100 for cents in range(91_000_000, 99_000_000, 12_345)]
    exact = settle_panel(contract(CLAUSES), columns(costs))
    table = {name: column.astype(np.float64) for name, column in columns(costs).items()}
    floats = settle_panel(contract(CLAUSES), table, 100)
    assert floats.payable.values.dtype == np.float64
    assert np.allclose(floats.payable.values, exact.payable.values.astype(float), atol=0.005)


def test_a_column_nobody_reads_is_left_alone() -> None:
    table = columns([Decimal(900_000)]) | {"weather": EXACT.column([Decimal(21)])}
    assert settle_panel(contract(CLAUSES), table).amounts() == [30_000]


def test_every_missing_figure_is_named() -> None:
    with pytest.raises(Refusal) as refusal:
        settle_panel(contract(CLAUSES), {})
    assert refusal.value.subject == (
        "cost (cost of care of the attributed members in the year), "
        "quality_score (share of the quality points earned)"
    )
    assert refusal.value.fix == "add the columns to the table"


def test_columns_of_different_length_are_refused() -> None:
    table = columns([Decimal(1)]) | {"cost": EXACT.column([Decimal(1), Decimal(2)])}
    with pytest.raises(Refusal) as refusal:
        settle_panel(contract(CLAUSES), table)
    assert refusal.value.what == (
        "has columns of different length: cost has 2, quality_score has 1"
    )


def test_exact_and_rounded_numbers_do_not_mix() -> None:
    table = columns([Decimal(1)]) | {"cost": FLOAT.column([Decimal(1)])}
    with pytest.raises(Refusal) as refusal:
        settle_panel(contract(CLAUSES), table)
    assert refusal.value.subject == "cost"


def test_whole_numbers_are_neither_exact_nor_rounded_and_are_refused() -> None:
    table = columns([Decimal(1)]) | {"cost": np.array([1])}
    with pytest.raises(Refusal) as refusal:
        settle_panel(contract(CLAUSES), table)
    assert refusal.value.subject == "cost"
    assert "as decimals to settle, or every column as floats" in refusal.value.fix
