"""Other orders of operations give other amounts, and nothing else changes."""

from fairterms.settle.order import cap_afterwards, swap, swaps
from fairterms.settle.settlement import settle
from tests.payment.one_clause import contract
from tests.settle.deals import CLAUSES, figures, savings

CHAIN = (
    CLAUSES
    + """
[[clause]]
id = "most"
model = "cap"
of = "sequestration"
paid_cap = "$45,000.00"
"""
)


def test_a_reduction_after_the_cap_pays_less_than_before_it() -> None:
    written = contract(CHAIN)
    swapped = swap(written, "sequestration", "most")
    assert swapped is not None
    assert str(settle(written, figures()).payable) == "45000.00"
    assert str(settle(swapped, figures()).payable) == "44100.00"
    assert [clause.id for clause in swapped.clauses] == ["savings", "most", "sequestration"]


def test_only_neighbouring_modifiers_can_be_swapped() -> None:
    assert swap(savings(), "savings", "sequestration") is None


def test_a_cap_inside_a_clause_can_be_applied_afterwards() -> None:
    much = figures("$3,000,000.00")
    inside = settle(savings(), much).payable
    after = settle(cap_afterwards(savings(), "savings", "savings_cap", "sequestration"), much)
    assert str(inside) == "484512.00"  # 10 % of the benchmark, less 2 %
    assert str(after.payable) == "494400.00"  # 10 % of the benchmark


def test_every_neighbouring_pair_is_listed() -> None:
    assert [name for name, _ in swaps(contract(CHAIN))] == [
        "savings.savings_cap after sequestration",
        "most before sequestration",
    ]
