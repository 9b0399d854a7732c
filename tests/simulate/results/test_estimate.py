"""An estimate carries its error, and the error says what the years can tell."""

import numpy as np
import pytest

from fairterms.simulate.results.estimate import Estimate, block_parts, over_blocks, parts


def test_the_interval_is_wider_where_few_blocks_told_the_error() -> None:
    plain, few, many = (Estimate(10.0, 1.0, blocks) for blocks in (1, 16, 32))
    assert plain.interval()[1] == pytest.approx(10 + 1.960, abs=1e-3)
    assert few.interval() == pytest.approx((10 - 2.131, 10 + 2.131), abs=1e-3)
    assert many.interval()[1] == pytest.approx(10 + 2.040, abs=1e-3)
    assert few.factor(0.99) > few.factor(0.95)


def test_turning_the_sign_keeps_the_error_and_leaves_no_negative_zero() -> None:
    assert -Estimate(3.0, 0.5, 16) == Estimate(-3.0, 0.5, 16)
    assert np.copysign(1.0, (-Estimate(0.0, 0.0)).value) == 1.0


def test_every_year_belongs_to_just_one_part() -> None:
    blocks = np.array([2, 0, 1, 2, 0, 1, 2])
    found = block_parts(blocks)
    assert [blocks[part].tolist() for part in found] == [[0, 0], [1, 1], [2, 2, 2]]
    assert sorted(np.concatenate(found)) == list(range(7))


def test_one_block_is_cut_into_runs_of_years() -> None:
    found = parts(np.zeros(160, dtype=np.int64))
    assert [len(part) for part in found] == [10] * 16
    assert found[0].tolist() == list(range(10))


def test_the_error_is_the_spread_between_blocks_over_the_root_of_their_number() -> None:
    values = np.array([0.0, 2.0, 4.0, 6.0])
    found = over_blocks(values, [np.array([0, 1]), np.array([2, 3])], np.mean)
    assert found.value == 3.0
    assert found.error == pytest.approx(np.std([1.0, 5.0], ddof=1) / np.sqrt(2))
    assert found.blocks == 2
