"""Without the quality rule the amount is paid whatever quality is."""

import pytest

from tests.payment.earlier_clause import RESULT, cost_for
from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = (
    RESULT
    + """
[[clause]]
id = "quality_adjustment"
model = "quality_adjustment"
of = "result"
method = "gate"
quality_minimum = "75 %"
"""
)
FIGURES = {"cost": cost_for(100_000), "quality_score": "70 %"}

CLAUSE = "quality_adjustment"

CASES = {
    "a missed gate costs everything": ("method", "$0.00", "$100,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


@pytest.mark.parametrize(
    ("terms", "score"),
    [
        ('method = "scale"', "quality_score"),
        ('method = "ladder"\nladder = [{ at = "0 %", share = "10 %" }]', "quality_score"),
        ('method = "gate"\nquality_minimum = "3 measures"', "measures_met"),
        (
            'method = "ladder"\nladder = [{ at = "0 measures", share = "10 %" }]',
            "measures_met",
        ),
    ],
)
def test_any_rule_is_struck_and_reads_the_same_figure(terms: str, score: str) -> None:
    clauses = CLAUSES.replace('method = "gate"\nquality_minimum = "75 %"', terms)
    figures = {"cost": cost_for(100_000), score: "2 measures" if "met" in score else "70 %"}
    with_it, without_it = with_and_without(clauses, figures, "quality_adjustment.method")
    assert without_it == "$100,000.00" != with_it


@pytest.mark.parametrize("way", ["gains and losses", "gains, and losses the other way"])
def test_a_loss_is_left_as_it_is(way: str) -> None:
    clauses = CLAUSES.replace('method = "gate"', f'applies_to = "{way}"\nmethod = "scale"')
    clauses = clauses.replace('quality_minimum = "75 %"\n', "")
    figures = {"cost": cost_for(-100_000), "quality_score": "70 %"}
    _, without_it = with_and_without(clauses, figures, "quality_adjustment.method")
    assert without_it == "-$100,000.00"
