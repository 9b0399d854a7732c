"""Without truncation every cost counts in full."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[figure]]
id = "claims"
unit = "$"

[[clause]]
id = "truncation"
model = "truncation"
ceiling = "$10,000.00"
excess_from = "one total"
reads = { cost = "claims" }

[[clause]]
id = "pay"
model = "formula"
steps = [{ name = "pay", value = "= truncation" }]
"""
FIGURES = {"claims": "$100,000.00", "cost_above_ceiling": "$20,000.00"}

CLAUSE = "truncation"

CASES = {
    "every cost counts in full": ("ceiling", "$80,000.00", "$100,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_the_costs_of_single_members_count_in_full_too() -> None:
    clauses = CLAUSES.replace("one total", "each cost").replace('reads = { cost = "claims" }\n', "")
    figures = {"member_cost": ["$4,000.00", "$25,000.00"]}
    name = "truncation.ceiling"
    assert with_and_without(clauses, figures, name) == ("$14,000.00", "$29,000.00")
    assert strikes_agree(clauses, figures)
