"""Slopes of patients: a straight line for each, drawn together by how much lines differ at all.

The model is y = (β0 + u0) + (β1 + u1)·t + ε, fitted by restricted maximum likelihood. Every patient
enters only through sums (Z'Z, Z'y), so that a fit of a hundred thousand patients is a few dozen
passes over small arrays.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.patient_change.scores import Flags, Floats, Series
from fairterms.units.refusal import Refusal

FEWEST_SCORES = 3
"""A line through two points has no error; a slope is judged from three scores on."""

STARTS = ((1.0, 0.0, 1.0), (2.0, 0.0, 0.2))
"""Entries of L to begin with: slopes that differ much, and slopes that hardly differ."""

LEAST_SHARE = 1e-12
"""Of the sum of squares; less than this is rounding, not error of measurement."""


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
    """Z'Z = [n t; t tt], Z'y = [y, ty] of each patient, with time centred and scaled."""

    n: Floats
    t: Floats
    tt: Floats
    y: Floats
    ty: Floats
    squares: float
    rows: int


@dataclass(frozen=True, eq=False)
class _State:
    """The model at one G: M = (I + Z'Z·G)⁻¹ of each patient, entry by entry, and what follows."""

    spread: tuple[float, float, float]  # G: its two variances and, last, the covariance
    determinant: Floats
    shrink: tuple[Floats, Floats, Floats, Floats]  # M by rows
    information: Floats
    beta: Floats
    variance: float


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
    return _slopes(_climb_down(sums), sums, is_long, scale)


def _climb_down(sums: _Sums) -> Floats:
    """Return the entries of L that make the deviance least.

    L and −L give the same G, so that zero is level in every direction of its diagonal: a bound
    there would hold the search fast. It runs free instead, from several starts.
    """
    ends = [
        minimize(
            # Per row the deviance is near 1, so that differences of it keep their digits.
            lambda theta: _deviance(theta, sums) / sums.rows,
            x0=np.array(start),
            method="L-BFGS-B",
            jac="3-point",
            options={"ftol": 1e-14, "gtol": 1e-7},
        )
        for start in STARTS
    ]
    best = min(ends, key=lambda end: float(end.fun))
    return np.asarray(best.x, dtype=np.float64)


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

    def total(weights: Floats) -> Floats:
        summed = np.bincount(rows.patient, weights=weights, minlength=rows.n_patients)
        return summed[is_long].astype(np.float64)

    return _Sums(
        n=total(np.ones_like(time)),
        t=total(time),
        tt=total(time * time),
        y=total(rows.score),
        ty=total(time * rows.score),
        squares=float(rows.score @ rows.score),
        rows=rows.score.size,
    )


def _solve(theta: Floats, sums: _Sums) -> _State:
    # Two-by-two matrices written out: a stack of a hundred thousand of them is slow to invert.
    a, b, c = (float(value) for value in theta)
    p, q, r = a * a, a * b, b * b + c * c
    n11, n12 = 1 + sums.n * p + sums.t * q, sums.n * q + sums.t * r
    n21, n22 = sums.t * p + sums.tt * q, 1 + sums.t * q + sums.tt * r
    determinant = n11 * n22 - n12 * n21
    shrink = (n22 / determinant, -n12 / determinant, -n21 / determinant, n11 / determinant)
    m11, m12, m21, m22 = shrink
    off = float(np.sum(m11 * sums.t + m12 * sums.tt))
    information = np.array(
        [
            [float(np.sum(m11 * sums.n + m12 * sums.t)), off],
            [off, float(np.sum(m21 * sums.t + m22 * sums.tt))],
        ]
    )
    shrunk_y, shrunk_ty = m11 * sums.y + m12 * sums.ty, m21 * sums.y + m22 * sums.ty
    weighted = np.array([shrunk_y.sum(), shrunk_ty.sum()])
    beta = np.linalg.solve(information, weighted)
    # Z'y · G · M · Z'y: what the patients' own lines explain.
    explained = float(
        np.sum(sums.y * (p * shrunk_y + q * shrunk_ty) + sums.ty * (q * shrunk_y + r * shrunk_ty))
    )
    left = sums.squares - explained - float(beta @ weighted)
    # Scores on perfect lines leave nothing but rounding, which may be below 0.
    variance = max(left, LEAST_SHARE * sums.squares) / (sums.rows - 2)
    return _State((p, r, q), determinant, shrink, information, beta, variance)


def _deviance(theta: Floats, sums: _Sums) -> float:
    state = _solve(theta, sums)
    logs = float(np.log(state.determinant).sum() + np.linalg.slogdet(state.information)[1])
    freedom = sums.rows - 2
    return logs + freedom * (1 + math.log(2 * math.pi * state.variance))


def _slopes(theta: Floats, sums: _Sums, is_long: Flags, scale: float) -> Slopes:
    state = _solve(theta, sums)
    _, r, q = state.spread
    m11, m12, m21, m22 = state.shrink
    # Rest of Z'y after the average line, then the slope's row of G·M.
    rest_y = sums.y - sums.n * state.beta[0] - sums.t * state.beta[1]
    rest_ty = sums.ty - sums.t * state.beta[0] - sums.tt * state.beta[1]
    given_1, given_2 = q * m11 + r * m21, q * m12 + r * m22
    # What the error of β leaves in a slope: the slope's row of I − G·M·Z'Z.
    left_1 = -(given_1 * sums.n + given_2 * sums.t)
    left_2 = 1 - (given_1 * sums.t + given_2 * sums.tt)
    error = np.linalg.inv(state.information)
    of_beta = left_1**2 * error[0, 0] + 2 * left_1 * left_2 * error[0, 1] + left_2**2 * error[1, 1]

    def spread_out(values: Floats) -> Floats:
        column = np.full(is_long.size, np.nan)
        column[is_long] = values / scale
        return column

    return Slopes(
        average=float(state.beta[1] / scale),
        deviation=spread_out(given_1 * rest_y + given_2 * rest_ty),
        conditional_sd=spread_out(np.sqrt(state.variance * given_2)),
        total_sd=spread_out(np.sqrt(state.variance * (given_2 + of_beta))),
        residual_sd=math.sqrt(state.variance),
        # |X'V⁻¹X| grows with the unit of time: back to the series' own days.
        criterion=_deviance(theta, sums) + 2 * math.log(scale),
    )
