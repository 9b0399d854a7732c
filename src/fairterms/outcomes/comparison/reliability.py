"""Reliability: the share of what differs between providers that is not chance.

At a reliability of 0.5 a provider's rate says as much about luck as about the provider. How many
patients a reliability needs depends on how much providers really differ, so both ways to
estimate that are shown.
"""

from __future__ import annotations

import math
from typing import Final

import numpy.typing as npt

from fairterms.outcomes.comparison.chance import Floats, floats

GRADES: Final = (0.5, 0.7, 0.9)
"""Reliabilities usually asked for: even, for comparing groups, for high stakes."""


def reliability(
    between_variance: float, within_variance: npt.ArrayLike, n: npt.ArrayLike
) -> Floats:
    """Give the reliability of providers' results.

    Parameters
    ----------
    between_variance
        Variance of the true rates between providers, 0 or more.
    within_variance
        Variance of one patient's result within a provider, above 0; broadcasts. For a rate p it
        is p(1 − p).
    n
        Patients, 0 or more; broadcasts.

    Returns
    -------
    Floats
        0 (all chance) to below 1, the broadcast shape.

    Notes
    -----
    R = σ_b² / (σ_b² + σ_w²/n), written as nσ_b² / (nσ_b² + σ_w²) so that n = 0 gives 0.

    Sources
    -------
    Adams JL. The reliability of provider profiling: a tutorial. RAND TR-653, 2009.

    Examples
    --------
    >>> round(float(reliability(0.05, 0.95, 19)), 6)
    0.5
    """
    assert between_variance >= 0, "a variance is not below 0"
    signal = floats(n) * between_variance
    return floats(signal / (signal + floats(within_variance)))


def reliability_in_model(conditional_variance: npt.ArrayLike, sigma: float) -> Floats:
    """Give the reliability of provider effects estimated in a random-intercept model.

    Parameters
    ----------
    conditional_variance
        v_j of each provider's effect, shape (J,), on the scale of the model.
    sigma
        Standard deviation of the effects between providers, above 0.

    Returns
    -------
    Floats
        1 − v_j/σ², shape (J,).

    Examples
    --------
    >>> reliability_in_model([0.08], 0.4).round(6).tolist()
    [0.5]
    """
    assert sigma > 0, "a model without spread between providers has no reliability"
    return floats(1 - floats(conditional_variance) / sigma**2)


def count_needed(wanted: float, noise_to_signal: float) -> float:
    """Give the patients a reliability needs.

    Parameters
    ----------
    wanted
        A reliability, 0 up to below 1.
    noise_to_signal
        σ_w²/σ_b², for which see :mod:`fairterms.outcomes.comparison.provider_spread`; infinite if
        providers do not differ.

    Returns
    -------
    float
        n = R/(1 − R) · σ_w²/σ_b², not rounded; :func:`whole` rounds it up.

    Examples
    --------
    >>> [round(count_needed(wanted, 19), 1) for wanted in GRADES]
    [19.0, 44.3, 171.0]
    """
    assert 0 <= wanted < 1, "a reliability lies from 0 to below 1"
    return wanted / (1 - wanted) * noise_to_signal if wanted else 0.0


def count_needed_for_icc(wanted: float, icc: float) -> float:
    """Give the patients a reliability needs, from an intraclass correlation.

    Parameters
    ----------
    wanted
        A reliability, 0 up to below 1.
    icc
        The share of all variance that lies between providers, above 0 and below 1.

    Returns
    -------
    float
        n = R/(1 − R) · (1 − ICC)/ICC, not rounded.

    Examples
    --------
    >>> round(count_needed_for_icc(0.7, 0.05), 1)
    44.3
    """
    assert 0 < icc < 1, "an intraclass correlation lies between 0 and 1"
    return count_needed(wanted, (1 - icc) / icc)


def whole(count: float) -> int | None:
    """Round a count of patients up.

    Parameters
    ----------
    count
        0 or more, or infinite.

    Returns
    -------
    int or None
        None if no number of patients is enough.

    Examples
    --------
    >>> whole(44.3), whole(math.inf)
    (45, None)
    """
    # 19 patients exactly must not become 20 through the last bit of a division.
    return math.ceil(round(count, 9)) if math.isfinite(count) else None
