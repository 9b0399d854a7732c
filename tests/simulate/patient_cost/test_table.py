import numpy as np
import pytest

from fairterms.simulate.patient_cost.law import LognormalCost, ObservedCost
from fairterms.simulate.patient_cost.table import (
    CELLS,
    TAIL_CELLS,
    scale_steps,
    table,
    tables,
)

LAW = LognormalCost(no_cost=0.15, mean=1_800.0, spread=1.2)
STOP_LOSS = 10_000.0
STEPS = tables(LAW, [0.92, 1.0, 1.08], STOP_LOSS, above=True)


def full_sd(law: LognormalCost) -> float:
    square = law.mean**2 / (1 - law.no_cost) * (1 + law.spread**2)
    return float(np.sqrt(square - law.mean**2))


def drawn_mean_and_sd(paid: np.ndarray, tail: np.ndarray) -> tuple[float, float]:
    """Moments in dollars when the last cell is drawn again."""
    mean = (paid[:-1].sum() + tail.mean()) / CELLS / 100
    square = ((paid[:-1] / 100.0) ** 2).sum() + ((tail / 100.0) ** 2).mean()
    return mean, float(np.sqrt(square / CELLS - mean**2))


def test_the_reference_stop_loss_keeps_mean_and_spread() -> None:
    cents = STEPS.paid.cells[1] / 100
    assert 3_000 * cents.mean() == pytest.approx(5_186_169, abs=0.5)
    assert np.sqrt(3_000) * cents.std() == pytest.approx(108_953, abs=0.5)


@pytest.mark.parametrize(("spread", "lost", "left"), [(1.2, 6e-4, 3e-5), (4.0, 0.03, 9e-4)])
def test_without_a_stop_loss_the_last_cell_is_drawn_again(
    spread: float, lost: float, left: float
) -> None:
    law = LognormalCost(0.15, 1_800.0, spread)
    found = table(law, None)
    mean, sd = drawn_mean_and_sd(found.paid, found.paid_tail)
    assert mean == pytest.approx(1_800.0, abs=0.001)
    assert 0 <= 1 - sd / full_sd(law) < left
    averaged = float(found.paid.std()) / 100
    assert 1 - averaged / full_sd(law) == pytest.approx(lost, rel=0.1), "what averaging would lose"
    assert found.above is None
    assert found.above_tail is None


def test_trend_comes_before_the_stop_loss() -> None:
    dearer = STEPS.paid.cells[2].mean() / 100
    assert dearer == pytest.approx(float(LAW.scaled(1.08).limited_mean(STOP_LOSS)), abs=0.001)
    # A planted fault: scaling what is already cut overstates the year.
    overstated = 3_000 * (1.08 * STEPS.paid.cells[1].mean() / 100 - dearer)
    assert overstated == pytest.approx(38_700, abs=300)
    assert int(STEPS.paid.cells[2].max()) == 1_000_000


def test_paid_and_above_make_the_whole_cost_at_every_step() -> None:
    assert STEPS.above is not None
    for step, factor in enumerate(STEPS.factors):
        whole = table(LAW.scaled(float(factor)), None).paid
        both = STEPS.paid.cells[step].astype(np.int64) + STEPS.above.cells[step]
        assert np.abs(both - whole).max() <= 1
        above = STEPS.above.cells[step].mean() / 100
        law = LAW.scaled(float(factor))
        assert above == pytest.approx(law.mean - float(law.limited_mean(STOP_LOSS)), abs=0.001)


def test_a_column_is_drawn_again_only_where_its_last_cell_is_not_one_amount() -> None:
    assert STEPS.above is not None
    assert STEPS.paid.tail is None
    assert STEPS.above.tail is not None
    assert STEPS.above.tail.shape == (3, TAIL_CELLS)
    far = tables(LAW, [1.0], 300_000.0)
    assert far.paid.tail is not None
    assert int(far.paid.tail.max()) == 30_000_000
    assert int(far.paid.tail.min()) < 30_000_000


