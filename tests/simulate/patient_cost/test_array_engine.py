import numpy as np
import pytest

from fairterms.simulate.draws.keyed import lanes, substream, year_keys
from fairterms.simulate.draws.words import single_lanes
from fairterms.simulate.patient_cost import array_engine
from fairterms.simulate.patient_cost.array_engine import row_sums
from fairterms.simulate.patient_cost.law import LognormalCost
from fairterms.simulate.patient_cost.table import CELLS, TAIL_CELLS, tables
from fairterms.simulate.patient_cost.work import prepared


@pytest.mark.parametrize("largest", [1, 1_000_000, 5_000_000, 2**31 - 1])
def test_rows_of_the_largest_cents_do_not_overflow(largest: int) -> None:
    cents = np.full((2, 5_000), largest, dtype=np.int32)
    assert row_sums(cents, largest).tolist() == [5_000 * largest] * 2


def test_wide_cents_are_added_as_they_are() -> None:
    assert row_sums(np.full((1, 3), 2**40), 2**40).tolist() == [3 * 2**40]


def test_no_patient_costs_nothing() -> None:
    assert row_sums(np.zeros((3, 0), dtype=np.int32), 0).tolist() == [0, 0, 0]


def test_only_the_patient_in_the_last_cell_is_drawn_again_and_only_in_their_own_year() -> None:
    no_stop_loss = tables(LognormalCost(no_cost=0.15, mean=1_800.0, spread=1.2), [1.0, 1.1], None)
    many = year_keys(3, "cost", 0, 20_000)
    drawn = lanes(many, 41)
    is_dear = (drawn == CELLS - 1).any(axis=1)
    chosen = np.concatenate([np.flatnonzero(~is_dear)[:1], np.flatnonzero(is_dear)[:3]])
    # The last two years stand in a block of their own, without anybody.
    steps, patients = np.array([0, 0, 1, 1]), np.array([41, 41, 0, 0])
    work = prepared(no_stop_loss, steps, many[chosen], patients, np.full(4, CELLS))
    array_engine.add_up(work)
    once = no_stop_loss.paid.cells[0][drawn[chosen[:2]]].astype(np.int64).sum(axis=1)
    place = np.flatnonzero(drawn[chosen[1]] == CELLS - 1)
    assert len(place) == 1
    finer = single_lanes(substream(many[chosen[1:2]], "tail"), place) // (CELLS // TAIL_CELLS)
    assert no_stop_loss.paid.tail is not None
    again = no_stop_loss.paid.tail[0, finer[0]] - no_stop_loss.paid.cells[0, -1]
    assert work.sums[0].tolist() == [once[0], once[1] + again, 0, 0]
