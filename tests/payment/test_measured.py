"""What a contract measures is declared, read, and in the right unit."""

from fairterms.contract.reader import read_text
from fairterms.payment.evaluation import survey
from fairterms.payment.measured import figure_problems, line_naming, measure_problems
from tests.payment.one_clause import HEADER

TEXT = """
[[measure]]
id = "access"
direction = "higher is better"

[[figure]]
id = "colour"
unit = "%"

[[clause]]
id = "bonus"
model = "pay_for_performance"
budget = "$1,000.00"
measures = [
  { measure = "response", direction = "higher is better", weight = "100 %", benchmark = "45 %" },
]
"""


def test_only_a_whole_contract_can_say_that_nobody_reads_something() -> None:
    contract = read_text(HEADER + TEXT).contract
    assert contract is not None
    found = survey(contract)
    whole = [p.code for p in figure_problems(contract, found, is_whole=True)]
    part = [p.code for p in figure_problems(contract, found, is_whole=False)]
    assert (whole, part) == (["unread-figure"], [])
    measures = [p.code for p in measure_problems(contract, found, is_whole=True)]
    assert sorted(measures) == ["unknown-measure", "unread-measure"]


def test_a_problem_points_to_the_term_that_names_it() -> None:
    contract = read_text(HEADER + TEXT).contract
    assert contract is not None
    clause = contract.clause("bonus")
    assert contract.text(line_naming(clause, "response")).startswith("measures")
    assert line_naming(clause, "nothing") == clause.line
