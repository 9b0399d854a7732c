"""Quality as part of another payment: absent, a gate, or a scale."""

import pytest

from fairterms.payment.quality import TERMS, check
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, settle

BUDGET = """
[[clause]]
id = "g"
model = "global_payment"
budget = "$1,000.00"
surplus_share = "100 %"
deficit_share = "100 %"
"""
GATE = BUDGET + 'quality = "gate"\nquality_minimum = "at least 75 %"\n'
SCALE = BUDGET + 'quality = "scale"\n'


def surplus(clauses: str, score: str, kind: NumberKind = EXACT, spent: str = "$0.00") -> float:
    figures = {"cost_elsewhere": spent, "revenue": "$0.00", "quality_score": score}
    return float(settle(clauses, figures, kind).step("surplus_paid").values[0])


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(
    ("clauses", "score", "paid"),
    [
        (BUDGET, "0 %", 1000),
        (GATE, "74.9 %", 0),
        (GATE, "75 %", 1000),
        (GATE.replace("at least", "more than"), "75 %", 0),
        (GATE.replace("at least", "more than"), "75.1 %", 1000),
        (SCALE, "0 %", 0),
        (SCALE, "40 %", 400),
        (SCALE, "100 %", 1000),
    ],
)
def test_quality_changes_what_is_paid(
    clauses: str, score: str, paid: int, kind: NumberKind
) -> None:
    assert surplus(clauses, score, kind) == pytest.approx(paid)


def test_the_score_is_not_read_where_the_clause_is_silent() -> None:
    without = {"cost_elsewhere": "$0.00", "revenue": "$0.00"}
    assert amount(settle(BUDGET, without)) == "$1,000.00"
    with pytest.raises(Refusal, match="quality_score: missing"):
        settle(SCALE, without)


def test_a_shut_gate_bites_only_where_something_is_at_stake() -> None:
    shut = {"quality_score": "10 %", "revenue": "$0.00"}
    saved = settle(GATE, {**shut, "cost_elsewhere": "$0.00"}).gate("quality")
    spent = settle(GATE, {**shut, "cost_elsewhere": "$1,000.00"}).gate("quality")
    opened = settle(GATE, {**shut, "quality_score": "90 %", "cost_elsewhere": "$0.00"})
    assert saved.bites[0]
    assert not spent.bites[0]
    assert not opened.gate("quality").bites[0]
    assert spent.otherwise == "the quality minimum is met, or nothing is at stake"


def test_the_words_say_how_quality_counts() -> None:
    figures = {"cost_elsewhere": "$0.00", "revenue": "$0.00", "quality_score": "90 %"}
    words = [
        settle(clauses, figures).step("surplus_paid").words for clauses in (BUDGET, GATE, SCALE)
    ]
    assert words == [
        "surplus × surplus share",
        "surplus × surplus share, if the quality minimum is met",
        "surplus × surplus share × quality score",
    ]


def test_a_gate_needs_its_minimum_and_a_scale_does_not() -> None:
    open_gate = contract(GATE).clause("g").without("quality_minimum")
    assert [(one.term, one.code) for one in check(open_gate)] == [("quality", "missing-number")]
    for clauses in (BUDGET, GATE, SCALE):
        assert not list(check(contract(clauses).clause("g")))


def test_both_terms_are_optional() -> None:
    assert [(term.name, term.is_required) for term in TERMS] == [
        ("quality", False),
        ("quality_minimum", False),
    ]
