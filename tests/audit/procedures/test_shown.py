"""No count of 1 to 10 people is written down, nor anything it could be worked out from."""

from decimal import Decimal

import pytest

from fairterms.audit.procedures.shown import (
    PEOPLE,
    agrees,
    amounts,
    counts_few,
    percent,
    quantity_words,
    share,
    things,
)
from fairterms.units.quantity import MONEY, count, parse


@pytest.mark.parametrize("noun", PEOPLE)
def test_few_people_are_hidden_by_themselves_and_as_a_difference(noun: str) -> None:
    for few in (1, 10):
        assert counts_few(count(noun), Decimal(few))
        assert counts_few(count(noun), Decimal(500), Decimal(500 + few))
        assert amounts(count(noun), Decimal(500), Decimal(500 + few)) == ("not shown", "not shown")
    assert not counts_few(count(noun), Decimal(0))
    assert not counts_few(count(noun), Decimal(11), Decimal(22))


def test_counts_of_things_and_dollars_are_shown() -> None:
    assert not counts_few(count("file"), Decimal(3))
    assert not counts_few(MONEY, Decimal(3))
    assert amounts(MONEY, Decimal(3)) == ("$3.00",)
    assert quantity_words(parse("3 patients")) == "not shown"
    assert quantity_words(parse("30 patients")) == "30 patients"


@pytest.mark.parametrize(
    ("printed", "ours", "same"),
    [
        ("$100.00", "100.005", True),
        ("$100.00", "100.0051", False),
        ("$100", "100.01", False),
        ("1.03 factor", "1.0349", True),
        ("1.03 factor", "1.0351", False),
        ("1.0300 factor", "1.0349", False),
        ("$42.119647 PMPM", "42.1196473533", True),
        ("$42.119648 PMPM", "42.1196473533", False),
        ("26.5 %", "0.2654", True),
        ("26.5 %", "0.2656", False),
        ("300,097 member-months", "300497", False),
    ],
)
def test_dollars_agree_to_the_cent_and_others_as_they_are_printed(
    printed: str, ours: str, same: bool
) -> None:
    assert agrees(parse(printed), Decimal(ours)) is same


def test_shares_and_things_carry_their_unit() -> None:
    assert (share(1, 8), percent(0.0719), things(0, "day")) == ("12.5 %", "7.2 %", "0 days")
    for part, whole in ((2, 1), (0, 0)):
        with pytest.raises(AssertionError):
            share(part, whole)
