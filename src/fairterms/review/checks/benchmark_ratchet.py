"""A target that follows the group's own last result."""

import re
from collections.abc import Iterable

from fairterms.review import incentives, places
from fairterms.review.authorities import PAYMENT_NETWORK
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_TARGET = (
    r"(?:benchmarks?|targets?|thresholds?|budgets?|baselines?|goals?|target (?:amount|cost|price|"
    r"PMPM|rate|ratio|budget))"
)
_RESULT = (
    r"(?:results?|savings|surplus|performance|costs?|experience|expenditures?|spend(?:ing)?|"
    r"scores?|rates?|ratios?|"
    r"utili[sz]ation|claims|PMPM|benchmarks?|targets?|outcomes?|levels?)"
)
_LAST = r"(?:prior|previous|preceding|last|most recent(?:ly completed)?|immediately preceding)"
_YEAR = r"(?:(?:calendar|contract|performance|program|measurement|plan|fiscal) )?(?:year|period)"
_OWN = rf"{_LAST} {_YEAR}(?:'s)?(?: \w+){{0,5}}? {_RESULT}"
_LAST_RESULT = (
    rf"(?:{_OWN}|{_RESULT}(?: \w+){{0,8}}? (?:in|for|of|during|from) (?:the |each |its )?{_LAST} "
    rf"{_YEAR}|{_RESULT}(?: \w+){{0,8}}? (?:in|for|of|during|from) (?:the |each )?{_YEAR} "
    rf"(?:before|earlier|just (?:past|ended))|{_LAST} (?:actual )?{_RESULT}|"
    rf"{_LAST} (?:twelve|12)[\w() ]{{0,8}} months)"
)
_BECOMES = (
    r"(?:is|are|be|becomes?|become|equals?|(?:re-?)?set (?:at|to|by|on|from|equal)|re-?set|"
    r"re-?based|re-?calculated|updated|adjusted|lowered|reduced|revised|replaced|based)"
)
_FOLLOWS = re.compile(
    rf"\b{_TARGET}\b[^.;]{{0,80}}?\b{_BECOMES}\b[^.;]{{0,100}}?\b{_LAST_RESULT}\b", re.IGNORECASE
)
_BECOMES_TARGET = re.compile(
    rf"\b{_LAST_RESULT}\b[^.;]{{0,80}}?\b(?:becomes?|(?:shall|will) (?:be|serve as)|is used as|"
    rf"serves as|sets|constitutes)\b[^.;]{{0,40}}?\b{_TARGET}",
    re.IGNORECASE,
)
_MOVES = re.compile(
    rf"\b(?:re-?set|re-?base|update|adjust|revise|re-?calculate|lower|base)"
    rf"s?\b[^.;]{{0,40}}?\b{_TARGET}"
    rf"\b[^.;]{{0,60}}?\b(?:to|on|by|from|using|with)\b[^.;]{{0,60}}?\b{_LAST_RESULT}\b",
    re.IGNORECASE,
)
_RAISES = re.compile(
    rf"\b{_TARGET}\b[^.;]{{0,120}}?\b{_LAST} {_YEAR}(?:'s)?\b[^.;]{{0,60}}?\b(?:plus|increased by|"
    r"raised by|improved by)\b",
    re.IGNORECASE,
)
_SAVINGS_LOWER = re.compile(
    r"\b(?:savings|improvements?|results?|gains?|surplus)\b[^.;]{0,60}?\b(?:reduces?|lowers?|"
    rf"(?:is|are) (?:deducted|removed) from|are reflected in)\b[^.;]{{0,40}}?\b(?:next|following|"
    rf"later|subsequent|future|succeeding)\b[^.;]{{0,30}}?\b{_TARGET}",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    rf"\b{_TARGET}\b[^.;]{{0,60}}?\b(?:re-?based|re-?set|re-?baselined)\b[^.;]{{0,30}}?"
    rf"\b(?:annual(?:ly)?|each (?:{_YEAR}|year)|every (?:year|{_YEAR})|yearly)\b|"
    rf"\bannual(?:ly)? (?:re-?bas\w+|re-?set\w*) (?:of )?(?:the )?{_TARGET}",
    re.IGNORECASE,
)
_LOWER_OF = re.compile(
    rf"\b{_TARGET}\b[^.;]{{0,80}}?\b(?:lower|lesser|least) of\b[^.;]{{0,120}}?\b(?:actual|own|"
    rf"{_LAST})\b",
    re.IGNORECASE,
)
# A floor, a norm, several years, or a fixed period keeps the target from chasing the group.
_HELD = re.compile(
    r"\b(?:not|never|no) (?:be )?(?:re-?set|re-?based|lowered|reduced|less than|lower than|below|"
    r"fall below|change)|\bnor\b|\bfloor\b|\bat least\b|\bhigher of\b|\bgreater of\b|"
    r"\bregional\b|\b(?:market|network|national|state-?wide|peer|plan-?wide)[- ](?:average|norm|"
    r"trend|mean|median|rate|wide)|\bnorm\b|\bblend\w*|\bfixed for\b|\b(?:three|two|five|3|2|5)"
    r"[- )(\d]{0,5}(?:years?|-year) average|\baverage (?:of|over) the (?:last |prior |preceding |"
    r"most recent )?(?:three|two|five|3|2|5)|\b(?:three|five|3|5)[- )(\d]{0,6}"
    r"(?:calendar |contract |performance |most recent )?years\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:improvement target|or improves?|network'?s|all (?:participating )?providers'?|"
    r"national|state-?wide|CPI|consumer price|filed|prior authori[sz]ation)\b",
    re.IGNORECASE,
)
_NEAR = re.compile(rf"\b{_TARGET}\b", re.IGNORECASE)
_NEXT = 2
_WORDS = ("benchmark", "target", "threshold", "budget", "baseline", "goal")


def _find(reading: Reading) -> Iterable[Sighting]:
    found = places.within(
        incentives.mentioning(reading, *_WORDS),
        _RAISES,
        _BECOMES_TARGET,
        _SAVINGS_LOWER,
        _LOWER_OF,
        _YEARLY,
        _FOLLOWS,
        _MOVES,
        where=lambda place: _ratchets(reading, place),
    )
    if found:
        yield places.sighting(found, "The target moves to the group's own last result.")


def _ratchets(reading: Reading, place: Place) -> bool:
    if _OTHERS.search(place.text):
        return False
    if place.match.re is _RAISES:
        return not re.search(r"\b(?:lesser|lower|either) of\b|\bor\b", place.text)
    if _HELD.search(place.text):
        return False
    after = incentives.around(reading, place.passage, 0, _NEXT)[1:]
    return not any(_HELD.search(other.text) and _NEAR.search(other.text) for other in after)


CHECK = Check(
    id="benchmark-ratchet",
    title="Target ratchet",
    detects=(Detects.PRESENCE,),
    severity=Severity.HIGH,
    theme=Theme.RISK,
    tactics=("ratcheting",),
    questions=("gf_q04",),
    lesson="training_2",
    sources=(PAYMENT_NETWORK,),
    why=(
        "Each good year makes the next one harder. A group that does well is soon measured "
        "against itself and has nothing left to save."
    ),
    asks=("Ask that targets hold for three years and have a floor that does not follow you down.",),
    wording=(
        "Targets hold for three years, are not reset by reference to Provider's own results, and "
        "never fall below the regional norm."
    ),
    applies=incentives.has_target,
    find=_find,
)
