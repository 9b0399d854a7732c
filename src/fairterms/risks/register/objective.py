"""An objective: what somebody wants, how it is measured, and how much loss is bearable."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from fairterms.risks.control.impossible import Impossible
from fairterms.risks.loss.tolerance import Tolerance
from fairterms.units.quantity import Quantity, Unit, write

DIRECTIONS = ("higher is better", "lower is better")
_KIND = re.compile(r"O(?:[1-9]|10)")

_WHY = "an objective nobody can measure can be neither reached nor missed"


class Holder(Enum):
    """Whose objective it is. Harm to the public stands beside a loss of the group."""

    GROUP = "group"
    PLAN = "plan"
    PUBLIC = "public"
    SHARED = "shared"


@dataclass(frozen=True)
class Objective:
    """Something to reach, in a unit in which falling short of it is counted.

    Attributes
    ----------
    id
        Its name in the file.
    value
        The id of the shared value it serves; empty where it serves none that is written down.
    kind
        O1 to O10, the kinds of objective of the shipped library; empty where it is none of them.
    holder
        Whose it is.
    measure
        What is measured, in words.
    unit
        The unit of every loss against it: dollars, patients, days, percentage points.
    direction
        "higher is better" or "lower is better".
    target
        What is to be reached; in the same unit, or a percentage where that is percentage points.
    period
        Over how long, such as "1 year".
    tolerance
        The losses that are bearable, each with the largest chance; None where nobody said.
    clauses
        The ids of the payment clauses, or the sections, it depends on.
    """

    id: str
    value: str
    kind: str
    holder: Holder
    measure: str
    unit: Unit
    direction: str
    target: Quantity
    period: Quantity
    tolerance: Tolerance | None = None
    clauses: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an objective that cannot be measured, and a shared one that serves no value."""
        if not self.measure:
            what = f"the objective {self.id} does not say what is measured"
            raise Impossible("measure", what, _WHY, "say what is counted or worked out")
        if self.kind and not _KIND.fullmatch(self.kind):
            what = f'"{self.kind}" is no kind of objective'
            raise Impossible("kind", what, _WHY, "write O1 to O10, or leave the line out")
        if self.direction not in DIRECTIONS:
            what = f'"{self.direction}" is no direction'
            raise Impossible("direction", what, _WHY, f'write "{DIRECTIONS[0]}" or the other way')
        if self.holder is Holder.SHARED and not self.value:
            what = f"the shared objective {self.id} does not say which value it serves"
            fix = "name a value both sides adopted, or the side that holds the objective"
            raise Impossible("holder", what, _WHY, fix)

    @property
    def is_public_harm(self) -> bool:
        """Whether missing it harms people who do not sign."""
        return self.holder is Holder.PUBLIC

    @property
    def tolerance_words(self) -> str:
        """What is bearable at most, in words."""
        if self.tolerance is None:
            return "nobody said what is bearable"
        return "; ".join(
            f"more than {write(Decimal(str(loss)), self.unit)} in {100 * chance:g} % of years"
            for loss, chance in self.tolerance.points
        )
