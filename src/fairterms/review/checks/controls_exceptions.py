"""Nothing says what happens when the rules do not fit a case."""

import re
from collections.abc import Iterable

from fairterms.review import governance
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.governance import Promise
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_PATIENTS = r"(?:patients?|members?|enrollees?|clients?|individuals?|cases?|subgroups?|episodes?)"
_SOUND = (
    # Patients who do not get better are looked at, and not punished.
    re.compile(
        rf"\b{_PATIENTS}\b[^.;]{{0,80}}?\b(?:off[- ]track|"
        r"not (?:\w+ )?(?:improv|respond|progress)\w*|deteriorat\w+|worsen\w*|at risk of poor)"
        r"[^.;]{0,160}?\b(?:list\w*|stud\w+|review\w*|separate\w*|adjust\w*|exclu\w+|regroup\w*)|"
        rf"\boff[- ]track\b|\b(?:list|review)s? of\b[^.;]{{0,40}}?\b{_PATIENTS}\b[^.;]{{0,60}}?"
        r"\b(?:not (?:\w+ )?(?:improv|respond|progress)\w*|worsen\w*)",
        re.IGNORECASE,
    ),
    # A way to ask for an exception from a measure, a target or a result.
    re.compile(
        r"\b(?:exceptions? (?:process|request|report|route|procedure|list|log|review)s?|"
        r"exceptions? committee|request (?:an|for) exceptions?|"
        r"(?:measure|target|threshold|benchmark|performance|quality|result)\w*[^.;]{0,60}?"
        r"\b(?:exception|waiver|relief|hardship)\w* (?:process|request|may be granted)|"
        r"guard-?rails?|circuit breaker|safe harbor for)\b",
        re.IGNORECASE,
    ),
    # Controls over the arithmetic itself.
    re.compile(
        r"\b(?:test scripts?|test cases?|parallel (?:run|calculation)s?|dry run|"
        r"(?:control|risk) (?:matrix|framework|register)|control totals?|"
        r"internal controls? (?:over|of|for) (?:the )?"
        r"(?:calculation|settlement|data|measure|result|program)\w*)\b",
        re.IGNORECASE,
    ),
    # An extraordinary year, or a case beyond the group's control, is taken out of the result.
    re.compile(
        r"\b(?:extraordinary|unusual|unforeseen|uncontrollable|beyond (?:the|its|either)|pandemic|"
        r"public health emergency|catastroph\w+|extreme|outliers?|anomal\w+)\b[^.;]{0,140}?"
        r"\b(?:exclu\w+|remov\w+|adjust\w*|not (?:be )?(?:counted|penalized|penalised|settled)|"
        r"held harmless|should be settled|truncat\w+|winsor\w+)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:exclu\w+|remov\w+|adjust\w*|truncat\w+)\b[^.;]{0,80}?\b(?:outliers?|"
        r"extreme (?:cases|values|costs)|extraordinary (?:events?|circumstances)|"
        r"catastrophic (?:cases|claims|costs))\b",
        re.IGNORECASE,
    ),
)
_OF_LAW_OR_PEOPLE = re.compile(
    r"\b(?:federal health ?care program|debar\w+|suspended|network is temporarily|formulary|"
    r"prior authorization|admissions? which|medical (?:record|necessity)|employees?)\b|"
    r"\boutlier (?:rate|threshold)",
    re.IGNORECASE,
)
_CLINICIAN = re.compile(
    r"\b(?:clinicians?|practitioners?|providers?|group)'?s?\b[^.;]{0,60}?\boutlier|"
    r"\bplan of correction\b|\bcorrective action\b",
    re.IGNORECASE,
)
_PROMISE = Promise(
    stems=(
        "track",
        "improv",
        "respond",
        "progress",
        "deteriorat",
        "worsen",
        "at risk",
        "exception",
        "waiver",
        "relief",
        "hardship",
        "guard",
        "circuit",
        "safe harbor",
        "test ",
        "parallel",
        "dry run",
        "control",
        "risk ",
        "extraordinary",
        "unusual",
        "unforeseen",
        "uncontroll",
        "beyond",
        "pandemic",
        "emergency",
        "catastroph",
        "extreme",
        "outlier",
        "anomal",
    ),
    sound=_SOUND,
    hollow=(),
    searched_for=(
        "a list of patients off track, studied and not penalised",
        "a way to ask for an exception",
        "test scripts or controls of the calculation",
    ),
    missing="no control, test or exception was found for cases that the rules do not fit",
    only_named="",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    return governance.sightings(reading, _PROMISE, is_sound=_is_about_results)


def _is_about_results(place: Place) -> bool:
    """Say whether a place is about results; to look at an outlying clinician guards the plan."""
    return not (_OF_LAW_OR_PEOPLE.search(place.text) or _CLINICIAN.search(place.text))


CHECK = Check(
    id="controls-exceptions",
    title="No controls or exceptions",
    detects=(Detects.ABSENCE,),
    severity=Severity.HIGH,
    theme=Theme.GOVERNANCE,
    tactics=("weak_definitions",),
    questions=("gf_q11",),
    lesson="training_3",
    sources=(GOOD_PRACTICE,),
    why=(
        "Some patients do badly in good hands, and some years are not like others. Where no rule "
        "says what happens then, the payment formula punishes the group for them."
    ),
    asks=(
        "Ask that patients off track are listed, studied and not counted against you.",
        "Ask for agreed test cases of the calculation and a way to ask for an exception.",
    ),
    wording=(
        "Patients who are off track are listed and studied by both parties, grouped again by risk "
        "and not penalized. Both parties sign test cases of the calculation before it is used."
    ),
    applies=governance.pays_by_results,
    find=_find,
)
