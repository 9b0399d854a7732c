"""Chains of estimates: every way to break one, and none that is whole."""

from collections.abc import Sequence

import pytest

from fairterms.risks.register.chain import broken_links
from fairterms.risks.register.estimate import Estimate, Stage
from tests.risks.register.made_up import AUTUMN, SPRING, SUMMER, estimate


def broken(*estimates: Estimate) -> list[tuple[str, str]]:
    return [(one.id, one.code) for one in broken_links(estimates)]


WHOLE = (
    estimate("first"),
    estimate("second", "first", on=SUMMER),
    estimate("third", "second", on=AUTUMN),
)


def test_a_chain_in_order_is_whole_in_any_order_of_the_file() -> None:
    assert broken(*WHOLE) == []
    assert broken(*reversed(WHOLE)) == []
    assert broken() == []


def test_stages_and_impacts_have_chains_of_their_own() -> None:
    assert broken(*WHOLE, estimate("aim", stage=Stage.TARGET), estimate("x", impact="y")) == []


def test_two_on_one_day_may_follow_each_other() -> None:
    assert broken(estimate("first"), estimate("second", "first")) == []


@pytest.mark.parametrize(
    ("estimates", "expected"),
    [
        ([estimate("a", "b")], [("a", "unknown-estimate")]),
        ([estimate("a"), estimate("b")], [("b", "second-beginning")]),
        (
            [estimate("a"), estimate("b"), estimate("c")],
            [("b", "second-beginning"), ("c", "second-beginning")],
        ),
        ([estimate("a"), estimate("b", "a"), estimate("c", "a")], [("c", "forked-chain")]),
        ([estimate("a", on=SUMMER), estimate("b", "a", on=SPRING)], [("b", "runs-backwards")]),
        ([estimate("a", impact="x"), estimate("b", "a")], [("b", "other-chain")]),
        ([estimate("a", stage=Stage.TARGET), estimate("b", "a")], [("b", "other-chain")]),
        ([estimate("a", "a")], [("a", "circle")]),
        ([estimate("a", "b"), estimate("b", "a")], [("a", "circle")]),
        ([estimate("a", "c"), estimate("b", "a"), estimate("c", "b")], [("a", "circle")]),
    ],
)
def test_each_way_to_break_a_chain_is_told_once(
    estimates: Sequence[Estimate], expected: list[tuple[str, str]]
) -> None:
    assert broken(*estimates) == expected


def test_a_tail_that_leads_into_a_circle_is_not_the_circle() -> None:
    found = broken(estimate("tail", "a"), estimate("a", "b"), estimate("b", "a"))
    assert ("a", "circle") in found
    assert ("tail", "circle") not in found


def test_the_words_name_both_estimates_of_a_circle_in_order() -> None:
    (one,) = broken_links([estimate("a", "b"), estimate("b", "a")])
    assert one.what == "a supersedes b supersedes a: a circle without a first estimate"
