"""Who must do something, and where in a sentence: "Plan shall deliver", "Group tells Plan"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fairterms.monitor.obligations.obligation import Party
from fairterms.review import bound
from fairterms.review.context import Reading
from fairterms.review.parties import Side

_MODAL = re.compile(
    r"\b(?:(?P<duty>shall|must|will|agrees? to|undertakes? to|(?:is|are) (?:required|obligated) to)"
    r"\b(?P<not> not\b|[^.;,]{0,20}, in any event\b)?|(?P<may>may(?! \d)|(?:is|are) entitled to|"
    r"(?:has|have|reserves?|retains?) the right to)\b)",
    re.IGNORECASE,
)
_PLAIN = (
    "tell send keep check confirm list ask deliver show maintain give submit report follow provide "
    "furnish meet study file supply pay share explain name notify verify decide answer say certify "
    "state find watch look update correct begin propose return repay"
)
_VERBS = _PLAIN.split()
_THIRD = {
    "furnish": "furnishes",
    "notify": "notifies",
    "supply": "supplies",
    "verify": "verifies",
    "study": "studies",
    "certify": "certifies",
    "watch": "watches",
}
_PRESENT = "|".join(sorted({*_VERBS, *(_THIRD.get(one, f"{one}s") for one in _VERBS)}))
# After an article it is a noun ("receives a file"), after "shall" the modal verb rules.
_OWN = (
    r"(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bto )(?<!\bshall )(?<!\bmust )(?<!\bwill )(?<!\bmay )"
    rf"(?P<verb>(?:{_PRESENT}))\b"
)
_SUBORDINATE = re.compile(
    r"\b(?:if|when|whenever|where|that|which|whom?|whose|unless|until|after|before|because|as|once|"
    r"whether|while|what|of|for|to|from)\s+(?:the |a |an )?$",
    re.IGNORECASE,
)
_JOINTLY = (
    r"(?:Each|The|Either|[Bb]oth) part(?:y|ies)|(?:[Tt]he|joint) (?:Joint Operating )?Committee"
    r"(?: of \w+ people)?|[Tt]he (?:contract )?contacts(?: in [\w ]{1,12})?|[Tt]he (?:chief )?"
    r"executives?(?: officers)?|(?:A|The) party that [^.;,]{3,80}?"
)
_SHARED = re.compile(
    r"\b(?:Committee|contacts|executives?|chief executive officers|parties|(?i:each|a|the|either) "
    r"party)\b"
)
_PASSIVE = re.compile(
    r"\b(?P<verb>(?:is|are) (?P<done>due|payable|circulated|corrected|sent|delivered|paid|"
    r"submitted|reported))\b"
)
_JOINED = re.compile(rf"(?:,|\band|, and|\bor) (?P<verb>(?:{_PRESENT}))\b(?! (?:of|to)\b)")
_PRONOUN = re.compile(rf"\b(?:It|They|it|they) (?P<verb>(?:{_PRESENT}))\b")
_GOES_ON = re.compile(r"(?:,|\band\b|\bor\b|\bbut\b)\s*$")
_PARTIES = {Side.PLAN: Party.PLAN, Side.GROUP: Party.GROUP, Side.BOTH: Party.BOTH}


@dataclass(frozen=True)
class Verb:
    """A verb that rules a clause.

    Attributes
    ----------
    start
        Where it stands in the sentence.
    party
        Who must; None where nobody must (a right, or somebody else's duty).
    is_passive
        Whether the sentence does not say who must, so that it was told from what is around.
    """

    start: int
    party: Party | None
    is_passive: bool = False


def find(reading: Reading, text: str, last: Party | None) -> tuple[Verb, ...]:
    """Find the verbs that rule the clauses of a sentence, in order.

    Parameters
    ----------
    reading
        The agreement.
    text
        A sentence on one line.
    last
        Who had to do what the text spoke of before; for "it", and for what "is due".
    """
    found: dict[int, Verb] = {}
    for match in _MODAL.finditer(text):
        before = [verb for at, verb in sorted(found.items()) if at < match.start()]
        found[match.start()] = _modal(reading, text, match, before)
    for verb in _present(reading, text, last):
        found.setdefault(verb.start, verb)
    for verb in _joined(text, tuple(found.values())):
        found.setdefault(verb.start, verb)
    return tuple(found[at] for at in sorted(found))


def _modal(reading: Reading, text: str, match: "re.Match[str]", before: list[Verb]) -> Verb:
    at = match.start()
    if match["may"] or match["not"]:
        return Verb(at, None)
    side = bound.subject(reading, text, at)
    if side in _PARTIES:
        return Verb(at, _PARTIES[side])
    if side is Side.UNNAMED and before and _GOES_ON.search(text[:at]):
        return Verb(at, before[-1].party, before[-1].is_passive)
    subject = text[:at][-120:]
    if _SHARED.search(subject):
        return Verb(at, Party.BOTH)
    return Verb(at, _told(reading, text, at), is_passive=True)


def _told(reading: Reading, text: str, at: int) -> Party | None:
    """Tell who must where the subject is a thing: "a request by Group", "shall be sent to Plan"."""
    names = bound.sides(reading)
    for first, other, owner in (
        (names.group, names.plan, Party.GROUP),
        (names.plan, names.group, Party.PLAN),
    ):
        by = re.search(rf"\bby (?:the )?(?:{first})\b", text[:at])
        to = re.search(rf"\bto (?:the )?(?:{other})\b", text[at:])
        if by or to:
            return owner
    return None


def _present(reading: Reading, text: str, last: Party | None) -> Iterator[Verb]:
    names = bound.sides(reading)
    both = rf"{_JOINTLY}|(?:{names.plan}) and (?:{names.group})"
    for subject, party in (
        (both, Party.BOTH),
        (names.plan, Party.PLAN),
        (names.group, Party.GROUP),
    ):
        pattern = re.compile(rf"\b(?:{subject})(?: also| then)? {_OWN}")
        for match in pattern.finditer(text):
            if not _SUBORDINATE.search(text[: match.start()]):
                yield Verb(match.start("verb"), party)
    for match in _PRONOUN.finditer(text):
        if not _SUBORDINATE.search(text[: match.start()]):
            yield Verb(match.start("verb"), last, is_passive=True)
    for match in _PASSIVE.finditer(text):
        if not re.search(r"\b(?:that|which|who|if|when)\s+$|\bof which\b", text[: match.start()]):
            is_due = match["done"] in ("due",) and "ayment" not in text[: match.start()]
            party = last if is_due and last else Party.BOTH
            yield Verb(match.start("verb"), party, is_passive=True)


def _joined(text: str, found: tuple[Verb, ...]) -> Iterator[Verb]:
    """Return verbs that go on with the subject of one before: "finds ..., and proposes ..."."""
    for match in _JOINED.finditer(text):
        before = [verb for verb in found if verb.start < match.start("verb")]
        if before:
            latest = max(before, key=lambda verb: verb.start)
            yield Verb(match.start("verb"), latest.party, latest.is_passive)
