"""False discovery: of several candidates tested at once, how many claims may be false.

Ten candidates without anything in them give a p-value under 0.05 four times in ten.
"""

from collections.abc import Sequence

import numpy as np


def adjust(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return p-values adjusted for false discovery, in the order given.

    Parameters
    ----------
    p_values
        Of every candidate tested, also of those nobody now speaks of; each 0 to 1.

    Returns
    -------
    tuple of float
        Claiming all candidates with an adjusted value of at most r keeps the expected share of
        false claims at r or below.

    Notes
    -----
    Benjamini and Hochberg: min over k ≥ i of m·p₍ₖ₎/k, at most 1. It holds for independent
    candidates and for overlapping ones that move together.

    Examples
    --------
    >>> [round(value, 3) for value in adjust([0.01, 0.04, 0.03, 0.5])]
    [0.04, 0.053, 0.053, 0.5]
    """
    values = np.asarray(p_values, dtype=np.float64)
    assert np.all((values >= 0) & (values <= 1)), "a p-value lies from 0 to 1"
    order = np.argsort(values)[::-1]
    ranks = np.arange(len(values), 0, -1)
    adjusted = np.empty_like(values)
    adjusted[order] = np.minimum(np.minimum.accumulate(values[order] * (len(values) / ranks)), 1)
    return tuple(adjusted.tolist())
