"""A column map: which column of a sender's file is which of ours, and how it is written.

It is proposed, shown to a person, saved as TOML beside the records, and then used unchanged for
every later file of that sender.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fairterms.records import refusals
from fairterms.records.delimited import ENCODINGS
from fairterms.records.table import Kind, Table
from fairterms.records.writing import DateOrder, MoneyUnit


@dataclass(frozen=True)
class Mapped:
    """Where one of our columns comes from.

    Attributes
    ----------
    columns
        Names in the file; several only for the answers of a questionnaire, in order.
    why
        Why it was proposed, in a few words.
    dates
        How dates are written; ``None`` while it is undecided.
    money
        What amounts count; ``None`` while it is undecided.
    constant
        The value of every row, in place of a column.
    """

    columns: tuple[str, ...] = ()
    why: str = ""
    dates: DateOrder | None = None
    money: MoneyUnit | None = None
    constant: str = ""

    def __post_init__(self) -> None:
        assert bool(self.columns) != bool(self.constant), "from a column, or one constant value"


@dataclass(frozen=True)
class ColumnMap:
    """The columns of a sender's files for one table.

    Attributes
    ----------
    table
        The table's name.
    columns
        Ours, and where each comes from.
    ignored
        The file's columns that are not read, and why not.
    encoding
        How letters are written in a text file.
    """

    table: str
    columns: Mapping[str, Mapped]
    ignored: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"

    def check(self, name: str, table: Table) -> None:
        """Refuse a map that leaves something open.

        Parameters
        ----------
        name
            What to call the file in a message.
        table
            The table of this map.

        Raises
        ------
        FeedRefusal
            When a required column has no origin, or it is undecided how values are written.
        """
        required = [column.name for column in table.columns if column.is_required]
        missing = [column for column in required if column not in self.columns]
        if missing:
            raise refusals.missing_columns(name, table.name, missing)
        for kind, what, choices in (
            (Kind.DATE, "in which order dates are written", DateOrder),
            (Kind.CENTS, "whether amounts are dollars or cents", MoneyUnit),
        ):
            mine = {column.name for column in table.of_kind(kind)} & self.columns.keys()
            undecided = [one for one in sorted(mine) if self._is_undecided(one, kind)]
            if undecided:
                columns = [self.columns[one].columns[0] for one in undecided]
                raise refusals.undecided(name, columns, what, [str(one) for one in choices])

    def _is_undecided(self, column: str, kind: Kind) -> bool:
        mapped = self.columns[column]
        return (mapped.dates if kind is Kind.DATE else mapped.money) is None


def write(column_map: ColumnMap) -> str:
    """Write a column map as TOML, to be read by a person and kept.

    Examples
    --------
    >>> print(write(ColumnMap("visits", {"visit_id": Mapped(("Visit No",), "likeness")})))
    # Which column of the file is which of ours. Look at each line before you rely on it.
    table = "visits"
    encoding = "utf-8"
    <BLANKLINE>
    [column.visit_id]
    from = "Visit No"
    why = "likeness"
    <BLANKLINE>
    """
    lines = [
        "# Which column of the file is which of ours. Look at each line before you rely on it.",
        f"table = {_text(column_map.table)}",
        f"encoding = {_text(column_map.encoding)}",
    ]
    for name, mapped in column_map.columns.items():
        lines += ["", f"[column.{name}]", *_origin(mapped)]
    if column_map.ignored:
        lines += ["", "# Not read, and why not.", "[ignored]"]
        lines += [f"{_text(name)} = {_text(why)}" for name, why in column_map.ignored.items()]
    return "\n".join(lines) + "\n"


def _origin(mapped: Mapped) -> list[str]:
    if mapped.constant:
        lines = [f"constant = {_text(mapped.constant)}"]
    elif len(mapped.columns) == 1:
        lines = [f"from = {_text(mapped.columns[0])}"]
    else:
        lines = [f"from = [{', '.join(_text(name) for name in mapped.columns)}]"]
    lines += [f"dates = {_text(mapped.dates)}"] if mapped.dates else []
    lines += [f"money = {_text(mapped.money)}"] if mapped.money else []
    return lines + ([f"why = {_text(mapped.why)}"] if mapped.why else [])


def _text(words: str) -> str:
    return json.dumps(str(words), ensure_ascii=False)


def save(column_map: ColumnMap, path: Path) -> None:
    """Save a column map as TOML."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write(column_map), encoding="utf-8")


def read(path: Path) -> ColumnMap:
    """Read a saved column map.

    Raises
    ------
    FeedRefusal
        When the file is no column map; the message names the line to mend.
    """
    try:
        return parse(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise refusals.FeedRefusal(
            path.name,
            "this is no column map",
            str(problem).strip("'\""),
            "mend the line, or have the column map proposed again",
        ) from None


def parse(text: str) -> ColumnMap:
    """Read a column map from TOML.

    Raises
    ------
    ValueError
        When a choice is not one of those known.
    """
    given = tomllib.loads(text)
    if "table" not in given:
        raise ValueError("it does not say which table it is for")
    encoding = given.get("encoding", "utf-8")
    if encoding not in ENCODINGS:
        raise ValueError(f'encoding is "{encoding}", and not one of {", ".join(ENCODINGS)}')
    columns = {name: _mapped(name, one) for name, one in given.get("column", {}).items()}
    return ColumnMap(given["table"], columns, given.get("ignored", {}), encoding)


def _mapped(name: str, given: Mapping[str, Any]) -> Mapped:
    origin = given.get("from", ())
    columns = (origin,) if isinstance(origin, str) else tuple(origin)
    constant = str(given.get("constant", ""))
    if bool(columns) == bool(constant):
        raise ValueError(f'{name} needs either "from" or "constant"')
    return Mapped(
        columns,
        given.get("why", ""),
        DateOrder(given["dates"]) if "dates" in given else None,
        MoneyUnit(given["money"]) if "money" in given else None,
        constant,
    )
