"""A part of a FHIR text, with the way to it; what is absent is an empty part, never an error."""

import json
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

MOST_DIGITS = 18
"""Before the point, and after it."""
_FULL_DAY = 3


@dataclass(frozen=True)
class Node:
    """A value inside a JSON text.

    Attributes
    ----------
    value
        The value; None where the text has nothing.
    path
        The way to it, such as "group[2].measureScore".
    """

    value: object
    path: str = ""

    def __bool__(self) -> bool:
        return self.value is not None

    def get(self, name: str) -> "Node":
        """Return a member of an object; empty when there is none."""
        inside = self.value.get(name) if isinstance(self.value, dict) else None
        return Node(inside, f"{self.path}.{name}" if self.path else name)

    def items(self, name: str = "") -> tuple["Node", ...]:
        """Return the entries of a list, or of the list that a member holds."""
        held = self.get(name) if name else self
        entries = held.value if isinstance(held.value, list) else []
        return tuple(Node(entry, f"{held.path}[{at}]") for at, entry in enumerate(entries))

    def text(self, name: str = "") -> str:
        """Return a text, or a member that is one; empty when there is none."""
        held = self._held(name)
        return held.strip() if isinstance(held, str) else ""

    def number(self, name: str = "") -> Decimal | None:
        """Return a number exactly as written; None for anything else.

        A number of more than :data:`MOST_DIGITS` digits is none: FHIR allows no longer one.
        """
        held = self._held(name)
        if isinstance(held, bool) or not isinstance(held, int | Decimal):
            return None
        number = Decimal(held)
        exponent = number.as_tuple().exponent
        is_short = isinstance(exponent, int) and exponent >= -MOST_DIGITS
        return number if is_short and number.adjusted() < MOST_DIGITS else None

    def day(self, name: str = "", *, is_last: bool = False) -> date | None:
        """Return a day; of a month or a year the first, or the last when ``is_last``."""
        written = self.text(name)[:10].split("-")
        try:
            year, *rest = (int(part) for part in written)
            if len(written) == _FULL_DAY:
                return date(year, rest[0], rest[1])
            month = rest[0] if rest else (12 if is_last else 1)
            return date(year, month, monthrange(year, month)[1] if is_last else 1)
        except (ValueError, IndexError):
            return None

    def extensions(self, slug: str) -> tuple["Node", ...]:
        """Return the extensions whose address ends with a name."""
        held = self._held("extension")
        return tuple(
            Node(one, f"{self.path}.extension[{at}]")
            for at, one in enumerate(held if isinstance(held, list) else [])
            if isinstance(one, dict) and str(one.get("url", "")).rsplit("/", 1)[-1] == slug
        )

    def extension(self, slug: str) -> "Node":
        """Return the first extension of a name, or an empty part."""
        found = self.extensions(slug)
        return found[0] if found else Node(None, f"{self.path}.extension({slug})")

    def code(self) -> str:
        """Return the first code of a coded part; empty when it has none."""
        return next((one.text("code") for one in self.items("coding") if one.text("code")), "")

    def system(self) -> str:
        """Return the code system of the first code."""
        return next((one.text("system") for one in self.items("coding")), "")

    def words(self) -> str:
        """Return what a coded part says: its text, else its display."""
        display = next((one.text("display") for one in self.items("coding")), "")
        return self.text("text") or display

    def _held(self, name: str) -> object:
        """Return the value, or that of a member."""
        if not name:
            return self.value
        return self.value.get(name) if isinstance(self.value, dict) else None


class NotReadable(ValueError):
    """Raised with the reason why a text is no JSON that can be relied on."""


def parse(text: str) -> Node:
    """Read a JSON text; every number keeps its digits.

    Raises
    ------
    NotReadable
        When it is not JSON, is nested without end, names one thing twice or holds a number that
        is none.

    Examples
    --------
    >>> parse('{"a": [{"b": 0.70}]}').items("a")[0].number("b")
    Decimal('0.70')
    """
    try:
        return Node(
            json.loads(
                text,
                parse_float=Decimal,
                parse_constant=_refuse_constant,
                object_pairs_hook=_once,
            )
        )
    except json.JSONDecodeError as wrong:
        raise NotReadable(f"line {wrong.lineno}: {wrong.msg}") from None
    except RecursionError:
        raise NotReadable("its parts are nested without end") from None
    except InvalidOperation:
        raise NotReadable("one of its numbers is too long to read") from None


def _refuse_constant(name: str) -> object:
    raise NotReadable(f"it holds {name}, which is no number")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise NotReadable(f'one of its parts names "{twice}" twice')
    return found
