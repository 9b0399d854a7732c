"""Reasons for an exception: a short list, coded by a clinician before the outcome is known.

A reason found after the result explains every failure. So a code carries its day, and a code
given when the outcome was already known is refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fairterms.reference.evidence import Basis, Evidence
from fairterms.units.problem import nearest
from fairterms.units.refusal import Refusal

LONGEST_LIST = 12
"""A list nobody can keep in mind is coded at random."""


@dataclass(frozen=True)
class ReasonCode:
    """One reason a clinician can give.

    Attributes
    ----------
    code
        A slug.
    words
        What it means, in a sentence.
    """

    code: str
    words: str


@dataclass(frozen=True)
class ReasonList:
    """The reasons both sides agreed to offer.

    Attributes
    ----------
    codes
        Each once.
    basis
        Who chose them.
    """

    codes: tuple[ReasonCode, ...]
    basis: Basis

    def __post_init__(self) -> None:
        names = [one.code for one in self.codes]
        if len(set(names)) < len(names) or not 0 < len(names) <= LONGEST_LIST:
            raise Refusal(
                "reason codes",
                f"{len(names)} codes, {len(set(names))} different",
                "a reason needs one code, and a long list is coded at random",
                f"list 1 to {LONGEST_LIST} reasons, each once",
            )


REASONS = ReasonList(
    (
        ReasonCode("life-event", "a loss, a crisis or another event in the patient's life"),
        ReasonCode("bodily-illness", "a new or worse bodily illness"),
        ReasonCode("medicine", "a medicine begun, changed or stopped"),
        ReasonCode("substances", "use of alcohol or drugs that began or returned"),
        ReasonCode("another-diagnosis", "the diagnosis at intake was incomplete"),
        ReasonCode("few-sessions", "sessions missed, or far apart"),
        ReasonCode("treatment", "the treatment does not fit, or the alliance is poor"),
        ReasonCode("instrument", "the score does not show how the patient is"),
        ReasonCode("other", "another reason, written in the chart"),
    ),
    Basis("a list to begin with, chosen by this programme", Evidence.GENERAL),
)
"""Reasons to begin with, unconfirmed."""


@dataclass(frozen=True)
class CodedReason:
    """A clinician's answer for one exception.

    Attributes
    ----------
    course_id
        Of the patient's course.
    code
        From the list.
    coded_on
        The day it was given.
    """

    course_id: str
    code: str
    coded_on: date


def check(
    given: Sequence[CodedReason],
    reasons: ReasonList,
    known_on: Mapping[str, date],
) -> Mapping[str, str]:
    """Return the code of each course, or refuse all of them.

    Parameters
    ----------
    given
        Answers of clinicians, at most one a course.
    reasons
        The agreed list.
    known_on
        The day on which each course's outcome became known; courses under way are not in it.

    Raises
    ------
    Refusal
        When a code is not on the list, came on or after the day of the outcome, or is the second
        for one course. No course is named.
    """
    names = [one.code for one in reasons.codes]
    strange = sorted({one.code for one in given} - set(names))
    if strange:
        raise Refusal(
            "reason codes",
            f"{', '.join(strange)} not on the agreed list",
            "reasons can be counted only if both sides mean the same by them",
            nearest(strange[0], names) or f"give one of: {', '.join(names)}",
        )
    late = sum(
        one.course_id in known_on and one.coded_on >= known_on[one.course_id] for one in given
    )
    if late:
        raise Refusal(
            "reason codes",
            f"{late} of {len(given)} were given when the outcome was known",
            "a reason found after the result explains every failure",
            "leave them empty; they were never coded in time",
        )
    found = {one.course_id: one.code for one in given}
    if len(found) < len(given):
        raise Refusal(
            "reason codes",
            f"{len(given) - len(found)} courses have two",
            "each exception counts once",
            "keep the first one given",
        )
    return found
