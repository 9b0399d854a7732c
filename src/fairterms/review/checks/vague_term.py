"""A duty, or a right of the plan, measured by a word that nothing defines."""

import re
from collections.abc import Iterable
from functools import lru_cache

from fairterms.document import numbers
from fairterms.review import sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity

_TERMS = {
    "timely": r"timely|in a timely (?:manner|fashion)",
    "promptly": r"(?:promptly|expeditiously)(?! as)|without undue delay",
    "adequate": r"adequate(?:ly)?",
    # Of many uses ("appropriate referrals") only those in which somebody judges, or must act.
    "appropriate": (
        r"(?:considers?|deems?|determines?|finds?|thinks?|believes?)(?: to be| it| is| are)* "
        r"appropriate|as appropriate|in an appropriate manner|"
        r"appropriate (?:time|form|action|steps|measures|staff\w*|documentation)"
    ),
    # "Best efforts to work with you" is a kindness, and no measure of a duty.
    "best efforts": r"best efforts(?! to work with)",
    "reasonable efforts": r"(?:commercially )?reasonable efforts",
    "industry standard": r"industry[- ]standards?|customary industry practice",
    "reasonable": (
        r"(?<!\bat )(?<!\bat all )(?<!\bat any )reasonabl[ey] (?:time|period|notice|requests?|"
        r"requires?|"
        r"available|practicable|"
        r"compliance|cooperation|cooperate|manner|access|steps|measures|assistance)"
    ),
    "satisfactory": r"satisfactor(?:y|ily)",
    "sufficient": r"sufficient(?:ly)?",
}
_PATTERNS = {name: re.compile(rf"\b(?:{term})\b", re.IGNORECASE) for name, term in _TERMS.items()}
_STEMS = {
    **{name: (name,) for name in _TERMS},
    "promptly": ("prompt", "expeditious", "undue delay"),
    "appropriate": ("appropriat",),
    "reasonable": ("reasonabl",),
    "industry standard": ("industry",),
    "satisfactory": ("satisfactor",),
}
_DUTY = re.compile(
    r"\b(?:shall|must|agrees? to|required to|is to|are to|will|responsible for)\b"
    r"(?! (?:not )?be construed)",
    re.IGNORECASE,
)
_RIGHT = re.compile(r"\b(?:may|reserves? the right|has the right)\b(?! not)", re.IGNORECASE)
_WHOSE_DUTY = (Side.PLAN, Side.GROUP, Side.UNNAMED)
"""Not what both must do: of that, neither is the judge over the other."""
_SENTENCE_PARTS = re.compile(r"; |\. ")
_DUTY_OF_A_THING = re.compile(
    r"\b(?:[Rr]eports?|[Rr]ecords?|[Ff]iles?|[Dd]ata|[Nn]otices?|[Rr]esponses?|[Pp]ayments?) "
    r"(?:shall|must) be\b"
)
_BY_STATUTE = re.compile(
    r"\b(?:CFR|C\.F\.R\.|U\.?S\.?C\.?|T\.?C\.?A\.?|Code Ann|State Agency|"
    r"(?:federal|state) (?:or state )?(?:agenc\w+|laws?|regulations?))(?!\w)|§"
)
_TESTED = re.compile(
    r"\b(?:as defined|means|defined (?:in|as|by)|no later than|not later than|by the \w+ day|"
    r"as (?:set forth|specified|listed) in (?:Exhibit|Attachment|Section|Schedule))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:For this purpose|That|This|Such|It|They|Each)\b")
_CLINICAL = re.compile(r"\b(?:medically|clinically|medically necessary or|not) $", re.IGNORECASE)
# After these the sentence tells why, or describes something, and no longer says what must be done.
_ASIDE = re.compile(
    r"\b(?:including|such as|whether|regardless|where|how|because|in order (?:to|for)|"
    r"so (?:as to|that)|to (?:ensure|receive|support|obtain)|"
    r"obligations? to)\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(r"\"([A-Z][\w'-]*(?: [A-Z][\w'-]*)+)\" (?:means?|shall mean|is defined)\b")
_MOST_PLACES = 2


