"""Rankings are bound before they are shown, and rounds are few."""

import pytest

from fairterms.negotiate.bargain.exchange import MOST_ROUNDS, Exchange, commit
from fairterms.units.refusal import Refusal

OURS, THEIRS = ("a", "b", "c"), ("b", "a", "c")
SECRET, OTHER = "0123456789abcdef", "fedcba9876543210"


def committed() -> Exchange:
    start = Exchange(("a", "b", "c"))
    return start.with_commitment("group", commit(OURS, SECRET)).with_commitment(
        "plan", commit(THEIRS, OTHER)
    )


def test_packages_with_the_best_sum_of_ranks_are_agreed() -> None:
    shown = committed().with_ranking("group", OURS, SECRET)
    assert shown.agreed == ()
    assert shown.with_ranking("plan", THEIRS, OTHER).agreed == ("a", "b")


def test_nobody_shows_before_both_are_bound() -> None:
    alone = Exchange(("a", "b", "c")).with_commitment("group", commit(OURS, SECRET))
    with pytest.raises(Refusal, match="the plan has not committed"):
        alone.with_ranking("group", OURS, SECRET)


def test_another_ranking_than_the_bound_one_is_refused() -> None:
    with pytest.raises(Refusal, match="another ranking than it committed to"):
        committed().with_ranking("plan", OURS, OTHER)
    with pytest.raises(Refusal, match="another ranking than it committed to"):
        committed().with_ranking("plan", THEIRS, SECRET)


def test_a_commitment_cannot_be_changed() -> None:
    with pytest.raises(Refusal, match="is committed in this round"):
        committed().with_commitment("plan", commit(OURS, OTHER))


def test_each_package_is_ranked_once() -> None:
    bound = Exchange(("a", "b")).with_commitment("group", commit(("a", "a"), SECRET))
    bound = bound.with_commitment("plan", commit(("a", "b"), OTHER))
    with pytest.raises(Refusal, match="does not rank each package once"):
        bound.with_ranking("group", ("a", "a"), SECRET)


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(Refusal, match="fewer than 16 characters"):
        commit(OURS, "short")


def test_hashes_of_unlike_rankings_or_secrets_differ() -> None:
    assert len({commit(OURS, SECRET), commit(THEIRS, SECRET), commit(OURS, OTHER)}) == 3


def test_rounds_end() -> None:
    exchange = Exchange(OURS)
    for number in range(2, MOST_ROUNDS + 1):
        exchange = exchange.next_round(OURS)
        assert exchange.number == number
        assert not exchange.commitments
    with pytest.raises(Refusal, match="has had its 3 rounds"):
        exchange.next_round(OURS)
