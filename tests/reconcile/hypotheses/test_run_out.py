"""A completion factor left out, or that of another stage, is found again."""

import pytest

from fairterms.contract.figure_set import FigureSet, read_toml
from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals

TERMS = """
[[figure]]
id = "run_out"
unit = "months"

[[figure]]
id = "paid_claims"
unit = "$"

[[clause]]
id = "incurred"
title = "Incurred Cost"
model = "formula"
pays = false
steps = [
  { name = "completion_factor", value = { by = "run_out", rows = [
    ["3 months", "1.0385 factor"], ["6 months", "1.006 factor"],
  ] } },
  { name = "incurred", value = "= paid_claims * completion_factor" },
]
cite = { document = "01-agreement.pdf", section = "B-4.2" }

[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$41.20 PMPM"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
shared_from = "first dollar"
quality = "scale"
reads = { cost = "incurred", quality_score = "score" }

[[clause]]
id = "due"
model = "interim"
of = "savings"
interim_share = "50 %"
final_run_out = "6 months"
"""
SCORE = """
[[figure]]
id = "measured"
unit = "%"

[[clause]]
id = "score"
model = "formula"
pays = false
steps = [{ name = "score", value = "= if(run_out >= 6 months, measured, 65 %)" }]
"""


def year() -> FigureSet:
    return read_toml(
        '[given]\nrun_out = "6 months"\nmember_months = "120,000 member-months"\n'
        'paid_claims = "$4,500,000.00"\nmeasured = "82 %"\ninterim_paid = "$31,000.00"\n',
        "year.toml",
    )


@pytest.mark.parametrize(
    "key",
    [
        "run_out 3 months",
        "incurred.steps.0.value 3 months",
        "incurred.steps.0.value left out",
        "score.steps.0.value the second part of the condition",
    ],
)
def test_another_run_out_is_named(key: str) -> None:
    terms = contract(SCORE + TERMS)
    one = proposals("run_out", terms, year())[key]
    assert is_found(explained(terms, year(), one), "run_out", key)


def test_a_sentence_says_what_the_factor_stands_for() -> None:
    found = proposals("run_out", contract(SCORE + TERMS), year())
    assert found["incurred.steps.0.value 3 months"].sentence == (
        "1.0385 factor is used, which stands for 3 months of run-out, in “Incurred Cost” (B-4.2)"
    )


def test_a_completion_factor_given_as_a_figure_may_be_left_out() -> None:
    terms = contract(
        '[[figure]]\nid = "completion_factor"\nunit = "factor"\n'
        '[[figure]]\nid = "paid_claims"\nunit = "$"\n'
        '[[clause]]\nid = "pay"\nmodel = "formula"\n'
        'steps = [{ name = "pay", value = "= paid_claims * completion_factor" }]\n'
    )
    given = read_toml(
        '[given]\npaid_claims = "$900.00"\ncompletion_factor = "1.05 factor"\n', "y.toml"
    )
    one = proposals("run_out", terms, given)["completion_factor left out"]
    assert is_found(explained(terms, given, one), "run_out", "completion_factor left out")
