"""A shaded grid says in every cell what its shade says."""

import pytest

from fairterms.publish.chart.heat_map import Cell, heat_map
from fairterms.publish.structure import PageError
from tests.publish.chart.seen import accept, cells, texts

ROWS, COLUMNS = ("Likely", "Rare"), ("Small", "Large")
CELLS = [Cell("Likely", "Large", 4, "2 risks"), Cell("Rare", "Small", 0, "1 risk")]
CHART = heat_map("Risks", ROWS, COLUMNS, CELLS, axis_titles=("Chance", "Loss"))


def test_a_grid_can_be_published() -> None:
    accept(CHART)


def test_the_words_give_every_filled_cell() -> None:
    assert CHART.alternative == "Likely, Large: 2 risks. Rare, Small: 1 risk."


def test_the_table_has_the_shape_of_the_grid() -> None:
    assert [column.title for column in CHART.data.columns] == ["Chance", "Small", "Large"]
    assert cells(CHART) == [("Likely", "", "2 risks"), ("Rare", "1 risk", "")]


def test_the_drawing_names_rows_columns_and_cells() -> None:
    seen = texts(CHART)
    for text in (*ROWS, *COLUMNS, "2 risks", "1 risk", "Chance", "Loss"):
        assert text in seen


@pytest.mark.parametrize(
    "cell",
    [Cell("Never", "Small", 0, ""), Cell("Rare", "Huge", 0, ""), Cell("Rare", "Small", 5, "")],
)
def test_a_cell_outside_the_grid_or_the_shades_is_refused(cell: Cell) -> None:
    with pytest.raises(PageError) as refusal:
        heat_map("Risks", ROWS, COLUMNS, [cell])
    assert str(refusal.value) == (
        f"The cell {cell.row!r}, {cell.column!r} of 'Risks' lies outside the grid or the levels "
        "0 to 4: name a row, a column and a level it has."
    )


def test_a_grid_without_cells_is_refused() -> None:
    with pytest.raises(PageError) as refusal:
        heat_map("Risks", ROWS, COLUMNS, [])
    assert str(refusal.value) == "The chart 'Risks' has no cell: give at least one."
