"""Without the rate nothing is paid for a gap."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "per_gap"
model = "per_gap"
rate = "$50.00 per gap"
limit_per_member = "2 gaps"
limit = "$120.00"
"""
FIGURES = {"gaps_closed": ["1 gap", "5 gaps"]}

CLAUSE = "per_gap"

CASES = {
    "without a rate nothing is paid": ("rate", "$120.00", "$0.00"),
    "the limit in all": ("limit", "$120.00", "$150.00"),
    "the limit for one member is below the limit in all": (
        "limit_per_member",
        "$120.00",
        "$120.00",
    ),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_the_limit_for_one_member_leaves_gaps_unpaid() -> None:
    clauses = CLAUSES.replace("$120.00", "$900.00")
    assert with_and_without(clauses, FIGURES, "per_gap.limit_per_member") == ("$150.00", "$300.00")
    dollars = clauses.replace('"2 gaps"', '"$70.00 per member"')
    assert with_and_without(dollars, FIGURES, "per_gap.limit_per_member") == ("$120.00", "$300.00")
