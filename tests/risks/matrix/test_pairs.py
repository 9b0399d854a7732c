"""Ties and wrong ranks agree with a closed form, with quadrature and with a slow plain twin."""

from dataclasses import replace
from math import asin, inf, log, pi

import numpy as np
import pytest
from scipy.special import ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.risks.matrix.pairs import NEGATIVE, PAIRS, Shares, count_pairs, reach
from fairterms.risks.matrix.standard import STANDARD
from fairterms.risks.matrix.version import MatrixVersion
from tests.risks.matrix.small_matrices import DOLLARS, TWO


def quadrature(version: MatrixVersion, correlation: float, points: int = 300) -> Shares:
    """Count all pairs of the points of a fine lattice, each with its likelihood."""
    middles = (np.arange(points) + 0.5) / points
    x, y = np.meshgrid(ndtri(middles), ndtri(middles), indexing="ij")
    rest = 1 - correlation**2
    density = np.exp((2 * correlation * x * y - correlation**2 * (x**2 + y**2)) / (2 * rest))
    weights = density / density.sum()
    losses = np.multiply.outer(middles, middles)
    bands = len(version.grid)
    cells = (middles * bands).astype(int)
    ranks = version.ranks[np.ix_(cells, cells)]
    tied = wrong = decided = 0.0
    levels = range(len(version.colours))
    for lower in levels:
        is_lower = ranks == lower
        tied += weights[is_lower].sum() ** 2
        for higher in range(lower + 1, len(version.colours)):
            is_higher = ranks == higher
            order = np.argsort(losses[is_higher])
            below = np.concatenate([[0.0], np.cumsum(weights[is_higher][order])])
            places = np.searchsorted(losses[is_higher][order], losses[is_lower])
            wrong += 2 * (weights[is_lower] * below[places]).sum()
            decided += 2 * weights[is_lower].sum() * weights[is_higher].sum()
    return Shares(tied, 0.0, wrong / decided, 0.0)


def test_a_two_by_two_matrix_gives_its_closed_form() -> None:
    # Low and High have a quarter of the risks each. Low beats Medium with chance (ln 2)/4, and
    # Medium beats High with (3/4) ln 2 - 1/2, both by integrating the product of two uniforms.
    tied = 2 * 0.25**2 + 0.5**2
    wrong = 0.25 * (log(2) / 4) + 0.25 * (0.75 * log(2) - 0.5)
    found = count_pairs(TWO)
    assert found.tied == pytest.approx(tied, abs=4 * found.tied_error)
    assert found.misranked == pytest.approx(wrong / (1 - tied), abs=4 * found.misranked_error)
    assert wrong / (1 - tied) == pytest.approx(0.4 * (log(2) - 0.5))


def test_ties_under_correlation_give_the_closed_form_of_a_quadrant() -> None:
    corner = 0.25 + asin(NEGATIVE) / (2 * pi)
    found = count_pairs(TWO, NEGATIVE)
    assert found.tied == pytest.approx(
        2 * corner**2 + (1 - 2 * corner) ** 2, abs=4 * found.tied_error
    )


@pytest.mark.parametrize("correlation", [0.0, NEGATIVE])
@pytest.mark.parametrize(
    "version",
    [TWO, *(pytest.param(one.version, marks=pytest.mark.slow, id=one.name) for one in STANDARD)],
)
def test_the_shares_agree_with_quadrature(version: MatrixVersion, correlation: float) -> None:
    found, exact = count_pairs(version, correlation), quadrature(version, correlation)
    # The lattice itself is coarse: half a per cent of likelihood lies on the wrong side.
    assert found.tied == pytest.approx(exact.tied, abs=0.005)
    assert found.misranked == pytest.approx(exact.misranked, abs=0.005)


def test_a_plain_twin_counts_the_same_on_a_scale_in_dollars() -> None:
    draws = np.random.default_rng(7).uniform(size=(4_000, 4))
    rows, columns = (0.1, 1.0, 4.0, 16.0), (1e3, 1e4, 1e5, 1e6)

    def risk(first: float, second: float) -> tuple[int, float]:
        band, column = int(3 * first), int(3 * second)
        frequency = rows[band] + (3 * first - band) * (rows[band + 1] - rows[band])
        severity = columns[column] + (3 * second - column) * (columns[column + 1] - columns[column])
        level = DOLLARS.level(frequency, severity)
        assert level is not None
        return DOLLARS.colours.index(level), frequency * severity

    tied = wrong = 0
    for one, two, three, four in draws.tolist():
        (level, loss), (other, other_loss) = risk(one, two), risk(three, four)
        tied += level == other
        wrong += (level - other) * (loss - other_loss) < 0
    found = count_pairs(DOLLARS)
    assert found.tied == pytest.approx(tied / 4_000, abs=4 * 0.008)
    assert found.misranked == pytest.approx(wrong / (4_000 - tied), abs=4 * 0.006)


def test_the_same_seed_gives_the_same_shares_and_another_seed_others() -> None:
    once = count_pairs(TWO, NEGATIVE, pairs=5_000)
    assert count_pairs(TWO, NEGATIVE, pairs=5_000) == once
    assert count_pairs(TWO, NEGATIVE, pairs=5_000, seed="other") != once


def test_the_error_is_that_of_a_share_of_pairs() -> None:
    found = count_pairs(TWO)
    assert found.tied_error == pytest.approx((found.tied * (1 - found.tied) / PAIRS) ** 0.5)
    decided = PAIRS * (1 - found.tied)
    spread = found.misranked * (1 - found.misranked)
    assert found.misranked_error == pytest.approx((spread / decided) ** 0.5)


def test_stretching_a_scale_evenly_changes_nothing() -> None:
    assert count_pairs(replace(TWO, severity_edges=(0.0, 50.0, 100.0)), pairs=5_000) == (
        count_pairs(TWO, pairs=5_000)
    )


@pytest.mark.parametrize(
    ("edges", "end"),
    [((0.1, 1.0, 4.0, inf), 16.0), ((0.0, 3.0, inf), 6.0), ((0.0, 3.0, 4.0), 4.0)],
)
def test_an_open_scale_ends_at_the_same_multiple(edges: tuple[float, ...], end: float) -> None:
    assert reach(edges).tolist() == [*edges[:-1], end]
