"""Made-up terms that the tests of statements share, and a statement of them that is sound."""

from functools import cache

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read_text
from fairterms.reconcile.statement.csv_statement import read
from fairterms.reconcile.statement.line_map import LineMap
from fairterms.reconcile.statement.statement import Statement

TERMS = """
[contract]
name = "Alder and Example Plan: shared savings"
starts = 2027-01-01
ends = 2028-12-31
rounding = "to the cent, half up, once at the end"

[[figure]]
id = "member_months"
unit = "member-months"

[[figure]]
id = "cost"
unit = "$"

[[clause]]
id = "target"
model = "formula"
steps = [{ name = "dollars", value = "= $41.20 PMPM * member_months" }]
pays = false

[[clause]]
id = "saved"
model = "formula"
steps = [
  { name = "saved", value = "= target - cost" },
  { name = "share", value = "= 50 % * saved" },
]

[[clause]]
id = "reduction"
model = "formula"
of = "saved"
steps = [
  { name = "share", value = "= 98 % * saved" },
]
"""

SOUND = """\
Contract,Alder and Example Plan: shared savings
Year,2027
Paid through,2028-03-31
Issued,2028-06-15

line,label,value
member_months,Member months,"120,000 member-months"
cost,Cost of care,"$4,845,120.00"
saved.saved,Savings,"$98,880.00"
payable,Amount due,"$48,451.20"
"""


@cache
def terms() -> Contract:
    reading = read_text(TERMS)
    assert reading.contract is not None, reading.problems
    return reading.contract


def statement(text: str = SOUND, line_map: LineMap | None = None) -> Statement:
    return read(text.encode(), "final.csv", line_map)


def codes(found: Statement) -> list[str]:
    return [problem.code for problem in found.problems]
