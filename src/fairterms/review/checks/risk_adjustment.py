"""Targets without risk adjustment, or with one that cannot be checked."""

import re
from collections.abc import Iterable
from dataclasses import replace

from fairterms.review import absence, incentives
from fairterms.review.authorities import PAYMENT_NETWORK
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity

_ADJUSTED = re.compile(
    r"\b(?:risk[- ]adjust\w*|case[- ]mix(?:[- ]adjust\w*)?|severity[- ]adjust\w*|"
    r"acuity[- ]adjust\w*|adjust\w* (?:for|by) (?:\w+ ){0,3}?(?:risk|severity|acuity|case mix)|"
    r"risk (?:factors?|scores?))\b|"
    # Goals that move with the patients, without the word: one for each band, or weighted by them.
    r"\b(?:goals?|targets?|thresholds?|benchmarks?|budgets?)\b[^.;]{0,80}?\b(?:follows?|"
    r"depends? on|var(?:y|ies) (?:by|with)|differs? (?:by|with)|(?:rises?|falls?|moves?) (?:when|"
    r"with)|(?:set|stated|given) (?:by|for each)|weighted|stratified)\b[^.;]{0,120}?"
    r"\b(?:severity|acuity|case[- ]mix|how (?:ill|sick)|(?:first|starting|baseline) (?:\w+ )?"
    r"scores?|high(?:er)?[- ]need)\b",
    re.IGNORECASE,
)
# Medicare's diagnosis data for the plan's own payment; no adjustment of the group's target.
_CODING = re.compile(
    r"\brisk adjustment (?:data|documentation|submission|coding|validation|initiatives?|assessment|"
    r"program|audit)|\bencounter data\b|\bdiagnosis data\b|\b422\.310\b",
    re.IGNORECASE,
)
_OF_RESULTS = re.compile(
    r"\b(?:targets?|goals?|benchmarks?|budgets?|thresholds?|costs?|spending|expenditures?|savings|"
    r"results?|"
    r"outcomes?|measures?|rates?|performance|premium)\b",
    re.IGNORECASE,
)
_EXHIBIT = r"(?:Exhibit|Attachment|Appendix|Schedule) [A-Z\d]+"
_MODEL = re.compile(
    r"\b(?:CMS-HCC|HHS-HCC|HCC|CDPS|ACGs?|CRGs?|DxCG|Johns Hopkins|Milliman|3M)\b|"
    rf"\b(?:model|method|methodology|formula)\b[^.;]{{0,60}}?\b{_EXHIBIT}|"
    rf"\b{_EXHIBIT}\b[^.;]{{0,60}}?\b(?:model|formula)\b",
)
# A model that the agreement names itself: by a version, or by a definition.
_NAMED = re.compile(
    r"\b(?i:risk|case[- ]mix|severity|acuity)\b[^.;]{0,60}?\b(?i:model|grouper|software)\b"
    r"[^.;]{0,40}?\b(?i:version|release) [\dIVX]|"
    r"\"[^\"]*\b(?:Risk|Case[- ]Mix|Severity)\b[^\"]*\b(?:Model|Grouper)\" means (?:the )?"
    r"(?!risk|model|plan)[A-Z]"
)
# A model that stands in the text itself: bands of patients by a score, or by a table.
_BANDS = re.compile(
    r"\b(?:severity|acuity|risk|case[- ]mix|need)(?: \w+)? (?:bands?|groups?|tiers?|strat(?:um|a)|"
    r"levels?|class(?:es)?)\b[^.;]{0,160}?\b(?:PHQ|GAD|OQ|scores?|Table|mean of|weighted)\b|"
    r"\b(?:weighted|mean of|scores?)\b[^.;]{0,160}?\bin each (?:severity )?(?:band|group|tier|"
    r"stratum|level|class)\b",
    re.IGNORECASE,
)
_SEVERITY = re.compile(
    r"\b(?:severity|symptom|acuity|PHQ-?\d|GAD-?7|function(?:ing|al)|baseline scores?|comorbid)",
    re.IGNORECASE,
)
_NONE_MADE = re.compile(
    r"\b(?:no|not|without)\b[^.;]{0,30}?\b(?:risk|severity|case mix)[- ]?adjust|"
    r"\bno adjustments?\b[^.;]{0,30}?\bfor\b[^.;]{0,60}?"
    r"\b(?:severity|risk|case[- ]mix|acuity|diagnos\w+)\b|"
    r"\b(?:not|never)\b[^.;]{0,20}?\badjusted\b[^.;]{0,20}?\b(?:for|by)\b[^.;]{0,40}?"
    r"\b(?:severity|risk|case[- ]mix|acuity|diagnos\w+)\b",
    re.IGNORECASE,
)
_IN_SECRET = re.compile(r"\b(?:determin\w+|assign\w+|set|defined) by Plan\b|\bPlan's\b")
_BLIND = re.compile(
    r"\b(?:do(?:es)?|shall|will|is|are) not (?:use|used|count|counted|reflect|include|consider)\b"
    r"[^.;]{0,60}?\b(?:scores? (?:of|on|from)|instruments?|questionnaires?|symptoms?|severity)\b",
    re.IGNORECASE,
)
_WORDS = (
    *("risk", "case mix", "case-mix", "severity", "acuity", "diagnos"),
    *("baseline", "how ill", "how sick"),
)
_BEFORE, _AFTER = 4, 8
_SPEAKS_OF_RISK = re.compile(r"\b(?:risk|case[- ]mix|adjust|severity|acuity)", re.IGNORECASE)
_MOST_PLACES = 2
_NAME_IT = ("Ask for the name and version of the model, its inputs, and a worked example.",)
_LONGEST = 500
"""Letters beyond which a passage is a table or a formula sheet rather than a sentence."""
_NAMES_METHOD = re.compile(r"adjustment (?:factor|method|model|formula)", re.IGNORECASE)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = incentives.mentioning(reading, *_WORDS)
    adjusting = [p for p in passages if _adjusts_results(p.text)]
    refused = [p for p in passages if _NONE_MADE.search(p.text)]
    left = [p for p in adjusting if p not in refused]
    if left and _is_named(reading, left):
        yield from _ignored(reading, left, refused)
    elif refused:
        yield Sighting(
            *_quotes(refused, _NONE_MADE),
            detail="The text says that nothing is adjusted.",
            asks=_NAME_IT,
        )
    elif not adjusting:
        none = absence.sighting(
            reading,
            ("risk adjustment of targets or results", "case-mix or severity adjustment"),
            "no adjustment of the target for how ill the patients are was found",
        )
        yield replace(none, asks=_NAME_IT)
    else:
        ordered = sorted(adjusting, key=_says_little)
        yield Sighting(
            *_quotes(ordered, _ADJUSTED),
            detail="Adjustment is named, and its model is not." + _blind(adjusting),
            asks=_NAME_IT,
        )


