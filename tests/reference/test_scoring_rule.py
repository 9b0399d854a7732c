"""Scorings that contradict themselves cannot be built; rules for missing answers have names."""

import pytest

from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.scoring_rule import (
    COMPLETE_ONLY,
    RECORDED_TOTAL,
    Handling,
    Items,
    MissingItems,
    Rounding,
    Rule,
    Scoring,
)

BASIS = Basis("made up", Evidence.READ)


def test_the_range_must_be_that_of_the_items() -> None:
    assert Scoring("standard", 0, 27, BASIS, items=Items(9, 0, 3)).highest == 27
    with pytest.raises(AssertionError, match="not that of the items"):
        Scoring("standard", 0, 24, BASIS, items=Items(9, 0, 3))


def test_items_from_one_make_a_range_that_does_not_begin_at_zero() -> None:
    assert Scoring("standard", 10, 50, BASIS, items=Items(10, 1, 5)).lowest == 10
    with pytest.raises(AssertionError, match="not that of the items"):
        Scoring("standard", 0, 50, BASIS, items=Items(10, 1, 5))


def test_a_mean_times_ten_has_the_range_of_one_item_times_ten() -> None:
    mean = Scoring("clinical", 0, 40, BASIS, None, Items(34, 0, 4), Rule.MEAN, 10)
    assert mean.of_all(4) == 40
    assert mean.factor(6) == 10


def test_a_scoring_reads_in_words() -> None:
    turned = Scoring("standard", 0, 40, BASIS, items=Items(10, 0, 4, (2, 3)))
    assert turned.words == "sum of 10 items of 0 to 4, items 2, 3 reversed; 0 to 40"
    assert Scoring("t", 10, 90, BASIS, None).words == "the recorded total; 10 to 90"


@pytest.mark.parametrize(
    "items", [(0, 0, 3), (3, 3, 3), (3, 4, 3)], ids=["no items", "one answer", "upside down"]
)
def test_items_that_make_no_sense_cannot_be_built(items: tuple[int, int, int]) -> None:
    with pytest.raises(AssertionError):
        Items(*items)


def test_only_an_item_of_the_form_can_be_reversed() -> None:
    with pytest.raises(AssertionError, match="item of the form"):
        Items(5, 0, 4, (6,))


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        (COMPLETE_ONLY, "complete-only"),
        (RECORDED_TOTAL, "recorded-total"),
        (MissingItems(Handling.PRORATE, BASIS, 2), "prorate-up-to-2"),
        (MissingItems(Handling.PRORATE, BASIS, 2, Rounding.UP), "prorate-up-to-2-rounded-up"),
        (
            MissingItems(Handling.PRORATE, BASIS, 1, is_per_subscale=True),
            "prorate-up-to-1-per-subscale",
        ),
        (MissingItems(Handling.BLANK_IS_LOWEST, BASIS, 3), "blank-is-lowest-up-to-3"),
    ],
)
def test_a_contract_can_name_every_rule(rule: MissingItems, name: str) -> None:
    assert rule.name == name


def test_rules_read_in_words() -> None:
    words = {
        rule.handling: rule.words
        for rule in (
            COMPLETE_ONLY,
            RECORDED_TOTAL,
            MissingItems(Handling.PRORATE, BASIS, 1, is_per_subscale=True),
            MissingItems(Handling.BLANK_IS_LOWEST, BASIS, 3),
        )
    }
    assert words == {
        Handling.COMPLETE_ONLY: "a form with any missing answer has no score",
        Handling.RECORDED_TOTAL: "only the recorded total is read, never the answers",
        Handling.PRORATE: (
            "up to 1 missing answers in each subscale: the mean of the answered items stands for "
            "them"
        ),
        Handling.BLANK_IS_LOWEST: "up to 3 missing answers count as the lowest answer",
    }


def test_a_rule_that_fills_in_says_how_many_and_one_that_does_not_says_none() -> None:
    with pytest.raises(AssertionError, match="how many"):
        MissingItems(Handling.PRORATE, BASIS)
    with pytest.raises(AssertionError, match="how many"):
        MissingItems(Handling.COMPLETE_ONLY, BASIS, 2)
