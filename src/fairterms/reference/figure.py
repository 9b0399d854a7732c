"""The figures of the trainings: words, numbers and a drawing, made from the example deals.

A training names one as ``![what it shows](figure:loss_curve)``. The files of ``lessons/figures``
are made by ``docs/make_lesson_figures.py``; pages draw the specification, the command line prints
the numbers.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

NAMED = re.compile(r"^!\[([^\]]*)\]\(figure:(\w+)\)$", re.MULTILINE)
"""Where a training names a figure: its words, and its name."""


@dataclass(frozen=True)
class Figure:
    """A figure as it is kept.

    Attributes
    ----------
    title
        What it shows.
    alternative
        The same in words, for who cannot see it.
    columns
        Title, side and unit of each column of its numbers.
    rows
        The numbers, as shown.
    footnote
        A remark below them; may be empty.
    spec
        A drawing, as :mod:`fairterms.publish.draw` draws it.
    """

    title: str
    alternative: str
    columns: tuple[tuple[str, str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    footnote: str
    spec: Mapping[str, object]


@lru_cache(maxsize=1)
def figures() -> Mapping[str, Figure]:
    """Return every figure, by its name.

    Examples
    --------
    >>> figures()["loss_curve"].rows[-1]
    ('What Juniper owes', '$16,000,000', '$186,946.36')
    """
    folder = files("fairterms.reference").joinpath("lessons", "figures")
    kept = sorted((one.name, one) for one in folder.iterdir() if one.name.endswith(".json"))
    return MappingProxyType(
        {name.removesuffix(".json"): _figure(one.read_text("utf-8")) for name, one in kept}
    )


def _figure(text: str) -> Figure:
    told = json.loads(text)
    return Figure(
        told["title"],
        told["alternative"],
        tuple((title, side, unit) for title, side, unit in told["columns"]),
        tuple(tuple(row) for row in told["rows"]),
        told["footnote"],
        told["spec"],
    )


def in_words(text: str) -> str:
    """Put the words and numbers of each figure where a Markdown text names it.

    Parameters
    ----------
    text
        Markdown; a figure that is not there stays as it is written.
    """
    return NAMED.sub(lambda found: _table(found[2]) or found[0], text)


def _table(name: str) -> str:
    if name not in figures():
        return ""
    figure = figures()[name]
    heads = [f"{title}, {unit}" if unit else title for title, _, unit in figure.columns]
    sides = [":--" if side == "left" else "--:" for _, side, _ in figure.columns]
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, sides, *figure.rows)]
    below = f"\n\n{figure.footnote}" if figure.footnote else ""
    return f"**{figure.title}.** {figure.alternative}\n\n" + "\n".join(lines) + below
