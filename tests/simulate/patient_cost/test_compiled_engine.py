import numpy as np
import pytest

from fairterms.simulate.draws.keyed import year_keys
from fairterms.simulate.patient_cost import array_engine, compiled_engine
from fairterms.simulate.patient_cost.law import LognormalCost
from fairterms.simulate.patient_cost.sums import prepared
from fairterms.simulate.patient_cost.table import CostTables, tables

LAW = LognormalCost(no_cost=0.15, mean=1_800.0, spread=1.2)
KEYS = year_keys(3, "cost", 0, 4)
STOP_LOSS = tables(LAW, [1.0, 1.1], 10_000.0, above=True)
NO_STOP_LOSS = tables(LAW, [1.0, 1.1], None)
# So many records of the dearest kind that the second draw happens often.
ALL_TAIL = tables(ObservedCostOf := LAW, [1.0], None)


@pytest.mark.parametrize("chosen", [STOP_LOSS, NO_STOP_LOSS])
@pytest.mark.parametrize("present", [1.0, 0.6])
def test_the_loop_uncompiled_adds_what_numpy_adds(chosen: CostTables, present: float) -> None:
    steps, patients = np.array([0, 0, 1, 1]), np.array([0, 7, 12, 41])
    results = []
    for add_up in (
        array_engine.add_up,
        lambda work: compiled_engine.add_up_by(compiled_engine.sum_years, work),
    ):
        work = prepared(chosen, steps, KEYS, patients, np.full(4, round(present * 65_536)))
        with np.errstate(over="ignore"):
            add_up(work)
        results.append([*(column.tolist() for column in work.sums), work.present.tolist()])
    assert results[0] == results[1]
    assert results[0][0][3] > 0
