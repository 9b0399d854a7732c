"""Only one side must make good what it costs the other."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fairterms.review import exculpations, sides, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_ACT = (
    r"(?:indemnif(?:y|ies)|(?:hold|holds|save|keep) (?:and \w+ )?(?!themsel)[^;]{0,160}?\bharmless|"
    r"provide (?:an |full )?indemni\w+)"
)
_PROMISE = re.compile(
    r"\b(?P<verb>(?:shall|will|must|agrees?(?: and \w+)? to|hereby|covenants? to|undertakes? to|"
    r"is (?:required|obligated|obliged) to|does)\b(?! not)"
    rf"(?:(?! not )[^;:]){{0,120}}?\b{_ACT})\b(?P<whom>[^;]{{0,400}})",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?P<whom>[^;:]{1,100}?) (?:shall|will|must|is to) be (?:fully )?"
    r"(?:indemnified|held harmless)(?: and \w+(?: harmless)?)? by (?P<who>[^;,]{1,80})",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:holds?|save|keep)\b(?P<whom>[^;]*)\bharmless$", re.IGNORECASE)
_MORE_VERBS = re.compile(
    r"(?:[,\s/]|and\b|or\b|to\b|defend\b|protect\b|reimburse\b|hold\b|save\b|keep\b|"
    r"harmless\b|fully\b)+",
    re.IGNORECASE,
)
# The words that end what names who is protected.
_FROM = re.compile(
    r"\b(?:from|against|for|with respect to|in respect of|harmless|any and all|arising|"
    r"to the extent)\b",
    re.IGNORECASE,
)
_MUTUAL = re.compile(
    r"\b(?:indemnifying|other) part(?:y|ies)\b|\beach (?:party|of)\b|\beither party\b|"
    r"\bboth parties\b|\bthe parties\b|\beach other\b|\bthe other(?:'s|,| harmless| from| and)|"
    r"\bother party\b|\bmutually\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:members?|enrollees?|patients?|subscribers?|beneficiar(?:y|ies)|insureds?|"
    r"covered (?:persons?|individuals?)|state|commonwealth|agency|department|government|county|"
    r"united states|CMS|HHS|DHHS|HCA|medicaid)\b",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"\"(?P<name>[^\"]{0,30}(?:Indemnit|Indemnified)[^\"]{0,30})\"", re.IGNORECASE
)
_DECISIONS = re.compile(
    r"\b(?:coverage|benefit|utilization|payment|medical necessity|claims?)[- ](?:\w+ )?"
    r"(?:decisions?|determinations?|review|management)\b",
    re.IGNORECASE,
)
_FAULT_OF_PLAN = re.compile(
    r"\b(?:regardless of|irrespective of|whether or not|even if|including)\b[^;]{0,100}?"
    r"\b(?:negligen\w+|fault|acts? or omissions?)\b",
    re.IGNORECASE,
)
_NO_PROMISE = re.compile(
    r"\b(?:in no event|under no circumstances|neither|nor|nothing|no (?:provision|term))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:]|\b(?:that|if|where|when|whether|because|although|but|provided)\b")
_REACH = 240


@dataclass(frozen=True, eq=False)
class _Promise:
    """A promise to make good: where it stands, whose it is, and by what name."""

    place: Place
    side: Side
    name: str

    @property
    def is_wide(self) -> bool:
        """True where it reaches the plan's own decisions or faults."""
        text = self.place.text
        return bool(_DECISIONS.search(text) or _FAULT_OF_PLAN.search(text))


def _find(reading: Reading) -> Iterable[Sighting]:
    if exculpations.are_in(reading):
        places = tuple(exculpations.indemnities(reading))
    else:
        places = tuple(promise.place for promise in _one_sided(reading))
    if places:
        quotes = list(dict.fromkeys(place.quote for place in places))
        detail = "One side makes good what it costs the other, and gets no such promise back."
        yield Sighting(quotes[0], tuple(quotes[1:]), detail=detail)


def _one_sided(reading: Reading) -> tuple[_Promise, ...]:
    """Return the promises of the group, unless the plan makes one, too."""
    about = sieve.holding(reading.passages, "indemnif", "indemnity", "harmless")
    promises = [p for passage in about for p in _promises(reading, passage)]
    if reading.is_provider_agreement or any(p.side is Side.GROUP for p in promises):
        ours = [promise for promise in promises if promise.side is Side.GROUP]
        is_answered = any(p.side in (Side.PLAN, Side.UNNAMED) for p in promises)
        return tuple(promise for promise in ours if promise.is_wide or not is_answered)
    names = {promise.name for promise in promises if promise.name}
    return tuple(promises) if len(names) == 1 else ()


def _promises(reading: Reading, passage: Passage) -> Iterator[_Promise]:
    """Return the first promise of one side in a sentence."""
    text = passage.text
    if _MUTUAL.search(text):
        return
    for match in _PROMISE.finditer(text):
        who = _CLAUSE.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
        if _NO_PROMISE.search(who) or not _protects_a_party(reading, _whom(match)):
            continue
        side = sides.of(reading, who, last=True)
        if side is not Side.BOTH:
            yield _Promise(Place(passage, match), side, sides.name(reading, who))
            return
    for match in _PASSIVE.finditer(text):
        side = sides.of(reading, match["who"])
        if side is not Side.BOTH and _protects_a_party(reading, match["whom"]):
            yield _Promise(Place(passage, match), side, sides.name(reading, match["who"]))
            return


def _whom(match: "re.Match[str]") -> str:
    """Return the words for who is protected, inside the verb ("hold Plan harmless") or after it."""
    inside = _HELD.search(match["verb"])
    after = _FROM.split(_MORE_VERBS.sub("", match["whom"], count=1))[0]
    return f"{inside['whom'] if inside else ''} {after}"


def _protects_a_party(reading: Reading, whom: str) -> bool:
    """Say whether a promise protects a party, and not members or the State alone."""
    if sides.of(reading, whom) in (Side.PLAN, Side.GROUP):
        return True
    defined = re.search(r"\b(?:Indemnit\w+|Indemnified \w+)\b", whom)
    if defined is not None:
        return _defines_party(reading)
    return _PEOPLE.search(whom) is None


def _defines_party(reading: Reading) -> bool:
    """Say whether "Indemnified Parties" is defined with someone other than the State."""
    for passage in sieve.holding(reading.passages, "indemnit", "indemnified"):
        match = _DEFINED.search(passage.text)
        if match is not None:
            before = passage.text[max(0, match.start() - _REACH) : match.start()]
            return _PEOPLE.search(before) is None or reading.parties.names_plan(before)
    return True


CHECK = Check(
    id="indemnity-direction",
    title="Indemnity runs one way",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.CRITICAL,
    theme=Theme.RISK,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q17",),
    lesson="training_3",
    sources=(GOOD_PRACTICE,),
    laws=("provider-indemnity",),
    why=(
        "A promise to indemnify can cost more than the agreement ever pays, and malpractice "
        "insurance often leaves it out. Each side should answer for its own acts."
    ),
    asks=(
        "Ask that each side pays for its own acts, and the plan for its decisions about coverage.",
        "Ask your malpractice insurer whether it covers what you promise here.",
    ),
    wording=(
        "Each party pays for claims to the extent that its own acts or omissions caused them. Plan "
        "answers for its own decisions about coverage and payment."
    ),
    find=_find,
)
