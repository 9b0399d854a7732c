"""A scale for a gate, a gate for a scale, no quality, quality on losses: each is found again."""

import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet, read_toml
from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals
from tests.settle.deals import CLAUSES

TERMS = (
    CLAUSES.partition('[[clause]]\nid = "sequestration"')[0].replace(
        "savings_cap", 'minimum_loss_rate = "2 %"\nloss_rate = "50 %"\nsavings_cap'
    )
    + """
[[clause]]
id = "quality"
title = "Quality"
model = "quality_adjustment"
of = "savings"
method = "{method}"
quality_minimum = "60 %"
applies_to = "gains only"
cite = {{ document = "01-agreement.pdf", section = "B-7" }}
"""
)


def terms(method: str = "gate") -> Contract:
    head, _, tail = TERMS.partition('[[clause]]\nid = "quality"')
    return contract(head + '[[clause]]\nid = "quality"' + tail.format(method=method))


def year(score: str, cost: str = "$4,700,000.00") -> FigureSet:
    values = f'member_months = "120,000 member-months"\ncost = "{cost}"'
    return read_toml(f'[given]\n{values}\nquality_score = "{score}"\n', "year.toml")


@pytest.mark.parametrize(
    ("method", "score", "key"),
    [
        ("gate", "72 %", "quality scale"),
        ("scale", "72 %", "quality gate"),
        ("gate", "52 %", "quality no quality"),
    ],
)
def test_another_use_of_quality_is_named(method: str, score: str, key: str) -> None:
    one = proposals("quality_method", terms(method), year(score))[key]
    assert is_found(explained(terms(method), year(score), one), "quality_method", key)


def test_quality_on_losses_is_named() -> None:
    late, key = year("72 %", "$5,300,000.00"), "quality gains and losses"
    one = proposals("quality_method", terms("scale"), late)[key]
    assert is_found(explained(terms("scale"), late, one), "quality_method", key)


def test_a_method_without_its_numbers_is_not_proposed() -> None:
    assert "quality ladder" not in proposals("quality_method", terms(), year("72 %"))
