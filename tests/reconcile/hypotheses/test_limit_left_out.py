"""A cap, one of two caps, a stop-loss or a limit in a formula left out is found again."""

import pytest

from fairterms.contract.figure_set import FigureSet, read_toml
from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals
from tests.settle.deals import CLAUSES

TERMS = """
[[figure]]
id = "fees"
unit = "$"

[[clause]]
id = "stop_loss"
title = "Stop-Loss"
model = "stop_loss"
attachment = "$48,500.00 per member"
credit_share = "90 %"
excess_from = "one total"
charge = "$0.20 PMPM"
cite = { document = "01-agreement.pdf", section = "B-4" }
""" + CLAUSES.replace(
    'savings_cap = "10 % of benchmark"',
    'savings_cap = ["2 % of benchmark", "1.5 % of fees"]\nreads = { cost = "stop_loss.net_cost" }',
)


def year(fees: str = "$4,000,000.00") -> FigureSet:
    return read_toml(
        '[given]\nmember_months = "120,000 member-months"\ncost = "$4,645,120.00"\n'
        f'cost_above_attachment = "$61,240.00"\nfees = "{fees}"\n',
        "year.toml",
    )


@pytest.mark.parametrize(
    "key",
    [
        "stop_loss without the stop-loss for one member",
        "stop_loss without the charge for the stop-loss",
        "savings without the limit on what is earned",
        "savings.savings_cap only 1",
    ],
)
def test_a_limit_left_out_is_named(key: str) -> None:
    terms = contract(TERMS)
    one = proposals("limit_left_out", terms, year())[key]
    roomy = year() if key.startswith("savings") else year("$40,000,000.00")
    assert is_found(explained(terms, roomy, one), "limit_left_out", key)


def test_a_limit_in_a_formula_left_out_is_named() -> None:
    terms = contract(
        '[[figure]]\nid = "visits"\nunit = "visits"\n'
        '[[clause]]\nid = "pay"\nmodel = "formula"\n'
        'steps = [{ name = "pay", value = "= min(visits * $50.00 per visit, $9,000.00)" }]\n'
    )
    given = read_toml('[given]\nvisits = "211 visits"\n', "y.toml")
    found = proposals("limit_left_out", terms, given)
    key = next(key for key in found if "first part" in key)
    assert is_found(explained(terms, given, found[key]), "limit_left_out", key)


def test_a_sentence_says_what_is_left_out_and_where() -> None:
    found = proposals("limit_left_out", contract(TERMS), year())
    assert found["stop_loss without the stop-loss for one member"].sentence == (
        "the stop-loss for one member is left out, in “Stop-Loss” (B-4)"
    )
