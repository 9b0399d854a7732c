"""A histogram in the terminal: one bar a class, drawn with eighths of a block."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

WIDTH = 44
"""Columns of the longest bar."""

_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(length: float) -> str:
    """Draw a bar.

    Parameters
    ----------
    length
        In columns; 0 or more.

    Examples
    --------
    >>> bar(2.5)
    '██▌'
    """
    whole, rest = divmod(round(8 * length), 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def histogram(values: npt.NDArray[np.float64], classes: int = 12) -> Sequence[tuple[float, float]]:
    """Count values in classes of equal, round width.

    Parameters
    ----------
    values
        At least one; shape (n,).
    classes
        About how many classes.

    Returns
    -------
    sequence of (float, float)
        Lower edge of each class, and its share of the values.

    Examples
    --------
    >>> histogram(np.array([1.0, 2.0, 11.0, 12.0]), 2)
    [(0.0, 0.5), (10.0, 0.5)]
    """
    low, high = np.quantile(values, [0.001, 0.999])
    width = _round_width((high - low) / classes)
    first = np.floor(values.min() / width) if low == high else np.floor(low / width)
    last = max(np.floor(high / width), first)
    # What lies beyond the outermost classes is counted in them.
    places = np.clip(np.floor(values / width), first, last)
    edges = np.arange(first, last + 1)
    return [(float(edge * width), float(np.mean(places == edge))) for edge in edges]


def lines(values: npt.NDArray[np.float64], write: str = "${:,.0f}") -> list[str]:
    """Draw the histogram of amounts, one line a class.

    Parameters
    ----------
    values
        Shape (n,).
    write
        How an amount is written.
    """
    rows = histogram(values)
    names = [write.format(edge).replace("$-", "−$") for edge, _ in rows]
    room = max(len(name) for name in names)
    most = max(share for _, share in rows) or 1.0
    return [
        f"  from {name:>{room}}  {bar(WIDTH * share / most)} {100 * share:.1f} %"
        for name, (_, share) in zip(names, rows, strict=True)
    ]


def _round_width(width: float) -> float:
    """Return the next larger of 1, 2 or 5 times a power of ten."""
    if width <= 0:
        return 1.0
    power = 10 ** np.floor(np.log10(width))
    return float(next(step * power for step in (1, 2, 5, 10) if step * power >= width * 0.999))
