"""Percentages and means beside a table: withheld with the counts that give them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from fairterms.audit.release.evidence import ReleasedTable
from fairterms.outcomes.small_cells.audience import NOT_SHOWN
from fairterms.outcomes.small_cells.system import Flags

Words = npt.NDArray[np.str_]


class Base(StrEnum):
    """Of what a percentage is.

    Attributes
    ----------
    ROW, COLUMN, ALL
        Of the margin of its row, of its column, of the total.
    """

    ROW = "row"
    COLUMN = "column"
    ALL = "all"


def percentages(released: ReleasedTable, base: Base) -> tuple[tuple[str, ...], ...]:
    """Return each count in per cent of its base, one decimal, margins last.

    Parameters
    ----------
    released
        A table as it leaves the room.
    base
        Of what.

    Notes
    -----
    A percentage and its base give back the count, so it is shown only where both counts are shown.
    Rates of a measure are percentages of a table whose columns are "reached" and "not reached".

    Examples
    --------
    >>> from fairterms.audit.release.count_table import Axis, CountTable
    >>> from fairterms.audit.release.evidence import release
    >>> axes = Axis("clinic", ("a", "b", "c")), Axis("sex", ("women", "men"))
    >>> table = CountTable("visits", ("2027",), axes, np.array([[4, 30], [20, 25], [500, 500]]))
    >>> percentages(release([table]).tables[0], Base.ROW)[2]
    ('50.0 %', '50.0 %', '100.0 %')
    >>> percentages(release([table]).tables[0], Base.ROW)[0]
    ('not shown', 'not shown', '100.0 %')
    """
    full = released.table.with_margins()
    margin = _margin(base, full.ndim)
    of, is_base_hidden = full[margin], released.is_hidden[margin]
    is_shown = ~released.is_hidden & ~is_base_hidden & (of > 0)
    shares = 100 * full / np.maximum(of, 1)
    return _texts(np.vectorize("{:.1f} %".format)(shares), is_shown)


def means(released: ReleasedTable, texts: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return means, medians or amounts of the people counted, withheld with their counts.

    Parameters
    ----------
    released
        A table as it leaves the room.
    texts
        One for each count, margins last, with its unit.

    Notes
    -----
    What the means of the shown counts leave over is the mean of hidden people together, who are
    more than 10 wherever 1 to 10 are among them. A share of people is a percentage, not a mean.

    Examples
    --------
    >>> from fairterms.audit.release.count_table import Axis, CountTable
    >>> from fairterms.audit.release.evidence import release
    >>> table = CountTable("visits", ("2027",), (Axis("clinic", ("a", "b", "c")),),
    ...                    np.array([4, 30, 50]))
    >>> means(release([table]).tables[0], [["$310.00"], ["$90.00"], ["$87.00"], ["$98.69"]])
    (('not shown',), ('not shown',), ('$87.00',), ('$98.69',))
    """
    given = np.array([list(row) for row in texts])
    full = released.table.with_margins()
    assert given.size == full.size, "a text for each count"
    return _texts(given.reshape(full.shape), ~released.is_hidden & (full > 0))


def _margin(base: Base, axes: int) -> tuple[slice, ...]:
    """Return where the margin stands that percentages are of."""
    last, every = slice(-1, None), slice(None)
    if base is Base.ALL or axes == 1:
        return (last,) * axes
    return (every, last) if base is Base.ROW else (last, every)


def _texts(texts: Words, is_shown: Flags) -> tuple[tuple[str, ...], ...]:
    shown = np.where(is_shown, texts, NOT_SHOWN)
    return tuple(tuple(str(text) for text in np.atleast_1d(row)) for row in shown)
