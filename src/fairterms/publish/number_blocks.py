"""The blocks that show numbers: key figures, tables, calculations and charts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from fairterms.publish.inline import Words

Align: TypeAlias = Literal["left", "right", "center"]
RowEmphasis: TypeAlias = Literal["", "highlight", "total"]


@dataclass(frozen=True)
class KeyNumber:
    """One number a reader takes away.

    Parameters
    ----------
    label
        What the number is.
    value
        The number as shown, with its unit.
    note
        One short remark below it, such as the error or the case it holds for.
    """

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True)
class Figures:
    """A row of key numbers.

    Parameters
    ----------
    numbers
        Two to four read best.
    """

    numbers: tuple[KeyNumber, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Parameters
    ----------
    title
        Its header; never empty.
    align
        "right" for numbers, so that digits stand under digits.
    unit
        Said once in the header instead of in every cell.
    """

    title: str
    align: Align = "left"
    unit: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table.

    Parameters
    ----------
    cells
        One text per column.
    emphasis
        "total" for a sum (ruled above, bold), "highlight" for the row to look at.
    """

    cells: tuple[Words, ...]
    emphasis: RowEmphasis = ""


@dataclass(frozen=True)
class Table:
    """Rows and columns with a caption.

    Parameters
    ----------
    caption
        What the table shows; never empty.
    columns, rows
        Every row has one cell per column.
    footnote
        One remark below the table.
    has_row_headers
        Whether the first cell of each row names the row.
    anchor
        What links name, if any.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    footnote: Words = ""
    has_row_headers: bool = True
    anchor: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line of a calculation, explained.

    Parameters
    ----------
    name
        What the amount is.
    value
        The amount as shown.
    unit
        Its unit, where the value does not show it.
    words
        The formula in words.
    clause
        The clause of the terms it comes from.
    citation
        Where the contract says so.
    is_result
        Whether this is the amount the calculation was made for.
    """

    name: str
    value: str
    unit: str = ""
    words: Words = ""
    clause: str = ""
    citation: str = ""
    is_result: bool = False


@dataclass(frozen=True)
class Steps:
    """A calculation as its explained steps, in order.

    Parameters
    ----------
    caption
        What is calculated.
    steps
        The steps; the last is usually the result.
    anchor
        What links name, if any.
    """

    caption: str
    steps: tuple[Step, ...]
    anchor: str = ""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A drawing of numbers, with the same thing in words and the numbers themselves.

    Parameters
    ----------
    title
        What the chart shows.
    alternative
        The same in one or two sentences, for who cannot see it.
    data
        The numbers drawn; shown with the chart.
    spec
        A Vega-Lite specification with its values inside. It must follow a change of its
        `width`: narrow screens get a narrower drawing of the same specification.
    note
        One remark below the chart.
    anchor
        What links name, if any.
    """

    title: str
    alternative: str
    data: Table
    spec: Mapping[str, object] = field(hash=False)
    note: Words = ""
    anchor: str = ""
