"""Slopes of patients: a straight line for each, drawn together by how much lines differ at all.

The model is y = (β0 + u0) + (β1 + u1)·t + ε, a growth curve with time itself and no facts at
intake, fitted by restricted maximum likelihood.
"""

import math
from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.patient_change import growth_curve
from fairterms.outcomes.patient_change.growth_curve import Fit, Sums
from fairterms.outcomes.patient_change.scores import Flags, Floats, Series
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


def fit(series: Series) -> Slopes:
    """Return the slopes of all patients with three scores or more.

    Raises
    ------
    Refusal
        When fewer than three such patients exist, or no patient has scores of two days.

    Notes
    -----
    û = G·M·(Z'y − Z'Z·β) with M = (I + Z'Z·G)⁻¹; conditional variance σ²·G·M.

    Sources
    -------
    Laird and Ware 1982, Biometrics 38, 963-974.
    """
    known = series.known()
    is_long = known.counts() >= FEWEST_SCORES
    rows = known.take(np.flatnonzero(is_long[known.patient]))
    centre, scale = _time_scale(rows, int(is_long.sum()))
    time = ((rows.day - centre) / scale).astype(np.float64)
    place = np.cumsum(is_long) - 1
    sums = growth_curve.sum_up(time, place[rows.patient], rows.score, int(is_long.sum()))
    ones = np.ones((sums.n.size, 1))
    return _slopes(growth_curve.fit(sums, growth_curve.Facts(ones, ones)), sums, is_long, scale)


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


def _slopes(found: Fit, sums: Sums, is_long: Flags, scale: float) -> Slopes:
    q, r, shrinkage = found.spread.both, found.spread.slope, found.shrinkage
    # Rest of Z'y after the average line, then the slope's row of G·M.
    rest_y = sums.y - sums.n * found.beta[0] - sums.t * found.beta[1]
    rest_ty = sums.ty - sums.t * found.beta[0] - sums.tt * found.beta[1]
    given_1 = q * shrinkage.m11 + r * shrinkage.m21
    given_2 = q * shrinkage.m12 + r * shrinkage.m22
    # What the error of β leaves in a slope: the slope's row of I − G·M·Z'Z.
    left_1 = -(given_1 * sums.n + given_2 * sums.t)
    left_2 = 1 - (given_1 * sums.t + given_2 * sums.tt)
    error = np.linalg.inv(found.information)
    of_beta = left_1**2 * error[0, 0] + 2 * left_1 * left_2 * error[0, 1] + left_2**2 * error[1, 1]

    def spread_out(values: Floats) -> Floats:
        column = np.full(is_long.size, np.nan)
        column[is_long] = values / scale
        return column

    return Slopes(
        average=float(found.beta[1] / scale),
        deviation=spread_out(given_1 * rest_y + given_2 * rest_ty),
        conditional_sd=spread_out(np.sqrt(found.variance * given_2)),
        total_sd=spread_out(np.sqrt(found.variance * (given_2 + of_beta))),
        residual_sd=math.sqrt(found.variance),
        # |X'V⁻¹X| grows with the unit of time: back to the series' own days.
        criterion=found.deviance + 2 * math.log(scale),
    )
