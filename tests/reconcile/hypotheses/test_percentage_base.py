"""A percentage taken of another base is found again in the plan's numbers."""

from fairterms.contract.figure_set import FigureSet, read_toml
from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals
from tests.settle.deals import CLAUSES, figures, savings

TERMS = """
[[figure]]
id = "fees"
unit = "$"
""" + CLAUSES.replace('"10 % of benchmark"', '"1 % of benchmark"').replace(
    'cite = { document = "01-agreement.pdf", section = "Exhibit B, 4" }\n',
    """
[[clause]]
id = "limit"
model = "cap"
of = "sequestration"
paid_cap = "1 % of fees"
""",
)


def year() -> FigureSet:
    values = 'member_months = "120,000 member-months"\ncost = "$4,645,120.00"'
    return read_toml(f'[given]\n{values}\nfees = "$4,600,000.00"\n', "year.toml")


def test_a_cap_taken_of_another_base_is_named() -> None:
    terms = contract(TERMS)
    found = proposals("percentage_base", terms, year())
    key = next(key for key in found if key.startswith("limit.paid_cap"))
    assert is_found(explained(terms, year(), found[key]), "percentage_base", key)
    assert "taken of savings.benchmark instead of fees, in “limit”" in found[key].sentence


def test_terms_with_one_base_offer_no_other() -> None:
    assert proposals("percentage_base", savings(), figures()) == {}
