import numpy as np
import pytest

from fairterms.simulate.draws.words import (
    Room,
    blocks,
    increments,
    lanes_of,
    mixed,
    room_for,
    single_lanes,
    words,
)
from tests.simulate.draws.plain import ALL, plain_increment, plain_mix

KEYS = np.array([0, 1, 2, 2**63, 2**64 - 1, 0x0123456789ABCDEF], dtype=np.uint64)


def test_the_words_are_those_of_a_plain_generator_on_whole_numbers() -> None:
    drawn = words(KEYS, 5)
    for row, key in zip(drawn.tolist(), KEYS.tolist(), strict=True):
        step = plain_increment(key)
        assert row == [plain_mix((key + place * step) & ALL) for place in range(1, 6)]


def test_the_words_of_a_key_never_change() -> None:
    drawn = words(KEYS[1:3], 2).ravel().tolist()
    assert [hex(word) for word in drawn] == [
        "0xdec1469c8d51e97b",
        "0xd9c14848af122082",
        "0xfe882919d91b1a30",
        "0x1ba870d5b0eeef52",
    ]


def test_the_published_sequence_of_splitmix64_comes_out_of_its_own_step() -> None:
    # Seed 0 and the step of the golden ratio: the generator's well-known first numbers.
    states = np.arange(1, 4, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    assert mixed(states).tolist() == [
        0xE220A8397B1DCDAF,
        0x6E789E6AA1B965F4,
        0x06C45D188009454F,
    ]


def test_mixing_is_one_to_one() -> None:
    values = np.concatenate([np.arange(50_000), 2 ** np.arange(63)]).astype(np.uint64)
    assert len(np.unique(mixed(values))) == len(np.unique(values))


def test_one_bit_of_a_key_turns_half_the_bits_of_a_word() -> None:
    key = np.array([0x5555AAAA12345678], dtype=np.uint64)
    near = key ^ (np.uint64(1) << np.arange(64, dtype=np.uint64))
    turned = np.bitwise_count(words(near, 1) ^ words(key, 1)).astype(float)
    assert abs(turned.mean() - 32) < 2
    assert turned.min() > 12


def test_a_step_is_odd_and_changes_bits_often() -> None:
    steps = increments(np.arange(20_000, dtype=np.uint64))
    assert bool((steps % np.uint64(2) == 1).all())
    assert int(np.bitwise_count(steps ^ (steps >> np.uint64(1))).min()) >= 23


def test_keys_next_to_each_other_walk_different_sequences() -> None:
    drawn = words(np.arange(400, dtype=np.uint64), 500)
    assert len(np.unique(drawn)) == drawn.size


def test_the_first_patient_has_the_lowest_bits_of_the_first_word() -> None:
    word = np.array([[0x4444_3333_2222_1111]], dtype=np.uint64)
    assert lanes_of(word).tolist() == [[0x1111, 0x2222, 0x3333, 0x4444]]


def test_a_patient_alone_has_the_same_number_as_in_the_roster() -> None:
    places = np.array([0, 1, 2, 3, 4, 7, 9])
    roster = lanes_of(words(KEYS, 3))
    for row, key in enumerate(KEYS):
        found = single_lanes(np.full(len(places), key), places)
        assert found.tolist() == roster[row, places].tolist()


def test_a_room_draws_the_same_in_blocks_of_any_size() -> None:
    room = Room(len(KEYS), 11)
    steps = increments(KEYS)
    whole = lanes_of(words(KEYS, 3))
    for first, last, patients in [(0, 6, 11), (2, 3, 11), (1, 5, 6), (0, 6, 1)]:
        drawn = room.lanes(KEYS[first:last], steps[first:last], patients)
        assert drawn.tolist() == whole[first:last, :patients].tolist()


@pytest.mark.parametrize("most", [0, 1, 3_000, 200_000])
def test_blocks_hold_every_year_once_and_stay_small(most: int) -> None:
    patients = np.arange(300) % 7 * most // 6
    cut_up = blocks(patients)
    assert sorted(np.concatenate(cut_up).tolist()) == list(range(300))
    for rows in cut_up:
        assert int(patients[rows].max()) == int(patients[rows[-1]])
        assert len(rows) == 1 or len(rows) * (most // 4) <= 24_576
    assert room_for(cut_up, patients) is not None
