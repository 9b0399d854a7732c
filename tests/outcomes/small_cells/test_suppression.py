"""No count of 1 to 10 people can be worked out from what is shown."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.small_cells.attack import Marks, derivable
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.outcomes.small_cells.suppression import hide, protect
from fairterms.outcomes.small_cells.system import join
from fairterms.outcomes.small_cells.table import Table
from tests.outcomes.small_cells.tables import draw, possible


def flat(grid: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(text.replace(",", "") for row in grid for text in row)


@pytest.mark.parametrize("marks", list(Marks))
@pytest.mark.parametrize(("rows", "columns"), [(2, 0), (3, 0), (2, 2)])
def test_every_small_count_has_at_least_two_values_by_trying_all_tables(
    rows: int, columns: int, marks: Marks
) -> None:
    generator = np.random.default_rng(rows * 10 + columns)
    for _ in range(4):
        table = draw(generator, rows, columns, 14)
        found = protect(table, marks)
        texts = flat(found.grid(Audience.OUTSIDE))
        values = possible(table, texts, 22, found.hiding.marks)
        for count, seen in zip(table.with_margins().reshape(-1).tolist(), values, strict=True):
            assert not 1 <= count <= 10 or len(seen) >= 2


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000), rows=st.integers(1, 4), columns=st.integers(0, 3))
def test_a_protected_table_has_no_exposure_and_hides_no_zero(
    seed: int, rows: int, columns: int
) -> None:
    table = draw(np.random.default_rng(seed), rows, columns)
    found = protect(table)
    assert found.hiding.exposures() == ()
    counts = table.with_margins()
    assert found.is_hidden[(counts >= 1) & (counts <= 10)].all()
    assert not found.is_hidden[counts == 0].any()


def test_without_small_counts_all_is_shown() -> None:
    table = Table("visits", ("a", "b"), ("x", "y"), np.array([[0, 30], [60, 90]]))
    assert not protect(table).is_hidden.any()
    assert flat(protect(table).grid(Audience.OUTSIDE)) == flat(protect(table).grid(Audience.GROUP))


def test_two_small_counts_that_make_a_small_sum_get_a_third() -> None:
    table = Table("visits", ("a", "b", "c", "d"), (), np.array([3, 4, 50, 60]))
    assert protect(table).is_hidden.sum() == 3  # 7 people would be known otherwise


def test_a_small_total_is_hidden_with_its_parts() -> None:
    table = Table("visits", ("a", "b"), (), np.array([3, 4]))
    assert flat(protect(table).grid(Audience.OUTSIDE)) == ("1 to 10",) * 3


def test_where_two_marks_tell_all_one_is_used() -> None:
    table = Table("visits", tuple("abcdefghij"), (), np.ones(10, np.int64))
    found = protect(table)
    assert found.hiding.marks is Marks.ONE
    assert set(flat(found.grid(Audience.OUTSIDE))) == {"not shown"}


def test_a_total_shared_by_two_tables_is_hidden_in_both_or_in_none() -> None:
    sex = Table("sex", ("women", "men"), (), np.array([8, 40])).system()
    age = Table("age", ("under 65", "65 or over"), (), np.array([24, 24])).system()
    alone = np.concatenate([hide(sex).is_hidden, hide(age).is_hidden])
    joined = join([sex, age], [(2, 5)])
    assert derivable(joined, alone) == ()  # 40 is hidden, the total is shown twice
    with_total_hidden = np.array([True, False, True, False, False, False])
    assert [found.is_exact for found in derivable(joined, with_total_hidden)] == [True]
    assert hide(joined).exposures() == ()


def test_nothing_more_is_hidden_than_needed() -> None:
    generator = np.random.default_rng(5)
    for _ in range(2):
        found = protect(draw(generator, 3, 3)).hiding
        spare = found.is_hidden & ~found.system.is_small
        for at in np.flatnonzero(spare):
            fewer = found.is_hidden.copy()
            fewer[at] = False
            assert derivable(found.system, fewer, found.marks)


@pytest.mark.slow
def test_two_hundred_tables_have_no_exposure() -> None:
    generator = np.random.default_rng(99)
    for _ in range(200):
        found = protect(draw(generator, int(generator.integers(1, 5)), int(generator.integers(5))))
        assert found.hiding.exposures() == ()
