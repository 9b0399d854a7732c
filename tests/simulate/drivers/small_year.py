"""A small year with cost, a measure, visits, a benchmark and a phase-in, for tests of drivers."""

from functools import cache

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.figure_set import FigureSet, read_toml
from fairterms.contract.performance_year import performance_years
from fairterms.simulate.forecast.declaration_reader import read_text
from fairterms.simulate.forecast.factors import MEANINGS
from fairterms.simulate.forecast.panel import Plan, simulate
from fairterms.simulate.forecast.planning import Sample, plan_year
from fairterms.simulate.years import Years
from tests.payment.one_clause import contract
from tests.simulate.results import small_deals

TERMS = """
[[measure]]
id = "response"
name = "Response"
direction = "higher is better"

[[clause]]
id = "fees"
model = "fee_schedule"
fees = [{ code = "CPT 90837", fee = "$100.00 per visit" }]

[[clause]]
id = "start_up"
model = "formula"
steps = [{ name = "start_up", value = "$9,000.00", words = "paid once" }]

[[clause]]
id = "benchmark"
model = "benchmark"
result = "dollars"
years = [
  { label = "Base 2025", weight = "40 %", pmpm = "$148.00 PMPM", risk_ratio = "= mean_risk_score" },
  { label = "Base 2026", weight = "60 %", pmpm = "$152.00 PMPM", risk_ratio = "= mean_risk_score" },
]

[[clause]]
id = "stop_loss"
model = "stop_loss"
attachment = "$10,000.00 per member-year"
credit_share = "100 %"
excess_from = "one total"
reads = { cost_above_attachment = "above" }

[[clause]]
id = "result"
model = "shared_savings"
benchmark = "= benchmark"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
savings_cap = "$30,000.00"
minimum_loss_rate = "0 %"
loss_rate = "50 %"
loss_cap = "$30,000.00"
reads = { cost = "stop_loss" }

[[clause]]
id = "phased"
model = "phase_in"
of = "result"
downside_share = "60 %"

[[clause]]
id = "quality"
model = "pay_for_performance"
budget = "$3.00 PMPM"
if_too_few = "not scored, weight lost"

[[clause.measures]]
measure = "response"
direction = "higher is better"
weight = "100 %"
minimum_denominator = "5 patients"
tiers = [{ at = "45 %", share = "100 %" }]
"""

SCENARIO = """
title = "Expected"
role = "expected"
[given]
member_months = "3,600 member-months"
cost = "$540,000.00"
above = "$5,000.00"
mean_risk_score = "1.0 factor"
response = { numerator = "40 patients", denominator = "80 patients" }
visits.90837 = "900 visits"
"""

FORECAST = """
[[patients]]
id = "members"
roster = "375 patients"
listed = "80 %"
cost = { no_cost = "15 %", spread = "1.2 factor" }
paid = "cost"
above = "above"
attachment = "stop_loss.attachment"
moved_by = { trend = "100 %", acuity = "100 %" }

[[measure]]
id = "response"
patients = "members"
spread = "2 percentage points"
count_moves = { completion = "100 %" }
rate_moves = { acuity = "-50 %" }

[[figure]]
id = "member_months"
follows = "members"

[[figure]]
id = "mean_risk_score"
moved_by = { acuity = "50 %", coding = "100 %" }

[[figure]]
id = "visits.*"
follows = "members"
moved_by = { staffing = "100 %" }
counted = true

[cash.start_up]
paid = [{ month = 1, share = "100 %" }]
[cash.phased]
paid = [{ month = 18, share = "100 %" }]
[cash.quality]
paid = [{ month = 18, share = "100 %" }]
[cash.fees]
paid = [{ months = [2, 13], share = "100 %" }]
"""

SPREADS = {
    "trend": "3 %",
    "acuity": "2 %",
    "coding": "1 %",
    "attribution": "3 %",
    "completion": "5 %",
    "staffing": "5 %",
}

NUMBER = 512


def deal() -> Deal:
    """Return a deal whose fees are paid anyway, and whose work costs $6,000 a year."""
    return small_deals.deal(without=("fees",), cost="6000")


def terms(text: str = TERMS) -> Contract:
    return contract(text)


def scenario() -> FigureSet:
    return read_toml(SCENARIO, "expected.toml")


@cache
def plan(forecast: str = FORECAST, text: str = TERMS, number: int = NUMBER) -> Plan:
    """Plan the small year; nothing of a cached plan is ever changed."""
    rows = (
        f'{name} = {{ spread = "{SPREADS.get(name, "0 %")}", basis = "made up" }}'
        for name in MEANINGS
    )
    declared = read_text("[factors]\n" + "\n".join(rows) + "\n" + forecast)
    assert not declared.problems, "\n".join(map(str, declared.problems))
    written = terms(text)
    period = performance_years(written)[0]
    return plan_year(written, declared, scenario(), period, sample=Sample(number=number))


@cache
def years(forecast: str = FORECAST, text: str = TERMS, number: int = NUMBER) -> Years:
    return simulate(plan(forecast, text, number))


def without_cost() -> Plan:
    """Plan a year of a contract that looks at visits only."""
    forecast = '[[figure]]\nid = "visits.*"\nmoved_by = { staffing = "100 %" }\n'
    fees = "[[clause]]" + TERMS.split("[[clause]]")[1]
    return plan(forecast, fees)
