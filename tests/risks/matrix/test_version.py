"""A version of a matrix is checked when made, never changes, and moves no number inside."""

from dataclasses import FrozenInstanceError, replace
from datetime import date
from hashlib import sha256
from math import inf, nan

import numpy as np
import pytest

from fairterms.risks.matrix.version import (
    OUTSIDE,
    MatrixCell,
    MatrixVersion,
    NotAMatrix,
    TwoLevels,
    bands,
    relevel,
)
from tests.risks.matrix.small_matrices import DOLLARS, LATER, TWO


@pytest.mark.parametrize(
    ("frequency", "severity", "level"),
    [
        (0.1, 1_000.0, "Low"),
        (0.99, 99_999.0, "Low"),
        (1.0, 10_000.0, "Medium"),
        (4.0, 1_000_000.0, "High"),
        (1e9, 5_000.0, "Medium"),
        (0.099, 5_000.0, None),
        (2.0, 1_000_000.01, None),
        (2.0, 999.0, None),
        (nan, 5_000.0, None),
    ],
)
def test_a_level_is_read_from_the_edges(
    frequency: float, severity: float, level: str | None
) -> None:
    assert DOLLARS.level(frequency, severity) == level


def test_a_cell_is_found_by_its_bands() -> None:
    assert DOLLARS.cell(0.5, 200_000.0) == MatrixCell(0, 2)
    assert DOLLARS.level_at(MatrixCell(0, 2)) == "Medium"


def test_many_numbers_are_placed_as_one_is() -> None:
    edges = DOLLARS.severity_edges
    values = np.concatenate([edges, np.random.default_rng(1).uniform(0, 1.2e6, 500)])
    for value, band in zip(values.tolist(), bands(edges, values).tolist(), strict=True):
        cell = DOLLARS.cell(1.0, value)
        assert (OUTSIDE if cell is None else cell.severity_band) == band


def test_the_highest_band_of_a_closed_scale_holds_its_upper_edge() -> None:
    assert bands((0.0, 1.0, 2.0), np.array([2.0, 2.1])).tolist() == [1, OUTSIDE]


def test_a_version_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        DOLLARS.number = 2  # type: ignore[misc]


def test_the_hash_is_that_of_the_canonical_text() -> None:
    assert DOLLARS.canonical == (
        '{"effective":"2027-01-01","frequency edges":["0.1","1.0","4.0","open"],'
        '"frequency unit":"events per year",'
        '"grid":[["Low","Low","Medium"],["Low","Medium","High"],["Medium","High","High"]],'
        '"levels":["Low","Medium","High"],"number":1,'
        '"severity edges":["1000.0","10000.0","100000.0","1000000.0"],"severity unit":"dollars"}'
    )
    assert DOLLARS.sha256 == f"sha256:{sha256(DOLLARS.canonical.encode()).hexdigest()}"


def test_whole_numbers_and_floats_make_the_same_version() -> None:
    assert replace(TWO, severity_edges=(-0.0, 0.5, 1)).sha256 == TWO.sha256


