"""Without a rate nothing is paid for a change in use."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "utilization_incentive"
model = "utilization_incentive"
direction = "fewer is better"
per = "per 1,000 member-months"
baseline = "100 events"
rate = "$0.10 PMPM"
for_each = "10 events"
part_steps = "whole steps only"
limit = "$150.00"
"""
FIGURES = {"member_months": "1,000 member-months", "events": "75 events"}

CLAUSE = "utilization_incentive"

CASES = {
    "without a rate nothing is paid": ("rate", "$150.00", "$0.00"),
    "the limit takes a part": ("limit", "$150.00", "$200.00"),
    "part of a step is above the limit": ("part_steps", "$150.00", "$150.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_part_of_a_step_is_paid_without_the_rule() -> None:
    clauses = CLAUSES.replace("$150.00", "$900.00")
    name = "utilization_incentive.part_steps"
    assert with_and_without(clauses, FIGURES, name) == ("$200.00", "$250.00")


def test_every_tier_is_struck() -> None:
    clauses = CLAUSES.replace(
        'rate = "$0.10 PMPM"\nfor_each = "10 events"\npart_steps = "whole steps only"\n',
        'tiers = [{ at = "10 events", rate = "$0.05 PMPM" }]\n',
    )
    assert with_and_without(clauses, FIGURES, "utilization_incentive.rate") == ("$50.00", "$0.00")
