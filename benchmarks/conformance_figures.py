"""Theirs beside ours: figures within their rounding, rows that agree, tests that pass."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from benchmarks.reading_tables import share

AS_PRINTED = "0 at the printed digits"
Pairs = list[tuple[float, float, float]]
"""Of each figure: theirs, ours, and how far apart the rounding of theirs lets them be."""


@dataclass(frozen=True)
class Comparison:
    """One thing that others worked out, and we as well.

    Attributes
    ----------
    what, source
        What was worked out, and by whom.
    must
        What they found.
    reproduced
        How much of it we find.
    difference
        The largest difference between theirs and ours.
    is_met
        Whether all of it is reproduced.
    """

    what: str
    source: str
    must: str
    reproduced: str
    difference: str
    is_met: bool


@dataclass(frozen=True)
class Oracle:
    """Comparisons that need one folder of data.

    Attributes
    ----------
    name
        What is compared.
    place
        The folder or file it needs.
    compare
        Makes the comparisons.
    """

    name: str
    place: Path
    compare: Callable[[], Iterator[Comparison]]


def figures(what: str, source: str, pairs: Pairs, told: str) -> Comparison:
    """Compare figures with those printed."""
    gaps = [abs(theirs - ours) for theirs, ours, _ in pairs]
    near = sum(gap <= slack for gap, (_, _, slack) in zip(gaps, pairs, strict=True))
    return Comparison(
        what, source, told, share(near, len(pairs)), small(max(gaps)), near == len(pairs)
    )


def rows(what: str, source: str, unit: str, found: Sequence[bool], must: int) -> Comparison:
    """Compare rows that agree or not with how many must."""
    agree = sum(found)
    is_met = agree == must == len(found)
    missed = f"{len(found) - agree:,} {unit}"
    return Comparison(
        what, source, f"{share(must, must)} {unit}", share(agree, len(found)), missed, is_met
    )


def checked(
    what: str, source: str, told: str, test: Callable[[], None], within: str = AS_PRINTED
) -> Comparison:
    """Run a test of figures as printed; what it finds other than printed is said."""
    try:
        test()
    except AssertionError as failure:
        why = str(failure).splitlines() or ["differs"]
        return Comparison(what, source, told, "no", why[0], False)
    return Comparison(what, source, told, "all", within, True)


def small(gap: float) -> str:
    """Write a difference in plain decimals.

    Examples
    --------
    >>> small(0.00002371), small(0)
    ('0.000024', '0')
    """
    return np.format_float_positional(gap, 2, fractional=False, trim="-") if gap > 1e-12 else "0"


def cases(test: Callable[..., None], mark: int = 0) -> list[Any]:
    """Return the cases a test is run on: its own table, not a second copy of it."""
    return list(vars(test)["pytestmark"][mark].args[1])


def apart(theirs: npt.ArrayLike, ours: npt.ArrayLike, slack: float) -> Pairs:
    """Pair each of theirs with ours."""
    both = zip(np.asarray(theirs, dtype=float), np.asarray(ours, dtype=float), strict=True)
    return [(float(a), float(b), slack) for a, b in both]
