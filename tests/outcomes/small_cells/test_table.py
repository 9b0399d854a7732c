"""A table's sums are those of its margins."""

import numpy as np
import pytest

from fairterms.outcomes.small_cells.table import Table
from tests.outcomes.small_cells.tables import draw


@pytest.mark.parametrize(("rows", "columns"), [(1, 0), (4, 0), (3, 2), (1, 4)])
def test_the_sums_come_out_and_name_every_cell(rows: int, columns: int) -> None:
    table = draw(np.random.default_rng(1), rows, columns)
    system = table.system()
    assert len(set(system.names)) == (rows + 1) * (columns + 1 if columns else 1)
    assert not (system.sums @ system.counts).any()
    assert len(system.sums) == (rows + columns + 2 if columns else 1)


def test_a_wrong_margin_cannot_be_built() -> None:
    system = Table("visits", ("a", "b"), (), np.array([1, 2])).system()
    with pytest.raises(AssertionError, match="the sums come out"):
        type(system)(
            system.names,
            np.array([1, 2, 4]),
            system.sums,
            system.weights,
            system.is_never_printed,
        )


def test_margins_are_dearer_to_hide_than_cells() -> None:
    weights = Table("v", ("a", "b"), ("x", "y"), np.full((2, 2), 20)).system().weights
    assert weights[0] < weights[2] < weights[-1]
