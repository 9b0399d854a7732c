import numpy as np
import pytest

from fairterms.simulate.draws.keyed import lanes, year_keys
from fairterms.simulate.draws.words import LANES
from fairterms.simulate.patient_cost import array_engine, compiled_engine
from fairterms.simulate.patient_cost.law import LognormalCost
from fairterms.simulate.patient_cost.table import CostTables, tables
from fairterms.simulate.patient_cost.work import Work, prepared

LAW = LognormalCost(no_cost=0.15, mean=1_800.0, spread=1.2)
MANY = year_keys(3, "cost", 0, 20_000)
# Years in which somebody falls into the last cell, among the first 40 patients.
KEYS = MANY[(lanes(MANY, 40) == 65_535).any(axis=1)][:3]
STOP_LOSS = tables(LAW, [1.0, 1.1], 10_000.0, above=True)
NO_STOP_LOSS = tables(LAW, [1.0, 1.1], None)


def uncompiled(work: Work) -> None:
    with np.errstate(over="ignore"):
        compiled_engine.add_up_by(compiled_engine.sum_years, work)


@pytest.mark.parametrize("chosen", [STOP_LOSS, NO_STOP_LOSS])
@pytest.mark.parametrize("present", [1.0, 0.6])
def test_the_loop_uncompiled_adds_what_numpy_adds(chosen: CostTables, present: float) -> None:
    assert len(KEYS) == 3
    results = []
    for add_up in (array_engine.add_up, uncompiled):
        work = prepared(
            chosen,
            np.array([0, 0, 1]),
            KEYS,
            np.array([7, 40, 41]),
            np.full(3, round(present * 65_536)),
        )
        add_up(work)
        results.append([*(column.tolist() for column in work.sums), work.present.tolist()])
    assert results[0] == results[1]
    assert min(results[0][0]) > 0


def test_a_roster_of_any_size_is_added_to_its_last_patient_and_no_further() -> None:
    sizes = np.arange(10)
    results = []
    for add_up in (array_engine.add_up, uncompiled):
        work = prepared(
            STOP_LOSS, np.zeros(10, dtype=np.int64), MANY[:10], sizes, LANES + 0 * sizes
        )
        add_up(work)
        results.append([column.tolist() for column in work.sums])
        assert work.present.tolist() == sizes.tolist()
    assert results[0] == results[1]
    drawn = lanes(MANY[:10], 9)
    plain = [STOP_LOSS.paid.cells[0][drawn[year, :year]].sum() for year in range(10)]
    assert results[0][0] == plain


def test_whether_numba_is_there_is_known_without_importing_it() -> None:
    assert compiled_engine.is_installed() in (True, False)
