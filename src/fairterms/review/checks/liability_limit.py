"""A limit of liability protects one side only."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fairterms.review import exculpations, sides, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = ("liab", "responsible", "accountab", "damages", "remed")
_LIABLE = (
    r"be (?:held |made |deemed )?(?:(?:in any way|directly or indirectly|legally|otherwise) )?"
    r"(?:liable|responsible|accountable|obligated(?= to \w+ for))\b"
)
_BURDEN = r"(?:any |the |further )?(?:\w+ )?(?:or \w+ )?(?:liability|responsibility)\b"
_TAKES = r"(?:have|has|bears?|assumes?|accepts?|takes?|incurs?|undertakes?)"
_NEVER = (
    r"(?:in no (?:event|case|way|circumstances?)|under no (?:circumstances?|conditions?|event)|"
    r"at no time|on no account|not (?:under|in) any (?:circumstances?|event)|never)"
)
_IN_NO_EVENT = re.compile(
    rf"\b{_NEVER}\b[^;]{{0,200}}?\b(?:shall|will|may|can|do|does|is|are|must)\b"
    rf"(?P<who>[^;]{{1,300}}?)\b(?:{_LIABLE}|have {_BURDEN}|incur {_BURDEN})",
    re.IGNORECASE,
)
_IN_NO_EVENT_IS = re.compile(
    rf"\b{_NEVER}\b[^;]{{0,60}}?\b(?:is|are)\b(?P<who>[^;]{{1,120}}?)\b(?:liable|responsible)\b",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    rf"\b(?P<who>neither\b[^;]{{3,300}}?)\b(?:(?:shall|will|may|can) {_LIABLE}|"
    rf"(?:is|are) (?:liable|responsible)\b|(?:(?:shall|will) )?{_TAKES} {_BURDEN})",
    re.IGNORECASE,
)
_DENIED = re.compile(
    rf"\b(?:(?:shall|will|may|can|could|would) (?:not(?! only)|{_NEVER}),? (?:\w+ ){{0,2}}?"
    rf"{_LIABLE}|"
    rf"(?:won't|can't|cannot) (?:\w+ )?(?:{_LIABLE}|{_TAKES} {_BURDEN})|"
    r"(?:is|are) not(?: \w+)? (?:liable|responsible|accountable)\b|"
    rf"(?:(?:shall|will) )?{_TAKES} (?:no|neither) (?:\w+ ){{0,2}}?(?:or \w+ )?"
    r"(?:liability|responsibility)\b|"
    rf"(?:do|does|will|shall) not {_TAKES} {_BURDEN}|"
    r"(?:disclaims?|excludes?) (?:all|any)(?: and all)? (?:\w+,? ){0,3}?liability\b)",
    re.IGNORECASE,
)
_CAPPED = re.compile(
    r"(?<=\w)(?P<owner>['\u2019])s? (?:[\w,]+ ){0,6}?liabilit(?:y|ies)\b"
    r"[^;]{0,300}?\b(?:exceeds?|(?:be|is|are) (?:\w+ )?(?:limited|capped|restricted)\b)|"
    r"\bliability of (?P<whom>[^;]{1,160}?)\b(?:shall|will|is|to)\b[^;]{0,300}?"
    r"\b(?:exceeds?|limited|capped)\b",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"\b(?:(?:hereby|irrevocably|expressly|further|also) )*(?:waives?|releases?|discharges?(?! "
    r"(?:will|shall|is|are|or)\b)|"
    r"agrees? (?:not to|that it will not) (?:seek|sue|claim|pursue|recover))\b"
    r"[^;]{0,160}?\b(?:damages|liabilit(?:y|ies)|causes? of action)\b|"
    r"(?P<owner>\b\w+)['\u2019]s? (?:sole|only|exclusive)(?: and exclusive)? remed(?:y|ies)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:damages?|loss(?:es)?|lost|injur\w+|profits?|consequential|indirect|punitive|exemplary|"
    r"incidental|extra-?contractual|any (?:and all )?(?:liabilit\w+|causes? of action|claims?)"
    r"(?! against)|"
    r"to (?:provider|group|practice|physician|contractor|customer|licensee|distributor))\b",
    re.IGNORECASE,
)
# What is no limit between the parties: a settlement made without asking, what no one can help.
_SOMETHING_ELSE = re.compile(
    r"\bsettlement\b[^;]{0,80}?\b(?:without|consent)|\bbeyond\b[^;]{0,40}\bcontrol\b|"
    r"\bforce majeure\b|\bdelays? in\b",
    re.IGNORECASE,
)
# "... nor will Customer be liable to Supplier": the same said of the other side.
_ANSWERED = re.compile(
    r"\bnor (?:shall|will|is)\b[^;]{1,60}\bliable to\b|\bvice versa\b", re.IGNORECASE
)
# What a second insurer owes of a bill is no limit of anyone's fault.
_OF_BENEFITS = re.compile(
    r"\b(?:secondary|primary (?:plan|payou?r|payer|coverage|carrier)|coordinat\w+ of benefits|"
    r"copay\w*|coinsurance|allowed amount|benefit maximum)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:]|\b(?:that|if|where|when|whether|because|although|but|provided)\b")
_REACH = 240
_NEAR = 12
"""Sentences within which a limit for the other side answers one."""


@dataclass(frozen=True, eq=False)
class _Limit:
    """A limit of liability: where it stands, whom it protects, and by what name."""

    place: Place
    index: int
    side: Side
    name: str


def _find(reading: Reading) -> Iterable[Sighting]:
    if exculpations.are_in(reading):
        places = tuple(exculpations.limits(reading))
    else:
        places = tuple(_one_sided(reading))
    if places:
        quotes = list(dict.fromkeys(place.quote for place in places))
        detail = "The limit protects one side, and no matching limit for the other was found."
        yield Sighting(quotes[0], tuple(quotes[1:]), detail=detail)


def _one_sided(reading: Reading) -> Iterator[Place]:
    """Return the limits that protect one side, with none nearby for the other."""
    about = set(sieve.holding(reading.passages, *_STEMS))
    limits = [
        limit
        for index, passage in enumerate(reading.passages)
        if passage in about
        and not _ANSWERED.search(passage.text)
        and not _OF_BENEFITS.search(passage.text)
        for limit in _limits(reading, passage, index)
    ]
    return (limit.place for limit in limits if _is_one_sided(limit, limits))


def _is_one_sided(limit: _Limit, limits: Sequence[_Limit]) -> bool:
    """Say whether a limit protects the plan, and none nearby protects the group alike."""
    if limit.side is Side.GROUP:
        return False
    return not any(
        abs(other.index - limit.index) <= _NEAR
        and (other.side is Side.GROUP or (other.name != limit.name and limit.name and other.name))
        for other in limits
    )


def _limits(reading: Reading, passage: Passage, index: int) -> Iterator[_Limit]:
    """Return the first limit of a sentence that protects one side alone."""
    for match, side, words in _matches(reading, passage.text):
        if side in (Side.PLAN, Side.UNNAMED, Side.GROUP):
            yield _Limit(Place(passage, match), index, side, _name(reading, side, words))
            return


def _name(reading: Reading, side: Side, words: str) -> str:
    """Name a side; in agreements of other kinds each party has its own name."""
    return side.value if reading.is_provider_agreement else sides.name(reading, words)


def _matches(reading: Reading, text: str) -> Iterator[tuple["re.Match[str]", Side, str]]:
    """Return each limit in a sentence, whom it protects, and the words that name them."""
    for match in (
        *_IN_NO_EVENT.finditer(text),
        *_IN_NO_EVENT_IS.finditer(text),
        *_NEITHER.finditer(text),
    ):
        words = match["who"]
        yield match, sides.of(reading, words), words
    for match in _CAPPED.finditer(text):
        words = match["whom"] or _subject(text, match.start())
        yield match, sides.of(reading, words, last=match["whom"] is None), words
    for match in _DENIED.finditer(text):
        reach = text[match.end() : match.end() + _REACH]
        if _HARM.search(reach) and not _SOMETHING_ELSE.search(reach):
            words = _subject(text, match.start())
            yield match, sides.of(reading, words, last=True), words
    for match in _GIVEN_UP.finditer(text):
        words = match["owner"] or _subject(text, match.start())
        if sides.of(reading, words, last=True) is Side.GROUP:
            yield match, Side.PLAN, ""


def _subject(text: str, place: int) -> str:
    """Return the words of the clause before a verb."""
    return _CLAUSE.split(text[max(0, place - _REACH) : place])[-1]


CHECK = Check(
    id="liability-limit",
    title="Liability limit protects one side",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.HIGH,
    theme=Theme.RISK,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_3",
    sources=(GOOD_PRACTICE,),
    why=(
        "If the plan's mistake harms you, you may get little or nothing back. If yours harms the "
        "plan, you may owe all of it."
    ),
    asks=("Ask that the same limit, with the same exceptions, protects both sides.",),
    wording=(
        "Neither party is liable to the other for indirect or punitive damages, and the same limit "
        "of amount applies to both."
    ),
    find=_find,
)
