"""A declared reading, and a choice the text is silent about, are found again."""

from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals
from tests.settle.deals import CLAUSES, figures, savings

DECLARED = CLAUSES.replace(
    '\nrate = "2 %"',
    '\nrate = "2 %"\nreadings = [{ name = "two", set = { rate = "2 %" } }, '
    '{ name = "five", set = { rate = "5 %" } }]',
)
SILENT = CLAUSES.replace('shared_from = "first dollar"\n', "")


def test_a_declared_reading_is_named() -> None:
    terms, key = contract(DECLARED), "sequestration five"
    one = proposals("reading", terms, figures())[key]
    assert is_found(explained(terms, figures(), one), "reading", key)
    assert one.sentence == "the text is read so: five, in “sequestration” (Exhibit B, 4)"


def test_the_other_side_of_a_silent_choice_is_named() -> None:
    terms, key = contract(SILENT), "savings excess over the minimum"
    one = proposals("reading", terms, figures())[key]
    assert is_found(explained(terms, figures(), one), "reading", key)


def test_terms_that_say_everything_offer_no_reading() -> None:
    assert proposals("reading", savings(), figures()) == {}
