"""Two operations exchanged are found again in the plan's numbers."""

from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals
from tests.settle.deals import CLAUSES, figures

TERMS = (
    CLAUSES.replace('savings_cap = "10 % of benchmark"\n', "")
    + """
[[clause]]
id = "limit"
title = "Limit"
model = "cap"
of = "sequestration"
paid_cap = "$40,000.00"
cite = { document = "01-agreement.pdf", section = "Exhibit B, 5" }
"""
)


def test_a_cap_before_the_reduction_is_named() -> None:
    terms = contract(TERMS)
    key = "limit before sequestration"
    one = proposals("operation_order", terms, figures())[key]
    assert is_found(explained(terms, figures(), one), "operation_order", key)
    assert one.sentence == (
        "“Limit” (Exhibit B, 5) comes before “sequestration” (Exhibit B, 4), not in the written "
        "order"
    )


def test_a_cap_inside_a_clause_may_come_after_the_reduction() -> None:
    terms = contract(CLAUSES.replace("10 % of benchmark", "$40,000.00"))
    key = "savings.savings_cap after sequestration"
    one = proposals("operation_order", terms, figures())[key]
    assert is_found(explained(terms, figures(), one), "operation_order", key)


def test_a_clause_alone_has_no_order() -> None:
    terms = contract(CLAUSES.partition('[[clause]]\nid = "sequestration"')[0])
    assert proposals("operation_order", terms, figures()) == {}
