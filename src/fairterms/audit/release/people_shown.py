"""Whose counts or rows left before: what forbids a second release that could be set against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from fairterms.units.refusal import Refusal


class Form(StrEnum):
    """In which form people were told of.

    Attributes
    ----------
    TABLE
        A table of counts, proved against every earlier one.
    ROWS
        A list of rows.
    FILE
        A file as it is, of which two people declare that it tells of no patients.
    """

    TABLE = "table"
    ROWS = "rows"
    FILE = "file"


@dataclass(frozen=True)
class Shown:
    """What left earlier.

    Attributes
    ----------
    form
        In which form.
    people
        Names of sets of people that do not overlap; as in a count table.
    title
        What it was, for a message.
    """

    form: Form
    people: tuple[str, ...]
    title: str


def check(form: Form, people: Sequence[str], earlier: Sequence[Shown]) -> None:
    """Check that what is to leave cannot be set against what left in another form.

    Parameters
    ----------
    form, people
        What is to leave.
    earlier
        Everything that left before.

    Raises
    ------
    Refusal
        Where rows and counts, or two lists of rows, would be of the same people.

    Notes
    -----
    Tables are proved against tables. Rows can be counted in many ways, and no bounds are worked out
    over all of them; so the same people are told of in rows once, or in tables, never in both.

    Examples
    --------
    >>> check(Form.ROWS, ["2028"], [Shown(Form.TABLE, ("2027",), "visits")])
    """
    if form is Form.FILE:
        return
    for before in earlier:
        both = sorted(set(people) & set(before.people))
        is_proved = form is before.form is Form.TABLE
        if both and not is_proved and before.form is not Form.FILE:
            raise Refusal(
                ", ".join(both),
                f'people of this name were told of before, in "{before.title}"',
                "rows and counts of the same people could be set against each other, and nothing "
                "proves that no count of 1 to 10 people follows",
                "release another period, or a table instead of rows where only tables left",
            )
