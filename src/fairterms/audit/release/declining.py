"""A request that a side does not fulfil: it says so, and why, so that both sides can read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fairterms.audit.release import said_outside
from fairterms.audit.release.request import LEAST_WORDS
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Declined:
    """Somebody of the side that was asked says no.

    Attributes
    ----------
    person
        Their account.
    on
        The day they say it.
    why
        The reason. The other side and the auditor read it.
    """

    person: str
    on: date
    why: str


def check(declined: Declined) -> None:
    """Check that a refusal to give says enough, and nothing of few people.

    Raises
    ------
    Refusal
        When it gives no reason, or the reason tells a count of 1 to 10 people.
    """
    if len(declined.why.split()) < LEAST_WORDS:
        raise Refusal(
            "the answer",
            "it does not say why the evidence is not given",
            "who asked may ask for less, or must report what could not be examined",
            "say what stands in the way, such as a law, a clause, or that it was never kept",
        )
    said_outside.check("the answer", declined.why, "the answer is read outside this room")
