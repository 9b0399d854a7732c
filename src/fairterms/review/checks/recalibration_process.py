"""No way to put a model right that turns out to be wrong."""

import re
from collections.abc import Iterable

from fairterms.review import absence, incentives, places
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_MODEL = (
    r"(?:benchmarks?|targets?|thresholds?|budgets?|measures?|methodolog\w+|payment model|"
    r"financial (?:terms|model|arrangement)|risk (?:corridor|sharing|model|arrangement|adjust\w+)|"
    r"capitation(?: rates?)?|program (?:components?|design|terms|methodology)|incentive (?:terms|"
    r"program|model)|model|baseline|calculations?|shared savings)"
)
_AGAIN = (
    r"(?:re-?calibrat\w+|re-?negotiat\w+|re-?open\w*|re-?bas\w+|re-?set\w*|re-?examin\w+|"
    r"re-?evaluat\w+|re-?calculat\w+|re-?comput\w+|revisit\w*|equitabl[ey] adjust\w*|true-?up of "
    r"the benchmark)"
)
_PROCESS = re.compile(
    rf"\b{_AGAIN}\b[^.;]{{0,120}}?\b{_MODEL}\b|\b{_MODEL}\b[^.;]{{0,120}}?\b{_AGAIN}\b|"
    rf"\brecalibrat\w+|"
    rf"\b(?:adjust\w*|modif\w+|revis\w+|updat\w+|correct\w*|chang\w+|amend\w*)\b[^.;]{{0,40}}?\b"
    rf"{_MODEL}\b[^.;]{{0,200}}?\b(?:if|when|where|because|for|in the event|due to|to (?:reflect|"
    rf"account)"
    r"|as a result)\b|"
    rf"\b(?:if|when|where|in the event|upon)\b[^.;]{{0,200}}?\b(?:adjust\w*|modif\w+|revis\w+|"
    rf"correct\w*|re-?negotiat\w+|amend\w*)\b[^.;]{{0,40}}?\b{_MODEL}\b|"
    rf"\b(?:if|when|where|in the event|upon)"
    rf"\b[^.;]{{0,200}}?\b{_MODEL}\b[^.;]{{0,60}}?\b(?:(?:will|"
    r"shall|may) be|is|are) (?:\w+ )?(?:adjusted|modified|revised|corrected|re-?calculated|"
    r"restated)|"
    rf"\breview\w*\b[^.;]{{0,60}}?\b{_MODEL}\b[^.;]{{0,100}}?\b(?:updat\w+|revis\w+|adjust\w*|"
    r"recommend\w*|chang\w+|modif\w+)",
    re.IGNORECASE,
)
_NOT_RESET = re.compile(
    r"\b(?:not|never|no)\b[^.;]{0,30}?\b(?:re-?set|re-?bas\w+|re-?calibrat\w+|re-?open\w*|"
    r"adjust\w*|"
    r"re-?negotiat\w+)",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:corrective (?:measures|action)|security measures|(?:quality|outcome) score is|"
    r"claims? adjustment|overpa\w+|coordination of benefits|fee schedule|corrected claims?|"
    r"remedial|medical polic\w+|risk management|law requires|licens\w+|claim forms?|"
    r"subrogat\w+|appeal\w*|offset)\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:benchmarks?|targets?|(?:target|medical|global) budgets?|baseline|recalibrat\w+)\b", re.I
)
_TRIGGER = re.compile(
    r"\b(?:if|when|where|in the event|upon|due to|because|as a result|for changes)\b", re.IGNORECASE
)
_LAST_RESULT = re.compile(
    r"\b(?:most recent\w*|prior|previous|preceding|last)\b[^.;]{0,30}?\b(?:year|period|experience)",
    re.IGNORECASE,
)
_FOR_CARE = re.compile(r"\b(?:treatment|care) plan\b|\bmodel of care\b", re.IGNORECASE)
_VERB = re.compile(r"\b(?:may|shall|will|reserves? the right|has the right|retains the right)\b")
_RESERVED = re.compile(r"\b(?:sole|own|absolute) discretion|\bas determined by\b", re.IGNORECASE)
_WORDS = (
    "benchmark",
    "target",
    "threshold",
    "budget",
    "measure",
    "methodolog",
    "model",
    "financial",
    "risk ",
    "capitation",
    "program ",
    "incentive",
    "baseline",
    "calculation",
    "savings",
    "calibrat",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = incentives.mentioning(reading, *_WORDS)
    seen = places.within(passages, _PROCESS, where=_is_process)
    if any(_is_open_to_group(reading, place) for place in seen):
        return
    found = [place for place in seen if _is_plans_alone(reading, place)]
    if found:
        detail = "Only the plan may put the model right; the group cannot call for it."
        yield places.sighting(found, detail)
    else:
        yield absence.sighting(
            reading,
            ("recalibration or a new start of the target", "a trigger, a method and a timetable"),
            "no way to reset a target or model that turns out wrong was found",
        )


def _is_process(place: Place) -> bool:
    text = place.text
    if _NOT_RESET.search(text) or _FOR_CARE.search(text):
        return False
    return _STRONG.search(text) is not None or not _SOMETHING_ELSE.search(text)


def _sides(reading: Reading, text: str) -> set[Side]:
    return {reading.parties.subject(text, verb.start()) for verb in _VERB.finditer(text)}


def _is_open_to_group(reading: Reading, place: Place) -> bool:
    """Say whether both sides, the group, or an event sets a process going."""
    text = place.text
    if incentives.is_joint(text) or _sides(reading, text) & {Side.GROUP, Side.BOTH}:
        return True
    is_plans = _is_plans_alone(reading, place)
    return not is_plans and _TRIGGER.search(text) is not None and not _LAST_RESULT.search(text)


def _is_plans_alone(reading: Reading, place: Place) -> bool:
    """Say whether a process is a right of the plan rather than of both."""
    text = place.text
    named = bool(_sides(reading, text) & {Side.PLAN, Side.UNNAMED})
    return named or _RESERVED.search(text) is not None


CHECK = Check(
    id="recalibration-process",
    title="No way to recalibrate",
    detects=(Detects.ABSENCE,),
    severity=Severity.HIGH,
    theme=Theme.GOVERNANCE,
    tactics=("strategic_ambiguity",),
    questions=("gf_q12",),
    lesson="training_2",
    sources=(GOOD_PRACTICE,),
    why=(
        "Models of cost and outcome are often wrong at first. Without a way to put them right, "
        "the mistake stays in every year's result."
    ),
    asks=(
        "Ask for a trigger, a method and a timetable by which either side may call for a reset.",
    ),
    wording=(
        "Either party may call for recalibration when results move more than 5% from forecast; "
        "the parties finish it within sixty days."
    ),
    applies=incentives.pays_by_results,
    find=_find,
)
