"""The slip of a report: what its readers see before it is opened, and what finds its way."""

import json
from dataclasses import dataclass

from fairterms.audit.ethics.case import Subject
from fairterms.audit.ethics.routing import About


@dataclass(frozen=True)
class Slip:
    """What stands on the outside of a report.

    Attributes
    ----------
    subject
        What it is about.
    left_out
        Accounts that must not read it, nor know of it.
    about
        Who else it names.
    has_consent
        Whether the reporter wants somebody to look after them.
    """

    subject: Subject
    left_out: frozenset[str] = frozenset()
    about: frozenset[About] = frozenset()
    has_consent: bool = False

    @property
    def text(self) -> str:
        """The slip as it is sealed."""
        told = {
            "subject": self.subject.value,
            "left_out": sorted(self.left_out),
            "about": sorted(self.about),
            "watch": self.has_consent,
        }
        return json.dumps(told)


def read(text: str) -> Slip:
    """Read a slip.

    Examples
    --------
    >>> slip = Slip(Subject.CARE, frozenset({"a"}), frozenset({About.CHAIR}), has_consent=True)
    >>> read(slip.text) == slip
    True
    """
    told = json.loads(text)
    return Slip(
        Subject(told["subject"]),
        frozenset(told["left_out"]),
        frozenset(About(one) for one in told["about"]),
        bool(told["watch"]),
    )
