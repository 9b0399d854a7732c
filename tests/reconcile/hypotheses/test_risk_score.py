"""A risk score uncapped, of another year or left at 1 is found again."""

import pytest

from fairterms.contract.figure_set import FigureSet, read_toml
from fairterms.reconcile.hypothesis import Alternative
from fairterms.units.quantity import parse
from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals

TERMS = """
[[figure]]
id = "mean_risk_score"
unit = "factor"

[[clause]]
id = "benchmark"
title = "Benchmark"
model = "benchmark"
result = "dollars"
risk_cap_up = "3 %"
risk_cap_down = "2 %"
years = [{ weight = "100 %", pmpm = "$38.27 PMPM", risk_ratio = "= mean_risk_score / 1.0026" }]
cite = { document = "01-agreement.pdf", section = "B-2", term = "risk_cap_up" }

[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "= benchmark"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
shared_from = "first dollar"
"""
LAST_YEAR = {"mean_risk_score": (Alternative(parse("1.0114 factor"), "last year's report"),)}


def year(score: str = "1.0733 factor") -> FigureSet:
    values = 'member_months = "100,000 member-months"\ncost = "$3,500,000.00"'
    return read_toml(f'[given]\n{values}\nmean_risk_score = "{score}"\n', "year.toml")


@pytest.mark.parametrize(
    ("key", "score"),
    [
        ("benchmark without risk_cap_up risk_cap_down", "1.0733 factor"),
        ("benchmark without risk_cap_up", "1.0733 factor"),
        ("benchmark without risk_cap_down", "0.9512 factor"),
        ("benchmark ratios 1", "1.0733 factor"),
        ("mean_risk_score 1", "1.0733 factor"),
        ("mean_risk_score last year's report", "1.0733 factor"),
    ],
)
def test_another_risk_score_is_named(key: str, score: str) -> None:
    terms = contract(TERMS)
    one = proposals("risk_score", terms, year(score), LAST_YEAR)[key]
    assert is_found(explained(terms, year(score), one, LAST_YEAR), "risk_score", key)


def test_caps_that_bind_on_one_side_only_are_told_as_a_tie() -> None:
    terms = contract(TERMS)
    one = proposals("risk_score", terms, year())["benchmark without risk_cap_up"]
    assert len(explained(terms, year(), one).ties) >= 1


def test_a_fee_without_its_risk_score_is_named() -> None:
    fee = contract(
        '[[clause]]\nid = "fee"\nmodel = "care_coordination"\nrate = "$5.00 PMPM"\n'
        'risk_adjustment = "one score for the panel"\n'
    )
    given = read_toml(
        '[given]\nmember_months = "1,000 member-months"\nrisk_score = "1.07 factor"\n', "y.toml"
    )
    key = "fee without risk_adjustment"
    one = proposals("risk_score", fee, given)[key]
    assert is_found(explained(fee, given, one), "risk_score", key)
