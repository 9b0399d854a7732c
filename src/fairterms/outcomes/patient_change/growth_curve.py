"""Growth curves: a level and a slope for each patient, drawn together by how much they differ.

The model is y = (w·β0 + u0) + (v·β1 + u1)·f + ε, where f is any function of time and w and v are
facts at intake. Every patient enters only through sums (Z'Z, Z'y), so that a fit of a hundred
thousand patients is a few dozen passes over small arrays.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.patient_change.scores import Floats, Whole

STARTS = ((1.0, 0.0, 1.0), (2.0, 0.0, 0.2))
"""Entries of L to begin with: slopes that differ much, and slopes that hardly differ."""

LEAST_SHARE = 1e-12
"""Of the sum of squares; less than this is rounding, not error of measurement."""


@dataclass(frozen=True, eq=False)
class Sums:
    """Z'Z = [n t; t tt] and Z'y = [y, ty] of each patient; each of shape (patients,).

    ``squares`` is y'y of all scores together, ``rows`` how many scores there are.
    """

    n: Floats
    t: Floats
    tt: Floats
    y: Floats
    ty: Floats
    squares: float
    rows: int


@dataclass(frozen=True, eq=False)
class Facts:
    """What is known of each patient at intake, a column of ones included.

    Attributes
    ----------
    level
        w, what moves the level; shape (patients, k).
    slope
        v, what moves the slope; shape (patients, m).
    """

    level: Floats
    slope: Floats

    @property
    def width(self) -> int:
        """How many fixed effects there are, k + m."""
        return int(self.level.shape[1] + self.slope.shape[1])


@dataclass(frozen=True, eq=False)
class Spread:
    """G, how patients differ, in units of σ²: two variances and the covariance."""

    level: float
    slope: float
    both: float


@dataclass(frozen=True, eq=False)
class Shrinkage:
    """M = (I + Z'Z·G)⁻¹ of each patient, entry by entry, and the determinant of its inverse."""

    m11: Floats
    m12: Floats
    m21: Floats
    m22: Floats
    determinant: Floats

    def apply(self, one: Floats, other: Floats) -> tuple[Floats, Floats]:
        """Return M·(one, other)' of each patient."""
        return self.m11 * one + self.m12 * other, self.m21 * one + self.m22 * other


@dataclass(frozen=True, eq=False)
class Fit:
    """The model at one G.

    Attributes
    ----------
    spread
        G in units of σ².
    shrinkage
        M of each patient.
    information
        X'V⁻¹X in units of 1/σ²; shape (k + m, k + m).
    beta
        Fixed effects, those of the level first; shape (k + m,).
    variance
        σ², the error of one score.
    deviance
        −2 log restricted likelihood.
    """

    spread: Spread
    shrinkage: Shrinkage
    information: Floats
    beta: Floats
    variance: float
    deviance: float


def sum_up(time: Floats, patient: Whole, score: Floats, n_patients: int) -> Sums:
    """Return the sums of each patient.

    Parameters
    ----------
    time
        f of each score; shape (rows,).
    patient
        Position of the patient; shape (rows,).
    score
        In points; shape (rows,).
    n_patients
        How many patients there are; those without scores get zeros.

    Examples
    --------
    >>> found = sum_up(np.array([0.0, 2.0]), np.array([0, 0]), np.array([9.0, 5.0]), 2)
    >>> found.tt.tolist(), found.ty.tolist()
    ([4.0, 0.0], [10.0, 0.0])
    """

    def total(weights: Floats) -> Floats:
        return np.bincount(patient, weights=weights, minlength=n_patients).astype(np.float64)

    return Sums(
        n=total(np.ones_like(time)),
        t=total(time),
        tt=total(time * time),
        y=total(score),
        ty=total(time * score),
        squares=float(score @ score),
        rows=score.size,
    )


def shrink(sums: Sums, spread: Spread) -> Shrinkage:
    """Return M = (I + Z'Z·G)⁻¹ of each patient."""
    # Two-by-two matrices written out: a stack of a hundred thousand of them is slow to invert.
    p, r, q = spread.level, spread.slope, spread.both
    n11, n12 = 1 + sums.n * p + sums.t * q, sums.n * q + sums.t * r
    n21, n22 = sums.t * p + sums.tt * q, 1 + sums.t * q + sums.tt * r
    determinant = n11 * n22 - n12 * n21
    return Shrinkage(
        n22 / determinant, -n12 / determinant, -n21 / determinant, n11 / determinant, determinant
    )


def fit(sums: Sums, facts: Facts) -> Fit:
    """Return the model that makes the restricted deviance least.

    Raises
    ------
    numpy.linalg.LinAlgError
        When facts say the same thing twice; callers check that before.

    Notes
    -----
    V_i = σ²(I + Z G Z'); M = (I + Z'Z·G)⁻¹; Z'V⁻¹Z = M·Z'Z/σ²; log|V| from log|I + Z'Z·G|.
    G = L·L' keeps it a covariance. L and −L give the same G, so that zero is level in every
    direction of its diagonal: a bound there would hold the search fast. It runs free instead,
    from several starts.

    Sources
    -------
    Laird and Ware 1982, Biometrics 38, 963-974.
    """
    ends = [
        minimize(
            # Per row the deviance is near 1, whatever the number of patients.
            lambda theta: _per_row(theta, sums, facts),
            x0=np.array(start),
            method="L-BFGS-B",
            jac=True,
            options={"ftol": 1e-15, "gtol": 1e-9},
        )
        for start in STARTS
    ]
    best = min(ends, key=lambda end: float(end.fun))
    return at(np.asarray(best.x, dtype=np.float64), sums, facts)


def at(theta: Floats, sums: Sums, facts: Facts) -> Fit:
    """Return the model at one L = [a 0; b c], with the fixed effects and σ² best for it.

    Parameters
    ----------
    theta
        a, b, c; shape (3,).
    sums
        Of all patients.
    facts
        Of the same patients.
    """
    a, b, c = (float(value) for value in theta)
    spread = Spread(a * a, b * b + c * c, a * b)
    shrinkage = shrink(sums, spread)
    information = _information(sums, facts, shrinkage)
    shrunk_y, shrunk_ty = shrinkage.apply(sums.y, sums.ty)
    weighted = np.concatenate([facts.level.T @ shrunk_y, facts.slope.T @ shrunk_ty])
    beta = np.linalg.solve(information, weighted)
    # Z'y · G · M · Z'y: what the patients' own lines explain.
    own_level = spread.level * shrunk_y + spread.both * shrunk_ty
    own_slope = spread.both * shrunk_y + spread.slope * shrunk_ty
    explained = float(sums.y @ own_level + sums.ty @ own_slope)
    left = sums.squares - explained - float(beta @ weighted)
    freedom = sums.rows - facts.width
    variance = max(left / freedom, _floor(sums, facts))
    logs = float(np.log(shrinkage.determinant).sum() + np.linalg.slogdet(information)[1])
    deviance = logs + freedom * (1 + math.log(2 * math.pi * variance))
    return Fit(spread, shrinkage, information, beta, variance, deviance)


def _per_row(theta: Floats, sums: Sums, facts: Facts) -> tuple[float, Floats]:
    found = at(theta, sums, facts)
    return found.deviance / sums.rows, gradient(theta, found, sums, facts) / sums.rows


def gradient(theta: Floats, found: Fit, sums: Sums, facts: Facts) -> Floats:
    """Return the derivative of the deviance by the entries of L; shape (3,).

    Parameters
    ----------
    theta
        a, b, c of L; shape (3,).
    found
        The model there.
    sums, facts
        Of all patients.

    Notes
    -----
    dD = tr(S·dG), S = Σ[A − A·B·(X'V⁻¹X)⁻¹·B'·A − r·r'/σ²] with A = M·Z'Z, X = Z·B,
    r = M·Z'(y − Xβ); so dD/dL = 2·S·L. Where σ² is held at its floor, r does not count.
    """
    apply, k = found.shrinkage.apply, facts.level.shape[1]
    a11, a12 = apply(sums.n, sums.t)
    _, a22 = apply(sums.t, sums.tt)
    error = np.linalg.inv(found.information)
    e11 = np.sum((facts.level @ error[:k, :k]) * facts.level, axis=1)
    e12 = np.sum((facts.level @ error[:k, k:]) * facts.slope, axis=1)
    e22 = np.sum((facts.slope @ error[k:, k:]) * facts.slope, axis=1)
    level, slope = facts.level @ found.beta[:k], facts.slope @ found.beta[k:]
    r1, r2 = apply(
        sums.y - sums.n * level - sums.t * slope, sums.ty - sums.t * level - sums.tt * slope
    )
    is_floor = found.variance <= _floor(sums, facts)
    weight = 0.0 if is_floor else 1 / found.variance
    # A·E·A written out: f = E·A by entries, then A·f.
    f11, f12 = e11 * a11 + e12 * a12, e11 * a12 + e12 * a22
    f21, f22 = e12 * a11 + e22 * a12, e12 * a12 + e22 * a22
    s11 = float(np.sum(a11 - a11 * f11 - a12 * f21)) - weight * float(r1 @ r1)
    s12 = float(np.sum(a12 - a11 * f12 - a12 * f22)) - weight * float(r1 @ r2)
    s22 = float(np.sum(a22 - a12 * f12 - a22 * f22)) - weight * float(r2 @ r2)
    a, b, c = (float(value) for value in theta)
    return 2 * np.array([s11 * a + s12 * b, s12 * a + s22 * b, s22 * c])


def _floor(sums: Sums, facts: Facts) -> float:
    """Return the least σ²: scores on perfect lines leave nothing but rounding, or less."""
    return LEAST_SHARE * sums.squares / (sums.rows - facts.width)


def _information(sums: Sums, facts: Facts, shrinkage: Shrinkage) -> Floats:
    a11, a21 = shrinkage.apply(sums.n, sums.t)
    _, a22 = shrinkage.apply(sums.t, sums.tt)
    both = (facts.level * a21[:, None]).T @ facts.slope
    return np.block(
        [
            [(facts.level * a11[:, None]).T @ facts.level, both],
            [both.T, (facts.slope * a22[:, None]).T @ facts.slope],
        ]
    ).astype(np.float64)
