"""What is known of a step beyond its arithmetic: ranges that hold because of how a model works.

Intervals forget that two numbers move together: of ``x − min(b, max(x, 0))`` they do not see that
it is never below zero when x is not. For the few steps where that would hide a limit of the terms,
the range is stated here with its reason. A step cut to such a range loses no year.
"""

from collections.abc import Callable

import numpy as np

from fairterms.payment.sheet import Sheet
from fairterms.simulate.results.interval import Interval, interval, minimum

SCORED = ("pay_for_performance", "group_reward")
"""Models whose measures earn by their rates."""


def known_range(sheet: Sheet, step: str) -> Interval | None:
    """Return a range that a step of a clause always lies in, or None when none is known."""
    if sheet.clause.model in SCORED and step.endswith(".rate"):
        return Interval(0.0, 1.0)  # nobody meets a measure it is not about
    rule = _RULES.get((sheet.clause.model, step))
    return rule(sheet) if rule else None


def _points(sheet: Sheet) -> Interval:
    """Bound the points: no measure earns more than its weight, nor when weights move."""
    rows = sheet.rows("measures")
    if sheet.has("ladder"):
        return Interval(0.0, float(len(rows)))
    total = interval(0.0)
    for row in rows:
        total = total + row.number("weight")
    return Interval(0.0, total.high)


def _after_recoupment(sheet: Sheet) -> Interval:
    """Bound what an advance leaves: what is taken back comes out of what is earned."""
    return Interval(minimum(interval(sheet.taken()), interval(0.0)).low, np.inf)


def _after_offset(_sheet: Sheet) -> Interval:
    """Bound what earlier deficits leave: they are set off against gains only."""
    return Interval(0.0, np.inf)


_RULES: dict[tuple[str, str], Callable[[Sheet], Interval]] = {
    ("pay_for_performance", "points"): _points,
    ("advance", "after_recoupment"): _after_recoupment,
    ("deficit_carry_forward", "after_offset"): _after_offset,
}
