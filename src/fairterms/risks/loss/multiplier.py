"""What a control leaves of a frequency or a severity, as a factor."""

import math


def checked_multiplier(multiplier: float) -> float:
    """Return a factor that a frequency or a severity can be multiplied by.

    Parameters
    ----------
    multiplier
        What is left, as a fraction: 0.4 leaves 40 %; above 1 the risk grows.

    Returns
    -------
    float
        The same.

    Raises
    ------
    ValueError
        When it is not above 0, or not a number.

    Examples
    --------
    >>> checked_multiplier(0.4)
    0.4
    """
    if not (math.isfinite(multiplier) and multiplier > 0):
        raise ValueError(
            f"a control cannot leave {multiplier:.6g} times the risk: what is left must be above "
            "0. Say how much of it is left, even if that is little."
        )
    return multiplier
