import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.simulate.draws.keyed import (
    below,
    bernoulli_counts,
    dependent_counts,
    lanes,
    presence_keys,
    substream,
    thresholds,
    uniforms,
    year_keys,
)
from tests.simulate.draws.plain import plain_key, plain_lane

KEYS = year_keys(7, "follow-up", 0, 400)
COST = year_keys(7, "cost", 0, 400)


def test_a_key_is_hashed_from_seed_stream_and_year() -> None:
    expected = [plain_key(7, "cost", year) for year in range(3, 6)]
    assert year_keys(7, "cost", 3, 6).tolist() == expected


def test_keys_numbers_and_lanes_never_change() -> None:
    keys = year_keys(7, "cost", 0, 2).tolist()
    assert [hex(key) for key in keys] == [
        "0xade489533153951",
        "0x318a225e853de043",
    ]
    assert lanes(year_keys(-1, "Maß", 5, 6), 5).tolist() == [[48975, 47535, 15341, 12211, 53738]]
    assert uniforms(7, "trend", 0, 1, 2).tolist() == [[0.4741462490983338, 0.24357478995118254]]


def test_a_patients_number_is_that_of_the_plain_generator() -> None:
    expected = [[plain_lane(plain_key(7, "cost", year), i) for i in range(11)] for year in range(3)]
    assert lanes(COST[:3], 11).tolist() == expected


def test_no_two_of_seed_stream_and_year_share_a_key() -> None:
    names = ["cost", "cost ", "follow-up", "1|cost", "|cost", "", "trend"]
    keys = np.concatenate(
        [year_keys(seed, name, 0, 2_000) for seed in (0, 1, 11, -1, 2**80) for name in names]
    )
    assert len(np.unique(keys)) == len(keys)


def test_further_draws_about_a_patient_have_keys_of_their_own() -> None:
    keys = np.concatenate([KEYS, presence_keys(KEYS), substream(KEYS, "tail"), COST])
    assert len(np.unique(keys)) == len(keys)


@pytest.mark.parametrize("cut", [0, 1, 137, 399, 400])
def test_lanes_are_the_same_however_the_years_are_split(cut: int) -> None:
    parts = [lanes(year_keys(7, "cost", first, last), 9) for first, last in [(0, cut), (cut, 400)]]
    assert np.concatenate(parts).tobytes() == lanes(COST, 9).tobytes()


def test_leaving_the_roster_moves_nobody_else() -> None:
    assert (lanes(COST, 12)[:, :7] == lanes(COST, 7)).all()


def test_lanes_are_uniform_in_every_bit_and_every_place() -> None:
    drawn = lanes(year_keys(3, "cost", 0, 4_000), 64)
    n = drawn.size
    cells = np.bincount((drawn >> 8).ravel(), minlength=256)
    assert abs(((cells - n / 256) ** 2 / (n / 256)).sum() - 255) < 5 * np.sqrt(510)
    low = np.bincount((drawn & 255).ravel(), minlength=256)
    assert abs(((low - n / 256) ** 2 / (n / 256)).sum() - 255) < 5 * np.sqrt(510)
    place_means = drawn.mean(axis=0) / 65_536
    assert np.abs(place_means - 0.5).max() < 4.5 * np.sqrt(1 / 12 / 4_000)


@pytest.mark.parametrize("shift", [1, 2, 3, 4, 5])
def test_neighbours_in_the_roster_and_in_time_are_unrelated(shift: int) -> None:
    drawn = lanes(year_keys(3, "cost", 0, 3_000), 40).astype(float)
    for one, other in [
        (drawn[:, :-shift], drawn[:, shift:]),
        (drawn[:-shift], drawn[shift:]),
    ]:
        found = np.corrcoef(one.ravel(), other.ravel())[0, 1]
        assert abs(found) < 4.5 / np.sqrt(one.size)


def test_streams_and_seeds_are_unrelated() -> None:
    drawn = [
        lanes(year_keys(seed, name, 0, 3_000), 40).ravel().astype(float)
        for seed, name in [(1, "cost"), (2, "cost"), (1, "follow-up")]
    ]
    related = np.corrcoef(drawn) - np.eye(3)
    assert np.abs(related).max() < 4.5 / np.sqrt(len(drawn[0]))


def test_uniform_numbers_lie_inside_and_are_uniform() -> None:
    drawn = uniforms(5, "trend", 0, 20_000, 3)
    assert drawn.shape == (20_000, 3)
    assert 0 < drawn.min() < 1e-4
    assert 1 - 1e-4 < drawn.max() < 1
    assert np.abs(drawn.mean(axis=0) - 0.5).max() < 4 * np.sqrt(1 / 12 / 20_000)
    assert np.abs((drawn**2).mean(axis=0) - 1 / 3).max() < 4 * np.sqrt(4 / 45 / 20_000)


