"""How much a sample can prove: exact upper bounds on the share of failures not seen."""

from math import comb

from fairterms.units.refusal import Refusal

CONFIDENCE = 0.95
"""The confidence of every bound shown."""

SMALL_POPULATION = 10_000
"""Up to this size the exact bound of a finite list is used; above it the two hardly differ, and
the one for an endless list is never the smaller (our choice)."""


def upper_bound(deviations: int, sample: int, confidence: float = CONFIDENCE) -> float:
    """Return the largest share of failures that a sample does not rule out.

    Parameters
    ----------
    deviations
        Failures found in the sample, 0 to ``sample``.
    sample
        Items looked at, 1 or more, drawn at random from a list without a known end.
    confidence
        The chance that the bound holds; above 0 and below 1.

    Returns
    -------
    float
        A share from 0 to 1: one-sided exact binomial bound.

    Notes
    -----
    Clopper-Pearson: the p at which so few deviations have the chance 1 − confidence. Without a
    deviation it is 1 − (1 − confidence)^(1/n).

    Examples
    --------
    >>> [round(100 * upper_bound(0, n), 1) for n in (25, 30, 40, 60)]
    [11.3, 9.5, 7.2, 4.9]
    """
    _check(deviations, sample)
    # SciPy's special functions take a while to load; only a bound needs them.
    from scipy.special import (  # type: ignore[import-untyped,unused-ignore] # noqa: PLC0415
        betaincinv,
    )

    if deviations == sample:
        return 1.0
    return float(betaincinv(deviations + 1, sample - deviations, confidence))


def upper_bound_of_list(
    deviations: int, sample: int, population: int, confidence: float = CONFIDENCE
) -> float:
    """Return the largest share of failures in a list that a sample of it does not rule out.

    Parameters
    ----------
    deviations
        Failures found in the sample.
    sample
        Items looked at, drawn at random without looking at one twice.
    population
        Items on the whole list, at least ``sample``. Above :data:`SMALL_POPULATION` the bound
        of a list without end is given.
    confidence
        The chance that the bound holds.

    Returns
    -------
    float
        A share of the list, from 0 to 1; exactly the share found where every item was looked at.

    Notes
    -----
    The most failing items K on the list for which the hypergeometric chance of so few in the
    sample is still above 1 − confidence. It speaks of that list, not of later ones.

    Examples
    --------
    >>> upper_bound_of_list(0, 12, 12), upper_bound_of_list(0, 2, 12)
    (0.0, 0.6666666666666666)
    """
    _check(deviations, sample)
    if sample > population:
        raise Refusal(
            "sample",
            f"{sample} items were looked at on a list of {population}",
            "no item is looked at twice",
            "count the whole list, and each item of the sample once",
        )
    if sample == population:
        return deviations / population
    if population > SMALL_POPULATION:
        return upper_bound(deviations, sample, confidence)
    low, high = deviations, population - sample + deviations
    while low < high:  # the chance of so few falls as more items fail, so halving finds the last
        middle = (low + high + 1) // 2
        if _chance_of_so_few(deviations, sample, population, middle) > 1 - confidence:
            low = middle
        else:
            high = middle - 1
    return low / population


def _chance_of_so_few(deviations: int, sample: int, population: int, faulty: int) -> float:
    """Return the chance of at most so many deviations when ``faulty`` items of the list fail."""
    ways = sum(
        comb(faulty, seen) * comb(population - faulty, sample - seen)
        for seen in range(min(deviations, faulty) + 1)
    )
    return ways / comb(population, sample)


def chance_of_missing(population: int, faulty: int, sample: int) -> float:
    """Return the chance that a random sample holds none of the failures.

    Parameters
    ----------
    population
        Items in all, such as the twelve months of a year.
    faulty
        How many of them failed.
    sample
        How many are looked at, each once.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    Refusal
        When the parts are larger than the whole.

    Examples
    --------
    >>> round(chance_of_missing(population=12, faulty=1, sample=2), 2)
    0.83
    """
    if not (0 <= faulty <= population and 0 <= sample <= population):
        raise Refusal(
            "sample",
            f"{sample} of {population} items are looked at, and {faulty} of them failed",
            "both are parts of the same list",
            "count the whole list, and in it the failed items and those looked at",
        )
    return comb(population - faulty, sample) / comb(population, sample)


def _check(deviations: int, sample: int) -> None:
    if not 0 <= deviations <= sample or sample < 1:
        raise Refusal(
            "deviations",
            f"{deviations} failures in a sample of {sample}",
            "an item fails once or not at all, and nothing is proven without a sample",
            "count the items looked at, and among them those that failed",
        )
