"""Without the fees nothing is paid for a service."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "fee_schedule"
model = "fee_schedule"
fees = [
  { code = "CPT 90837", fee = "$150.00 per visit" },
  { code = "CPT 90834", fee = "$100.00 per visit", modifier = "90 %" },
]
percentage_of_schedule = "110 %"
"""
FIGURES = {"visits.90837": "10 visits", "visits.90834": "10 visits"}

CLAUSE = "fee_schedule"

CASES = {
    "without the fees nothing is paid": ("fees", "$2,640.00", "$0.00"),
    "the percentage raises all fees": ("percentage_of_schedule", "$2,640.00", "$2,400.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)
