import numpy as np
import pytest

from fairterms.simulate.draws.year_points import normal, year_points


def block_means(values: np.ndarray, block: np.ndarray) -> np.ndarray:
    return np.bincount(block, weights=values) / np.bincount(block)


@pytest.mark.parametrize(("dimensions", "at_least"), [(1, 100), (3, 100), (8, 20)])
def test_a_smooth_mean_is_many_times_as_precise_as_by_plain_chance(
    dimensions: int, at_least: float
) -> None:
    points = year_points(11, dimensions, 32 * 256)
    values = np.exp(0.3 * normal(points.values).sum(axis=1) / np.sqrt(dimensions))
    means = block_means(values, points.block)
    assert values.var() / 256 / means.var(ddof=1) > at_least
    assert abs(means.mean() - np.exp(0.045)) < 4 * means.std(ddof=1) / np.sqrt(32)


def test_blocks_and_dimensions_are_scrambled_independently() -> None:
    first = np.array([year_points(seed, 2, 4, blocks=4).values.ravel() for seed in range(120)])
    related = np.corrcoef(first, rowvar=False) - np.eye(8)
    assert np.abs(related).max() < 4.5 / np.sqrt(120)
    assert np.abs(first.mean(axis=0) - 0.5).max() < 4 * np.sqrt(1 / 12 / 120)


def test_dimensions_are_unrelated() -> None:
    values = year_points(11, 6, 32 * 128).values
    related = np.corrcoef(values, rowvar=False) - np.eye(6)
    assert np.abs(related).max() < 0.02


def test_every_block_of_a_power_of_two_is_a_whole_net() -> None:
    points = year_points(4, 3, 4 * 64, blocks=4)
    for block in range(4):
        mine = points.values[points.block == block]
        for dimension in range(3):
            cells = np.floor(mine[:, dimension] * 64).astype(int)
            assert sorted(cells.tolist()) == list(range(64))
        pairs = np.floor(mine[:, :2] * 8).astype(int) @ [8, 1]
        assert sorted(pairs.tolist()) == list(range(64))


def test_years_go_round_the_blocks_and_more_years_leave_the_first_as_they_were() -> None:
    points = year_points(4, 3, 100, blocks=16)
    assert points.block.tolist() == [year % 16 for year in range(100)]
    assert len(points) == 100
    assert (year_points(4, 3, 1_000, blocks=16).values[:100] == points.values).all()


def test_more_factors_leave_the_first_ones_as_they_were() -> None:
    assert (year_points(4, 5, 64).values[:, :3] == year_points(4, 3, 64).values).all()


def test_a_part_is_the_same_bytes() -> None:
    points = year_points(4, 2, 70)
    part = points.part(31, 50)
    assert part.values.tobytes() == points.values[31:50].tobytes()
    assert part.block.tolist() == points.block[31:50].tolist()


def test_the_points_never_change() -> None:
    found = year_points(7, 2, 33).values[[0, 1, 32]] * 2**32
    assert found.tolist() == [
        [34009441.5, 3564065878.5],
        [3660986134.5, 2610763708.5],
        [3900305458.5, 1949106826.5],
    ]


def test_a_high_point_is_a_high_normal() -> None:
    assert normal([0.1, 0.5, 0.9]).round(3).tolist() == [-1.282, 0.0, 1.282]


def test_another_seed_gives_other_points() -> None:
    assert not (year_points(4, 2, 64).values == year_points(5, 2, 64).values).any()


def test_points_lie_inside_even_where_the_plain_sequence_begins_at_0() -> None:
    values = year_points(9, 1, 500, blocks=500).values
    assert 0 < values.min() < values.max() < 1
    assert abs(values.mean() - 0.5) < 4 * np.sqrt(1 / 12 / 500)


@pytest.mark.parametrize("count", [1, 2, 3, 63])
def test_any_number_of_years_is_served_without_a_warning(count: int) -> None:
    assert year_points(4, 2, count, blocks=1).values.shape == (count, 2)
    assert np.isfinite(normal(year_points(4, 2, count).values)).all()


def test_no_factor_and_no_year_are_our_mistakes() -> None:
    with pytest.raises(AssertionError, match="one factor"):
        year_points(4, 0, 8)
    with pytest.raises(AssertionError, match="one year"):
        year_points(4, 1, 0)
    with pytest.raises(AssertionError, match="one block"):
        year_points(4, 1, 8, blocks=0)
