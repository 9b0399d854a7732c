"""A region holds all the likelihood of an estimate, drops little cells and moves nothing inside."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.risks.matrix.region import (
    PlacedRisk,
    Region,
    Reversal,
    region,
    region_of_years,
    reversals,
)
from fairterms.risks.matrix.version import MatrixCell, MatrixVersion
from tests.risks.matrix.small_matrices import DOLLARS, TWO

ONE = np.array([1.0])


def placed(name: str, level: str | None, loss: float) -> PlacedRisk:
    levels = tuple((one, float(one == level)) for one in DOLLARS.colours)
    return PlacedRisk(name, "made up", Region((), 0.0, levels, loss), loss)


def test_shares_are_the_shares_of_the_draws() -> None:
    found = region(TWO, np.array([0.2, 0.2, 0.7, 0.7]), np.array([0.1, 0.6, 0.6, 0.9]))
    assert [(one.cell, one.level, one.share) for one in found.cells] == [
        (MatrixCell(1, 1), "High", 0.5),
        (MatrixCell(0, 0), "Low", 0.25),
        (MatrixCell(0, 1), "Medium", 0.25),
    ]
    assert found.levels == (("Low", 0.25), ("Medium", 0.25), ("High", 0.5))
    assert (found.outside, found.level) == (0.0, "High")
    assert found.expected_loss == pytest.approx((0.02 + 0.12 + 0.42 + 0.63) / 4)


def test_a_matrix_may_have_more_bands_of_severity_than_of_frequency() -> None:
    wide = replace(
        TWO,
        severity_edges=(0.0, 0.5, 1.0, 2.0),
        grid=(("Low", "Medium", "Medium"), ("Medium", "High", "High")),
    )
    found = region(wide, np.array([0.7, 0.2]), np.array([0.2, 1.5]))
    assert {one.cell for one in found.cells} == {MatrixCell(1, 0), MatrixCell(0, 2)}


def plain(version: MatrixVersion, frequency: list[float], severity: list[float]) -> Region:
    """Count draw by draw."""
    counts: dict[MatrixCell | None, int] = {}
    for one, other in zip(frequency, severity, strict=True):
        cell = version.cell(one, other)
        counts[cell] = counts.get(cell, 0) + 1
    levels = dict.fromkeys(version.colours, 0.0)
    for cell, count in counts.items():
        if cell is not None:
            levels[version.level_at(cell)] += count / len(frequency)
    return Region((), counts.get(None, 0) / len(frequency), tuple(levels.items()), 0.0)


def test_a_plain_count_agrees_and_everything_sums_to_one() -> None:
    draws = np.random.default_rng(5)
    frequency = draws.lognormal(0.5, 1.0, 5_000)
    severity = draws.lognormal(10.0, 1.5, 5_000)
    found = region(DOLLARS, frequency, severity)
    twin = plain(DOLLARS, frequency.tolist(), severity.tolist())
    assert found.outside == twin.outside > 0
    assert dict(found.levels) == pytest.approx(dict(twin.levels))
    assert sum(one.share for one in found.cells) + found.outside == pytest.approx(1)
    assert sum(share for _, share in found.levels) + found.outside == pytest.approx(1)


def test_cells_under_one_per_cent_are_left_out_and_their_place_is_filled() -> None:
    severity = np.array([0.9] * 9 + [0.1] * 990 + [0.6])
    found = region(TWO, np.array([0.2]), severity)
    assert [(one.cell, one.share) for one in found.cells] == [
        (MatrixCell(0, 0), 0.99),
        (MatrixCell(0, 1), 0.01),
    ]
    found = region(TWO, np.array([0.2]), severity[:-1])
    assert [(one.cell, one.share) for one in found.cells] == [(MatrixCell(0, 0), 1.0)]
    assert dict(found.levels)["Medium"] == pytest.approx(9 / 999)


def test_the_likeliest_cell_is_kept_however_little_it_holds() -> None:
    found = region(TWO, ONE, np.array([5.0] * 999 + [0.7]))
    assert [one.cell for one in found.cells] == [MatrixCell(1, 1)]
    assert found.cells[0].share == pytest.approx(0.001)
    assert found.outside == 0.999


def test_a_risk_beyond_the_edges_has_no_level_and_is_not_moved_inside() -> None:
    found = region(TWO, ONE, np.array([5.0]))
    assert (found.cells, found.outside, found.level) == ((), 1.0, None)
    assert found.expected_loss == 5.0


def test_of_two_equally_likely_levels_the_higher_is_told() -> None:
    assert region(TWO, ONE, np.array([0.2, 0.7])).level == "High"


def test_one_frequency_serves_all_draws_of_the_severity() -> None:
    severity = np.array([0.2, 0.7, 0.7])
    assert region(TWO, ONE, severity) == region(TWO, np.repeat(ONE, 3), severity)


def test_a_loss_of_the_contract_is_placed_by_its_years() -> None:
    found = region_of_years(DOLLARS, np.array([0.0, -5_000.0, 20_000.0, 200_000.0]))
    assert found is not None
    assert {(one.cell, one.share) for one in found.cells} == {
        (MatrixCell(0, 1), 0.5),
        (MatrixCell(0, 2), 0.5),
    }
    assert found.expected_loss == 55_000.0


def test_years_without_loss_have_no_region() -> None:
    assert region_of_years(DOLLARS, np.array([0.0, -1.0])) is None


def test_a_year_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="is negative or no number"):
        region_of_years(DOLLARS, np.array([float("inf"), 1.0]))


@pytest.mark.parametrize(
    ("frequency", "severity"), [([1.0, 1.0], [1.0, 1.0, 1.0]), ([], [1.0]), ([[1.0]], [1.0])]
)
def test_unpaired_draws_are_refused(frequency: list[float], severity: list[float]) -> None:
    with pytest.raises(ValueError, match="A region needs as many draws of the severity as of the"):
        region(TWO, np.array(frequency), np.array(severity))


@pytest.mark.parametrize("draw", [-0.1, float("nan"), float("inf")])
def test_a_draw_that_is_no_amount_is_refused(draw: float) -> None:
    with pytest.raises(ValueError, match="is negative or no number"):
        region(TWO, np.array([0.5, draw]), np.array([0.5, 0.5]))


def test_a_lower_level_that_costs_more_is_a_reversal() -> None:
    clawback, denials = placed("F5", "Medium", 90_000.0), placed("F3", "High", 30_000.0)
    small = placed("A1", "Low", 40_000.0)
    found = reversals(DOLLARS, [denials, clawback, small])
    assert found == (Reversal(clawback, denials), Reversal(small, denials))
    assert found[0].ratio == 3.0


def test_levels_that_follow_the_losses_are_no_reversal() -> None:
    risks = [placed("A", "Low", 1.0), placed("B", "Medium", 1.0), placed("C", "High", 2.0)]
    risks.append(placed("D", "High", 3.0))
    assert reversals(DOLLARS, risks) == ()


def test_a_risk_without_level_is_passed_over() -> None:
    assert reversals(DOLLARS, [placed("A", None, 9.0), placed("B", "High", 1.0)]) == ()


def test_against_nothing_the_ratio_is_without_limit() -> None:
    found = reversals(DOLLARS, [placed("A", "Low", 9.0), placed("B", "High", 0.0)])
    assert found[0].ratio == float("inf")
