"""Samples are drawn by a seed, and anybody can draw them again."""

import hashlib

import pytest

from fairterms.risks.control.bound import upper_bound_of_list
from fairterms.risks.control.sampling import advised_size, draw, draw_places
from fairterms.units.refusal import Refusal

WEEKS = [f"week {number}" for number in range(1, 53)]


def keyed_by_hand(seed: str, item: str) -> bytes:
    """HMAC-SHA256 as its standard writes it, without the library that draws."""
    key = seed.encode().ljust(64, b"\0")
    inner = hashlib.sha256(bytes(b ^ 0x36 for b in key) + item.encode()).digest()
    return hashlib.sha256(bytes(b ^ 0x5C for b in key) + inner).digest()


def test_the_other_side_draws_the_same_sample_with_its_own_program() -> None:
    theirs = sorted(WEEKS, key=lambda week: keyed_by_hand("cedar 2027", week))[:8]
    assert list(draw(WEEKS, "cedar 2027", 8)) == theirs


def test_the_order_of_the_list_does_not_matter() -> None:
    assert draw(WEEKS, "cedar", 8) == draw(WEEKS[::-1], "cedar", 8)


def test_another_seed_draws_another_sample() -> None:
    assert draw(WEEKS, "cedar", 8) != draw(WEEKS, "juniper", 8)


def test_a_larger_sample_begins_with_the_smaller_one() -> None:
    assert draw(WEEKS, "cedar", 20)[:8] == draw(WEEKS, "cedar", 8)


def test_every_item_is_drawn_about_equally_often() -> None:
    seen = dict.fromkeys(WEEKS, 0)
    for seed in range(800):
        for week in draw(WEEKS, f"seed {seed}", 13):
            seen[week] += 1
    # 200 expected of each, standard deviation 12.2: five of them either way.
    assert min(seen.values()) > 139
    assert max(seen.values()) < 261


def test_a_list_shorter_than_the_sample_is_drawn_whole() -> None:
    assert set(draw(WEEKS, "cedar", 100)) == set(WEEKS)


def test_places_are_counted_from_one() -> None:
    assert set(draw_places(5, "cedar", 5)) == {"1", "2", "3", "4", "5"}


@pytest.mark.parametrize(
    ("items", "seed", "number"),
    [([], "cedar", 1), (WEEKS, "", 1), (WEEKS, "cedar", 0), (["a", "a"], "cedar", 1)],
)
def test_nothing_is_drawn_that_cannot_be_drawn_again(
    items: list[str], seed: str, number: int
) -> None:
    with pytest.raises(Refusal, match=r"stands twice|are needed"):
        draw(items, seed, number)


@pytest.mark.parametrize("population", [60, 250, 4_000, 50_000])
def test_the_advised_sample_is_the_smallest_that_reaches_the_bound(population: int) -> None:
    size = advised_size(population)
    assert upper_bound_of_list(0, size, population) <= 0.10
    assert upper_bound_of_list(0, size - 1, population) > 0.10


def test_a_small_list_is_looked_at_whole() -> None:
    assert [advised_size(population) for population in (1, 4, 12, 20)] == [1, 4, 12, 20]
    assert advised_size(52) == 20
