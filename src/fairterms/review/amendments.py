"""Rights to change the agreement: who holds them, and what a change must go through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from fairterms.review import sieve, standing_terms
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage

_CHANGE = r"(?:amend|modify|change|revise|alter|supplement)"
_RIGHT = (
    r"\b(?P<right>(?:may|can|will|shall)(?! not)(?: at any time)?"
    r"(?:,? in its [\w ]{1,20}discretion,?)?|"
    r"(?:(?:is|are|shall be) )?entitled to|(?:shall )?ha(?:ve|s) the (?:sole |exclusive )?right to|"
    r"(?P<strong>retains?|reserves?)(?: the)?(?: sole| exclusive)? right(?: at any time)? to)\s"
)
_ACTIVE = re.compile(rf"{_RIGHT}(?:[\w,/-]+ ){{0,6}}?(?P<verb>{_CHANGE})\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:may be|can be|are subject to|is subject to|shall be subject to) (?:[\w,/-]+ ){0,4}?"
    r"(?P<verb>amended|modified|changed|revised|altered|amendment|modification|revision|change)\b"
    r"(?P<rest>[^.;]{0,80})",
    re.IGNORECASE,
)
# "An amendment proposed by Plan is effective in 30 days unless Provider rejects it": a right too.
_PROPOSED = re.compile(
    r"\b(?:amendments?|modifications?|changes?)\b[^.;]{0,120}?\b(?:proposed|made|issued|sent|"
    r"initiated|offered|noticed) by (?:the )?\[?(?P<who>[^,.;]{1,60}?)\]?,? (?:shall|will)"
    r"(?: automatically)? (?:be(?:come)?|take|go into) (?:\w+ )?(?:effect\w*|binding|part of)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?:Agreement|Attachments?|Exhibits?|Addend(?:a|um)|Appendi(?:x|ces)|Contract|Terms?|"
    r"Provisions?|Program)\b",
    re.IGNORECASE,
)
_OTHER_OBJECT = re.compile(
    r"\b(?:manuals?|handbook|polic(?:y|ies)|procedures|networks?|fees?|rates?|formular|benefits?|"
    r"director|rules?|claims?|charges?|bills?|records?|data|reports?|mediat|arbitrat)",
    re.IGNORECASE,
)
_OBJECT_REACH = 90
_STEMS = ("amend", "modif", "chang", "revis", "alter", "supplement")

_BY_LAW = re.compile(
    r"(?:compl(?:y|iance) with|conform\w* (?:to|with)|required (?:by|under|to comply)|effectuate|"
    r"as a result of|because of|due to|mandated by|changes? (?:in|to))[^.;]{0,80}?"
    r"\b(?:laws?|statut\w*|regulat\w*|agenc(?:y|ies)|government\w*|CMS|legislat\w*|court)\b|"
    r"\b(?:laws?|statutes?|regulations?|agency) requires?\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    r"\b(?:including|includes?|except\w*|other than|unless|for any reason)\b", re.IGNORECASE
)
_CONSENT = re.compile(
    r"signed by|executed by|mutual(?:ly)?\b|both parties|each party|in writing by the parties|"
    r"(?:consent|approval|(?-i:agreement)) (?:of|by|between)|parties (?:may )?agree",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Right:
    """A right of the plan to change the agreement alone.

    Attributes
    ----------
    passage
        The sentence.
    start, end
        Where in its text the right stands.
    """

    passage: Passage
    start: int
    end: int


@lru_cache(maxsize=2)
def one_sided(reading: Reading) -> tuple[Right, ...]:
    """Find the plan's rights to change the agreement without the group's signature.

    Left out: changes the law requires, changes both sides sign, and changes of manuals, networks
    or fee schedules, which are matters of other checks. In terms posted for everyone, a right to
    change the service or its price counts as well.
    """
    if standing_terms.is_standing(reading):
        found = ((passage, standing_terms.changes(passage)) for passage in reading.passages)
        return tuple(Right(passage, *place) for passage, place in found if place)
    telling = sieve.holding(reading.passages, *_STEMS)
    return tuple(right for passage in telling for right in _rights(reading, passage))


def is_by_law(text: str, place: int) -> bool:
    """Say whether the change named at ``place`` is only one that the law requires."""
    law = _BY_LAW.search(text, place)
    return law is not None and not _NOT_ONLY.search(text[:place] + text[place : law.start()])


def names_change(text: str) -> bool:
    """Say whether a text speaks of changing the agreement."""
    return re.search(r"\b(?:amend|modif|chang)", text, re.IGNORECASE) is not None


def _rights(reading: Reading, passage: Passage) -> Iterator[Right]:
    text = passage.text
    for match in _ACTIVE.finditer(text):
        is_right = _is_plans(reading, text, match) and _changes_agreement(text, match.end())
        if is_right and not _is_shared(text, match.start("verb")):
            yield Right(passage, match.start(), match.end())
            return
    for match in _PASSIVE.finditer(text):
        subject = text[max(0, match.start() - _OBJECT_REACH) : match.start()]
        if not _OBJECT.search(subject) or _OTHER_OBJECT.search(subject):
            continue
        if _is_by_plan(reading, match["rest"]) and not _is_shared(text, match.start("verb")):
            yield Right(passage, match.start(), match.end("verb"))
            return
    yield from _proposed(reading, passage)


def _proposed(reading: Reading, passage: Passage) -> Iterator[Right]:
    """Return a change that the plan proposes and that takes effect by itself."""
    match = _PROPOSED.search(passage.text)
    if match is None or not reading.parties.names_plan(match["who"]):
        return
    if not reading.parties.names_group(match["who"]) and not _is_shared(passage.text, match.end()):
        yield Right(passage, match.start(), match.end())


def _is_plans(reading: Reading, text: str, match: "re.Match[str]") -> bool:
    """Say whether the right is the plan's; where no one is named, by what else is said."""
    side = reading.parties.subject(text, match.start("right"))
    if side is Side.UNNAMED:
        speaks_to_group = reading.parties.names_group(text[match.end() :])
        return match["strong"] is not None or speaks_to_group
    return side is Side.PLAN


def _is_by_plan(reading: Reading, rest: str) -> bool:
    """Say whether "may be amended ..." goes on "by Plan", or "by" and a name that was removed."""
    by = re.match(r"(?: [\w,-]+){0,6}? by (?P<who>.*)", rest)
    if by is None:
        return False
    if re.match(r"(?:at any time|upon|on|with|in its|from time|providing|giving|$)", by["who"]):
        return True
    plan = re.match(rf"(?:the )?(?:{reading.parties.plan})\b", by["who"])
    return plan is not None


def _changes_agreement(text: str, place: int) -> bool:
    """Say whether what is changed is the agreement and not a manual or a fee schedule."""
    reach = re.split(r"[.;]| (?:by|upon|if|when) ", text[place : place + _OBJECT_REACH])[0]
    wanted, other = _OBJECT.search(reach), _OTHER_OBJECT.search(reach)
    return wanted is not None and (other is None or wanted.start() < other.start())


def _is_shared(text: str, place: int) -> bool:
    """Say whether the change needs both sides, or is only what the law requires."""
    return _CONSENT.search(text, place) is not None or is_by_law(text, place)
