"""Tiers: the last one reached decides."""

from decimal import Decimal

import pytest

from fairterms.contract.value import read
from fairterms.payment import tiers
from tests.payment.one_clause import amount, settle

RISING = [["0 %", "10 %"], ["50 %", "40 %"], ["80 %", "100 %"]]


def objections(pairs: list[list[str]], *, is_falling: bool = False) -> list[str]:
    """Return the codes of what is wrong with tiers given as pairs."""
    rows = read([{"at": at, "share": share} for at, share in pairs])
    return [found.code for found in tiers.check("tiers", rows, "share", is_falling=is_falling)]


def test_tiers_that_rise_are_sound() -> None:
    assert not objections(RISING)
    assert not objections(RISING[:1])


def test_tiers_that_fall_are_sound_where_lower_is_better() -> None:
    falling = [["30 %", "10 %"], ["20 %", "40 %"], ["10 %", "40 %"]]
    assert not objections(falling, is_falling=True)
    assert objections(falling) == ["rows-not-rising", "rows-not-rising"]
    assert objections(RISING, is_falling=True) == ["rows-not-rising", "rows-not-rising"]


@pytest.mark.parametrize("is_falling", [False, True])
def test_a_threshold_stands_once(*, is_falling: bool) -> None:
    assert objections([["5 %", "1 %"], ["5 %", "2 %"]], is_falling=is_falling) == [
        "rows-not-rising"
    ]


def test_a_better_result_may_pay_as_much_but_not_less() -> None:
    assert not objections([["1 %", "50 %"], ["2 %", "50 %"]])
    assert objections([["1 %", "50 %"], ["2 %", "49.9 %"]]) == ["shares-falling"]


def test_per_cents_and_counts_cannot_be_ranked() -> None:
    assert objections([["1 %", "50 %"], ["2 events", "60 %"]]) == ["mixed-units"]


def test_one_row_alone_or_no_rows_are_no_problem_here() -> None:
    assert not list(tiers.check("tiers", read({"at": "1 %", "share": "2 %"}), "share"))
    assert not list(tiers.check("tiers", None, "share"))


def test_a_message_names_both_tiers() -> None:
    rows = read([{"at": "80 %", "share": "50 %"}, {"at": "60 %", "share": "100 %"}])
    (found,) = tiers.check("tiers", rows, "share")
    assert found.what == "the tier at 60 % follows the tier at 80 %"
    assert found.why == "the last tier reached decides, so they must rise"
    assert found.term == "tiers"


def test_a_number_that_is_not_stated_is_left_to_its_own_message() -> None:
    rows = read([{"at": "80 %", "share": "50 %"}, {"at": "not stated", "share": "100 %"}])
    assert not list(tiers.check("tiers", rows, "share"))


@pytest.mark.parametrize(
    ("is_falling", "rate", "share"),
    [
        (False, "49.9 %", "0 %"),
        (False, "50 %", "40 %"),
        (False, "80 %", "40 %"),
        (False, "80.1 %", "100 %"),
        (True, "80 %", "40 %"),
        (True, "80.1 %", "0 %"),
        (True, "50 %", "100 %"),
    ],
)
def test_the_last_tier_reached_decides(*, is_falling: bool, rate: str, share: str) -> None:
    rising = '{ at = "50 %", share = "40 %" }, { at = "more than 80 %", share = "100 %" }'
    falling = '{ at = "80 %", share = "40 %" }, { at = "50 %", share = "100 %" }'
    clauses = f"""
[[clause]]
id = "quality"
model = "pay_for_performance"
budget = "$1.00"

[[clause.measures]]
measure = "m"
direction = "{"lower" if is_falling else "higher"} is better"
weight = "100 %"
tiers = [{falling if is_falling else rising}]
"""
    per_mille = str(int(Decimal(rate.removesuffix(" %")) * 10))
    figures = {"m.numerator": f"{per_mille} patients", "m.denominator": "1,000 patients"}
    assert amount(settle(clauses, figures), "quality.m.share") == share
