"""A threshold met, or not met, by equality is found again where a year stands exactly on it."""

from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import example, explained, is_found, proposals
from tests.settle.deals import CLAUSES, figures

# 2 % of 120,000 × $41.20 is $98,880.00: the cost leaves exactly that.
KEY = "savings.minimum_savings_rate more than 2 % instead of 2 %"


def test_more_than_for_at_least_is_named_on_the_threshold() -> None:
    terms = contract(CLAUSES)
    one = proposals("threshold_strictness", terms, figures())[KEY]
    assert is_found(explained(terms, figures(), one), "threshold_strictness", KEY)


def test_above_the_threshold_strictness_explains_nothing() -> None:
    terms, year = contract(CLAUSES), figures(cost="$4,800,000.00")
    one = proposals("threshold_strictness", terms, year)[KEY]
    assert not explained(terms, year, one).is_found


def test_a_sentence_names_the_row_and_the_cell() -> None:
    terms, given = example("juniper")
    found = proposals("threshold_strictness", terms, given)
    (key,) = (key for key in found if key.startswith("measures.measures entry 2: minimum"))
    assert found[key].sentence == (
        "more than 30 patients instead of 30 patients is taken for “measures, row 2, minimum "
        "denominator”, in “Quality Score from six measures (Exhibit C)” (Exhibit C, C-3.1)"
    )
