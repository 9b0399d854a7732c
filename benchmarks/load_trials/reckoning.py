"""What was measured, as a table: requests, errors, how long most of them took."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil


class Sort(StrEnum):
    """Whether something is only looked at, or changed."""

    READ = "read"
    WRITE = "write"


LIMIT_MS = {Sort.READ: 200, Sort.WRITE: 300}
"""Milliseconds that 95 of 100 answers may take (our choice)."""
HEAD = ("", "requests", "errors", "p50 ms", "p95 ms", "p99 ms", "limit ms", "p95 / limit")


@dataclass(frozen=True)
class Asked:
    """One request.

    Attributes
    ----------
    name
        The page, or what was done.
    sort
        Whether it changes something.
    milliseconds
        From before the connection is made until the last byte is there.
    wrong
        What the answer should not have been; empty where all was well.
    """

    name: str
    sort: Sort
    milliseconds: float
    wrong: str = ""


def percentile(values: Iterable[float], percent: float) -> float:
    """Return the value that so many of a hundred do not exceed.

    Examples
    --------
    >>> percentile([1, 2, 3, 4], 50), percentile([1, 2, 3, 4], 95), percentile([], 50)
    (2, 4, 0.0)
    """
    known = sorted(values)
    return known[max(ceil(percent / 100 * len(known)), 1) - 1] if known else 0.0


def table(asked: Sequence[Asked]) -> list[tuple[str, ...]]:
    """Return the rows of the table: each kind of request, then all that read, all that write."""
    return [HEAD, *_rows(asked)]


def is_within(asked: Sequence[Asked]) -> bool:
    """Tell whether nothing went wrong and both limits are kept."""
    times = {sort: _times(asked, sort) for sort in Sort}
    is_fast = all(percentile(times[sort], 95) <= LIMIT_MS[sort] for sort in Sort)
    return is_fast and not any(one.wrong for one in asked)


def as_text(rows: Sequence[Sequence[str]]) -> str:
    """Write rows in columns."""
    widths = [max(len(one) for one in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            one.ljust(width) if at == 0 else one.rjust(width)
            for at, (one, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def as_markdown(rows: Sequence[Sequence[str]]) -> str:
    """Write rows as a table of the manual."""
    rule = ("---", *("---:" for _ in HEAD[1:]))
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))


def _rows(asked: Sequence[Asked]) -> Iterator[tuple[str, ...]]:
    for sort in Sort:
        own = [one for one in asked if one.sort is sort]
        for name in sorted({one.name for one in own}):
            yield _row(name, [one for one in own if one.name == name], None)
    for sort in Sort:
        yield _row(f"all that {sort}", [one for one in asked if one.sort is sort], LIMIT_MS[sort])


def _row(name: str, asked: Sequence[Asked], limit: int | None) -> tuple[str, ...]:
    times = [one.milliseconds for one in asked]
    worst = percentile(times, 95)
    return (
        name,
        f"{len(asked):,}",
        f"{sum(bool(one.wrong) for one in asked):,}",
        *(f"{percentile(times, one):,.0f}" for one in (50, 95, 99)),
        f"{limit}" if limit else "",
        f"{worst / limit:.2f}" if limit else "",
    )


def _times(asked: Sequence[Asked], sort: Sort) -> list[float]:
    return [one.milliseconds for one in asked if one.sort is sort]
