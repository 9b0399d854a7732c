"""Mutants are wrong in one thing each, of every kind, and never equal to the contract's terms."""

from collections import Counter

from fairterms.contract.canonical import terms_hash
from fairterms.settle.mutant import KINDS, mutants
from tests.payment.one_clause import contract
from tests.settle.deals import savings

TIERED = """
[[figure]]
id = "revenue"
unit = "$"

[[clause]]
id = "bonus"
model = "formula"
steps = [
  { name = "rate", value = "= tier(quality; 45 %: 50 %; 55 %: 100 %)" },
  { name = "bonus", value = "= if(revenue >= $1,000.00, rate * $500.00, $0.00)" },
]

[[figure]]
id = "quality"
unit = "%"
"""


def test_every_number_moves_up_and_down_unless_it_would_leave_its_limits() -> None:
    found = [m.id for m in mutants(savings()) if m.kind == "number"]
    assert "savings.sharing_rate 50.1 % instead of 50 % (up)" in found
    assert "savings.sharing_rate 49.9 % instead of 50 % (down)" in found
    assert "savings.benchmark $41.21 PMPM instead of $41.20 PMPM (up)" in found
    assert len(found) == 10


def test_a_threshold_is_tried_strictly() -> None:
    found = [m.sentence for m in mutants(savings()) if m.kind == "strictness"]
    assert found == ["savings.minimum_savings_rate: more than 2 % instead of 2 %"]


def test_every_other_choice_order_and_rounding_is_tried() -> None:
    kinds = Counter(m.kind for m in mutants(savings()))
    assert kinds["choice"] == 2
    assert kinds["order"] == 1
    assert kinds["rounding"] == 3 + 2 + 2


def test_no_mutant_is_the_contract_itself_and_no_two_share_a_name() -> None:
    found = mutants(savings())
    own = terms_hash(savings())
    assert all(terms_hash(m.contract) != own for m in found)
    assert len({m.id for m in found}) == len(found)
    assert {m.kind for m in found} <= set(KINDS)


def test_numbers_and_comparisons_inside_formulas_are_tried_too() -> None:
    found = [m.sentence for m in mutants(contract(TIERED))]
    assert any("45.1 % instead of 45 %" in sentence for sentence in found)
    assert any("$500.01 instead of $500.00" in sentence for sentence in found)
    assert any("> instead of >=" in sentence for sentence in found)
