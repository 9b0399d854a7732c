"""A list with one row a person or visit: released only where each person hides among more than 10.

Which column is what is declared, never guessed from its name or its text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from fairterms.outcomes.small_cells.audience import LARGEST_SMALL, is_small
from fairterms.units.refusal import Refusal

Row = tuple[str, ...]

LEAST_K = LARGEST_SMALL + 1
"""A class of fewer people would be a count of 1 to 10."""


class Role(StrEnum):
    """What a column is, as declared by whoever releases it.

    Attributes
    ----------
    PERSON
        Tells people apart; used to count them and never released.
    QUASI_IDENTIFIER
        Could tell who it is, together with others: age group, town, month of birth.
    VALUE
        What the list is for: an amount, a date within the year, a score.
    TEXT
        Free text; never released.
    """

    PERSON = "person"
    QUASI_IDENTIFIER = "quasi-identifier"
    VALUE = "value"
    TEXT = "text"


@dataclass(frozen=True)
class RowList:
    """Rows as they lie in the room.

    Attributes
    ----------
    title
        What is listed.
    columns, roles
        Names, and what each column is declared to be; a column that is missing here is refused.
    rows
        One text for each column.
    """

    title: str
    columns: tuple[str, ...]
    roles: dict[str, Role]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        for column in self.columns:
            if column not in self.roles:
                raise Refusal(
                    f'{self.title}: column "{column}"',
                    "nobody has said what it is",
                    "a column that could tell who somebody is cannot be known by its name",
                    f"declare it as one of: {', '.join(Role)}",
                )
        if list(self.roles.values()).count(Role.PERSON) != 1:
            raise Refusal(
                self.title,
                "it needs one column that tells people apart",
                "people are counted, not rows",
                "declare the member number as person; it is not released",
            )
        assert all(len(row) == len(self.columns) for row in self.rows), "a text for each column"

    def column(self, *roles: Role) -> tuple[int, ...]:
        """Return the places of all columns of these roles."""
        return tuple(at for at, name in enumerate(self.columns) if self.roles[name] in roles)


@dataclass(frozen=True)
class ReleasedRows:
    """Rows as they leave the room.

    Attributes
    ----------
    columns, rows
        Without people and texts; sorted, so that the order tells nothing.
    has_withheld
        Whether rows are missing; then they are the rows of more than 10 people.
    k
        In each class of rows with equal quasi-identifiers are at least this many people.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    has_withheld: bool
    k: int


def release_rows(listed: RowList, k: int = LEAST_K) -> ReleasedRows:
    """Withhold each row whose person would stand among fewer than k, and release the rest.

    Parameters
    ----------
    listed
        Rows with declared columns.
    k
        People, at least 11.

    Raises
    ------
    Refusal
        Where k is less than 11, or nothing can be released.

    Notes
    -----
    Whoever knows how many people, or how many rows, there are can subtract. So if 1 to 10 people
    would be missing, or rows of 1 to 10 people, the smallest class that is left is withheld too.

    Examples
    --------
    >>> roles = {"member": Role.PERSON, "town": Role.QUASI_IDENTIFIER, "note": Role.TEXT}
    >>> rows = tuple((str(at), "Elm" if at < 40 else "Oak", "spoke of home") for at in range(60))
    >>> found = release_rows(RowList("visits", ("member", "town", "note"), roles, rows))
    >>> found.columns, len(found.rows), found.has_withheld
    (('town',), 60, False)
    """
    if k < LEAST_K:
        raise Refusal(
            listed.title,
            f"k is {k}",
            "a class of fewer than 11 people would be a count of 1 to 10",
            f"declare k = {LEAST_K} or more",
        )
    kept = _kept(_classes(listed), listed.column(Role.PERSON)[0], k)
    if not kept:
        raise Refusal(
            listed.title,
            f"no class of equal rows has {k} people",
            "each person could be found by what the quasi-identifiers say",
            "make the groups larger, such as ages by ten years, or leave a column out",
        )
    places = listed.column(Role.QUASI_IDENTIFIER, Role.VALUE)
    rows = sorted(tuple(row[at] for at in places) for row in kept)
    names = tuple(listed.columns[at] for at in places)
    return ReleasedRows(names, tuple(rows), len(rows) < len(listed.rows), k)


def _classes(listed: RowList) -> list[list[Row]]:
    """Return the rows with equal quasi-identifiers, class by class."""
    places = listed.column(Role.QUASI_IDENTIFIER)
    classes: dict[Row, list[Row]] = {}
    for row in listed.rows:
        classes.setdefault(tuple(row[at] for at in places), []).append(row)
    return list(classes.values())


def _kept(classes: Sequence[list[Row]], person: int, k: int) -> list[Row]:
    """Return the rows of all classes that may be shown, the smallest withheld where too few are."""

    def people(rows: Sequence[Row]) -> set[str]:
        return {row[person] for row in rows}

    everybody = people([row for rows in classes for row in rows])
    withheld = [rows for rows in classes if len(people(rows)) < k]
    large = sorted(
        (rows for rows in classes if len(people(rows)) >= k), key=lambda rows: len(people(rows))
    )
    while large:
        kept = [row for rows in large for row in rows]
        missing = people([row for rows in withheld for row in rows])
        if not is_small(len(everybody - people(kept))) and not is_small(len(missing)):
            return kept
        withheld.append(large.pop(0))
    return []
