"""Without the sharing rate savings are not shared."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "medical_loss_ratio_savings"
model = "medical_loss_ratio_savings"
target = "85 %"
sharing_rate = "50 %"
floor = "5 percentage points"
limit = "$1,500.00"
limit_covers = "this payment alone"
quality = "gate"
quality_minimum = "75 %"
"""
FIGURES = {"premium": "$100,000.00", "cost": "$70,000.00", "quality_score": "80 %"}

CLAUSE = "medical_loss_ratio_savings"

CASES = {
    "without a rate nothing is paid": ("sharing_rate", "$1,500.00", "$0.00"),
    "the limit takes a part": ("limit", "$1,500.00", "$2,500.00"),
    "the floor takes nothing above the limit": ("floor", "$1,500.00", "$1,500.00"),
    "quality that is met costs nothing": ("quality", "$1,500.00", "$1,500.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_the_floor_takes_a_part_where_the_limit_is_higher() -> None:
    clauses = CLAUSES.replace("$1,500.00", "$9,000.00")
    name = "medical_loss_ratio_savings.floor"
    assert with_and_without(clauses, FIGURES, name) == ("$2,500.00", "$7,500.00")


def test_quality_that_is_missed_costs_everything() -> None:
    figures = FIGURES | {"quality_score": "70 %"}
    name = "medical_loss_ratio_savings.quality"
    assert with_and_without(CLAUSES, figures, name) == ("$0.00", "$1,500.00")
