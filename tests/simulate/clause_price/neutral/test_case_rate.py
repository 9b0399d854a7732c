"""Without the case rate nothing is paid for an episode."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "case_rate"
model = "case_rate"
rate = "$1,000.00 per episode"
outlier_threshold = "$3,000.00 per episode"
outlier_share = "50 %"
excess_from = "one total"
exclusions = ["crisis"]
excluded_are = "paid by the fee schedule"
"""
FIGURES = {
    "episodes": "10 episodes",
    "excluded_episodes": "2 episodes",
    "cost_above_threshold": "$4,000.00",
    "excluded_fees": "$700.00",
}

CLAUSE = "case_rate"

CASES = {
    "without the rate nothing is paid at all": ("rate", "$10,700.00", "$0.00"),
    "dear episodes pay more": ("outlier_share", "$10,700.00", "$8,700.00"),
    "excluded episodes lose the case rate": ("exclusions", "$10,700.00", "$12,000.00"),
    "their fees replace it": ("excluded_are", "$10,700.00", "$10,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)
