"""Something both sides say they hold dear, with the day on which each side adopted it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fairterms.risks.control.impossible import Impossible

PARTIES = ("group", "plan")
"""The two sides that sign."""

_WHY = "objectives are measured against what both sides adopted"
_SAY = "write in one sentence what both sides hold dear"


@dataclass(frozen=True)
class SharedValue:
    """A shared value: one sentence that objectives are measured against.

    Attributes
    ----------
    id
        Its name in the file.
    statement
        The value, in one sentence.
    adopted
        Party to the day on which it adopted the value; a party that has not is not in it.
    """

    id: str
    statement: str
    adopted: Mapping[str, date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a value that says nothing, and a party that does not sign."""
        if not self.statement:
            raise Impossible("statement", f"the value {self.id} says nothing", _WHY, _SAY)
        for party in self.adopted:
            if party not in PARTIES:
                what = f'"{party}" is not one of the two sides'
                raise Impossible("adopted", what, _WHY, "write group or plan")

    @property
    def waits_for(self) -> tuple[str, ...]:
        """The parties that have not adopted it, in the order of ``PARTIES``."""
        return tuple(party for party in PARTIES if party not in self.adopted)

    @property
    def is_adopted(self) -> bool:
        """Whether both sides have adopted it."""
        return not self.waits_for

    def by(self, day: date) -> "SharedValue":
        """Return the value with the adoptions that had happened by a day."""
        known = {party: on for party, on in self.adopted.items() if on <= day}
        return SharedValue(self.id, self.statement, known)
