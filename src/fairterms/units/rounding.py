"""Rounding is a term of the contract: to what, how, and where. It has no default."""

import re
from dataclasses import dataclass
from decimal import Decimal

from fairterms.units.number import ROUNDING_MODES

PLACES = {"dollar": Decimal(1), "cent": Decimal("0.01"), "tenth of a cent": Decimal("0.001")}
POINTS = ("once at the end", "after each clause", "after each dollar step")


@dataclass(frozen=True)
class Rounding:
    """A rounding rule.

    Attributes
    ----------
    place
        A key of :data:`PLACES`: what is rounded to.
    mode
        One of :data:`fairterms.units.number.ROUNDING_MODES`.
    point
        One of :data:`POINTS`: where rounding happens.
    """

    place: str
    mode: str
    point: str

    def __post_init__(self) -> None:
        """Refuse a rule the engine does not know."""
        if self.place not in PLACES or self.mode not in ROUNDING_MODES or self.point not in POINTS:
            raise ValueError(f"no such rounding: {self}")

    @property
    def unit(self) -> Decimal:
        """The smallest amount, in dollars."""
        return PLACES[self.place]

    def __str__(self) -> str:
        return f"to the {self.place}, {self.mode}, {self.point}"


HOW_TO_WRITE = (
    'write "to the cent, half up, once at the end" (to the '
    + " | ".join(PLACES)
    + "; "
    + " | ".join(ROUNDING_MODES)
    + "; "
    + " | ".join(POINTS)
    + ")"
)

_SHAPE = re.compile(r"^to the ([a-z ]+), ([a-z ]+), ([a-z ]+)$")


def parse(text: str) -> Rounding:
    """Read a rounding rule.

    Raises
    ------
    ValueError
        When the text is not of the form :data:`HOW_TO_WRITE` names.

    Examples
    --------
    >>> str(parse("to the cent, half up, once at the end"))
    'to the cent, half up, once at the end'
    """
    shape = _SHAPE.match(text.strip().lower())
    if shape is None:
        raise ValueError(HOW_TO_WRITE)
    try:
        return Rounding(*shape.groups())
    except ValueError:
        raise ValueError(HOW_TO_WRITE) from None
