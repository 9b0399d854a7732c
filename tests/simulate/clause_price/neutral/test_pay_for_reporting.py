"""Without the payment nothing is paid for reports."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "pay_for_reporting"
model = "pay_for_reporting"
rate = "$500.00 per report"
reports_required = "at least 4 reports"
most_reports = "5 reports"
"""
FIGURES = {"reports_accepted": "6 reports"}

CLAUSE = "pay_for_reporting"

CASES = {
    "without a rate nothing is paid": ("amount", "$2,500.00", "$0.00"),
    "the limit leaves a report unpaid": ("most_reports", "$2,500.00", "$3,000.00"),
    "enough reports need no minimum": ("reports_required", "$2,500.00", "$2,500.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


def test_too_few_reports_earn_nothing() -> None:
    figures = {"reports_accepted": "3 reports"}
    name = "pay_for_reporting.reports_required"
    assert with_and_without(CLAUSES, figures, name) == ("$0.00", "$1,500.00")


def test_a_flat_amount_is_struck_too() -> None:
    flat = CLAUSES.replace('rate = "$500.00 per report"', 'amount = "$2,000.00"')
    flat = flat.replace('most_reports = "5 reports"\n', "")
    assert with_and_without(flat, FIGURES, "pay_for_reporting.amount") == ("$2,000.00", "$0.00")
