"""A clause before the modifier under test: it pays $1,000,000 − cost, gain or loss."""

from collections.abc import Mapping
from decimal import Decimal

from fairterms.units.number import FLOAT
from tests.payment.one_clause import settle

RESULT = """
[[clause]]
id = "result"
model = "shared_savings"
benchmark = "$1,000,000.00"
minimum_savings_rate = "0 %"
sharing_rate = "100 %"
minimum_loss_rate = "0 %"
loss_rate = "100 %"
"""


def cost_for(dollars: Decimal | int) -> str:
    """Return the cost at which the earlier clause pays this much."""
    return f"${Decimal(1_000_000) - dollars:,.2f}"


def agrees_in_floats(clauses: str, figures: Mapping[str, str | list[str]]) -> bool:
    """Say whether floats pay what exact numbers pay, within half a cent."""
    exact = settle(clauses, figures).payable.values[0]
    floated = settle(clauses, figures, FLOAT).payable.values[0]
    return bool(abs(Decimal(float(floated)) - exact) < Decimal("0.005"))
