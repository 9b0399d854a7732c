"""How clauses hang together: orders, names, units and what nobody reads."""

import pytest

from fairterms.contract.reader import read_text
from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.links import not_money, unit_of
from fairterms.units.quantity import MONEY, count
from tests.payment.one_clause import HEADER, contract
from tests.settle.deals import CLAUSES


def codes(text: str) -> list[str]:
    found = read_text(HEADER + text).contract
    assert found is not None
    return [problem.code for problem in problems(found)]


FIGURE = '\n[[figure]]\nid = "{name}"\nunit = "{unit}"\n'


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (FIGURE.format(name="cost", unit="$"), []),
        (FIGURE.format(name="cost", unit="visits"), ["wrong-unit"]),
        (FIGURE.format(name="colour", unit="%"), ["unread-figure"]),
    ],
)
def test_declared_figures_must_be_read_in_their_unit(extra: str, expected: list[str]) -> None:
    assert codes(extra + CLAUSES) == expected


def test_a_figure_may_be_pointed_to_a_declared_one_or_a_step() -> None:
    declared = FIGURE.format(name="behavioral_cost", unit="$") + CLAUSES.replace(
        'model = "shared_savings"', 'model = "shared_savings"\nreads = { cost = "behavioral_cost" }'
    )
    assert codes(declared) == []
    unknown = CLAUSES.replace(
        'model = "shared_savings"', 'model = "shared_savings"\nreads = { cost = "other" }'
    )
    assert codes(unknown) == ["unknown-figure"]


def test_three_in_a_circle_are_all_told() -> None:
    chain = "".join(
        f'\n[[clause]]\nid = "{name}"\nmodel = "percentage_reduction"\nof = "{of}"\nrate = "2 %"\n'
        for name, of in (("a", "c"), ("b", "a"), ("c", "b"))
    )
    assert codes(chain) == ["circular-of"] * 3


def test_the_unit_behind_a_name_is_known() -> None:
    written = contract(CLAUSES)
    found, clause = survey(written), written.clause("sequestration")
    assert unit_of(written, found, clause, "savings") == MONEY
    assert unit_of(written, found, clause, "savings.share") == MONEY
    assert unit_of(written, found, clause, "member_months") == count("member-month")
    assert unit_of(written, found, clause, "nothing") is None


def test_only_dollars_are_payable() -> None:
    assert not_money(contract(CLAUSES)) == ()


MEASURED = """
[[measure]]
id = "response"
direction = "{declared}"

[[clause]]
id = "bonus"
model = "pay_for_performance"
budget = "$1,000.00"
measures = [
  {{ measure = "response", direction = "higher is better", weight = "100 %", benchmark = "45 %" }},
]
"""


def test_a_measure_is_read_the_same_way_round_everywhere() -> None:
    assert codes(MEASURED.format(declared="higher is better")) == []
    assert codes(MEASURED.format(declared="lower is better")) == ["contradiction"]


def test_a_figure_of_several_may_be_declared_with_its_range() -> None:
    fees = """
[[figure]]
id = "visits.90837"
unit = "visits"
lowest = "10 visits"
highest = "20 visits"

[[clause]]
id = "fees"
model = "fee_schedule"
fees = [{ code = "CPT 90837", fee = "$148.25 per visit" }]
"""
    assert codes(fees) == []


def test_two_clauses_that_pay_cannot_take_the_same_result() -> None:
    twin = CLAUSES + CLAUSES[CLAUSES.index('[[clause]]\nid = "sequestration"') :].replace(
        'id = "sequestration"', 'id = "tax"'
    )
    assert codes(twin) == ["counted-twice"]


def test_what_is_pointed_to_or_taken_must_be_in_the_right_unit() -> None:
    scored = CLAUSES.replace(
        'sharing_rate = "50 %"',
        'sharing_rate = "50 %"\nquality = "scale"\nreads = { quality_score = "earlier" }',
    )
    earlier = """
[[clause]]
id = "earlier"
model = "formula"
pays = false
steps = [{{ name = "result", value = "{value}" }}]
"""
    assert codes(earlier.format(value="= $5.00 * 1") + scored) == ["never-settled"]
    assert codes(earlier.format(value="= 50 % * 1") + scored) == []
    visits = earlier.format(value="= 3 visits * 1")
    taking = CLAUSES[CLAUSES.index('[[clause]]\nid = "sequestration"') :].replace(
        'of = "savings"', 'of = "earlier"'
    )
    assert codes(visits + taking) == ["never-settled"]


def test_what_is_read_only_in_some_years_is_read() -> None:
    header = HEADER.replace("2027-12-31", "2028-12-31")
    changing = CLAUSES.replace(
        'sharing_rate = "50 %"',
        'sharing_rate = "50 %"\nquality_minimum = "50 %"\n'
        'quality = [{ value = "gate", from = 2027-01-01 }, { value = "scale", from = 2028-01-01 }]',
    )
    found = read_text(header + changing).contract
    assert found is not None
    assert [problem.code for problem in problems(found)] == []