def _says_little(passage: Passage) -> tuple[bool, bool]:
    """Order passages for quoting: none as long as a table, then those that name a method."""
    return len(passage.text) > _LONGEST, _NAMES_METHOD.search(passage.text) is None


def _is_named(reading: Reading, adjusting: list[Passage]) -> bool:
    """Say whether the model is named, near an adjustment or by a definition anywhere."""
    passages = incentives.mentioning(reading, *_WORDS)
    if any(_NAMED.search(passage.text) for passage in passages):
        return True
    return any(
        _MODEL.search(other.text)
        or (_BANDS.search(other.text) and not _IN_SECRET.search(other.text))
        for p in adjusting
        for other in _near(reading, p)
    )


def _ignored(
    reading: Reading, adjusting: list[Passage], refused: list[Passage]
) -> Iterable[Sighting]:
    """Return what a named model leaves out: in so many words, or by saying nothing of it."""
    left_out = [p for p in adjusting if _BLIND.search(p.text)]
    if left_out or refused:
        blind, none_made = _spans(left_out, _BLIND), _spans(refused, _NONE_MADE)
        quotes = list(dict.fromkeys([*blind, *none_made]))
        detail = "The risk model is named. The text says that the severity of symptoms is left out."
        yield Sighting(quotes[0], tuple(quotes[1 : 1 + _MOST_PLACES]), detail=detail)
    elif not any(_SEVERITY.search(other.text) for p in adjusting for other in _near(reading, p)):
        yield Sighting(*_quotes(adjusting, _ADJUSTED), detail=_blind([]).strip())


def _near(reading: Reading, passage: Passage) -> Iterable[Passage]:
    """Return what stands around a passage; a model is often named a section before or after."""
    for other in incentives.around(reading, passage, _BEFORE, _AFTER):
        if _is_same(passage, other) or _SPEAKS_OF_RISK.search(other.text):
            yield other


def _is_same(passage: Passage, other: Passage) -> bool:
    return other.sentence.section == passage.sentence.section


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
    quotes = _spans(passages, pattern)
    return quotes[0], tuple(quotes[1 : 1 + _MOST_PLACES])


def _spans(passages: list[Passage], pattern: "re.Pattern[str]") -> list[QuoteEvidence]:
    return [
        passage.around(*match.span())
        for passage in passages
        if (match := pattern.search(passage.text)) is not None
    ]


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
    asks=("Ask that targets are adjusted for baseline severity.",),
    wording="Targets are adjusted for baseline severity and risk by the model in Exhibit K.",
    applies=incentives.has_target,
    find=_find,
)
