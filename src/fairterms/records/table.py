"""What a table of records is: its columns with kind, unit and range, its key, its spans of time."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a column holds, and the type it is stored as.

    Numbers are exact decimals and money is whole cents, so that a sum never depends on the order
    of the rows.
    """

    TEXT = "VARCHAR"
    DATE = "DATE"
    CENTS = "BIGINT"
    WHOLE = "INTEGER"
    NUMBER = "DECIMAL(12, 4)"
    FLAG = "BOOLEAN"
    ITEMS = "INTEGER[]"
    CODE = "code"
    CODE_SYSTEM = "code system"
    INSTRUMENT = "instrument"

    @property
    def stored_as(self) -> str:
        """The type in the store."""
        words = {Kind.CODE, Kind.CODE_SYSTEM, Kind.INSTRUMENT}
        return "VARCHAR" if self in words else self.value


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    name
        As stored; money ends in ``_cents``.
    kind
        What it holds.
    meaning
        In plain words; starts in lower case.
    is_required
        Whether a row without it is set aside.
    unit
        What a number counts; empty for words and dates.
    lowest, highest
        The range of a number, both included; ``None`` where there is no limit.
    one_of
        The words allowed; empty when any word is.
    tuva
        The names the Tuva input layer uses for it; accepted as they stand.
    also
        Other names often seen.
    may_be_future
        For a date: whether it may lie after the day the feed was received.
    is_often_empty
        Whether most rows do without it, so that its being empty says nothing.
    """

    name: str
    kind: Kind
    meaning: str
    is_required: bool = False
    unit: str = ""
    lowest: int | None = None
    highest: int | None = None
    one_of: tuple[str, ...] = ()
    tuva: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    may_be_future: bool = False
    is_often_empty: bool = False

    def __post_init__(self) -> None:
        assert self.name.isidentifier(), f"{self.name!r} is no column name"
        assert self.name == self.name.lower(), f"{self.name}: names are in lower case"
        assert self.meaning, f"{self.name}: a column says what it means"
        is_money = self.kind is Kind.CENTS
        assert is_money == self.name.endswith("_cents"), f"{self.name}: money ends in _cents"
        if self.kind in {Kind.WHOLE, Kind.NUMBER, Kind.CENTS}:
            assert self.unit, f"{self.name}: a number has a unit"

    @property
    def is_ranged(self) -> bool:
        """Whether a value can lie outside what the column allows."""
        return self.lowest is not None or self.highest is not None or bool(self.one_of)


@dataclass(frozen=True)
class Table:
    """A table of records.

    Attributes
    ----------
    name
        A plural noun, as in ``SELECT ... FROM assessments``.
    meaning
        What one row is.
    columns
        In order.
    key
        The columns that tell one row from every other.
    tuva
        The table of the Tuva input layer that holds the same; empty when none does.
    spans
        Pairs of date columns: the first must not lie after the second.
    happened
        The date column that says when a row's event took place; empty when it has none.
    left_out
        Names of file columns that are never read, because nothing here needs them.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    tuva: str = ""
    spans: tuple[tuple[str, str], ...] = ()
    happened: str = ""
    left_out: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        assert len(names) == len(set(names)), f"{self.name}: a column stands twice"
        assert self.key, f"{self.name}: a table has a key"
        assert set(self.key) <= set(names), f"{self.name}: the key names no column"
        assert not {"load_id", "row", "set_aside_because"} & set(names), (
            "these names are the store's"
        )
        dates = {column.name for column in self.columns if column.kind is Kind.DATE}
        assert {day for span in self.spans for day in span} <= dates, (
            f"{self.name}: spans are dates"
        )
        assert self.happened in {"", *dates}, f"{self.name}: it happened on no date"

    def column(self, name: str) -> Column:
        """Return the column of that name.

        Raises
        ------
        KeyError
            When the table has none.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def has(self, *names: str) -> bool:
        """Say whether the table has all these columns."""
        return set(names) <= {column.name for column in self.columns}

    def of_kind(self, *kinds: Kind) -> tuple[Column, ...]:
        """Return the columns of these kinds."""
        return tuple(column for column in self.columns if column.kind in kinds)


IDENTITY = (
    "first_name",
    "middle_name",
    "last_name",
    "name_suffix",
    "full_name",
    "social_security_number",
    "ssn",
    "address",
    "phone",
    "email",
    "latitude",
    "longitude",
)
"""Who a person is: no calculation needs it, so it is never read."""


def person(meaning: str = "the person, by the same id in every table") -> Column:
    """Make the column that says whom a row is about."""
    return Column(
        "person_id",
        Kind.TEXT,
        meaning,
        is_required=True,
        tuva=("person_id",),
        also=("patient_id", "member_id", "member", "patient", "subject", "mrn", "beneficiary_id"),
    )