def test_the_tail_is_the_last_cell_again() -> None:
    found = tables(LAW, [1.0], None)
    assert found.paid.tail is not None
    assert found.paid.tail[0].mean() == pytest.approx(float(found.paid.cells[0, -1]), abs=1)
    assert int(found.paid.tail[0, 0]) >= int(found.paid.cells[0, -2])


def test_cells_go_from_the_cheapest_patient_to_the_dearest() -> None:
    assert STEPS.above is not None
    for column in (STEPS.paid, STEPS.above):
        assert (np.diff(column.cells, axis=1) >= 0).all()
        assert (column.cells >= 0).all()
    assert int(np.searchsorted(STEPS.paid.cells[1], 1)) == pytest.approx(0.15 * CELLS, abs=1)


def test_a_tabled_record_is_the_record() -> None:
    law = ObservedCost(np.array([0, 5_000, 123_456, 2_000_000], dtype=np.int64))
    found = tables(law, [1.0, 1.5], STOP_LOSS, above=True)
    quarter = CELLS // 4
    assert found.paid.cells[0, ::quarter].tolist() == [0, 5_000, 123_456, 1_000_000]
    assert found.paid.cells[1, ::quarter].tolist() == [0, 7_500, 185_184, 1_000_000]
    assert found.above is not None
    assert found.above.cells[1, ::quarter].tolist() == [0, 0, 0, 2_000_000]
    assert found.above.tail is None


def test_cents_that_do_not_fit_the_small_type_take_the_large_one() -> None:
    assert STEPS.paid.cells.dtype == np.int32
    dear = tables(ObservedCost(np.array([0, 2**40], dtype=np.int64)), [1.0], None)
    assert dear.paid.cells.dtype == np.int64
    assert int(dear.paid.cells[0, -1]) == 2**40


def test_a_year_reads_the_table_of_the_nearest_factor() -> None:
    found = tables(LAW, scale_steps(0.99, 1.01), STOP_LOSS)
    years = found.steps_of([0.99, 1.0, 1.0012, 1.0013, 1.01, 0.989])
    assert found.factors[years].round(4).tolist() == [0.99, 1.0, 1.0, 1.0025, 1.01, 0.99]


@pytest.mark.parametrize("factor", [0.98, 1.02, float("nan")])
def test_a_factor_outside_the_tables_is_our_mistake(factor: float) -> None:
    with pytest.raises(AssertionError, match="outside the tables"):
        tables(LAW, [0.99, 1.0, 1.01], STOP_LOSS).steps_of([factor])


def test_one_table_serves_its_own_factor_alone() -> None:
    one = tables(LAW, 1.0, STOP_LOSS)
    assert len(one) == 1
    assert one.steps_of([1.0, 1.0]).tolist() == [0, 0]
    with pytest.raises(AssertionError, match="one table"):
        one.steps_of([1.01])


def test_the_hash_tells_tables_apart() -> None:
    one = tables(LAW, [1.0, 1.01], STOP_LOSS).digest
    assert one == tables(LAW, [1.0, 1.01], STOP_LOSS).digest
    others = [
        tables(LAW, [1.0, 1.02], STOP_LOSS),
        tables(LAW, [1.0, 1.01], None),
        tables(LAW, [1.0, 1.01], 10_000.01),
        tables(LAW, [1.0, 1.01], STOP_LOSS, above=True),
        tables(LAW, [1.0], STOP_LOSS),
    ]
    assert len({one, *(other.digest for other in others)}) == 6


@pytest.mark.parametrize(
    ("factors", "attachment", "above", "why"),
    [
        ([-0.08], 1.0, False, "multiplies"),
        ([1.0, 1.0], 1.0, False, "ascend"),
        ([1.0], 0.0, False, "above 0 dollars"),
        ([1.0], None, True, "not there"),
    ],
)
def test_tables_that_cannot_be_are_our_mistakes(
    factors: list[float], attachment: float | None, above: bool, why: str
) -> None:
    with pytest.raises(AssertionError, match=why):
        tables(LAW, factors, attachment, above)
