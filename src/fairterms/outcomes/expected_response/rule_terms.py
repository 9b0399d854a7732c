"""The terms of an on-track rule: what must be declared before anybody is called off track.

A score above a limit is one way to raise a flag, a foreseen failure another. Both start from the
same expected course.
"""

from dataclasses import dataclass

from fairterms.outcomes.expected_response.expected_course import CourseForm
from fairterms.reference.evidence import Basis, Evidence
from fairterms.units.refusal import Refusal

COLOURS_BASIS = Basis("a choice: colours at the 68, 80 and 95 % limits", Evidence.GENERAL)


@dataclass(frozen=True)
class Level:
    """A named distance from the expected course.

    Attributes
    ----------
    name, colour
        For people; a colour never stands alone.
    share
        Of scores that should lie at or below its limit, 0 to 1; one-sided, on the worse side.
    """

    name: str
    colour: str
    share: float

    def __post_init__(self) -> None:
        if not 0 < self.share < 1:
            raise Refusal(
                f"limit of {self.name}",
                f"{self.share:g} is not between 0 and 1",
                "a limit is a share of scores",
                "write 0.80 for the 80 % limit",
            )


WITHIN = "as expected"
"""The name of the level below all limits."""

LEVELS = (
    Level("a little worse than expected", "yellow", 0.68),
    Level("off track", "orange", 0.80),
    Level("far off track", "red", 0.95),
)
"""Levels to begin with, unconfirmed: see ``COLOURS_BASIS``."""


@dataclass(frozen=True)
class LimitTrigger:
    """Off track is a score beyond the one-sided limit.

    Attributes
    ----------
    share
        Of scores that should lie at or below it; one of the levels' shares.
    """

    share: float = 0.80


@dataclass(frozen=True)
class ForesightTrigger:
    """Off track is a likely failure, foreseen from all scores so far.

    Attributes
    ----------
    chance
        Of not having changed enough at the horizon; more than this raises the flag.
    change_needed
        Points of change for the better from the first score that count as enough; less fails.
    horizon
        When the course will be looked at: days or sessions since the first score.
    """

    chance: float
    change_needed: float
    horizon: float

    def __post_init__(self) -> None:
        assert 0 < self.chance < 1, "a chance"
        assert self.horizon > 0, "the horizon lies ahead"


Trigger = LimitTrigger | ForesightTrigger


@dataclass(frozen=True)
class RuleTerms:
    """What a rule is, complete; two people who apply it flag the same patients.

    Attributes
    ----------
    form
        How the expected course is made.
    trigger
        What is off track.
    within
        Only the first so many scores are judged, the given ones counted; None judges all.
    levels
        From the nearest limit to the furthest.
    basis
        Where limit and colours come from.

    Raises
    ------
    Refusal
        When levels are out of order, the limit has no level, or no score could be judged.
    """

    form: CourseForm
    trigger: Trigger = LimitTrigger()
    within: int | None = None
    levels: tuple[Level, ...] = LEVELS
    basis: Basis = COLOURS_BASIS

    def __post_init__(self) -> None:
        shares = [level.share for level in self.levels]
        if shares != sorted(set(shares)) or not shares:
            raise Refusal(
                "levels of the rule",
                "are not in order, or two have one limit",
                "a worse score must never get a milder colour",
                "list them from the nearest limit to the furthest",
            )
        if isinstance(self.trigger, LimitTrigger) and self.trigger.share not in shares:
            raise Refusal(
                "limit of the rule",
                f"{self.trigger.share:g} is none of the levels {shares}",
                "a patient could be off track and yet shown as expected",
                "declare a level with this limit",
            )
        if self.within is not None and self.within <= self.form.first:
            raise Refusal(
                "scores judged",
                f"{self.form.first} are given and only the first {self.within} are looked at",
                "a score that makes the expectation cannot be judged by it",
                "look at more scores",
            )
