"""How well the level of a figure is known that rests on a few past years."""

from math import sqrt

from fairterms.simulate.forecast.measure_panel import KnownRate


def known_rate(reached: int, patients: int) -> KnownRate:
    """Return a rate with its error.

    Parameters
    ----------
    reached, patients
        How many patients reached the measure, and of how many; at least one.

    Notes
    -----
    The error is that of a proportion, with two patients added to either side so that no rate is
    ever taken as certain.

    Examples
    --------
    >>> found = known_rate(0, 6)
    >>> found.rate, round(found.error, 3)
    (0.0, 0.126)
    """
    careful = (reached + 2) / (patients + 4)
    return KnownRate(reached / patients, sqrt(careful * (1 - careful) / (patients + 4)), patients)


def widened(spread: float, noise: float, years: int) -> float:
    """Join the error of a level to how far a year may lie from it.

    Parameters
    ----------
    spread
        How far the true figure moves from year to year: a standard deviation, as a share (or in any
        unit that ``noise`` shares).
    noise
        What chance between patients adds in one past year, in the same unit; 0 where the level's
        own chance is counted elsewhere.
    years
        Past years whose mean the level is; at least 1.

    Returns
    -------
    float
        √(spread² + (spread² + noise²) ÷ years). The chance between patients in the year to come is
        not in it: that is drawn patient by patient.

    Notes
    -----
    The year to come lies ``spread`` from the true level, and the mean of k past years lies
    √((spread² + noise²) ÷ k) from it. Left out, an 80 % range that rests on three years holds 73 %.

    Examples
    --------
    >>> round(widened(0.03, 0.0, 3), 4), round(widened(0.03, 0.04, 3), 4)
    (0.0346, 0.0416)
    """
    assert years >= 1, "a level rests on a year at least"
    return sqrt(spread**2 + (spread**2 + noise**2) / years)
