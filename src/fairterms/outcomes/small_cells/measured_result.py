"""What an improvement led to, as measured; shown to others only where no few people can be told."""

from dataclasses import dataclass
from datetime import date

from fairterms.outcomes.small_cells.audience import is_small, may_show_rate
from fairterms.units.quantity import FRACTION, Quantity


@dataclass(frozen=True)
class MeasuredResult:
    """A measured result of an initiative.

    Attributes
    ----------
    initiative
        Its id.
    on
        The day it was measured.
    value
        The measure.
    people
        On how many people it rests; None where it is not about people.
    source
        Where it comes from.
    closes
        Whether the initiative ends with it.
    """

    initiative: str
    on: date
    value: Quantity
    people: int | None
    source: str
    closes: bool = False

    @property
    def is_hidden(self) -> bool:
        """Whether its number stays with the group: 1 to 10 people could be told from it."""
        if self.people is None:
            return False
        if self.value.unit != FRACTION:
            return is_small(self.people)
        reached = min(max(round(self.value.amount * self.people), 0), self.people)
        return not may_show_rate(reached, self.people)
