"""A benchmark whose method is hidden, or that the plan sets."""

import re
from collections.abc import Iterable, Sequence

from fairterms.review import absence, incentives, places
from fairterms.review.authorities import PAYMENT_NETWORK
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_OF_COST = (
    r"(?:cost|spend(?:ing)?|expenditures?|budget|savings|utili[sz]ation|PMPM|episode|medical|"
    r"loss[- ]ratio|trend|financial|surplus|MLR|claims|total cost of care|TCOC)"
)
_PART = r"(?:trend(?:ing)? (?:factors?|rates?|adjustments?)|completion factors?|growth rates?)"
_TARGET = (
    rf"(?:(?<!quality )(?<!performance )(?<!outcome )benchmarks?|(?:acceptable|commendable)"
    rf"(?: cost| spending)? (?:thresholds?|limits?)|{_OF_COST}(?: cost)? (?:targets?|thresholds?)|"
    rf"targets? (?:cost|budget|price|PMPM|amount|spend\w*|rate|ratio|expenditures?|medical|MLR|"
    rf"loss)(?: \w+)?|(?:global|medical|cost|risk|total|annual|expenditure) budgets?|"
    rf"budget(?:ed)? (?:amount|PMPM|cost|target)s?|expected (?:costs?|expenditures?|spending)|"
    rf"baseline (?:costs?|amount|PMPM|spend\w*|expenditures?)|gain[- ]share limits?|{_PART})"
)
_NAMED = re.compile(rf"\b{_TARGET}", re.IGNORECASE)
_ANY = re.compile(r"\b(?:thresholds?|targets?|budgets?)\b", re.IGNORECASE)
_ONLY_PART = re.compile(rf"\b{_PART}", re.IGNORECASE)
_LEFT_OPEN = re.compile(
    rf"\b(?:{_TARGET}|thresholds?|targets?|budgets?)\b[^.;]{{0,120}}?(?:\b(?:determined|set|"
    rf"established|"
    rf"defined|calculated|specified|"
    r"developed|fixed|adopted|prescribed|communicated|announced)(?: \w+ly| from time to time| each "
    r"\w+| and \w+){0,2} by\b|\b(?:as|at) (?P<who>[\w' ]{3,30}?) (?:may )?(?:determines?|sets?|"
    r"establish(?:es)?|deems?|considers?|decides?)\b|\bin (?P<own>[\w' ]{3,30}?) (?:sole|own|"
    r"absolute|reasonable)[\w ]{0,16}discretion\b)",
    re.IGNORECASE,
)
_PRESET = re.compile(r"\bpre-?determined (?:cost )?(?:thresholds?|targets?|benchmarks?)", re.I)
_SETS = re.compile(
    r"\b(?P<verb>shall|will|may|has the right to|reserves the right to)(?: \w+ly| also)? "
    r"(?:determine|set|establish|define|calculate|develop|fix|select)\w*\b(?: and \w+)?"
    rf" (?:[\w-]+ ){{0,7}}?{_TARGET}",
    re.IGNORECASE,
)
# Wording by which a reader could do the sum again: data years, arithmetic, or the figure itself.
_METHOD = re.compile(
    r"\bformula\b|[=\u03a3\u00d7\u00f7]|\bmultipl\w+|\bdivided by\b|\b(?:weighted )?(?:average|sum|"
    r"mean|product) (?:of|over)\b|\b(?:calculated|computed) (?:as|from)\b|\bequals?\b|"
    r"\b(?:base|baseline|benchmark|historical|look-?back|reference)[- ](?:years?|period)\b|"
    r"\bhistorical\b|\bcalendar years? (?:20)?\d|\bweight(?:s|ed|ing)\b|"
    r"\btrended (?:forward|by|at|from)\b|\b\d+ months (?:ending|ended|preceding|of)|"
    r"\bworked example\b|\b(?:preceding|prior|previous) (?:\w+ ){0,3}(?:years?|months|period)\b|"
    r"\bpercent(?:age)? of premium\b|\$ ?\d|\b\d+(?:\.\d+)? ?%|\bpercent\b|\bin dollars\b",
    re.IGNORECASE,
)
_QUALITY_NUMBER = re.compile(
    r"\b(?:targets?|thresholds?|benchmarks?|goals?|levels?)\b[^;]{0,80}?\d|"
    r"\d ?%|\bpercent\b|\bpercentile\b",
    re.IGNORECASE,
)
_BY_STATE = re.compile(r"\b(?:the State|CMS|TennCare|by law|State Agency|actuary)\b")
_BEFORE, _AFTER = 2, 6
_SENTENCE = 120
_RULE_REACH = 70
"""Letters after "determined by Plan" in which the rule it follows would stand."""
_WORDS = (
    "benchmark",
    "acceptable",
    "commendable",
    "cost threshold",
    "savings threshold",
    "spending threshold",
    "thresholds",
    "target",
    "budget",
    "expected cost",
    "expected exp",
    "expected sp",
    "baseline",
    "share limit",
    "sharing limit",
    "trend",
    "completion fa",
    "growth rate",
)
_ASK = ("Ask for the formula, the data years, the trend and what is left out, in an exhibit.",)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = incentives.mentioning(reading, *_WORDS)
    named = incentives.once(places.within(passages, _NAMED))
    any_target = incentives.once(places.within(passages, _NAMED, _ANY))
    alone = [place for place in any_target if _is_left_to_plan(reading, place)]
    if alone:
        yield _alone(alone)
    elif named and not _is_shown(reading, named):
        detail = "A benchmark is named, and no formula, data years or figure says how it is found."
        yield places.sighting(named, detail, asks=_ASK)
    elif not named and not _has_numbers(reading):
        yield absence.sighting(
            reading,
            ("the formula or amount of the benchmark or target", "its data years and its trend"),
            "no method for the benchmark that results are compared with was found",
        )


