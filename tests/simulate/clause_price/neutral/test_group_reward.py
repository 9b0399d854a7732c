"""Without exclusions everybody has a part."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "group_reward"
model = "group_reward"
pool = "$50,000.00"
group_minimum = "at least 75 %"
findings_required = "2 findings"
basis = "visits"
exclusions = [{ who = "clinician_07", reason = "billed visits that did not take place" }]
most_excluded = "10 %"
"""
FIGURES = {
    "findings_upheld.clinician_07": "2 findings",
    "visits": "10,000 visits",
    "visits.clinician_07": "2,000 visits",
    "quality_score": "80 %",
}

CLAUSE = "group_reward"

CASES = {
    "without a pool nothing is paid": ("pool", "$45,000.00", "$0.00"),
    "exclusions lower the reward": ("exclusions", "$45,000.00", "$50,000.00"),
    "the limit keeps a part of it": ("most_excluded", "$45,000.00", "$40,000.00"),
    "a minimum that is reached costs nothing": ("group_minimum", "$45,000.00", "$45,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_a_minimum_that_is_missed_costs_everything() -> None:
    figures = FIGURES | {"quality_score": "70 %"}
    name = "group_reward.group_minimum"
    assert with_and_without(CLAUSES, figures, name) == ("$0.00", "$45,000.00")
