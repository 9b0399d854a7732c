"""A small sound deal for the tests of settling: shared savings, then a reduction."""

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, read_toml
from tests.payment.one_clause import contract

CLAUSES = """
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$41.20 PMPM"
minimum_savings_rate = "2 %"
sharing_rate = "50 %"
shared_from = "first dollar"
savings_cap = "10 % of benchmark"
cite = [
  { document = "01-agreement.pdf", section = "Exhibit B, 2(c)", term = "sharing_rate" },
  { document = "01-agreement.pdf", section = "Exhibit B, 2" },
]

[[clause]]
id = "sequestration"
model = "percentage_reduction"
of = "savings"
rate = "2 %"
applies_to = "gains only"
cite = { document = "01-agreement.pdf", section = "Exhibit B, 4" }
"""


def savings() -> Contract:
    return contract(CLAUSES)


def figures(cost: str = "$4,845,120.00", member_months: str = "120,000 member-months") -> FigureSet:
    text = f'title = "A year"\n[given]\nmember_months = "{member_months}"\ncost = "{cost}"\n'
    return read_toml(text, "year.toml")
