"""Gathered patients are the same patients: sorted, counted, and no fact of theirs changed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.outcomes.comparison import cells as module
from fairterms.outcomes.comparison.cells import Cells, gather, number
from tests.outcomes.made_up_patients import make


def facts_of(cells: Cells) -> list[tuple[float, ...]]:
    """Undo the scaling and repeat each cell by its patients."""
    facts = cells.design[:, 1:] * cells.spread + cells.centre
    owners = np.concatenate(
        [np.repeat(np.arange(b.providers.start, b.providers.stop), b.counts) for b in cells.blocks]
    )
    rows = np.column_stack([cells.providers[owners], facts]).round(9)
    return sorted(map(tuple, np.repeat(rows, cells.trials.astype(int), axis=0).tolist()))


@pytest.mark.parametrize("coarse", [False, True])
def test_gathering_keeps_every_patient(coarse: bool) -> None:
    patients = make(coarse=coarse)
    cells = gather(*patients.columns)
    given_rows = np.column_stack([patients.providers, patients.covariates]).round(9)
    assert facts_of(cells) == sorted(map(tuple, given_rows.tolist()))
    assert cells.is_single != coarse
    assert (len(cells.trials) < len(patients.outcomes)) == coarse


@pytest.mark.parametrize("coarse", [False, True])
def test_counts_and_event_sums_are_those_of_a_plain_loop(coarse: bool) -> None:
    patients = make(coarse=coarse)
    cells = gather(*patients.columns)
    scaled = (patients.covariates - cells.centre) / cells.spread
    design = np.column_stack([np.ones(len(scaled)), scaled])
    for at, provider in enumerate(cells.providers):
        own = patients.providers == provider
        assert cells.patients[at] == own.sum()
        assert cells.observed[at] == patients.outcomes[own].sum()
        sums = (design[own] * patients.outcomes[own, None]).sum(axis=0)
        np.testing.assert_allclose(cells.event_sums[at], sums, atol=1e-10)


def test_blocks_cover_every_row_and_provider_once(monkeypatch: pytest.MonkeyPatch) -> None:
    patients = make(providers=7, each=23)
    whole = gather(*patients.columns)
    monkeypatch.setattr(module, "BLOCK_ROWS", 10)
    cells = gather(*patients.columns)
    counts = np.zeros(7)
    for block in cells.blocks:
        assert block.rows.stop - block.rows.start == block.counts.sum() <= 10
        assert (block.counts > 0).all()
        counts[block.providers] += block.counts
    assert counts.tolist() == [23] * 7
    np.testing.assert_allclose(cells.event_sums, whole.event_sums, atol=1e-10)


def test_the_given_columns_are_not_changed() -> None:
    patients = make()
    before = [column.copy() for column in patients.columns]
    gather(*patients.columns)
    for column, kept in zip(patients.columns, before, strict=True):
        np.testing.assert_array_equal(column, kept)


def test_a_rare_value_that_a_sample_misses_is_still_told_apart() -> None:
    rows = 20_000
    rare = np.zeros((rows, 1))
    rare[[3, 17_001], 0] = 1
    rare[17_003, 0] = 2
    cells = gather(np.arange(rows) % 2, np.arange(rows) % 3, rare)
    assert len(facts_of(cells)) == rows
    assert cells.trials.sum() == rows
    # Three providers' zeros; the two ones are of one provider, the two of another.
    assert sorted(cells.trials.tolist()) == [1, 2, 6_665, 6_665, 6_667]


def test_without_covariates_each_provider_is_one_cell() -> None:
    patients = make()
    cells = gather(patients.outcomes, patients.providers, np.empty((1200, 0)))
    assert len(cells.trials) == 30
    assert cells.names == ("intercept",)


@given(st.lists(st.integers(-1000, 1000), min_size=1))
def test_numbering_by_table_and_by_sorting_agree(ids: list[int]) -> None:
    column = np.array(ids)
    known, codes = number(column)
    assert known.tolist() == sorted(set(ids))
    assert known[codes].tolist() == ids


def test_ids_of_any_kind_are_numbered_in_rising_order() -> None:
    assert number(np.array(["west", "east", "west"]))[1].tolist() == [1, 0, 1]
    known, codes = number(np.array([2**60, 5, 2**60]))
    assert known.tolist() == [5, 2**60]
    assert codes.tolist() == [1, 0, 1]
    known, codes = number(np.array([250, 251, 250], dtype=np.uint8))
    assert known.tolist() == [250, 251]


def test_scaling_and_unscaling_are_each_other_s_reverse() -> None:
    patients = make()
    cells = gather(*patients.columns)
    own = np.array([-0.3, 0.5, 2.0])
    np.testing.assert_allclose(cells.unscaled(cells.scaled(own)), own, atol=1e-12)
    predicted = np.sort(own[0] + patients.covariates @ own[1:])
    np.testing.assert_allclose(np.sort(cells.predictor(cells.scaled(own))), predicted, atol=1e-12)
