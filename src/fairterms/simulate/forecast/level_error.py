"""How well a level is known that rests on a few past years."""

from math import sqrt


def widened(spread: float, noise: float, years: int) -> float:
    """Join the error of a level to how far a year may lie from it.

    Parameters
    ----------
    spread
        How far the true figure moves from year to year: a standard deviation, as a share (or any
        unit that ``noise`` shares).
    noise
        What chance between patients adds in one past year, in the same unit; 0 where the level's
        own chance is counted elsewhere.
    years
        Past years whose mean the level is; at least 1.

    Returns
    -------
    float
        √(spread² + (spread² + noise²) ÷ years). The chance between patients of the year to come is
        not in it: it is drawn patient by patient.

    Notes
    -----
    The year to come lies ``spread`` from the true level, and the mean of k past years lies
    √((spread² + noise²) ÷ k) from it. Left out, three years make an 80 % range hold 73 %.

    Examples
    --------
    >>> round(widened(0.03, 0.0, 3), 4), round(widened(0.03, 0.04, 3), 4)
    (0.0346, 0.0416)
    """
    assert years >= 1, "a level rests on a year at least"
    return sqrt(spread**2 + (spread**2 + noise**2) / years)
