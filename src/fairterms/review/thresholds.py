"""Thresholds of a reward and of a penalty, and a reward promised beyond the wrong one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from fairterms.review import sieve
from fairterms.review.context import Reading
from fairterms.review.passages import Passage


class Consequence(Enum):
    """What lies beyond a threshold."""

    REWARD = "reward"
    PENALTY = "penalty"


@dataclass(frozen=True, eq=False)
class Statement:
    """A sentence that says what lies below or above a threshold.

    Attributes
    ----------
    passage
        The sentence.
    start, end
        Where the threshold is named in it.
    name
        Which threshold, in lower case: "commendable".
    is_below
        Whether the consequence is of staying below it.
    consequence
        Reward or penalty.
    """

    passage: Passage
    start: int
    end: int
    name: str
    is_below: bool
    consequence: Consequence


@dataclass(frozen=True, eq=False)
class Clash:
    """A reward beyond two thresholds, of which one is where the penalty begins.

    Attributes
    ----------
    wrong
        The statement whose threshold is the penalty's.
    defined
        The statement with the other threshold.
    penalty
        The statement of the penalty.
    """

    wrong: Statement
    defined: Statement
    penalty: Statement


_KIND = r"(?:(?:cost|quality|score|savings|spending|performance|expense|target) )?"
_BEYOND = re.compile(
    r"\b(?:(?P<below>(?:fall(?:s|en)? )?(?:at or )?below|(?:is |are )?less than(?: or equal to)?|"
    r"lower than|under|does not exceed|do not exceed)|"
    r"(?P<above>(?:fall(?:s|en)? )?(?:at or )?above|(?:is |are )?(?:more|greater|higher) than|"
    r"exceed(?:s|ing)?|over|is at least)) (?:the |its |their )?"
    rf"(?P<name>[a-z]+) {_KIND}(?:threshold|target|limit|benchmark|level)s?\b",
    re.IGNORECASE,
)
_REWARD = re.compile(
    r"\b(?:gain[- ]?shar\w*|shared savings|savings payment|bonus|incentive payment|reward|"
    r"gain share)\b",
    re.IGNORECASE,
)
_PENALTY = re.compile(
    r"\b(?:risk[- ]?shar\w*|risk will be shared|deficit|penalt\w+|shared loss\w*|repay\w*|owes?|"
    r"responsible for a (?:portion|share)|risk share|losses)\b",
    re.IGNORECASE,
)
_NO_REWARD = re.compile(
    r"\b(?:no|neither|ineligible|not (?:be )?(?:eligible|earn\w*|receive))\b", re.IGNORECASE
)
# Part of a reward for part of the way is a step on purpose.
_IN_PARTS = re.compile(r"\b(?:half|portion|partial|percent|between|tier)\b|%", re.IGNORECASE)
_NO_NAME = frozenset(
    {"the", "a", "any", "such", "this", "that", "each", "cost", "quality", "applicable", "certain"}
)


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Find the sentences that say what lies beyond a named threshold."""
    levels = sieve.holding(reading.passages, "threshold", "target", "limit", "benchmark", "level")
    return tuple(found for passage in levels for found in _in(passage))


def clashes(reading: Reading) -> Iterator[Clash]:
    """Find rewards promised beyond the threshold at which the penalty begins.

    Notes
    -----
    Such a text has three places: the reward below a first threshold, the penalty above a second,
    and the reward, in another place, below the second.
    """
    found = statements(reading)
    rewards = [one for one in found if one.consequence is Consequence.REWARD]
    penalties = [one for one in found if one.consequence is Consequence.PENALTY]
    seen: set[tuple[str, str]] = set()
    for wrong in rewards:
        penalty = next(
            (p for p in penalties if p.name == wrong.name and p.is_below != wrong.is_below), None
        )
        defined = next(
            (r for r in rewards if r.name != wrong.name and r.is_below == wrong.is_below), None
        )
        pair = (wrong.name, defined.name if defined else "")
        if penalty is not None and defined is not None and pair not in seen:
            seen.add(pair)
            yield Clash(wrong, defined, penalty)


def _in(passage: Passage) -> Iterator[Statement]:
    text = passage.text
    for match in _BEYOND.finditer(text):
        name = match["name"].lower()
        consequence = _consequence(text)
        if name not in _NO_NAME and consequence is not None:
            is_below = match["below"] is not None
            yield Statement(passage, match.start(), match.end(), name, is_below, consequence)


def _consequence(text: str) -> Consequence | None:
    if _REWARD.search(text) and not (_NO_REWARD.search(text) or _IN_PARTS.search(text)):
        return Consequence.REWARD
    return Consequence.PENALTY if _PENALTY.search(text) else None
