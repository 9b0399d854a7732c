"""A control: something done, by somebody, so that a risk happens less often or costs less."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from fairterms.risks.control.cadence import Cadence
from fairterms.risks.control.impossible import Impossible

COSO_PRINCIPLES = range(1, 18)
"""The numbers of COSO's principles of internal control; we cite numbers, never their text."""


class Aim(Enum):
    """When a control acts: before the event, when it happens, or afterwards."""

    PREVENT = "prevent"
    DETECT = "detect"
    CORRECT = "correct"


class Mode(Enum):
    """Whether people carry a control out or a program does."""

    MANUAL = "manual"
    AUTOMATIC = "automatic"


class Status(Enum):
    """Whether a control is in use. It retires; it is never deleted."""

    ACTIVE = "active"
    RETIRED = "retired"


@dataclass(frozen=True)
class Control:
    """One control.

    Attributes
    ----------
    id
        Its name in the file.
    title
        What it is, in a few words.
    aim, mode
        When it acts, and whether people or a program carry it out.
    cadence
        How often.
    is_key
        Whether the side relies on it most, so that it is tested first.
    owner
        The role that answers for it.
    operator
        The role that carries it out; may be the owner.
    evidence_kind
        What it leaves behind that a tester can look at: a signed list, a log, a report.
    coso_principle
        The number of the COSO principle it serves, 1 to 17; None where nobody says.
    retired
        The day from which it is no longer in use; None while it is.
    """

    id: str
    title: str
    aim: Aim
    mode: Mode
    cadence: Cadence
    is_key: bool
    owner: str
    operator: str
    evidence_kind: str
    coso_principle: int | None = None
    retired: date | None = None

    def __post_init__(self) -> None:
        """Refuse a principle that COSO does not have."""
        if self.coso_principle is not None and self.coso_principle not in COSO_PRINCIPLES:
            raise Impossible(
                "coso_principle",
                f"there is no COSO principle {self.coso_principle}",
                "an auditor looks the principle up by its number",
                "give a number from 1 to 17, or leave the line out",
            )

    def status(self, on: date) -> Status:
        """Return whether it is in use on a day."""
        is_retired = self.retired is not None and self.retired <= on
        return Status.RETIRED if is_retired else Status.ACTIVE

    def is_active(self, on: date) -> bool:
        """Say whether it is in use on a day."""
        return self.status(on) is Status.ACTIVE

    @property
    def people(self) -> tuple[str, ...]:
        """Who owns it and who carries it out, each once."""
        return tuple(dict.fromkeys((self.owner, self.operator)))
