"""The shapes of what is sent and answered: exactly these names, nothing guessed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import QuerySet
from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

T = TypeVar("T")
Row = TypeVar("Row")
MOST_AT_ONCE = 200
FURTHEST = 1_000_000
_NUL = r"^[^\x00]*$"


class Sent(Schema):
    """A body: names that are not known are refused, and nothing is read as another type."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Told(Schema):
    """An answer."""


class Page(Schema):
    """Which part of a list is asked for."""

    limit: int = Field(50, ge=1, le=MOST_AT_ONCE, description="As many are given at once.")
    offset: int = Field(0, ge=0, le=FURTHEST, description="As many are passed over.")


class Listed(Told, Generic[T]):
    """A part of a list, and how long it is."""

    count: int
    items: list[T]


def _day(given: object) -> object:
    if isinstance(given, str) and len(given) == len("2027-01-01"):
        try:
            return date.fromisoformat(given)
        except ValueError:
            # Refused below, in words that do not repeat what was sent.
            return given
    return given


Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date"}),
]
"""A day as 2027-01-31, and in no other way."""
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
FilePath = Annotated[str, StringConstraints(min_length=1, max_length=240, pattern=_NUL)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=_NUL)]
MayBeWords = Annotated[str, StringConstraints(max_length=300, pattern=_NUL)]
LongWords = Annotated[str, StringConstraints(max_length=5_000, pattern=_NUL)]


def part_of(
    rows: Sequence[Row] | QuerySet[Any, Any], page: Page, shape: Callable[[Row], T]
) -> dict[str, object]:
    """Return the part of a list that was asked for, as its shapes."""
    count = rows.count() if isinstance(rows, QuerySet) else len(rows)
    shown: Iterable[Row] = rows[page.offset : page.offset + page.limit]
    return {"count": count, "items": [shape(one) for one in shown]}
