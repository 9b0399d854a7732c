"""Counts of 1 to 10 people leave the group in no band."""

from hypothesis import given
from hypothesis import strategies as st

from fairterms.population.care_wording import Eyes, is_small

COUNTS = st.dictionaries(st.integers(0, 12), st.integers(0, 40))


@given(COUNTS)
def test_outside_no_band_is_small_unless_all_are(counts: dict[int, int]) -> None:
    people = sum(counts.values())
    bands = Eyes(is_outside=True).bands(counts)
    assert sum(bands.values()) == people
    assert is_small(people) or not any(is_small(n) for n in bands.values())


def test_one_and_ten_are_few_and_eleven_and_nobody_are_not() -> None:
    assert [n for n in range(13) if is_small(n)] == list(range(1, 11))


@given(COUNTS)
def test_inside_every_band_is_shown(counts: dict[int, int]) -> None:
    bands = Eyes(is_outside=False).bands(counts)
    assert list(bands) == ["0", "1", "2", "3 to 5", "6 or more"]
    assert bands["3 to 5"] == sum(counts.get(n, 0) for n in (3, 4, 5))
    assert sum(bands.values()) == sum(counts.values())


def test_a_small_lowest_band_joins_the_one_above() -> None:
    assert Eyes(is_outside=True).bands({0: 4, 1: 30, 2: 40}) == {
        "0 to 1": 34,
        "2": 40,
        "3 to 5": 0,
        "6 or more": 0,
    }
