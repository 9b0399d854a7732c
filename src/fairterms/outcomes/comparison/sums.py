"""Sums over each provider's patients at given coefficients and provider effects, block by block.

The models differ in what they do with these sums, not in how they are made: the expected number of
patients with the outcome, its variance, and what both owe to each covariate.
"""

from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.comparison.cells import Block, Cells, Floats


@dataclass(frozen=True, eq=False)
class Moments:
    """What each provider's patients add up to; shapes (J,).

    Attributes
    ----------
    expected
        Σ μ: patients expected to reach the outcome.
    variance
        Σ w, w = μ(1 − μ).
    skewness
        Σ w(1 − 2μ), the third central moment.
    log_partition
        Σ ln(1 + e^η).
    """

    expected: Floats
    variance: Floats
    skewness: Floats
    log_partition: Floats


def chances(block: Block, predictor: Floats, effects: Floats) -> Floats:
    """Return μ = expit(η), η = xβ + u, of the block's cells."""
    eta = predictor[block.rows] + np.repeat(effects[block.providers], block.counts)
    np.negative(eta, out=eta)
    np.exp(eta, out=eta)
    eta += 1
    return np.reciprocal(eta, out=eta)


def sum_two(cells: Cells, predictor: Floats, effects: Floats) -> tuple[Floats, Floats]:
    """Return Σ μ and Σ w of each provider: all a Newton step for the effects needs; shapes (J,)."""
    expected, variance = np.zeros_like(effects), np.zeros_like(effects)
    for block in cells.blocks:
        mu = chances(block, predictor, effects)
        weight = mu * (1 - mu)
        if not cells.is_single:
            mu *= cells.trials[block.rows]
            weight *= cells.trials[block.rows]
        expected[block.providers] += np.add.reduceat(mu, block.starts)
        variance[block.providers] += np.add.reduceat(weight, block.starts)
    return expected, variance


def sum_all(
    cells: Cells, predictor: Floats, effects: Floats, keep: Floats | None = None
) -> Moments:
    """Return every moment.

    Parameters
    ----------
    predictor
        xβ of each cell, shape (m,).
    effects
        u of each provider, shape (J,).
    keep
        Where to leave each cell's μ, shape (m,).
    """
    found = np.zeros((4, len(effects)))
    for block in cells.blocks:
        mu = chances(block, predictor, effects)
        if keep is not None:
            keep[block.rows] = mu
        weight = mu * (1 - mu)
        third = weight * (1 - 2 * mu)
        # ln(1 + e^η) = η − ln μ; the provider's part of η is added below.
        partition = predictor[block.rows] - np.log(mu)
        for total, column in zip(found, (mu, weight, third, partition), strict=True):
            counted = column if cells.is_single else column * cells.trials[block.rows]
            total[block.providers] += np.add.reduceat(counted, block.starts)
    found[3] += cells.patients * effects
    return Moments(*found)


def project(cells: Cells, mu: Floats, factors: tuple[Floats, Floats, Floats]) -> Floats:
    """Return Xᵀ[aμ + bw(1 − 2μ) + cw] for factors a, b, c of each provider; shape (p,).

    Parameters
    ----------
    mu
        The chance of each cell, shape (m,).
    factors
        a, b and c, shapes (J,).
    """
    found = np.zeros(cells.design.shape[1])
    for block in cells.blocks:
        here = mu[block.rows]
        first, second, third = (np.repeat(f[block.providers], block.counts) for f in factors)
        second *= 1 - 2 * here
        second += third
        second *= 1 - here
        second += first
        second *= here
        if not cells.is_single:
            second *= cells.trials[block.rows]
        found += second @ cells.design[block.rows]
    return found


def information(cells: Cells, predictor: Floats, effects: Floats, ridge: float) -> Floats:
    """Return the information about β when the effects follow it: XᵀWX − Σ B Bᵀ/D; shape (p, p).

    Parameters
    ----------
    ridge
        λ = σ⁻², what the effects' distribution adds to D = Σ w + λ; ``inf`` holds them fixed.
    """
    width = cells.design.shape[1]
    found, crossed = np.zeros((width, width)), np.zeros((len(effects), width))
    variance = np.full(len(effects), ridge)
    for block in cells.blocks:
        mu = chances(block, predictor, effects)
        weight = mu * (1 - mu) * cells.trials[block.rows]
        weighted = cells.design[block.rows] * weight[:, None]
        found += weighted.T @ cells.design[block.rows]
        crossed[block.providers] += np.add.reduceat(weighted, block.starts, axis=0)
        variance[block.providers] += np.add.reduceat(weight, block.starts)
    return np.asarray(found - crossed.T @ (crossed / variance[:, None]))
