"""Slogans where a paid duty should stand."""

import re
from collections.abc import Iterable

from fairterms.document import numbers
from fairterms.document.numbers import Unit
from fairterms.review import places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_BETTER = (
    r"(?:better|faster|cheaper|smarter|lower[- ]cost|higher[- ](?:quality|value)|more affordable|"
    r"more efficient|more effective|affordable|lower cost)"
)
_SLOGAN = re.compile(
    r"\bbetter (?:\w+ )?(?:outcomes?|health|care)[^.;]{0,40}?\b(?:lower|less|reduced) costs?\b|"
    rf"\b{_BETTER},? (?:\w+,? ){{0,2}}?(?:and |& )?(?:a )?{_BETTER}(?: \w+)?\b|"
    r"\bwin-win\b|\b(?:triple|quadruple|quintuple) aim\b|\b(?:spirit|sense) of (?:true )?"
    r"(?:partnership|collaboration|cooperation|trust)\b|"
    r"\b(?:true|trusted|valued|strategic|collaborative|strong|innovative|meaningful) partner"
    r"(?:s|ships?|ing)?\b|\bpartner(?:ing|ship)? (?:for|in) (?:value|health|success|quality|"
    r"excellence|innovation|care)\b|"
    r"\bworld[- ]class\b|\bbest[- ]in[- ]class\b|\bcutting[- ]edge\b|"
    r"\bstate[- ]of[- ]the[- ]art\b|\bsynerg\w+|"
    r"\bseamless(?:ly)? (?:\w+ )?(?:experience|care|transition|integration)|"
    r"\btransform(?:ing|s)? (?:the )?(?:health ?care|care|delivery|health)\b|"
    r"\bbend(?:ing)? the cost curve\b|\bvalue[- ]based (?:journey|transformation|future)\b|"
    r"\bmutually beneficial (?:relationship|partnership|arrangement)\b|"
    r"\bcommit(?:ted|ment) to (?:excellence|innovation|the highest)\b|\bshared vision\b|"
    r"\bhighest[- ]quality,? (?:\w+[- ]?){0,3}(?:care|affordable|cost)\b",
    re.IGNORECASE,
)
_STEMS = (
    "better", "faster", "cheaper", "smarter", "cost", "quality", "afford", "efficient", "effective",
    "win-win", " aim", "spirit", "sense of", "partner", "class", "cutting", "state", "synerg",
    "seamless", "transform", "value", "mutually", "commit", "vision",
)  # fmt: skip
_HAS_A_DUTY = re.compile(
    r"\b(?:shall|will|must) (?:\w+ ){0,2}?pays?\b|\bmeasured (?:by|as|in)\b|"
    r"\b(?:defined|stated|set (?:forth|out)|listed|described) in\b|"
    r"\b(?:each|every) of which\b",
    re.IGNORECASE,
)
_NO_SLOGAN = re.compile(
    r"\b(?:encryption|equipment|warrant\w*|software|technolog\w+|limited partnership|"
    r"general partner|joint venture|nothing (?:in|contained))\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    found = places.within(sieve.holding(reading.passages, *_STEMS), _SLOGAN, where=_is_empty)
    if found:
        yield places.sighting(found, _detail(found[0]))


def _is_empty(place: Place) -> bool:
    """Say whether nothing in the sentence can be paid, counted or looked up."""
    has_number = any(amount.unit is not Unit.NONE for amount in numbers.find(place.text))
    stands_alone = not (_HAS_A_DUTY.search(place.text) or _NO_SLOGAN.search(place.text))
    return stands_alone and not has_number


def _detail(place: Place) -> str:
    return f'"{place.match[0]}" sounds well, and no duty that is paid or measured stands with it.'


CHECK = Check(
    id="slogan-rhetoric",
    title="Slogans",
    detects=(Detects.PRESENCE,),
    severity=Severity.LOW,
    theme=Theme.FAIR_DEALING,
    tactics=("strategic_ambiguity",),
    questions=("gf_q11",),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    why=(
        "Fine words bind nobody. They make a deal look shared while its duties and its risks stand "
        "elsewhere."
    ),
    asks=("Ask who pays, who gains and how it is measured.",),
    wording="Say who pays, who gains and how it is measured, or delete the sentence.",
    find=_find,
)
