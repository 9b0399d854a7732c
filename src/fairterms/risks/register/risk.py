"""A risk in three parts: what may cause it, what would happen, and what would follow."""

from dataclasses import dataclass
from enum import Enum

from fairterms.risks.control.impossible import Impossible


class Area(Enum):
    """Where in the work a risk lies; the library's letters stand for these words."""

    MONEY = "money"
    OPERATIONS = "operations"
    QUALITY = "quality"
    RISK_POOL = "risk pool"
    LAW = "law"

    @property
    def letter(self) -> str:
        """The letter that begins the ids of the library's risks in this area.

        Examples
        --------
        >>> Area.OPERATIONS.letter
        'A'
        """
        return dict(zip(Area, "FAQPL", strict=True))[self]


class Status(Enum):
    """Whether a risk is still there."""

    OPEN = "open"
    CLOSED = "closed"


_WHY = "cause, event and effect are three things, and each is met by another control"


@dataclass(frozen=True)
class Risk:
    """Something that may happen and would hurt an objective.

    Attributes
    ----------
    id
        Its name in the file.
    cause, event, effect
        "Because of (cause), (event) may happen, and then (effect)."
    area
        Where in the work it lies.
    owner
        The role that watches it, such as "contracting lead".
    status
        Open or closed. A closed risk stays in the file.
    library
        The risk of the shipped library it came from, such as "F3"; empty where it has none.
    """

    id: str
    cause: str
    event: str
    effect: str
    area: Area
    owner: str
    status: Status = Status.OPEN
    library: str = ""

    def __post_init__(self) -> None:
        """Refuse a risk that leaves one of its three parts, or its owner, unsaid."""
        for part in ("cause", "event", "effect", "owner"):
            if not getattr(self, part):
                what = f"the risk {self.id} does not say its {part}"
                raise Impossible(part, what, _WHY, f"add {part}")

    @property
    def is_open(self) -> bool:
        """Whether it may still happen."""
        return self.status is Status.OPEN

    @property
    def sentence(self) -> str:
        """The whole risk as one sentence.

        Examples
        --------
        >>> late = Risk("late", "one assistant makes every file", "a file comes late",
        ...             "it is not paid", Area.OPERATIONS, "office manager")
        >>> late.sentence
        'One assistant makes every file: a file comes late, and it is not paid.'
        """
        cause = self.cause[:1].upper() + self.cause[1:]
        return f"{cause}: {self.event}, and {self.effect}."
