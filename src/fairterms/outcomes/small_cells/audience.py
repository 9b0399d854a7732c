"""Who reads a result, and what a count of 1 to 10 people looks like to them."""

from enum import StrEnum

SMALLEST_SMALL = 1
LARGEST_SMALL = 10
"""Counts from the one to the other are shown to nobody outside; 0 is not a person and may show."""

SMALL = "1 to 10"
NOT_SHOWN = "not shown"


class Audience(StrEnum):
    """Whose eyes a result is for.

    Attributes
    ----------
    GROUP
        The provider group's own room: everything is shown.
    OUTSIDE
        Everybody else, the health plan and the auditor among them.
    """

    GROUP = "group"
    OUTSIDE = "outside"


def is_small(count: int) -> bool:
    """Tell whether a count is of 1 to 10 people.

    Examples
    --------
    >>> [is_small(count) for count in (0, 1, 10, 11)]
    [False, True, True, False]
    """
    return SMALLEST_SMALL <= count <= LARGEST_SMALL


def may_show_rate(reached: int, n: int) -> bool:
    """Tell whether a rate may leave the group's room, by its own counts alone.

    Parameters
    ----------
    reached, n
        The people who reached the measure, and all people.

    Notes
    -----
    A rate and its denominator give back the numerator, and what is left of the denominator is the
    complement. So a rate is shown only where the people who reached the measure and the people who
    did not are each none or more than 10. Beside a table the hidden cells must be asked as well;
    see :func:`fairterms.outcomes.small_cells.rates.protect_rates`.

    Examples
    --------
    >>> may_show_rate(11, 40), may_show_rate(31, 40), may_show_rate(0, 40), may_show_rate(0, 0)
    (True, False, True, False)
    """
    assert 0 <= reached <= n, "a part is no more than the whole"
    return n > LARGEST_SMALL and not is_small(reached) and not is_small(n - reached)


def show(count: int, audience: Audience) -> str:
    """Return a count that stands alone, as the audience may read it.

    Examples
    --------
    >>> show(7, Audience.GROUP), show(7, Audience.OUTSIDE), show(1200, Audience.OUTSIDE)
    ('7', '1 to 10', '1,200')
    """
    if audience is Audience.OUTSIDE and is_small(count):
        return SMALL
    return f"{count:,}"


def show_rate(reached: int, n: int, audience: Audience) -> str:
    """Return a rate that stands alone, in per cent with one decimal, as the audience may read it.

    Examples
    --------
    >>> show_rate(7, 20, Audience.GROUP), show_rate(7, 20, Audience.OUTSIDE)
    ('35.0 %', 'not shown')
    """
    if n == 0 or (audience is Audience.OUTSIDE and not may_show_rate(reached, n)):
        return NOT_SHOWN
    return f"{100 * reached / n:.1f} %"
