"""How long until something happens, when for some it had not happened yet.

A mean over those who finished is too short: whoever takes long, or left, is not in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from fairterms.reference.measure import Judgement, Population


@dataclass(frozen=True)
class Survival:
    """The share still without the event after a time.

    Attributes
    ----------
    time
        Sessions, days or whatever was counted.
    at_risk
        Cases still watched just before it.
    events
        Cases in which it happened then.
    share
        Share without the event afterwards.
    """

    time: float
    at_risk: int
    events: int
    share: Fraction


def kaplan_meier(times: Sequence[float], has_event: Sequence[bool]) -> tuple[Survival, ...]:
    """Estimate the share without the event over time, with cases watched for unequal times.

    Parameters
    ----------
    times
        Time until the event, or until the case was last watched; shape (cases,).
    has_event
        Whether the event happened at that time; shape (cases,).

    Returns
    -------
    tuple
        One entry a time at which an event happened, in order.

    Notes
    -----
    S(t) = Π (1 − d_i/n_i) over event times up to t; a case last watched at t is at risk at t.
    Whoever was lost is taken to fare as those who stayed. Where people leave because they do badly,
    the estimate is too short.

    Examples
    --------
    >>> found = kaplan_meier([1, 2, 2, 3], [True, True, False, True])
    >>> [str(step.share) for step in found]
    ['3/4', '1/2', '0']
    """
    cases = sorted(zip(times, has_event, strict=True))
    share, at_risk, found = Fraction(1), len(cases), []
    for time, same in groupby(cases, key=lambda case: case[0]):
        events = [event for _, event in same]
        if any(events):
            share *= 1 - Fraction(sum(events), at_risk)
            found.append(Survival(time, at_risk, sum(events), share))
        at_risk -= len(events)
    return tuple(found)


def median(curve: Iterable[Survival]) -> float | None:
    """Return the first time at which half have had the event; None when it never came so far.

    Examples
    --------
    >>> median(kaplan_meier([4, 6, 9], [True, False, False])) is None
    True
    """
    return next((step.time for step in curve if step.share <= Fraction(1, 2)), None)


def median_of(judgements: Iterable[Judgement]) -> float | None:
    """Return the median of a measure of time.

    Parameters
    ----------
    judgements
        With the time as ``amount``. A case of the denominator that is not in the numerator had not
        had the event when it was last watched.
    """
    counted = [
        (one.amount, one.count(Population.NUMERATOR) > 0)
        for one in judgements
        if one.amount is not None
        and one.count(Population.DENOMINATOR)
        and not one.count(Population.EXCLUSION)
    ]
    return median(kaplan_meier([time for time, _ in counted], [event for _, event in counted]))
