"""Targets without risk adjustment, or with one that cannot be checked."""

import re
from collections.abc import Iterable

from fairterms.review import absence
from fairterms.review.authorities import PAYMENT_NETWORK
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity

_ADJUSTED = re.compile(
    r"\b(?:risk[- ]adjust\w*|case[- ]mix(?:[- ]adjust\w*)?|severity[- ]adjust\w*|"
    r"acuity[- ]adjust\w*|adjust\w* (?:for|by) (?:\w+ ){0,3}?(?:risk|severity|acuity|case mix)|"
    r"risk (?:factors?|scores?))\b",
    re.IGNORECASE,
)
# Medicare's diagnosis data for the plan's own payment; no adjustment of the group's target.
_CODING = re.compile(
    r"\brisk adjustment (?:data|documentation|submission|coding|validation|initiatives?|assessment|"
    r"program|audit)|\bencounter data\b|\bdiagnosis data\b|\b422\.310\b",
    re.IGNORECASE,
)
_OF_RESULTS = re.compile(
    r"\b(?:targets?|benchmarks?|budgets?|thresholds?|costs?|spending|expenditures?|savings|results?|"
    r"outcomes?|measures?|rates?|performance|premium)\b",
    re.IGNORECASE,
)
_EXHIBIT = r"(?:Exhibit|Attachment|Appendix|Schedule) [A-Z\d]+"
_MODEL = re.compile(
    r"\b(?:CMS-HCC|HHS-HCC|HCC|CDPS|ACGs?|CRGs?|DxCG|Johns Hopkins|Milliman|3M)\b|"
    rf"\b(?:model|method|methodology|formula)\b[^.;]{{0,60}}?\b{_EXHIBIT}|"
    rf"\b{_EXHIBIT}\b[^.;]{{0,60}}?\b(?:model|formula)\b",
)
_SEVERITY = re.compile(
    r"\b(?:severity|symptom|acuity|PHQ-?\d|GAD-?7|function(?:ing|al)|baseline scores?|comorbid)",
    re.IGNORECASE,
)
_NONE_MADE = re.compile(
    r"\b(?:no|not|without)\b[^.;]{0,30}?\b(?:risk|severity|case mix)[- ]?adjust", re.IGNORECASE
)
_NAMES_METHOD = re.compile(r"adjustment (?:factor|method|model|formula)", re.IGNORECASE)


def _find(reading: Reading) -> Iterable[Sighting]:
    adjusting = [p for p in reading.passages if _adjusts_results(p.text)]
    refused = [p for p in reading.passages if _NONE_MADE.search(p.text)]
    if refused:
        yield Sighting(
            *_quotes(refused, _NONE_MADE), detail="The text says that nothing is adjusted."
        )
    elif not adjusting:
        yield absence.sighting(
            reading,
            ("risk adjustment of targets or results", "case-mix or severity adjustment"),
            "no adjustment of the target for how ill the patients are was found",
        )
    elif not any(_MODEL.search(other.text) for p in adjusting for other in _near(reading, p)):
        ordered = sorted(adjusting, key=lambda p: not _NAMES_METHOD.search(p.text))
        yield Sighting(
            *_quotes(ordered, _ADJUSTED),
            detail="Adjustment is named, and its model is not." + _blind(adjusting),
        )
    elif not any(_SEVERITY.search(other.text) for p in adjusting for other in _near(reading, p)):
        yield Sighting(*_quotes(adjusting, _ADJUSTED), detail=_blind([]).strip())


def _near(reading: Reading, passage: Passage) -> Iterable[Passage]:
    return reading.same_section(passage)


def _blind(adjusting: list[Passage]) -> str:
    if any(_SEVERITY.search(passage.text) for passage in adjusting):
        return ""
    return " Nothing says that the severity of symptoms counts."


def _adjusts_results(text: str) -> bool:
    """Say whether a text adjusts the group's own target or results for risk."""
    if _ADJUSTED.search(text) is None or _OF_RESULTS.search(text) is None:
        return False
    rest = _CODING.sub("", text)
    return _ADJUSTED.search(rest) is not None and "CFR" not in text


def _quotes(
    passages: list[Passage], pattern: "re.Pattern[str]"
) -> tuple[QuoteEvidence, tuple[QuoteEvidence, ...]]:
    quotes = [
        passage.around(*match.span())
        for passage in passages
        if (match := pattern.search(passage.text)) is not None
    ]
    return quotes[0], tuple(quotes[1:4])


def _has_target(reading: Reading) -> bool:
    return reading.features.has_target


CHECK = Check(
    id="risk-adjustment",
    title="Risk adjustment",
    detects=(Detects.ABSENCE, Detects.VAGUE),
    severity=Severity.CRITICAL,
    theme=Theme.EQUITY,
    tactics=("weak_definitions",),
    questions=("gf_q10", "gf_q13"),
    lesson="training_4",
    sources=(PAYMENT_NETWORK,),
    why=(
        "A group that treats people who are more ill costs more and recovers slower. If the target "
        "does not follow, it loses money on the patients who need it most."
    ),
    asks=(
        "Ask for the name and version of the model, its inputs, and a worked example.",
        "Ask that targets are adjusted for baseline severity.",
    ),
    wording="Targets are adjusted for baseline severity and risk by the model in Exhibit K.",
    applies=_has_target,
    find=_find,
)
