"""Without the rate nothing is paid for a day."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "prospective_payment"
model = "prospective_payment"
rate = "$250.00 per client-day"
outlier_threshold = "$3,000.00"
outlier_share = "50 %"
excess_from = "one total"
quality_bonus = "$1,000.00"
quality = "scale"
"""
FIGURES = {
    "client_days": "100 client-days",
    "cost_above_threshold": "$4,000.00",
    "quality_score": "80 %",
}

CLAUSE = "prospective_payment"

CASES = {
    "without the rate nothing is paid at all": ("rate", "$27,800.00", "$0.00"),
    "dear clients pay more": ("outlier_share", "$27,800.00", "$25,800.00"),
    "the bonus comes on top": ("quality_bonus", "$27,800.00", "$27,000.00"),
    "quality lowers the bonus": ("quality", "$27,800.00", "$28,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)
