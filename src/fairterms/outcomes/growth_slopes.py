"""Slopes of patients: a straight line for each, drawn together by how much lines differ at all.

The model is y = (β0 + u0) + (β1 + u1)·t + ε, fitted by restricted maximum likelihood. Every patient
enters only through sums (Z'Z, Z'y), so that a fit of a hundred thousand patients is a few dozen
passes over small arrays.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.scores import Flags, Floats, Series
from fairterms.units.refusal import Refusal

FEWEST_SCORES = 3
"""A line through two points has no error; a slope is judged from three scores on."""


@dataclass(frozen=True, eq=False)
class Slopes:
    """A fitted family of lines; a patient with fewer than three scores is NaN.

    Attributes
    ----------
    average
        β1, the average slope, in points per day (or the unit of the series' days).
    deviation
        û1, how a patient's slope differs from the average; shape (patients,).
    conditional_sd
        Of the deviation, given the patient's scores; shape (patients,).
    total_sd
        Of the patient's whole slope β1 + u1, with the error of β; shape (patients,).
    residual_sd
        σ, in points.
    criterion
        Restricted deviance at the optimum (−2 log restricted likelihood).
    """

    average: float
    deviation: Floats
    conditional_sd: Floats
    total_sd: Floats
    residual_sd: float
    criterion: float


@dataclass(frozen=True, eq=False)
class _Sums:
    """Z'Z, Z'y of each patient and y'y of all, with time centred and scaled."""

    cross: Floats  # (patients, 2, 2)
    product: Floats  # (patients, 2)
    squares: float
    n: int


def fit(series: Series) -> Slopes:
    """Return the slopes of all patients with three scores or more.

    Raises
    ------
    Refusal
        When fewer than three such patients exist, or no patient has scores of two days.

    Notes
    -----
    V_i = σ²(I + Z G Z'); M = (I + Z'Z·G)⁻¹; X'V⁻¹X = M·Z'Z/σ²; log|V| from log|I + Z'Z·G|;
    û = G·M·(Z'y − Z'Z·β); conditional variance σ²·G·M. G = L·L' keeps it a covariance.

    Sources
    -------
    Laird and Ware 1982, Biometrics 38, 963-974.
    """
    known = series.known()
    is_long = known.counts() >= FEWEST_SCORES
    rows = known.take(np.flatnonzero(is_long[known.patient]))
    centre, scale = _time_scale(rows, int(is_long.sum()))
    sums = _sum_up(rows, is_long, centre, scale)
    found = minimize(
        lambda theta: _deviance(theta, sums),
        x0=np.array([1.0, 0.0, 1.0]),
        method="L-BFGS-B",
        bounds=[(0, None), (None, None), (0, None)],
        options={"ftol": 1e-13, "gtol": 1e-8},
    )
    return _slopes(found.x, sums, is_long, scale)


def _time_scale(rows: Series, n_long: int) -> tuple[float, float]:
    scale = float(np.std(rows.day)) if rows.day.size else 0.0
    if n_long < FEWEST_SCORES or scale == 0:
        raise Refusal(
            "slopes",
            f"{n_long} patients have three scores or more",
            "how much slopes differ cannot be told from so few",
            "declare a method that reads the first and the last score only",
        )
    return float(np.mean(rows.day)), scale


def _sum_up(rows: Series, is_long: Flags, centre: float, scale: float) -> _Sums:
    time = ((rows.day - centre) / scale).astype(np.float64)
    size = rows.n_patients

    def total(weights: Floats) -> Floats:
        summed = np.bincount(rows.patient, weights=weights, minlength=size)
        return summed[is_long].astype(np.float64)

    t0, t1, t2 = total(np.ones_like(time)), total(time), total(time * time)
    cross = np.stack([np.stack([t0, t1], axis=-1), np.stack([t1, t2], axis=-1)], axis=-2)
    product = np.stack([total(rows.score), total(time * rows.score)], axis=-1)
    return _Sums(cross, product, float(rows.score @ rows.score), rows.score.size)


def _solve(theta: Floats, sums: _Sums) -> tuple[Floats, Floats, Floats, Floats]:
    """Return G, M of each patient, the sum of M·Z'Z, and β."""
    lower = np.array([[theta[0], 0.0], [theta[1], theta[2]]])
    spread = lower @ lower.T
    shrink = np.linalg.inv(np.eye(2) + sums.cross @ spread)
    information = (shrink @ sums.cross).sum(axis=0)
    beta = np.linalg.solve(information, np.einsum("ijk,ik->j", shrink, sums.product))
    return spread, shrink, information, beta


def _variance(sums: _Sums, spread: Floats, shrink: Floats, beta: Floats) -> float:
    explained = np.einsum("ij,jk,ikl,il->", sums.product, spread, shrink, sums.product)
    weighted = np.einsum("ijk,ik->j", shrink, sums.product)
    return float((sums.squares - explained - beta @ weighted) / (sums.n - 2))


def _deviance(theta: Floats, sums: _Sums) -> float:
    spread, shrink, information, beta = _solve(theta, sums)
    variance = _variance(sums, spread, shrink, beta)
    determinants = -np.linalg.slogdet(shrink)[1].sum() + np.linalg.slogdet(information)[1]
    freedom = sums.n - 2
    return float(determinants + freedom * (1 + np.log(2 * np.pi * variance)))


def _slopes(theta: Floats, sums: _Sums, is_long: Flags, scale: float) -> Slopes:
    spread, shrink, information, beta = _solve(theta, sums)
    variance = _variance(sums, spread, shrink, beta)
    residual = sums.product - sums.cross @ beta
    deviation = np.einsum("jk,ikl,il->ij", spread, shrink, residual)[:, 1]
    given = spread @ shrink
    # Error of the whole line: its own, and what the error of β leaves after shrinking.
    left = np.eye(2) - given @ sums.cross
    error = given + left @ np.linalg.inv(information) @ np.swapaxes(left, 1, 2)

    def spread_out(values: Floats) -> Floats:
        column = np.full(is_long.size, np.nan)
        column[is_long] = values
        return column

    return Slopes(
        average=float(beta[1] / scale),
        deviation=spread_out(deviation / scale),
        conditional_sd=spread_out(np.sqrt(variance * given[:, 1, 1]) / scale),
        total_sd=spread_out(np.sqrt(variance * error[:, 1, 1]) / scale),
        residual_sd=float(np.sqrt(variance)),
        criterion=_deviance(theta, sums),
    )
