"""How a term becomes dollars: plain, PMPM, a share, a table, a formula, the least of many."""

import pytest

from tests.payment.one_clause import amount, settle

CLAUSE = """
[[figure]]
id = "built"
unit = "$ PMPM"

[[clause]]
id = "s"
model = "shared_savings"
benchmark = {benchmark}
minimum_savings_rate = "0 %"
sharing_rate = "100 %"
savings_cap = {cap}
"""
FIGURES = {
    "built": "$10.00 PMPM",
    "member_months": "100 member-months",
    "members": "50 members",
    "cost": "$500.00",
}


@pytest.mark.parametrize(
    ("benchmark", "dollars"),
    [
        ('"$1,000.00"', "$1,000.00"),
        ('"$9.00 PMPM"', "$900.00"),
        ('"= built"', "$1,000.00"),
        ('"= built * 2 + $1.00 PMPM"', "$2,100.00"),
        ('"= built * member_months"', "$1,000.00"),
        ('{ by = "members", rows = [["1 member", "$7.00 PMPM"]] }', "$700.00"),
    ],
)
def test_an_amount_is_worked_out_by_its_unit(benchmark: str, dollars: str) -> None:
    text = CLAUSE.format(benchmark=benchmark, cap='"$9,999.00"')
    assert amount(settle(text, FIGURES), "s.benchmark") == dollars


@pytest.mark.parametrize(
    ("cap", "dollars"),
    [
        ('"10 % of benchmark"', "$100.00"),
        ('["10 % of benchmark", "$90.00"]', "$90.00"),
        ('["10 % of cost", "$90.00"]', "$50.00"),
        ('"= 10 % * benchmark + 1 % * cost"', "$105.00"),
        ('{ by = "members", rows = [["0 members", "5 % of cost"]] }', "$25.00"),
    ],
)
def test_a_cap_is_the_least_of_what_it_names(cap: str, dollars: str) -> None:
    text = CLAUSE.format(benchmark='"$1,000.00"', cap=cap)
    assert amount(settle(text, FIGURES)) == dollars
