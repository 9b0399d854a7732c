"""Another rounding, a rate as printed and a PMPM to the cent first are found again."""

import pytest

from fairterms.contract.figure_set import FigureSet, read_toml
from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals
from tests.settle.deals import figures, savings

TABLE = """
[[clause]]
id = "savings"
title = "Savings"
model = "shared_savings"
benchmark = "$41.20 PMPM"
minimum_savings_rate = { by = "members", interpolate = true, rows = [
  ["5,000 members", "3.9 %"], ["10,000 members", "3 %"],
] }
sharing_rate = "50 %"
shared_from = "excess over the minimum"
cite = { document = "01-agreement.pdf", section = "2(b)" }
"""
BENCHMARK = """
[[clause]]
id = "benchmark"
title = "Benchmark"
model = "benchmark"
result = "dollars"
years = [
  { weight = "40 %", pmpm = "$36.58 PMPM", trend = "1.1184 factor" },
  { weight = "60 %", pmpm = "$38.27 PMPM", trend = "1.0774 factor" },
]

[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "= benchmark"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
shared_from = "first dollar"
"""


def year(**more: str) -> FigureSet:
    given = {"member_months": "120,017 member-months", "cost": "$4,700,123.45", **more}
    lines = "\n".join(f'{name} = "{value}"' for name, value in given.items())
    return read_toml(f"[given]\n{lines}\n", "year.toml")


@pytest.mark.parametrize(
    "wanted", ["to the dollar, half up", "to the cent, down", "to the tenth of a cent"]
)
def test_another_rule_is_named(wanted: str) -> None:
    late = figures(cost="$4,845,119.64")
    found = proposals("rounding", savings(), late)
    key = next(key for key in found if wanted in key)
    assert is_found(explained(savings(), late, found[key]), "rounding", key)


def test_an_amount_rounded_before_the_reduction_is_named() -> None:
    # 50 % of the savings ends in half a cent; 2 % of the rounded share ends elsewhere.
    late, key = figures(cost="$4,845,044.01"), "savings rounded"
    found = proposals("rounding", savings(), late)
    assert "sequestration rounded" in found
    assert found[key].sentence.startswith("the amount is rounded to the cent already")
    assert explained(savings(), late, found[key]).rest == 0


def test_a_minimum_rate_as_printed_is_named() -> None:
    terms, given = contract(TABLE), year(members="8,231 members")
    key = "savings.minimum_savings_rate to 0.1 %"
    one = proposals("rounding", terms, given)[key]
    assert is_found(explained(terms, given, one), "rounding", key)
    assert one.sentence == (
        "a rate in “minimum savings rate” is rounded to 0.1 %, in “Savings” (2(b))"
    )


def test_a_benchmark_pmpm_to_the_cent_first_is_named() -> None:
    terms = contract(BENCHMARK)
    one = proposals("rounding", terms, year())["benchmark PMPM"]
    assert is_found(explained(terms, year(), one), "rounding", "benchmark PMPM")


def test_a_quality_score_as_printed_is_named() -> None:
    terms = contract(BENCHMARK + 'quality = "scale"\nreads = { quality_score = "score" }\n')
    given = year(score="83.3391 %")
    one = proposals("rounding", terms, given)["score to 0.1 %"]
    assert is_found(explained(terms, given, one), "rounding", "score to 0.1 %")
