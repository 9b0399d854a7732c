"""Samples that the other side can draw again: a published seed, and no other choice."""

import hmac
from collections.abc import Collection

from fairterms.risks.control.bound import upper_bound_of_list
from fairterms.units.refusal import Refusal

BEARABLE_BOUND = 0.10
"""The bound that :func:`advised_size` reaches when no failure is found (our choice)."""


def draw(items: Collection[str], seed: str, number: int) -> tuple[str, ...]:
    """Draw a sample that anybody with the list and the seed draws alike.

    Parameters
    ----------
    items
        The whole list, each item once, in any order.
    seed
        Words both sides know. Published after the list is fixed and before anybody looks at it.
    number
        How many to draw; the whole list where it has no more.

    Returns
    -------
    tuple of str
        The items drawn, in the order in which they are looked at. A larger sample begins with the
        smaller one, so that a test may go on without a new draw.

    Raises
    ------
    Refusal
        When an item stands twice, or there is nothing to draw.

    Notes
    -----
    Items are put in the order of HMAC-SHA256(seed, item), written as UTF-8, and the first are
    taken. No language's random numbers are involved, so that any other program can repeat it.

    Examples
    --------
    >>> draw(["week 1", "week 2", "week 3", "week 4"], "cedar 2027", 2)
    ('week 3', 'week 2')
    """
    if len(set(items)) < len(items):
        raise Refusal(
            "the list to draw from",
            "an item stands twice",
            "it would be drawn more easily than the others",
            "write every item once",
        )
    if not items or number < 1 or not seed:
        raise Refusal(
            "the sample",
            "a list, a seed and a number above 0 are needed",
            "without them nobody can draw it again",
            "give all three",
        )
    return tuple(sorted(sorted(items), key=lambda item: _place(seed, item))[:number])


def _place(seed: str, item: str) -> bytes:
    return hmac.digest(seed.encode(), item.encode(), "sha256")


def draw_places(population: int, seed: str, number: int) -> tuple[str, ...]:
    """Draw places of a sorted list: "1" is its first line.

    Parameters
    ----------
    population
        How many lines the list has.
    seed, number
        As in :func:`draw`.

    Returns
    -------
    tuple of str
        Places, in the order in which they are looked at. They name no claim and no person.
    """
    return draw([str(place) for place in range(1, population + 1)], seed, number)


def advised_size(population: int, bearable: float = BEARABLE_BOUND) -> int:
    """Say how many items to look at.

    Parameters
    ----------
    population
        How many items there are, 1 or more.
    bearable
        The bound to reach, as a share, if none of them fails.

    Returns
    -------
    int
        The smallest number whose bound is no larger; the whole list where that is more than half
        of it (our choice), because what was not looked at is not known.

    Examples
    --------
    >>> advised_size(12), advised_size(250), advised_size(100_000)
    (12, 26, 29)
    """
    low, high = 1, population
    while low < high:
        middle = (low + high) // 2
        if upper_bound_of_list(0, middle, population) <= bearable:
            high = middle
        else:
            low = middle + 1
    return population if 2 * low > population else low
