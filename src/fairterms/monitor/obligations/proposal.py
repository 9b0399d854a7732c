"""Obligations as the text proposes them: to be confirmed, corrected or dropped by a person."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fairterms.monitor.calendar.rule import Rule
from fairterms.monitor.obligations import clause_section, clause_time, duty_verb
from fairterms.monitor.obligations.clause_time import ClauseTime
from fairterms.monitor.obligations.duty_verb import Verb
from fairterms.monitor.obligations.obligation import Party
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence

_LONGEST = 180
"""Letters of a clause that are enough to know it by."""
_LONGEST_ID = 24
_OTHER = {Party.GROUP: Party.PLAN, Party.PLAN: Party.GROUP, Party.BOTH: Party.BOTH}
_MUST = re.compile(
    r"^(?:shall|must|will|agrees? to|undertakes? to|(?:is|are) (?:required|obligated) to) "
    r"(?:also )?",
    re.IGNORECASE,
)
_NEXT_SUBJECT = re.compile(r"(?:[,;](?! \d{4})|\band\b|\bor\b)[^,;]{0,40}$")
_OPENS = re.compile(r"(?:^|[.:] )(?:\W|[A-Z]{0,2}-?[\d.]+ )*$")
"""Before a time that leads a sentence, nothing stands but a number or a heading."""


@dataclass(frozen=True)
class Proposal:
    """A duty with a time, as read from one clause.

    Attributes
    ----------
    id
        A name made from the section: ``"plan_7_4"``.
    owed_by, owed_to
        Who owes it to whom.
    what
        What is to be done: the clause from its verb on.
    due_words
        The time, as the clause has it.
    rule
        The rule it amounts to; None where a person has to say from what the time counts.
    section
        As one would cite it.
    quote
        The words, with their page.
    is_told
        Whether the clause does not name who owes it, so that it was told from the text around.
    """

    id: str
    owed_by: Party
    owed_to: Party
    what: str
    due_words: str
    rule: Rule | None
    section: str
    quote: QuoteEvidence
    is_told: bool = False


def propose(reading: Reading) -> tuple[Proposal, ...]:
    """Propose the obligations of an agreement's text, in the order of the documents.

    Notes
    -----
    A proposal is a clause in which a party must do something by a time. Rights, and times that
    only limit a right, are left out; so are duties that hold all the time. What a table says
    beside its files is not read: the sentence that names the table is.
    """
    taken: set[str] = set()
    last: Party | None = None
    found: list[Proposal] = []
    for passage in reading.passages:
        verbs = duty_verb.find(reading, passage.text, last)
        for verb, time in _ruled(passage.text, verbs):
            found.append(_proposal(passage, verb, time, verbs, taken))
        last = next((verb.party for verb in reversed(verbs) if verb.party), last)
    return tuple(found)


def _ruled(text: str, verbs: Sequence[Verb]) -> Iterator[tuple[Verb, ClauseTime]]:
    """Return each time with the verb that rules it; a mere rhythm gives way to a day."""
    pairs = [(verb, time) for time in clause_time.find(text) if (verb := _verb(text, verbs, time))]
    for verb, time in pairs:
        has_day = any(other is verb and not two.is_rhythm for other, two in pairs)
        first = next(
            two for other, two in pairs if other is verb and two.is_rhythm is time.is_rhythm
        )
        if not time.is_rhythm or (not has_day and first is time):
            yield verb, time


def _verb(text: str, verbs: Sequence[Verb], time: ClauseTime) -> Verb | None:
    before = [verb for verb in verbs if verb.start < time.start]
    after = [verb for verb in verbs if verb.start >= time.end]
    if _OPENS.search(text[: time.start]):
        verb = after[0] if after else None
    else:
        verb = before[-1] if before else None
    return verb if verb and verb.party else None


def _proposal(
    passage: Passage, verb: Verb, time: ClauseTime, verbs: Sequence[Verb], taken: set[str]
) -> Proposal:
    assert verb.party is not None, "a duty is somebody's"
    section = clause_section.of(passage)
    ends = [one.start for one in verbs if one.start > max(verb.start, time.start)]
    clause = passage.text[_start(passage.text, verb) : min(ends, default=len(passage.text))]
    if ends:
        clause = _NEXT_SUBJECT.sub("", clause)
    first, last = min(verb.start, time.start), max(verb.start, time.end)
    return Proposal(
        id=_free(f"{verb.party.value}_{_slug(section)}", taken),
        owed_by=verb.party,
        owed_to=_OTHER[verb.party],
        what=_shortened(_MUST.sub("", clause)),
        due_words=time.words,
        rule=time.rule,
        section=section,
        quote=passage.around(first, last),
        is_told=verb.is_passive,
    )


def _start(text: str, verb: Verb) -> int:
    """Return where a clause starts: at its verb, or where it names no one, at its subject."""
    if not verb.is_passive:
        return verb.start
    before = [
        match.end() for match in re.finditer(r"[,;] |^(?:[A-Z]{1,2}-)?[\d.]+ ", text[: verb.start])
    ]
    return before[-1] if before else 0


def _shortened(clause: str) -> str:
    words = re.sub(r"(?:[\s,;]|\b(?:and|or|but)$)+$", "", clause).strip(" ,;.")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return words[:1].upper() + words[1:]


def _slug(section: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", section.lower()).strip("_")[-_LONGEST_ID:].strip("_")


def _free(wanted: str, taken: set[str]) -> str:
    names = (wanted, *(f"{wanted}_{letter}" for letter in "bcdefghijklmnopqrstuvwxyz"))
    name = next((name for name in names if name not in taken), f"{wanted}_{len(taken)}")
    taken.add(name)
    return name
