"""The count of an earlier list is found again in the plan's numbers."""

from fairterms.reconcile.hypothesis import Alternative
from fairterms.units.quantity import parse
from tests.reconcile.hypotheses.planted import explained, is_found, proposals
from tests.settle.deals import figures, savings

LISTS = {
    "member_months": (
        Alternative(parse("121,318 member-months"), "the list of March"),
        Alternative(parse("119,204 member-months"), "the list of June"),
    )
}


def test_the_count_of_an_earlier_list_is_named() -> None:
    key = "member_months the list of June"
    year = figures(cost="$4,700,000.00")
    one = proposals("attribution_list", savings(), year, LISTS)[key]
    assert is_found(explained(savings(), year, one, LISTS), "attribution_list", key)
    assert one.sentence == "member_months is 119,204 member-months, taken from the list of June"


def test_without_other_lists_nothing_is_proposed() -> None:
    assert proposals("attribution_list", savings(), figures()) == {}


def test_a_list_of_something_else_is_not_taken() -> None:
    other = {"member_months": (Alternative(parse("900 patients"), "the register"),)}
    assert proposals("attribution_list", savings(), figures(), other) == {}
