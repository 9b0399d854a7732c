"""The plan owns the data, or may use them for more than the agreement."""

import re
from collections.abc import Iterable, Iterator

from fairterms.review import absence
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity

_DATA = r"(?:data|information|records?|reports?|results?|work product|analytics)"
_PROPERTY = re.compile(
    rf"\b{_DATA}\b[^.;]{{0,120}}?\b(?:is|are|be|become|remains?)\b[^.;]{{0,40}}?"
    r"(?:(?:property|ownership) of (?P<owner>[^.;,]{0,40})|owned by (?P<holder>[^.;,]{0,40})|"
    r"(?P<possessor>[\w ]{1,30})'s (?:sole |exclusive )?property)",
    re.IGNORECASE,
)
_OWNS = re.compile(
    rf"\b(?P<verb>(?:shall |will )?(?:own|owns|retain|retains) (?:all )?(?:\w+ ){{0,5}}?"
    rf"(?:{_DATA}|(?:title|ownership|rights?)[^.;]{{0,30}}?{_DATA}))\b",
    re.IGNORECASE,
)
_USES = re.compile(
    r"\bfor (?:its )?(?:own )?"
    r"(?:research|commercial|marketing|product development|any (?:lawful )?purpose|resale|sale)\b|"
    rf"\b(?:sell|license|commerciali[sz]e|monetize)\b[^.;]{{0,80}}?\b{_DATA}",
    re.IGNORECASE,
)
_HANDLES = re.compile(
    rf"\b(?:use|disclose|share|access|copy|sell|license)\b.*?\b{_DATA}|\b{_DATA}\b.*?\buse",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:shall|may|will) not\b|\bno(?:r|t)?\b[^.;]{0,20}\b(?:sell|license|use)\b|"
    r"\bwritten consent\b|\bInstitutional Review Board\b|\bpublic health research\b",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"\b(?:shall|agrees? to|must|will) (?:\w+ ){0,4}?"
    r"(?:provide|submit|share|send|give|permit|allow)\b[^.;]{0,160}?\b(?:data|records)\b",
    re.IGNORECASE,
)
_SAYS_WHO = re.compile(
    rf"\b{_DATA}\b[^.;]{{0,120}}?\b(?:property|owned by|ownership|belongs? to|stays? with|"
    r"proprietary .{0,40}disclosing party)\b|\bown(?:s|ership)?\b[^.;]{0,60}?\b(?:data|records)\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    owned = [quote for passage in reading.passages for quote in _owned(reading, passage)]
    used = [quote for passage in reading.passages for quote in _used(reading, passage)]
    quotes = list(dict.fromkeys([*owned, *used]))
    if quotes:
        yield Sighting(quotes[0], tuple(quotes[1:]), detail=_detail(bool(owned), bool(used)))
    elif _is_silent(reading):
        yield absence.sighting(
            reading,
            ("who owns patients' records and data", "what the plan may use them for"),
            "no word on who owns the data you must hand over was found",
        )


def _detail(is_owned: bool, is_used: bool) -> str:
    parts = ["The plan owns data that come from your patients and your work."] if is_owned else []
    if is_used:
        parts.append(
            "The plan may use records or data for more than this agreement needs, such as research."
        )
    return " ".join(parts)


def _owned(reading: Reading, passage: Passage) -> Iterator[QuoteEvidence]:
    match = _PROPERTY.search(passage.text)
    if match is not None:
        owner = match["owner"] or match["holder"] or match["possessor"] or ""
        if reading.parties.names_plan(owner) and not reading.parties.names_group(owner):
            yield passage.around(match.start(), match.end())
        return
    match = _OWNS.search(passage.text)
    if match is None:
        return
    if reading.parties.subject(passage.text, match.start("verb")) is Side.PLAN:
        yield passage.around(match.start(), match.end())


def _used(reading: Reading, passage: Passage) -> Iterator[QuoteEvidence]:
    match = _USES.search(passage.text)
    if match is None or not _HANDLES.search(passage.text) or _LIMITED.search(passage.text):
        return
    verb = re.search(r"\b(?:may|shall|agrees|will)\b", passage.text)
    if verb is None:
        return
    gives = re.search(r"\b(?:permit|allow|provide|submit|grant)", passage.text)
    side = reading.parties.subject(passage.text, verb.start())
    if side is Side.PLAN or gives is not None:
        yield passage.around(match.start(), match.end())


def _is_silent(reading: Reading) -> bool:
    """Say whether the group must hand data over and nothing says whose they are."""
    shares = any(
        _SHARES.search(p.text) and reading.parties.names_group(p.text) for p in reading.passages
    )
    return shares and not any(_SAYS_WHO.search(p.text) for p in reading.passages)


CHECK = Check(
    id="data-ownership",
    title="Data ownership and use",
    detects=(Detects.ONE_SIDED, Detects.ABSENCE),
    severity=Severity.HIGH,
    theme=Theme.DATA,
    tactics=("strategic_ambiguity",),
    questions=("gf_q20",),
    lesson="training_2",
    sources=(GOOD_PRACTICE,),
    why=(
        "Outcome data are what a group bargains with, and patients trusted it with their records. "
        "Who owns them, and for what they may be used, should be written down."
    ),
    asks=("Ask that records stay with patient and provider, and that the plan's uses are listed.",),
    wording=(
        "Patients' records stay with patient and provider. Plan's use of data is limited to the "
        "uses listed in Exhibit U."
    ),
    find=_find,
)
