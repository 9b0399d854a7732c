"""Without the budget measures earn nothing; without a rule each counts by itself."""

import pytest

from tests.payment.one_clause import contract
from tests.simulate.clause_price.struck import (
    found,
    strikes_agree,
    with_and_without,
)

CLAUSES = """
[[measure]]
id = "access"
direction = "higher is better"

[[measure]]
id = "follow_up"
direction = "higher is better"

[[clause]]
id = "quality"
model = "pay_for_performance"
budget = "$10,000.00"
budget_minimum = "$12,000.00"
if_too_few = "not scored, weight lost"
if_must_pass_fails = "nothing is paid"
challenge_pool = "own unearned money"

[[clause.measures]]
measure = "access"
direction = "higher is better"
weight = "60 %"
benchmark = "70 %"
minimum_denominator = "30 patients"
challenge = true

[[clause.measures]]
measure = "follow_up"
direction = "higher is better"
weight = "40 %"
benchmark = "70 %"
must_pass = true

[[clause]]
id = "share"
model = "quality_adjustment"
of = "quality"
method = "gate"
quality_minimum = "50 %"
reads = { quality_score = "quality.share_after_must_pass" }
"""


def figures(met: int, patients: int, followed: int) -> dict[str, str | list[str]]:
    return {
        "access.numerator": f"{met} patients",
        "access.denominator": f"{patients} patients",
        "follow_up.numerator": f"{followed} patients",
        "follow_up.denominator": "100 patients",
    }


WELL = figures(80, 100, 80)
FEW = figures(20, 20, 80)
FAILED = figures(80, 100, 10)

CASES = {
    "without a budget nothing is paid": ("budget", WELL, "$12,000.00", "$0.00"),
    "the least budget raises it": ("budget_minimum", WELL, "$12,000.00", "$10,000.00"),
    "enough patients need no minimum": ("if_too_few", WELL, "$12,000.00", "$12,000.00"),
    "too few patients cost the weight": ("if_too_few", FEW, "$0.00", "$12,000.00"),
    "a measure passed costs nothing": ("if_must_pass_fails", WELL, "$12,000.00", "$12,000.00"),
    "a measure failed costs everything": ("if_must_pass_fails", FAILED, "$0.00", "$12,000.00"),
}


@pytest.mark.parametrize(
    ("term", "given", "with_it", "without_it"), CASES.values(), ids=CASES.keys()
)
def test_a_struck_term_is_not_there(
    term: str, given: dict[str, str | list[str]], with_it: str, without_it: str
) -> None:
    assert with_and_without(CLAUSES, given, f"quality.{term}") == (with_it, without_it)


def test_a_challenge_pool_pays_what_others_left() -> None:
    half = CLAUSES.partition('[[clause]]\nid = "share"')[0].replace("must_pass = true\n", "")
    pool = "quality.challenge_pool"
    assert with_and_without(half, FAILED, pool) == ("$12,000.00", "$7,200.00")


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FEW)
    assert strikes_agree(CLAUSES, FAILED)


def test_who_read_the_share_after_the_rule_reads_the_points_without_it() -> None:
    terms = contract(CLAUSES)
    struck = found(terms, "quality.if_must_pass_fails").apply(terms.clause("share"))
    assert struck.reads == {"quality_score": "quality.points"}


def test_with_a_ladder_he_reads_what_the_ladder_earns() -> None:
    ladder = CLAUSES.replace('weight = "60 %"\n', "").replace('weight = "40 %"\n', "")
    ladder = ladder.replace(
        "challenge_pool = ", 'ladder = [{ at = "1 measure", share = "50 %" }]\nchallenge_pool = '
    )
    terms = contract(ladder)
    struck = found(terms, "quality.if_must_pass_fails").apply(terms.clause("share"))
    assert struck.reads == {"quality_score": "quality.earned_share"}
