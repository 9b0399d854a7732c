"""The month or quarter that a value is about, written ``2027-03`` or ``2027-Q1``."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fairterms.risks.control.cadence import Cadence

_SHAPE = re.compile(r"(?P<year>20\d{2})-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4]))")
CADENCES = {"monthly": Cadence.MONTHLY, "quarterly": Cadence.QUARTERLY}
"""How often an indicator may be read, by the word that the file says."""


@dataclass(frozen=True, order=True)
class SamplePeriod:
    """A month or a quarter. Periods of one cadence stand in their order in time.

    Attributes
    ----------
    year
        The calendar year.
    number
        The month, 1 to 12, or the quarter, 1 to 4.
    cadence
        Monthly or quarterly.
    """

    year: int
    number: int
    cadence: Cadence = Cadence.MONTHLY

    @classmethod
    def parse(cls, text: str) -> "SamplePeriod | None":
        """Read a period; None where the text is none.

        Examples
        --------
        >>> str(SamplePeriod.parse("2027-Q1")), SamplePeriod.parse("March 2027")
        ('2027-Q1', None)
        """
        shape = _SHAPE.fullmatch(text.strip())
        if shape is None:
            return None
        if shape["month"]:
            return cls(int(shape["year"]), int(shape["month"]))
        return cls(int(shape["year"]), int(shape["quarter"]), Cadence.QUARTERLY)

    @property
    def _months(self) -> int:
        return 1 if self.cadence is Cadence.MONTHLY else 3

    @property
    def place(self) -> int:
        """Where it stands among all periods of its cadence: the next one is 1 more."""
        return self.year * (12 // self._months) + self.number - 1

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, (self.number - 1) * self._months + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        month = self.number * self._months
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def following(self) -> "SamplePeriod":
        """The period after it."""
        year, before = divmod(self.place + 1, 12 // self._months)
        return SamplePeriod(year, before + 1, self.cadence)

    def __str__(self) -> str:
        if self.cadence is Cadence.MONTHLY:
            return f"{self.year}-{self.number:02}"
        return f"{self.year}-Q{self.number}"


def ended(first: SamplePeriod, on: date) -> Iterator[SamplePeriod]:
    """Yield the periods from one on that were over by a day, in their order.

    Examples
    --------
    >>> [str(one) for one in ended(SamplePeriod(2027, 1), date(2027, 2, 28))]
    ['2027-01', '2027-02']
    """
    while first.last <= on:
        yield first
        first = first.following
