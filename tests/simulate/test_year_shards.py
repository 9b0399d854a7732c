"""Years shared out are the same bytes; a stand-in for Spark carries them as Spark would."""

import pickle
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import pytest

from fairterms.simulate.draws.keyed import year_keys
from fairterms.simulate.patient_cost.law import LognormalCost
from fairterms.simulate.patient_cost.sums import PatientSums
from fairterms.simulate.patient_cost.table import CostTables, tables
from fairterms.simulate.year_shards import Years, sum_on_spark, together

LAW = LognormalCost(no_cost=0.15, mean=1_800.0, spread=1.2)


def years(number: int, stop_loss: float | None = 10_000.0) -> Years:
    """Make years of unlike size and factor."""
    made: CostTables = tables(LAW, [0.95, 1.0, 1.05], stop_loss, above=stop_loss is not None)
    at = np.arange(number)
    return Years(
        made, at * 7 % 3, year_keys(3, "cost", 0, number), 50 + at % 9, 0.5 + at % 5 / 10.0
    )


def told(found: PatientSums) -> tuple[bytes, ...]:
    """Return the bytes of every column."""
    columns = (found.paid, found.above, found.present)
    return tuple(b"" if one is None else one.tobytes() for one in columns)


class Carried:
    """What stands for Spark: everything is packed and unpacked on its way, the last part first."""

    def __init__(self) -> None:
        self.parts: list[tuple[int, int]] = []
        self.destroyed = 0
        self.step: Callable[[Any], Any] = lambda part: part

    @property
    def sparkContext(self) -> "Carried":  # noqa: N802
        return self

    def broadcast(self, value: object) -> "Carried":
        self.value = pickle.loads(pickle.dumps(value))  # noqa: S301
        return self

    def parallelize(self, parts: Iterable[tuple[int, int]], slices: int) -> "Carried":
        self.parts = list(parts)
        assert slices == len(self.parts)
        return self

    def map(self, step: Callable[[Any], Any]) -> "Carried":
        self.step = step
        return self

    def collect(self) -> list[Any]:
        return [pickle.loads(pickle.dumps(self.step(part))) for part in reversed(self.parts)]  # noqa: S301

    def destroy(self) -> None:
        self.destroyed += 1


@pytest.mark.parametrize("shards", [1, 2, 7, 40])
@pytest.mark.parametrize("stop_loss", [None, 10_000.0])
def test_shards_add_up_to_the_same_bytes(shards: int, stop_loss: float | None) -> None:
    asked = years(31, stop_loss)
    carried = Carried()
    found = sum_on_spark(carried, asked, shards)
    assert told(found) == told(asked.summed(0, 31))
    assert len(carried.parts) == min(shards, 31)
    assert carried.destroyed == 1


def test_what_was_sent_to_the_workers_is_taken_back_after_an_error_too() -> None:
    carried = Carried()
    carried.collect = lambda: 1 / 0  # type: ignore[method-assign, assignment, return-value]
    with pytest.raises(ZeroDivisionError):
        sum_on_spark(carried, years(3), 2)
    assert carried.destroyed == 1


def test_shards_stand_in_the_order_of_their_years() -> None:
    asked = years(10)
    parts = [(first, asked.summed(first, first + 5)) for first in (5, 0)]
    assert told(together(parts)) == told(asked.summed(0, 10))


def test_every_array_has_one_entry_a_year() -> None:
    asked = years(4)
    with pytest.raises(AssertionError, match="one entry a year"):
        Years(asked.tables, asked.steps[:3], asked.keys, asked.patients, asked.present)
