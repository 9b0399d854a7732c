"""Rates by group: a rate is two counts, and neither may be given away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fairterms.outcomes.small_cells.attack import Marks
from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience
from fairterms.outcomes.small_cells.suppression import Protected, protect
from fairterms.outcomes.small_cells.table import Table
from fairterms.units.refusal import Refusal


@dataclass(frozen=True, eq=False)
class ProtectedRates:
    """Rates by group that may leave the group's room.

    Attributes
    ----------
    counts
        People by group, who reached the measure and who did not; G groups.
    """

    counts: Protected

    def may_show(self, audience: Audience) -> tuple[bool, ...]:
        """Tell of each group, and of all together last, whether its rate may be shown.

        Notes
        -----
        Outside, a rate is shown only where the people who reached the measure, those who did not,
        and their sum are all three shown. Each is then none or more than 10, and none of them is
        needed to hide another. An interval or an effect gives a rate back, so it goes with it.
        """
        full = self.counts.table.with_margins()
        is_hidden = self.counts.is_hidden
        is_outside = audience is Audience.OUTSIDE
        return tuple(
            bool(row[-1] > 0 and not (is_outside and hidden.any()))
            for row, hidden in zip(full, is_hidden, strict=True)
        )

    def texts(self, audience: Audience) -> tuple[str, ...]:
        """Return each rate in per cent with one decimal, all together last; G + 1 texts."""
        full = self.counts.table.with_margins()
        return tuple(
            f"{100 * row[0] / row[-1]:.1f} %" if is_shown else NOT_SHOWN
            for row, is_shown in zip(full, self.may_show(audience), strict=True)
        )


def protect_rates(
    title: str,
    groups: Sequence[str],
    reached: Sequence[int],
    patients: Sequence[int],
    marks: Marks = Marks.BY_KIND,
) -> ProtectedRates:
    """Hide the rates, and their counts, that would tell of 1 to 10 people.

    Parameters
    ----------
    title
        The measure.
    groups, reached, patients
        Names; people who reached the measure; all people; G of each.

    Raises
    ------
    Refusal
        Where more people reached the measure than there are, or nothing safe can be released.

    Examples
    --------
    In the second group all but 3 reached the measure: a rate would tell of the 3.

    >>> found = protect_rates("response", ("a", "b", "c"), (40, 57, 30), (100, 60, 80))
    >>> found.texts(Audience.OUTSIDE)
    ('40.0 %', 'not shown', 'not shown', '52.9 %')
    >>> found.texts(Audience.GROUP)
    ('40.0 %', '95.0 %', '37.5 %', '52.9 %')
    """
    good, size = np.asarray(reached, dtype=np.int64), np.asarray(patients, dtype=np.int64)
    if (good > size).any() or (good < 0).any():
        raise Refusal(
            title,
            "more people reached it than there are, or fewer than none",
            "a part is no more than the whole",
            "count numerator and denominator over the same people",
        )
    counts = np.column_stack([good, size - good])
    return ProtectedRates(
        protect(Table(title, tuple(groups), ("reached", "not reached"), counts), marks)
    )