def test_uniform_numbers_are_the_same_in_any_shard() -> None:
    whole = uniforms(5, "trend", 0, 50, 3)
    assert (uniforms(5, "trend", 20, 50, 3) == whole[20:]).all()


def test_the_largest_word_gives_a_number_below_1() -> None:
    assert (np.float64(2**52 - 1) + 0.5) * 2.0**-52 < 1


@given(
    patients=st.lists(st.integers(0, 23), min_size=1, max_size=12),
    chance=st.sampled_from([0.0, 1e-9, 0.25, 0.7, 1 - 1e-9, 1.0]),
)
@settings(max_examples=16, deadline=None)
def test_counts_are_those_of_counting_one_by_one(patients: list[int], chance: float) -> None:
    years = len(patients)
    drawn = lanes(KEYS[:years], 23)
    expected = [
        sum(int(lane) < round(chance * 65_536) for lane in drawn[year, :n].tolist())
        for year, n in enumerate(patients)
    ]
    assert bernoulli_counts(KEYS[:years], np.array(patients), chance).tolist() == expected


@given(
    patients=st.lists(st.integers(0, 23), min_size=1, max_size=12),
    low=st.sampled_from([0.0, 0.3, 1.0]),
    high=st.sampled_from([0.0, 0.6, 1.0]),
    cut=st.sampled_from([0.0, 0.5, 0.8, 1.0]),
)
@settings(max_examples=16, deadline=None)
def test_dependent_counts_are_those_of_counting_one_by_one(
    patients: list[int], low: float, high: float, cut: float
) -> None:
    years = len(patients)
    drawn, cost = lanes(KEYS[:years], 23), lanes(COST[:years], 23)
    expected = []
    for year, n in enumerate(patients):
        chances = [high if int(place) >= round(cut * 65_536) else low for place in cost[year, :n]]
        hits = [
            int(lane) < round(chance * 65_536)
            for lane, chance in zip(drawn[year, :n], chances, strict=True)
        ]
        expected.append(sum(hits))
    found = dependent_counts(KEYS[:years], COST[:years], np.array(patients), low, high, cut)
    assert found.tolist() == expected


def test_counts_follow_the_binomial_law() -> None:
    counts = bernoulli_counts(year_keys(1, "seen", 0, 20_000), np.full(20_000, 60), 0.75)
    assert abs(counts.mean() - 45) < 4 * np.sqrt(60 * 0.75 * 0.25 / 20_000)
    assert counts.var() == pytest.approx(60 * 0.75 * 0.25, rel=0.05)
    # With a true rate of 75 % chance alone leaves 60 patients below a gate of 70 % this often.
    assert (counts / 60 < 0.70).mean() == pytest.approx(0.15, abs=0.012)


def test_the_cost_stream_used_again_for_the_outcome_is_seen() -> None:
    # A planted fault: with one stream for both, who is dear is also who says no.
    patients = np.full(400, 500)
    right = dependent_counts(KEYS, COST, patients, 0.5, 0.5, 0.5)
    wrong = dependent_counts(COST, COST, patients, 0.5, 0.0, 0.5)
    assert right.var() == pytest.approx(125, rel=0.4)
    assert abs(wrong.mean() - 250) < 5, "nobody dear would have said yes in any case"
    assert abs(dependent_counts(KEYS, COST, patients, 0.5, 0.0, 0.5).mean() - 125) < 3


def test_chances_differ_by_year() -> None:
    counts = bernoulli_counts(KEYS[:3], np.full(3, 10), np.array([0.0, 1.0, 0.0]))
    assert counts.tolist() == [0, 10, 0]


def test_chances_are_met_to_the_nearest_lane() -> None:
    chances = np.array([0.4, 0.6, 65_535.4, 65_535.6]) / 65_536
    assert thresholds(chances, 4).tolist() == [0, 1, 65_535, 65_536]


def test_a_yes_lies_below_the_threshold_and_not_at_it() -> None:
    drawn = np.array([[4, 5, 6], [0, 65_534, 65_535], [0, 65_534, 65_535]], dtype=np.uint16)
    found = below(drawn, np.array([5, 65_535, 65_536]))
    assert found.tolist() == [[True, False, False], [True, True, False], [True, True, True]]


@pytest.mark.parametrize("chance", [-0.1, 1.1, float("nan"), 70.0])
def test_a_chance_that_is_none_is_our_mistake(chance: float) -> None:
    with pytest.raises(AssertionError, match="between 0 and 1"):
        thresholds(chance, 3)


def test_years_before_the_first_are_our_mistake() -> None:
    with pytest.raises(AssertionError, match="numbered from 0"):
        year_keys(7, "cost", -1, 3)
    with pytest.raises(AssertionError, match="0 patients or more"):
        bernoulli_counts(KEYS[:1], np.array([-1]), 0.5)
