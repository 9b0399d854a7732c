from decimal import Decimal

import pytest

from fairterms.prepare.cost_to_comply.funding import Funding, find
from fairterms.prepare.cost_to_comply.kind import Family
from fairterms.review.context import Reading
from fairterms.review.features import Features
from fairterms.settle.settlement import settle
from tests.payment.one_clause import contract
from tests.prepare.cost_to_comply.made_up import assessed, deal, reading
from tests.settle.deals import figures

FEE = """
[[clause]]
id = "fee"
title = "Monthly fee"
model = "care_coordination"
rate = "$0.50 PMPM"
"""
START = """
[[clause]]
id = "start_up"
title = "Start-up payment"
model = "formula"
steps = [{ name = "start_up", value = "$60,000.00", words = "paid once" }]
"""
RESULTS = """
[[clause]]
id = "bonus"
title = "Bonus"
model = "formula"
steps = [{ name = "bonus", value = "$9,000.00", words = "for results" }]
"""


def found(
    clauses: str, text: str = "2.1 Plan pays fees.", anyway: tuple[str, ...] = ()
) -> list[Funding]:
    terms = contract(clauses)
    return list(find(deal(anyway=anyway), terms, settle(terms, figures()), reading(text)))


def test_a_coordination_fee_pays_for_coordination() -> None:
    (one,) = found(FEE)
    assert one.amount == 60_000
    assert one.families == (Family.COORDINATION,)
    assert one.is_pay


def test_money_to_start_is_pay_for_work_and_a_bonus_is_not() -> None:
    assert [one.clause for one in found(START + RESULTS)] == ["start_up"]


def test_what_the_group_has_anyway_is_marked() -> None:
    (one,) = found(FEE, anyway=("fee",))
    assert one.is_paid_anyway


def test_the_cited_section_says_what_a_payment_is_for() -> None:
    cited = FEE + 'cite = { document = "agreement.txt", section = "2.1", quote = "fifty cents" }\n'
    text = (
        "2.1 Plan shall pay Group fifty cents for each member-month. This pays for measuring and "
        "data files.\n\n2.2 Another fee pays for training."
    )
    (one,) = found(cited, text)
    assert one.families == (Family.MEASURING, Family.REPORTING)


@pytest.mark.slow
def test_an_advance_that_a_later_clause_takes_back_is_lent() -> None:
    lent = [one for one in assessed("juniper").funding if one.is_lent]
    assert [(one.clause, one.amount) for one in lent] == [
        ("infrastructure_advance", Decimal("386500.00"))
    ]
    assert not lent[0].is_pay


@pytest.mark.slow
def test_a_fee_for_a_form_is_known_by_the_documents_own_list() -> None:
    paid = [one for one in assessed("willow").funding if one.families == (Family.MEASURING,)]
    assert [(one.title, one.is_paid_anyway) for one in paid] == [("Fees, code 96127", True)]


def test_without_a_document_the_model_says_what_is_paid_for() -> None:
    terms = contract(FEE)
    (one,) = find(deal(), terms, settle(terms, figures()), Reading((), Features()))
    assert one.families == (Family.COORDINATION,)
