"""Cents lost or invented where a total is divided."""

from decimal import Decimal

from tests.reconcile.found import found, one, repairs
from tests.reconcile.made_report import sent

PART = ("ppo", "Region 2")


def test_a_split_without_a_lost_cent_is_no_finding() -> None:
    assert found("cent_splits", sent()) == ()


def test_a_lost_cent_goes_to_the_part_that_lost_most() -> None:
    seen = one("cent_splits", sent({("quality-pmt-chronic", PART): 166.65}))
    assert seen.what.endswith("its parts add to $666.65: $0.01 is lost in the split")
    assert seen.difference is not None
    assert seen.difference.amount == Decimal("-0.01")
    assert repairs(seen) == ["Quality payment chronic disease management, ppo, Region 2 is $166.66"]


def test_an_invented_cent_is_told_too() -> None:
    seen = one("cent_splits", sent({("quality-pmt-chronic", PART): 166.67}))
    assert "$0.01 is invented in the split" in seen.what


def test_more_than_rounding_explains_is_left_to_the_totals() -> None:
    assert found("cent_splits", sent({("quality-pmt-chronic", PART): 166.6})) == ()


def test_whole_dollars_are_not_looked_at() -> None:
    assert found("cent_splits", sent({("revenue", PART): 20001})) == ()


def test_a_total_with_a_part_of_a_cent_is_not_divided() -> None:
    seen = found("cent_splits", sent({("quality-pmt-chronic", ("ppo",)): 666.665}))
    assert [repairs(each) for each in seen][-1] == [
        "the parts of Quality payment chronic disease management, ppo are rounded together"
    ]
