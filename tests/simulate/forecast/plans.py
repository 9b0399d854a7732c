"""A small deal that shares savings and losses, and how its years may come out."""

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, read_toml
from fairterms.contract.performance_year import performance_years
from fairterms.simulate.forecast.declaration import Declaration
from fairterms.simulate.forecast.declaration_reader import read_text
from fairterms.simulate.forecast.factors import MEANINGS
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.forecast.past import NOTHING_PAST, Past
from fairterms.simulate.forecast.planning import Sample, plan_year
from tests.payment.one_clause import contract

CLAUSES = """
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
benchmark = "$150.00 PMPM"
minimum_savings_rate = "0 %"
sharing_rate = "50 %"
minimum_loss_rate = "0 %"
loss_rate = "50 %"
loss_cap = "10 % of benchmark"
reads = { cost = "stop_loss" }
"""

SCENARIO = """
title = "Expected"
role = "expected"
[given]
member_months = "3,600 member-months"
cost = "$540,000.00"
above = "$5,000.00"
response = { numerator = "40 patients", denominator = "80 patients" }
visits.90837 = "900 visits"
reports = "4 reports"
untouched = "$12.00"
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

[[measure]]
id = "response"
patients = "members"
spread = "2 percentage points"
dearer = "-20 percentage points"
rate_moves = { acuity = "-50 %" }

[[figure]]
id = "member_months"
follows = "members"

[[figure]]
id = "visits.*"
moved_by = { staffing = "100 %" }
counted = true

[[figure]]
id = "reports"
chances = [["3 reports", "25 %"], ["4 reports", "75 %"]]
"""

FEW = Sample(number=1_024)


def factors(**spreads: str) -> str:
    """Write all year-level factors; those not named do not move."""
    rows = (
        f'{name} = {{ spread = "{spreads.get(name, "0 %")}", basis = "made up" }}'
        for name in MEANINGS
    )
    return "[factors]\n" + "\n".join(rows) + "\n"


def declared(text: str = FORECAST, **spreads: str) -> Declaration:
    """Read a forecast; a problem in it is a mistake of the test."""
    found = read_text(factors(**spreads) + text)
    assert not found.problems, "\n".join(map(str, found.problems))
    return found


def expected() -> FigureSet:
    return read_toml(SCENARIO, "expected.toml")


def terms() -> Contract:
    return contract(CLAUSES)


def plan(
    forecast: Declaration | None = None, sample: Sample = FEW, past: Past = NOTHING_PAST
) -> Plan:
    """Plan the first year of the small deal."""
    known = forecast or declared(trend="2 %", acuity="2 %", attribution="3 %", staffing="5 %")
    period = performance_years(terms())[0]
    return plan_year(terms(), known, expected(), period, past, sample)
