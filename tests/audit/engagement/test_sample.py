"""Either side can draw a sample again, and its bound is exact."""

import hashlib
import hmac
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.audit.engagement.sample import Sample


def drawn_by_hand(population: int, size: int, seed: str) -> list[int]:
    """Draw as the manual says, with nothing of the program."""
    hashed = {
        hmac.new(seed.encode(), str(place).encode(), hashlib.sha256).hexdigest(): place
        for place in range(1, population + 1)
    }
    return [hashed[one] for one in sorted(hashed)][:size]


@pytest.mark.parametrize(("population", "size"), [(52, 4), (1240, 60), (9, 8)])
def test_a_sample_is_drawn_as_the_manual_says(population: int, size: int) -> None:
    sample = Sample("lines", population, size, "juniper 2028")
    assert list(sample.places) == drawn_by_hand(population, size, "juniper 2028")


def test_a_larger_sample_begins_with_the_smaller_one_and_another_seed_draws_others() -> None:
    small, large = Sample("x", 500, 10, "a"), Sample("x", 500, 20, "a")
    assert large.places[:10] == small.places
    assert Sample("x", 500, 10, "b").places != small.places


def test_of_a_whole_list_every_line_is_looked_at() -> None:
    assert Sample("x", 5, 5).places == (1, 2, 3, 4, 5)
    assert Sample("x", 5, 5).bound95(2) == 0.4


def exact_bound(deviations: int, size: int, population: int) -> Fraction:
    """Try every number of failing lines, in whole numbers only."""
    most = deviations
    for faulty in range(deviations, population - size + deviations + 1):
        ways = sum(
            comb(faulty, seen) * comb(population - faulty, size - seen)
            for seen in range(min(deviations, faulty) + 1)
        )
        if 20 * ways > comb(population, size):
            most = faulty
    return Fraction(most, population)


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_the_bound_is_the_largest_share_that_is_not_ruled_out(data: st.DataObject) -> None:
    population = data.draw(st.integers(2, 120))
    size = data.draw(st.integers(1, population - 1))
    deviations = data.draw(st.integers(0, size))
    bound = Sample("x", population, size, "s").bound95(deviations)
    assert bound == float(exact_bound(deviations, size, population))


def test_what_could_tell_1_to_10_people_is_not_shown() -> None:
    people = Sample("members", 5_000, 60, "s", are_people=True)
    assert [people.may_show(one) for one in (0, 1, 10, 11, 49, 50, 59, 60)] == [
        *(True, False, False, True, True, False, False, True)
    ]
    shown = {people.shown_bound(one) for one in range(1, 11)}
    assert shown == {people.bound95(10)}
    assert people.shown_bound(55) is None
    assert Sample("members", 60, 60, are_people=True).shown_bound(3) is None
    assert Sample("lines", 5_000, 60, "s").shown_bound(3) == people.bound95(3)


def test_a_sample_without_a_seed_is_a_mistake_of_ours() -> None:
    with pytest.raises(AssertionError):
        Sample("x", 5, 4)


@pytest.mark.parametrize("size", [15, 20, 21, 22, 25, 30, 31])
def test_whether_a_bound_is_shown_tells_nothing_of_1_to_10_people(size: int) -> None:
    people = Sample("members", 5_000, size, "s", are_people=True)
    few = range(1, min(10, size - 11) + 1)
    assert len({people.shown_bound(one) for one in few}) <= 1
    many = range(max(size - 10, 11), size)
    assert {people.shown_bound(one) for one in many} <= {None}
