"""Another choice than the stated one is found again."""

from fairterms.contract.figure_set import read_toml
from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals
from tests.settle.deals import figures, savings

FEE = """
[[clause]]
id = "fee"
title = "Fee"
model = "care_coordination"
rate = "$0.72 PMPM"
retroactive_changes = "additions and removals"
cite = { document = "01-agreement.pdf", section = "6.3" }
"""
YEAR = read_toml(
    '[given]\nmember_months = "30,000 member-months"\nmonths_added = "352 member-months"\n'
    'months_removed = "178 member-months"\n',
    "year.toml",
)


def test_only_removals_in_place_of_both_ways_is_named() -> None:
    terms = contract(FEE)
    found = proposals("stated_choice", terms, YEAR)
    key = next(key for key in found if "removals only" in key)
    assert is_found(explained(terms, YEAR, found[key]), "stated_choice", key)
    assert found[key].sentence == (
        '"removals only" instead of "additions and removals" is taken for “retroactive changes”, '
        "in “Fee” (6.3)"
    )


def test_choices_of_other_families_are_left_to_them() -> None:
    assert proposals("stated_choice", savings(), figures()) == {}
