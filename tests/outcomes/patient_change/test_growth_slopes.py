"""Slopes of patients: against a plain slow twin and planted truths."""

import numpy as np
import pytest
from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.patient_change import growth_slopes
from fairterms.outcomes.patient_change.scores import Floats, Series, series
from fairterms.units.refusal import Refusal


def drawn(n: int, seed: int, days: tuple[int, ...] = (0, 7, 21, 60)) -> Series:
    """Return patients with lines of their own around 20 − t/10."""
    draw = np.random.default_rng(seed)
    time = np.array(days, dtype=np.float64)
    lines = (
        20 + 3 * draw.standard_normal((n, 1)) + (-0.1 + 0.06 * draw.standard_normal((n, 1))) * time
    )
    table = lines + 1.5 * draw.standard_normal((n, time.size))
    return series(np.repeat(np.arange(n), time.size), np.tile(time, n), table.ravel(), n)


def slow_deviance(theta: Floats, rows: Series) -> float:
    """Return −2 log restricted likelihood from whole matrices, one patient at a time."""
    (a, b, c, sigma), freedom = theta, rows.score.size - 2
    lower = np.array([[a, 0], [b, c]])
    information, weighted, squares, logs = np.zeros((2, 2)), np.zeros(2), 0.0, 0.0
    for patient in range(rows.n_patients):
        is_here = rows.patient == patient
        x = np.column_stack([np.ones(is_here.sum()), rows.day[is_here] / 30])
        y = rows.score[is_here]
        covariance = x @ lower @ lower.T @ x.T + sigma**2 * np.eye(y.size)
        inverse = np.linalg.inv(covariance)
        information += x.T @ inverse @ x
        weighted += x.T @ inverse @ y
        squares += y @ inverse @ y
        logs += np.linalg.slogdet(covariance)[1]
    beta = np.linalg.solve(information, weighted)
    rest = squares - beta @ weighted
    log_information = np.linalg.slogdet(information)[1]
    return float(logs + log_information + rest + freedom * np.log(2 * np.pi))


def test_the_fit_agrees_with_whole_matrices() -> None:
    rows = drawn(10, 3)
    fast = growth_slopes.fit(rows)
    slow = minimize(
        slow_deviance,
        [3.0, 0.0, 1.5, 1.5],
        (rows,),
        "Nelder-Mead",
        options={"xatol": 1e-6, "fatol": 1e-8},
    )
    # The restricted likelihood counts log|X'V⁻¹X|, which moves with the unit of time.
    assert fast.criterion == pytest.approx(slow.fun + 2 * np.log(30), abs=1e-4)
    assert fast.residual_sd == pytest.approx(abs(slow.x[3]), rel=1e-3)


def test_the_planted_slopes_are_found() -> None:
    found = growth_slopes.fit(drawn(3_000, 5))
    assert found.average == pytest.approx(-0.1, abs=0.005)
    assert found.residual_sd == pytest.approx(1.5, abs=0.05)
    assert np.nanstd(found.deviation) ** 2 + np.nanmean(found.conditional_sd**2) == pytest.approx(
        0.06**2, rel=0.10
    )


def test_a_patient_with_fewer_than_three_scores_has_no_slope() -> None:
    rows = drawn(20, 7)
    short = rows.take(np.flatnonzero((rows.patient > 0) | (rows.day < 21)))
    found = growth_slopes.fit(short)
    assert np.isnan(found.deviation[0])
    assert np.isfinite(found.deviation[1:]).all()


def test_the_whole_slope_is_less_certain_than_the_deviation_alone_when_patients_are_many() -> None:
    found = growth_slopes.fit(drawn(200, 9))
    assert found.total_sd == pytest.approx(found.conditional_sd, rel=0.05)


def test_the_day_from_which_days_are_counted_changes_nothing() -> None:
    rows = drawn(40, 11)
    later = Series(rows.patient, rows.day + 20_000, rows.score, rows.n_patients)
    one, other = growth_slopes.fit(rows), growth_slopes.fit(later)
    assert other.deviation == pytest.approx(one.deviation, abs=1e-5)


def test_scores_on_perfect_lines_are_fitted_without_a_warning() -> None:
    time = np.tile(np.arange(4), 6)
    patient = np.repeat(np.arange(6), 4)
    lines = series(patient, time, 20 - (1 + patient % 3) * time, 6)
    found = growth_slopes.fit(lines)
    assert found.average == pytest.approx(-2, abs=1e-6)
    assert found.deviation == pytest.approx([1, 0, -1, 1, 0, -1], abs=1e-3)


@pytest.mark.parametrize(
    "rows",
    [
        series([0, 0, 0, 1], [0, 1, 2, 0], [9, 8, 7, 6], 2),
        series([0, 0, 0, 1, 1, 1, 2, 2, 2], [4] * 9, [9, 8, 7, 6, 5, 4, 3, 2, 1], 3),
        series([], [], [], 2),
    ],
    ids=["one patient", "one day", "nobody"],
)
def test_too_few_scores_are_refused(rows: Series) -> None:
    with pytest.raises(Refusal, match="three scores or more"):
        growth_slopes.fit(rows)
