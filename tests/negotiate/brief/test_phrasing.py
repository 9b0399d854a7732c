"""Sentences are shortened, turned to the plan, and ended, without losing their sense."""

import pytest

from fairterms.negotiate.brief.phrasing import ended, named, requested, within


@pytest.mark.parametrize(
    ("advice", "said"),
    [
        ("Ask that your patients count once", "We ask that our patients count once."),
        ("Ask for what is held against you", "We ask for what is held against us."),
        ("Ask for 90 days once you have the data", "We ask for 90 days once we have the data."),
        ("List what was said to you.", "List what was said to us."),
    ],
)
def test_advice_to_the_group_becomes_a_request_of_the_group(advice: str, said: str) -> None:
    assert requested(advice) == said


def test_what_is_asked_for_is_named_without_the_asking() -> None:
    assert named("Ask for a list.") == "A list"
    assert named("Agree in writing.") == "Agree in writing"


def test_a_sentence_ends_once() -> None:
    assert ended("It is so") == "It is so."
    assert ended("Example Plan, Inc.") == "Example Plan, Inc."
    assert ended("“It is final.”") == "“It is final.”"


def test_what_is_cut_says_so_and_is_never_longer() -> None:
    words = "every word of this stands on its own, in order"
    for most in range(8, len(words)):
        cut = within(words, most)
        assert len(cut) <= most + 1
        assert cut.endswith(" …")
        assert words.startswith(cut.removesuffix(" …"))
    assert within(words, len(words)) == words
