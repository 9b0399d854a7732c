"""What a sentence does for each side: duties, rights, discretion, deadlines, remedies."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from fairterms.document import numbers
from fairterms.review.parties import Parties, Side

_MUST = re.compile(
    r"\b(?:shall|must|will|agrees? to|(?:is|are) (?:required|obligated|responsible) (?:to|for)|"
    r"warrants?|represents?)\b(?P<no> not\b| be (?:prohibited|barred) )?",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:may|(?:is|are|shall be) (?:entitled|permitted|authorized) to|"
    r"(?:has|have|shall have|retains?|reserves?) the (?:sole |exclusive )?right)\b(?P<no> not\b)?",
    re.IGNORECASE,
)
_DISCRETION = re.compile(
    r"\b(?:(?:sole|own|absolute|exclusive) (?:\w+ )?discretion|in its discretion|"
    r"as (?:determined|established|designated|specified|prescribed) by(?! both| the parties)|"
    r"acceptable to|satisfactory to|without cause)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bmay be (?:\w+ ){1,3}by (?:the )?(?=\S)", re.IGNORECASE)
_AGENT_ENDS = re.compile(r"\b(?:if|upon|for|in|when|at|with|immediately|effective)\b|[,:;]")
_ITEM = re.compile(r"(?:; (?:or|and)|: )\s*(?:\S* )?(?:\d+(?:\.\d+){2,}|\([a-z\d]{1,3}\)) ")
# "a subcontractor with which Provider may contract" describes and grants nothing.
_DESCRIBES = re.compile(r"\b(?:which|whom|who|whose|that)\s+(?:\S+\s+){0,2}$", re.IGNORECASE)
_CONSENT = re.compile(
    r"\b(?:prior )?written (?:approval|consent|permission)\b|\bprior (?:approval|consent)\b",
    re.IGNORECASE,
)
_HARSH = re.compile(
    r"\b(?:null and void|false claims?|waiv(?:e|es|ed|er of)|forfeit\w*|confidential(?= arbitr)|"
    r"without (?:prior |advance )?notice|automatically|immediately terminate\w*|"
    r"(?:be|may|shall) recoup(?:ed)?|liquidated damages|penalt(?:y|ies)|conclusive|"
    r"final and binding|deemed (?:to have )?(?:accept|agree)\w*|in no event|"
    r"not be (?:irreparable|liable)|retroactive(?:ly)?)\b|\bbinding confidential\b",
    re.IGNORECASE,
)
_SAFEGUARD = re.compile(
    r"\b(?:reasonabl[ey](?! efforts)|generally accepted|statistically valid|mutual(?:ly)?|"
    r"(?:right to|may) appeal|cure period|opportunity to cure|good cause|by both parties|"
    r"in good faith|worked example|non-appealable by)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:submit|provide|furnish|report|deliver|supply|send|complete|maintain|notify)\b"
    r"[^.;]{0,80}?\b(?:reports?|data|records?|documentation|rosters?|files?|information|notice|"
    r"results?|scores?|forms?)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\bnotic\w+|\bnotif\w+", re.IGNORECASE)


class Effect(StrEnum):
    """One thing a sentence does, named for whom it falls on."""

    GROUP_DUTY = "a duty of the group"
    GROUP_BAR = "something the group may not do"
    GROUP_REPORT = "a report or notice the group owes"
    GROUP_DEADLINE = "a deadline the group must meet"
    GROUP_RIGHT = "a right of the group"
    PLAN_DUTY = "a duty of the plan"
    PLAN_BAR = "something the plan may not do"
    PLAN_RIGHT = "a right of the plan"
    PLAN_DISCRETION = "a matter left to the plan"
    PLAN_CONSENT = "something that needs the plan's approval"
    HARSH = "a harsh consequence"
    SAFEGUARD = "a safeguard"


_PLAN = (Side.PLAN, Side.UNNAMED)
"""A verb without its subject is the plan's: its name was removed."""
_RIGHTS = {Side.GROUP: Effect.GROUP_RIGHT, Side.PLAN: Effect.PLAN_RIGHT}

FOR_GROUP = frozenset({Effect.GROUP_RIGHT, Effect.PLAN_DUTY, Effect.PLAN_BAR, Effect.SAFEGUARD})
"""Effects of which more is better for the group; of the others, more is worse."""


@dataclass(frozen=True)
class Duty:
    """Something one side must or must not do, as one verb of a sentence says."""

    side: Side
    is_bar: bool
    start: int


def duties(text: str, parties: Parties) -> Iterator[Duty]:
    """Find each duty in a sentence and whose it is."""
    for match in _MUST.finditer(text):
        side = parties.subject(text, match.start())
        yield Duty(side, match["no"] is not None, match.start())


def effects(text: str, parties: Parties) -> "Counter[Effect]":
    """Count what a sentence does for each side.

    Parameters
    ----------
    text
        The sentence, on one line.
    parties
        What the agreement calls its sides.

    Returns
    -------
    Counter of Effect
        Rights and duties that fall on both sides alike count for neither.
    """
    found = Counter((*_of_duties(text, parties), *_of_rights(text, parties)))
    found[Effect.PLAN_DISCRETION] += len(_DISCRETION.findall(text))
    found[Effect.HARSH] += len(_HARSH.findall(text))
    found[Effect.SAFEGUARD] += len(_SAFEGUARD.findall(text))
    if _CONSENT.search(text) and found[Effect.GROUP_DUTY] + found[Effect.GROUP_BAR]:
        found[Effect.PLAN_CONSENT] += 1
    return +found


def _of_duties(text: str, parties: Parties) -> Iterator[Effect]:
    for duty in duties(text, parties):
        if duty.side is Side.GROUP:
            yield Effect.GROUP_BAR if duty.is_bar else Effect.GROUP_DUTY
            if _REPORT.search(text, duty.start):
                yield Effect.GROUP_REPORT
            if numbers.times(text):
                yield Effect.GROUP_DEADLINE
        elif duty.side in _PLAN:
            yield Effect.PLAN_BAR if duty.is_bar else Effect.PLAN_DUTY


def _of_rights(text: str, parties: Parties) -> Iterator[Effect]:
    for side in _passive(text, parties):
        yield from [_RIGHTS[side]] * _items(text)
    for match in _MAY.finditer(text):
        side = parties.subject(text, match.start())
        if _DESCRIBES.search(text, 0, match.start()):
            continue
        if side is Side.GROUP:
            yield Effect.GROUP_BAR if match["no"] else Effect.GROUP_RIGHT
        elif side in _PLAN:
            yield Effect.PLAN_BAR if match["no"] else Effect.PLAN_RIGHT


def _passive(text: str, parties: Parties) -> Iterator[Side]:
    """Return whose right it is that something "may be terminated by" one side."""
    for match in _BY.finditer(text):
        rest = _AGENT_ENDS.split(text[match.end() : match.end() + 40])[0]
        if parties.names_group(rest) != parties.names_plan(rest):
            yield Side.GROUP if parties.names_group(rest) else Side.PLAN


def _items(text: str) -> int:
    """Return how many cases a sentence lists."""
    return max(1, len(_ITEM.findall(text)))


def is_notice_of_plan(text: str, parties: Parties) -> bool:
    """Say whether a sentence makes the plan give notice."""
    return _NOTICE.search(text) is not None and any(
        duty.side in _PLAN for duty in duties(text, parties)
    )
