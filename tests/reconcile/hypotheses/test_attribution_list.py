"""The count of an earlier list is found again in the plan's numbers."""

from fairterms.contract.figure_set import read_toml
from fairterms.reconcile.hypothesis import Alternative, alternatives
from fairterms.units.quantity import parse
from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals
from tests.settle.deals import figures, savings

FEE = """
[[clause]]
id = "fee"
model = "care_coordination"
rate = "$0.72 PMPM"
retroactive_changes = "additions and removals"
"""
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


def test_other_values_are_taken_from_files_of_figures() -> None:
    march, june = figures(member_months="121,318 member-months"), figures()
    found = alternatives([march, june])["member_months"]
    assert [(str(one.value), one.words) for one in found] == [
        ("121,318 member-months", "A year"),
        ("120,000 member-months", "A year"),
    ]


def test_months_found_later_are_no_list_of_their_own() -> None:
    terms = contract(FEE)
    given = read_toml(
        '[given]\nmember_months = "3,000 member-months"\nmonths_added = "52 member-months"\n'
        'months_removed = "41 member-months"\n',
        "year.toml",
    )
    assert list(proposals("attribution_list", terms, given)) == [
        "months_added from months_removed",
        "months_removed from months_added",
    ]
