"""Sentences that make work for the group, cut into the clauses each verb rules."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fairterms.prepare.cost_to_comply.kind import Trigger
from fairterms.review import bound
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage

_MODAL = re.compile(
    r"\b(?P<duty>shall|must|will|agrees? to|undertakes? to|covenants? to|(?:is|are) (?:required|"
    r"obligated|obliged) to|(?:is|are) responsible for)\b(?P<not> not\b| in no event\b)?|"
    r"\b(?P<may>may|(?:has|have|reserves?|retains?) the right to|(?:is|are) entitled to)\b"
    r"(?P<not_may> not\b)?",
    re.IGNORECASE,
)
_PRESENT = (
    r"tells?|sends?|keeps?|checks?|confirms?|lists?|obtains?|asks?|delivers?|shows?|maintains?|"
    r"gives?|submits?|reports?|follows?|provides?|furnishes|attends?|meets?|measures?|files?|"
    r"supplies|pays?|shares?|explains?|names?|notifies|verifies|retains?|employs?"
)
"""Plain agreements say what the group does, not what it shall do."""
_SUBORDINATE = re.compile(
    r"\b(?:if|when|whenever|where|that|which|whom?|whose|unless|until|after|before|because|as|once|"
    r"whether|while|what|and the|for which|of)\s+(?:the )?$",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(r"\bCommittee\b[^.;,]{0,40}$")
_WHICHEVER = re.compile(
    r"(?:^|[.;,] ?)(?:A|An|The|Any|Each|Every) (?:party|sender|recipient)\b[^.;]{0,120}$"
)
_NEITHER = re.compile(r"\b(?:neither|no) part(?:y|ies)\b[^.;]{0,40}$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\s*be (?:\w+ )?(?:administered|submitted|reported|delivered|kept|retained|credentialed|"
    r"recredentialed|provided|furnished|sent|entered|filed|made)\b"
    r"(?! by (?:the )?(?:Plan|Health Plan))"
)
_JOINED = re.compile(r"(?:,|\band\b|\bor\b|\bbut\b)\s*$")


@dataclass(frozen=True, eq=False)
class Statement:
    """A clause that makes work for the group.

    Attributes
    ----------
    passage
        The sentence it stands in.
    start, end
        Its letters in the sentence; the first clause of a sentence includes what leads up to it.
    trigger
        Whether the group must, the plan may ask, or the group must act to keep a right.
    is_shared
        Whether each party owes it, so that the group does its own part.
    """

    passage: Passage
    start: int
    end: int
    trigger: Trigger
    is_shared: bool = False

    @property
    def words(self) -> str:
        """The clause on one line."""
        return self.passage.text[self.start : self.end].strip()


@dataclass(frozen=True)
class _Verb:
    """Where a verb stands, and what it makes of the clause it rules; None for nothing of ours."""

    start: int
    trigger: Trigger | None
    is_shared: bool = False


def find(reading: Reading) -> tuple[Statement, ...]:
    """Find every clause that makes work for the group, in the order of the documents.

    Notes
    -----
    A duty is told by its verb and by who its subject is. A clause in the passive counts where it
    does not say that the plan does it. Duties not to do something are no work and are left out.
    """
    return tuple(one for passage in reading.passages for one in _of(reading, passage))


def _of(reading: Reading, passage: Passage) -> Iterator[Statement]:
    verbs = _verbs(reading, passage.text)
    for place, verb in enumerate(verbs):
        if verb.trigger is None:
            continue
        start = verb.start if place else 0
        end = verbs[place + 1].start if place + 1 < len(verbs) else len(passage.text)
        yield Statement(passage, start, end, verb.trigger, verb.is_shared)


def _verbs(reading: Reading, text: str) -> Sequence[_Verb]:
    """Return every verb that rules a clause of a sentence, in order."""
    found: list[_Verb] = []
    modal = list(_MODAL.finditer(text))
    for match in modal:
        found.append(_ruled(reading, text, match, found))
    taken = {verb.start for verb in found}
    for start, is_shared in _present(reading, text):
        if start not in taken:
            taken.add(start)
            found.append(_Verb(start, Trigger.OWED, is_shared))
    return sorted(found, key=lambda verb: verb.start)


def _ruled(reading: Reading, text: str, match: "re.Match[str]", earlier: Sequence[_Verb]) -> _Verb:
    at = match.start()
    if match["not"] or match["not_may"] or _NEITHER.search(text[:at]):
        return _Verb(at, None)
    if match["may"]:
        side = bound.subject(reading, text, at)
        rights = {Side.PLAN: Trigger.PLAN_MAY, Side.GROUP: Trigger.GROUP_MAY}
        rights[Side.BOTH] = Trigger.GROUP_MAY
        goes_on = side is Side.UNNAMED and _JOINED.search(text[:at]) and earlier
        return _Verb(at, earlier[-1].trigger if goes_on else rights.get(side))
    if bound.is_ours(reading, text, at):
        return _Verb(at, Trigger.OWED)
    if _is_shared(reading, text, at, earlier):
        return _Verb(at, Trigger.OWED, is_shared=True)
    is_passive = _PASSIVE.match(text, match.end()) is not None
    is_nobodys = bound.subject(reading, text, at) is Side.OTHER and not match["not"]
    return _Verb(at, Trigger.OWED if is_passive and is_nobodys else None)


def _is_shared(reading: Reading, text: str, at: int, earlier: Sequence[_Verb]) -> bool:
    """Say whether each party owes what the verb at ``at`` demands."""
    before = text[:at]
    side = bound.subject(reading, text, at)
    if side is Side.BOTH or _COMMITTEE.search(before) or _WHICHEVER.search(before):
        return True
    owed = [verb for verb in earlier if verb.trigger is not None]
    return (
        side is Side.UNNAMED
        and _JOINED.search(before) is not None
        and bool(owed)
        and owed[-1] is earlier[-1]
        and owed[-1].is_shared
    )


def _present(reading: Reading, text: str) -> Iterator[tuple[int, bool]]:
    """Return where the group, or each party, is said to do something; and whether it is each."""
    group = bound.sides(reading).group
    both = (
        r"(?:Each|The|Either) part(?:y|ies)|Plan and Group|(?:joint )?Committee(?: of \w+ people)?"
    )
    for names, is_shared in ((both, True), (group, False)):
        pattern = re.compile(rf"\b(?:{names})(?: also| then)? (?P<verb>(?:{_PRESENT}))\b")
        for match in pattern.finditer(text):
            if not _SUBORDINATE.search(text[: match.start()]):
                yield match.start("verb"), is_shared