def _find(reading: Reading) -> Iterable[Sighting]:
    for name, pattern in _PATTERNS.items():
        if _is_defined(reading, name):
            continue
        passages = sieve.holding(reading.passages, *_STEMS[name])
        quotes = [q for passage in passages for q in _undefined(reading, passage, pattern)]
        # The word itself before its likes: "promptly" before "expeditiously".
        quotes.sort(key=lambda quote: name not in quote.text.lower())
        if quotes:
            count = f" It stands in {len(quotes)} such places." if len(quotes) > 1 else ""
            yield Sighting(
                quotes[0],
                tuple(quotes[1 : 1 + _MOST_PLACES]),
                detail=f"{_measured(name)}; no number or test says how.{count}",
                subject=f'"{name}"',
                asks=(f'Ask for a number or a test in place of "{name}".',),
            )


def _measured(name: str) -> str:
    return f'"{name.capitalize()}" measures a duty or a right'


def _undefined(
    reading: Reading, passage: Passage, pattern: "re.Pattern[str]"
) -> Iterable[QuoteEvidence]:
    """Return the first place in a passage where the word measures a duty without a test."""
    text = passage.text
    defined = [span for term in _defined_terms(reading) for span in _places(term, text)]
    used = [
        match
        for match in pattern.finditer(text)
        if not any(start <= match.start() < end for start, end in defined)
        and not _CLINICAL.search(text[: match.start()])
        and _measures(reading, text, match.start())
    ]
    if used and not _BY_STATUTE.search(text) and not _is_tested(reading, passage):
        yield passage.around(*used[0].span())


def _measures(reading: Reading, text: str, place: int) -> bool:
    """Say whether a word measures what one side must do, or what the plan may do."""
    part = max((end.end() for end in _SENTENCE_PARTS.finditer(text, 0, place)), default=0)
    verbs = [
        *((verb, _WHOSE_DUTY) for verb in _DUTY.finditer(text, part)),
        *((verb, (Side.PLAN,)) for verb in _RIGHT.finditer(text, part)),
    ]
    binding = [
        verb for verb, whose in verbs if reading.parties.subject(text, verb.start()) in whose
    ]
    return any(
        _ASIDE.search(text, verb.end(), max(place, verb.end())) is None
        for verb in (*binding, *_DUTY_OF_A_THING.finditer(text, part))
    )


def _is_tested(reading: Reading, passage: Passage) -> bool:
    """Say whether the sentence, or the one that goes on from it, gives the number or the test."""
    if _is_test(passage.text):
        return True
    section = list(reading.same_section(passage))
    after = section[section.index(passage) + 1 :]
    return bool(after) and _GOES_ON.match(after[0].text) is not None and _is_test(after[0].text)


def _is_test(text: str) -> bool:
    return bool(numbers.times(text)) or _TESTED.search(text) is not None


@lru_cache(maxsize=2)
def _defined_terms(reading: Reading) -> tuple[str, ...]:
    """Return the agreement's own terms of several words: "Reasonable Notice"."""
    found = (match[1] for one in reading.passages for match in _DEFINES.finditer(one.text))
    return tuple(dict.fromkeys(found))


def _places(term: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(re.escape(term), text)]


def _is_defined(reading: Reading, name: str) -> bool:
    """Say whether the agreement defines the word: '"Timely" means ...'."""
    definition = re.compile(rf'"{name}\w*"[^.;]{{0,60}}?\b(?:means?|shall mean|is defined)\b', re.I)
    return any(definition.search(passage.text) for passage in reading.passages)


CHECK = Check(
    id="vague-term",
    title="Undefined standard",
    detects=(Detects.VAGUE,),
    severity=Severity.MEDIUM,
    theme=Theme.DEFINITIONS,
    tactics=("strategic_ambiguity", "weak_definitions"),
    questions=("gf_q02",),
    lesson="training_1",
    sources=(GOOD_PRACTICE,),
    why="Whoever judges later will fill the word in, and that is mostly the side that pays.",
    asks=("Ask how each side would know whether the duty was met.",),
    wording=(
        "Reports are due by the 20th of the next month and are complete when every field in "
        "Exhibit R is filled."
    ),
    find=_find,
)