def _alone(found: Sequence[Place]) -> Sighting:
    whole = [place for place in found if not _ONLY_PART.match(place.match[0])]
    if whole:
        rest = [place for place in found if place not in whole]
        return places.sighting([*whole, *rest], "The plan alone sets what results are compared to.")
    detail = "The plan alone sets a part of what results are compared to."
    return places.sighting(found, detail, severity=Severity.HIGH)


def _is_left_to_plan(reading: Reading, place: Place) -> bool:
    text = place.text
    return not incentives.is_joint(text) and any(
        (
            any(_opens(reading, Place(place.passage, m)) for m in _LEFT_OPEN.finditer(text)),
            any(_is_plans_work(reading, text, m) for m in _SETS.finditer(text)),
        )
    )


def _opens(reading: Reading, place: Place) -> bool:
    """Say whether a target is "determined by Plan" with no rule of the agreement behind it."""
    after = place.text[place.match.end() :]
    if incentives.follows_rule(after[:_RULE_REACH]) or _BY_STATE.search(after[:40]):
        return False
    who = place.match["who"] or place.match["own"]
    if who:
        return reading.parties.names_plan(who) or who.strip().lower() == "its"
    return incentives.names_plan_next(reading, after)


def _is_plans_work(reading: Reading, text: str, match: "re.Match[str]") -> bool:
    side = reading.parties.subject(text, match.start("verb"))
    if side not in (Side.PLAN, Side.UNNAMED) or incentives.follows_rule(text[match.end() :]):
        return False
    return _METHOD.search(text, match.end()) is None


def _is_shown(reading: Reading, named: Sequence[Place]) -> bool:
    """Say whether near some mention stands a formula, the data years or the figure."""
    if any(incentives.follows_rule(place.after[:_SENTENCE]) for place in named):
        return True
    return any(
        _METHOD.search(other.text)
        for place in named
        for other in incentives.around(reading, place.passage, _BEFORE, _AFTER)
        if other.sentence.section == place.passage.sentence.section or _NAMED.search(other.text)
    )


def _has_numbers(reading: Reading) -> bool:
    """Say whether targets are of quality only, and their figures stand in the text."""
    return any(_QUALITY_NUMBER.search(passage.text) for passage in reading.passages)


CHECK = Check(
    id="benchmark-method",
    title="Benchmark method hidden",
    detects=(Detects.ABSENCE, Detects.VAGUE),
    severity=Severity.CRITICAL,
    theme=Theme.RISK,
    tactics=("weak_definitions",),
    questions=("gf_q04",),
    lesson="training_2",
    sources=(PAYMENT_NETWORK,),
    why=(
        "Whether you earn or owe depends on the figure your results are compared with. If you "
        "cannot work it out yourself, you cannot know in advance, or check afterwards."
    ),
    asks=("Ask that you can compute the benchmark yourself, with a worked example.",),
    wording=(
        "Exhibit B gives the formula of the benchmark, its data years, trend and exclusions, and a "
        "worked example."
    ),
    applies=incentives.has_target,
    find=_find,
)
