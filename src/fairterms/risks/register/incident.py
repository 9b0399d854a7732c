"""Something that went wrong: what, when, what it cost, and what was learnt. Nobody is named."""

from dataclasses import dataclass
from datetime import date

from fairterms.risks.control.impossible import Impossible
from fairterms.units.quantity import Quantity

_WHY = "an incident is written down so that it does not come again"
_SAY = "say what happened, and which role or check found it"


@dataclass(frozen=True)
class Incident:
    """One event that hurt an objective, or nearly did.

    Attributes
    ----------
    day
        When it happened.
    what
        What happened, without names or anything of a patient.
    objective
        The id of the objective it touched.
    loss
        What it cost, in the objective's unit; None where nobody knows.
    found_by
        The role or the check that found it.
    impact
        The impact it made real, where the register has it; else empty.
    closed
        The day on which it was settled; None while it is open.
    lesson
        What was learnt. A closed incident has one.
    """

    day: date
    what: str
    objective: str
    loss: Quantity | None
    found_by: str
    impact: str = ""
    closed: date | None = None
    lesson: str = ""

    def __post_init__(self) -> None:
        """Refuse an incident that says too little, ends before it began, or taught nothing."""
        if not self.what or not self.found_by:
            key = "found_by" if self.what else "what"
            raise Impossible(key, f"the incident of {self.day} leaves {key} out", _WHY, _SAY)
        if self.closed is not None and self.closed < self.day:
            raise Impossible(
                "closed",
                f"the incident of {self.day} was closed before it happened, on {self.closed}",
                "how long it lasted is counted from both days",
                "check both days",
            )
        if self.closed is not None and not self.lesson:
            raise Impossible(
                "closed",
                f"the incident of {self.day} is closed, and no lesson is written down",
                _WHY,
                'add lesson = "what will be done otherwise", or leave closed out',
            )

    @property
    def is_open(self) -> bool:
        """Whether it is not settled yet."""
        return self.closed is None

    @property
    def loss_words(self) -> str:
        """What it cost, in words.

        Examples
        --------
        >>> Incident(date(2026, 3, 2), "a file was sent back", "pay", None, "the plan").loss_words
        'not known'
        """
        return "not known" if self.loss is None else str(self.loss)
