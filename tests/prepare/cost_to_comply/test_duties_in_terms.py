from decimal import Decimal

from fairterms.prepare.cost_to_comply.contract_measures import Need
from fairterms.prepare.cost_to_comply.duties_in_terms import add
from fairterms.prepare.cost_to_comply.duty import Source
from fairterms.prepare.cost_to_comply.kind import Driver
from tests.payment.one_clause import contract
from tests.prepare.cost_to_comply.made_up import duty

SURVEY = Need("patient_surveys", Driver.SURVEY, ("Satisfaction",), Decimal(100))
PAID = """
[[clause]]
id = "reporting"
title = "Reporting payment"
model = "pay_for_reporting"
rate = "$2,750.00 per report"
most_reports = "4 reports"
"""
NO_MONEY_FOR_REPORTS = """
[[clause]]
id = "fee"
model = "care_coordination"
rate = "$1.00 PMPM"
"""


def test_what_no_sentence_demands_but_a_measure_needs_is_a_duty() -> None:
    (found,) = add((), contract(NO_MONEY_FOR_REPORTS), (SURVEY,))
    assert (found.id, found.source) == ("patient_surveys_terms", Source.TERMS)
    assert found.terms == ("Satisfaction",)


def test_what_a_sentence_demands_already_is_told_the_measure_and_not_counted_again() -> None:
    text = duty("patient_surveys", None)
    (found,) = add((text,), contract(NO_MONEY_FOR_REPORTS), (SURVEY,))
    assert (found.id, found.terms) == ("patient_surveys", ("Satisfaction",))


def test_pay_for_reports_means_reports_as_often_as_they_are_paid() -> None:
    (found,) = add((), contract(PAID), ())
    assert (found.kind_name, found.frequency.times) == ("report_files", Decimal(4))
