"""Cents are split so that the parts add up exactly."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fairterms.units.allocation import split

CASES = {
    "an odd cent goes to the first of two equals": ("3966.67", [1, 1], ["1983.34", "1983.33"]),
    "a hundred dollars in three": ("100.00", [1, 1, 1], ["33.34", "33.33", "33.33"]),
    "the largest remainder is served first": ("0.10", [1, 2, 4], ["0.01", "0.03", "0.06"]),
    "a part without weight gets nothing": ("0.05", [0, 1, 1], ["0.00", "0.03", "0.02"]),
    "an amount owed is split the same way": ("-0.05", [1, 1], ["-0.03", "-0.02"]),
    "nothing is split into nothing": ("0.00", [3, 5], ["0.00", "0.00"]),
    "one part gets all": ("12.34", [7], ["12.34"]),
}


@pytest.mark.parametrize(("amount", "weights", "parts"), CASES.values(), ids=CASES.keys())
def test_an_amount_is_split_by_largest_remainder(
    amount: str, weights: list[int], parts: list[str]
) -> None:
    assert [str(part) for part in split(Decimal(amount), weights)] == parts


def test_it_can_split_into_whole_dollars() -> None:
    assert list(map(int, split(Decimal(10), [1, 1, 1], unit=Decimal(1)))) == [4, 3, 3]


def test_rounding_each_part_by_itself_loses_a_cent() -> None:
    half = (Decimal("3966.67") / 2).quantize(Decimal("0.01"), rounding="ROUND_DOWN")
    assert 2 * half != Decimal("3966.67")
    assert sum(split(Decimal("3966.67"), [1, 1])) == Decimal("3966.67")


CENTS = some.integers(-(10**12), 10**12).map(lambda cents: Decimal(cents) / 100)
WEIGHTS = some.lists(some.decimals(0, 1_000, places=3), min_size=1, max_size=12).filter(any)


@settings(max_examples=40, deadline=None)
@given(CENTS, WEIGHTS)
def test_the_parts_add_up_and_lie_within_a_cent_of_their_share(
    amount: Decimal, weights: list[Decimal]
) -> None:
    parts = split(amount, weights)
    assert sum(parts) == amount
    total = sum(weights)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - amount * weight / total) < Decimal("0.01000001")
        assert part * amount >= 0


@settings(max_examples=25, deadline=None)
@given(CENTS, WEIGHTS)
def test_the_size_of_the_weights_does_not_matter(amount: Decimal, weights: list[Decimal]) -> None:
    assert split(amount, weights) == split(amount, [7 * weight for weight in weights])


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1], [2, -1]])
def test_weights_without_a_proportion_are_refused(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="the weights give no proportion"):
        split(Decimal("1.00"), weights)


def test_a_fraction_of_a_cent_is_refused() -> None:
    with pytest.raises(ValueError, match=r"1\.005 is not a whole number of 0\.01: round it first"):
        split(Decimal("1.005"), [1, 1])