@pytest.mark.parametrize(
    "other",
    [
        replace(DOLLARS, number=2),
        replace(DOLLARS, frequency_edges=(0.1, 1.0, 5.0, inf)),
        replace(DOLLARS, frequency_edges=(0.1, 1.0, 4.0, 9.0)),
        replace(DOLLARS, severity_edges=(1_000.0, 10_000.0, 100_000.0, 1_000_001.0)),
        replace(DOLLARS, unit="days"),
        replace(DOLLARS, frequency_unit="share of years"),
        replace(DOLLARS, grid=(("Low", "Medium", "Medium"), *DOLLARS.grid[1:])),
        replace(DOLLARS, colours=("Low", "High", "Medium")),
        replace(DOLLARS, effective=date(2027, 1, 2)),
    ],
)
def test_every_part_of_a_version_moves_its_hash(other: MatrixVersion) -> None:
    assert other.sha256 != DOLLARS.sha256


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"number": 0}, "A version is numbered from 1, not 0: give it the next number."),
        ({"unit": " "}, "The edges of severity have no unit: say what they count."),
        (
            {"frequency_unit": ""},
            "The edges of frequency have no unit: say what they count.",
        ),
        (
            {"frequency_edges": (0.0, 0.5, 0.5)},
            (
                "The edges of frequency must rise: 0.5 stands after 0.5. Put them in order and "
                "take out repeated ones."
            ),
        ),
        (
            {"severity_edges": (0.0, 1.0, 0.5)},
            (
                "The edges of severity must rise: 0.5 stands after 1. Put them in order and take "
                "out repeated ones."
            ),
        ),
        *(
            (
                {"severity_edges": edges},
                (
                    "The edges of severity must be numbers from 0 up; only the last may be open: "
                    "write each as a number."
                ),
            )
            for edges in ((-1.0, 0.5, 1.0), (0.0, inf, inf), (0.0, nan, 1.0), (0.0, 1.0, nan))
        ),
        (
            {"grid": (("Low", "Medium"), ("High",))},
            "Row 2 of the grid has 1 cells, but severity has 2 bands: give one cell for each.",
        ),
        (
            {"grid": (("Low", "Medium"), ("Red", "High"))},
            (
                "The grid names the level 'Red', which is not among Low, Medium, High: use one of "
                "these, or add it to them."
            ),
        ),
        (
            {"grid": (("Low", "Low"), ("Low", "High"))},
            "No cell has the level 'Medium': use it in the grid, or take it out.",
        ),
        (
            {"colours": ("Low", "Medium", "High", "High")},
            (
                "The levels are Low, Medium, High, High; a matrix has two to five, each with a "
                "name of its own: list each once, the lowest first."
            ),
        ),
    ],
)
def test_an_impossible_matrix_cannot_be_made(change: dict[str, object], reason: str) -> None:
    with pytest.raises(NotAMatrix) as refusal:
        replace(TWO, **change)  # type: ignore[arg-type]
    assert refusal.value.reasons == (reason,)


def test_every_reason_is_given_not_only_the_first() -> None:
    with pytest.raises(NotAMatrix) as refusal:
        replace(TWO, number=0, severity_edges=(0.0, 1.0), colours=())
    assert refusal.value.reasons[:2] == (
        "A version is numbered from 1, not 0: give it the next number.",
        "The scale of severity has 1 bands: give it at least two.",
    )
    assert len(refusal.value.reasons) > 4
    assert str(refusal.value) == " ".join(refusal.value.reasons)


def test_a_grid_needs_a_row_for_every_band() -> None:
    with pytest.raises(NotAMatrix, match="The grid has 1 rows, but frequency has 2 bands"):
        replace(TWO, grid=(("Low", "Medium"),))


def test_a_new_version_shows_both_levels_and_moves_nothing_inside() -> None:
    estimates = {"F3": (2.0, 60_000.0), "F5": (0.5, 500_000.0), "A1": (0.01, 500_000.0)}
    assert relevel(estimates, DOLLARS, LATER) == (
        TwoLevels("F3", "Medium", "High"),
        TwoLevels("F5", "Medium", None),
        TwoLevels("A1", None, None),
    )


@pytest.mark.parametrize("change", [{"unit": "days"}, {"frequency_unit": "events per month"}])
def test_estimates_in_another_unit_cannot_be_read_through_both(change: dict[str, str]) -> None:
    other = replace(LATER, **change)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="estimates cannot be read through both") as refusal:
        relevel({}, DOLLARS, other)
    assert str(refusal.value) == (
        f"Version 1 measures dollars and events per year, version 2 {other.unit} and "
        f"{other.frequency_unit}: estimates cannot be read through both. Make the new version in "
        "the old units, or estimate the risks anew."
    )
