"""The terms may not be shown to anyone."""

import re
from collections.abc import Iterable

from fairterms.review import bound, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    "confiden",
    "disclos",
    "secret",
    "proprietary",
    "reveal",
    "divulge",
    "share",
    "publish",
    "discuss",
)
_TERMS = (
    r"(?:rates?|fees?|fee schedules?|pricing|prices?|compensation|reimbursement|payment (?:terms|"
    r"rates|arrangements?|amounts?|method\w*)|financial (?:terms|arrangements?|provisions)|"
    r"(?:terms|provisions|contents?|existence)(?: and (?:conditions|provisions))? (?:of (?:this|"
    r"the) (?:\w+ )?(?:Agreement|Contract|Exhibit|Attachment|Schedule)|hereof|contained herein|"
    r"set forth|herein)|(?<!under )(?<!to )(?<!of )(?<!in )(?<!with )(?<!by )this Agreement)"
)
_BARRED = re.compile(
    r"\b(?P<verb>(?:shall|will|may|must|agrees?)(?: \w+){0,2}? not|may not|not)\b[^.;]{0,80}?"
    rf"\b(?:disclose|reveal|divulge|share|publish|release|discuss|communicate|make known|"
    rf"disseminate)\b[^.;]{{0,120}}?\b{_TERMS}\b",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    r"\bneither party (?P<verb>shall|may|will)\b[^.;]{0,60}?\b(?:disclose|reveal|divulge|share|"
    r"publish|release)\b"
    rf"[^.;]{{0,120}}?\b{_TERMS}\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?P<verb>(?:shall|will|must|agrees? to))(?: \w+){0,3}? (?:keep|maintain|hold|treat)\b"
    rf"[^.;]{{0,120}}?\b{_TERMS}\b[^.;]{{0,120}}?\b(?:confidential|confidence|secret|secrecy|"
    rf"proprietary)|\b(?P<verb2>(?:shall|will|must|agrees? to))(?: \w+){{0,3}}? (?:keep|maintain|"
    rf"hold|treat)\b[^.;]{{0,60}}?\b(?:confidential\w*|confidence|secret|"
    rf"secrecy)\b[^.;]{{0,120}}?\b{_TERMS}\b",
    re.IGNORECASE,
)
_ARE_SECRET = re.compile(
    rf"\b{_TERMS}\b[^.;]{{0,120}}?\b(?:is|are|be|remain|constitutes?|deemed|"
    rf"considered)\b[^.;]{{0,60}}?"
    r"\b(?:confidential|proprietary|secret|trade secrets?)\b",
    re.IGNORECASE,
)
_NOT_PERMITTED = re.compile(
    r"\b(?:nothing|no provision)\b[^.;]{0,60}?\b(?:permit|allow|authorize)s?\b(?P<who>[^.;]{0,40}?)"
    rf"\bto disclose\b[^.;]{{0,80}}?\b{_TERMS}\b",
    re.IGNORECASE,
)
_ADVISERS = re.compile(
    r"\b(?:attorneys?|lawyers?|(?:legal )?counsel|accountants?|advis[oe]rs?|consultants?|"
    r"auditors?|actuar\w+)\b",
    re.IGNORECASE,
)
_REGULATORS = re.compile(
    r"\b(?:regulat(?:ors?|ory (?:agenc\w+|bod\w+|authorit\w+))|government(?:al)? (?:\w+ "
    r")?(?:agenc\w+|authorit\w+|entit\w+|official\w*|bod\w+)|agenc(?:y|ies)|(?:insurance "
    r")?commissioner|department of|attorney general|state or federal)\b",
    re.IGNORECASE,
)
_BY_LAW = re.compile(
    r"\brequired (?:by|under|pursuant)\b|\b(?:by|under) (?:applicable )?law\b|\bRegulatory "
    r"Requirements\b|\blegal(?:ly)? (?:process|required|compelled)\b|\bsubpoena\b|\bcourt\b",
    re.IGNORECASE,
)
# The plan's charges to patients, records and arbitration are kept secret elsewhere.
_OTHER_MATTER = re.compile(
    r"\b(?:member information|medical records?|health information|PHI|patient (?:information|"
    r"records?)|arbitrat\w+|peer review|credential\w*|business associate|trade ?marks?)\b",
    re.IGNORECASE,
)
_SAYS_NOT = re.compile(
    r"\b(?:shall|will|does|may|do) not (?:be (?:construed|interpreted|deemed) to )?(?:prohibit|"
    r"prevent|restrict|preclude|limit|apply)\b|\bnot (?:be )?(?:considered |deemed "
    r")?confidential\b|\bnothing (?:in|contained|herein)[^.;]{0,60}?\b(?:prohibit|prevent|"
    r"restrict|preclude|limit)",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    found = places.within(
        passages, _BARRED, _NEITHER, _KEPT, _NOT_PERMITTED, _ARE_SECRET, where=_is_of_terms
    )
    ours = [place for place in found if _side(reading, place) is Side.GROUP]
    ours = [place for place in ours if not _has_both(_section(reading, place))]
    everywhere = " ".join(passage.text for passage in passages)
    if ours:
        is_open = _has_both(everywhere)
        yield places.sighting(
            ours,
            "You may not show the terms, save to those named, if any.",
            severity=Severity.LOW if is_open else None,
        )
    elif reading.is_provider_agreement:
        outs = (_ADVISERS, _REGULATORS, _BY_LAW)
        both = [place for place in found if _side(reading, place) is Side.BOTH]
        if both and not any(out.search(everywhere) for out in outs):
            yield places.sighting(
                both, "The terms are secret from all, advisers and regulators too."
            )


def _is_of_terms(place: Place) -> bool:
    """Say whether the clause keeps the agreement's own terms secret."""
    if _OTHER_MATTER.search(place.match[0]):
        return False
    return place.match.re is _NOT_PERMITTED or not _SAYS_NOT.search(place.text)


def _side(reading: Reading, place: Place) -> Side:
    """Say whose lips are sealed."""
    if place.match.re is _NOT_PERMITTED:
        return Side.GROUP if reading.parties.names_group(place.match["who"]) else Side.BOTH
    if place.match.re is _ARE_SECRET:
        return Side.BOTH
    groups = place.match.groupdict()
    verb = "verb" if groups.get("verb") else "verb2"
    return bound.subject(reading, place.text, place.match.start(verb))


def _section(reading: Reading, place: Place) -> str:
    return " ".join(passage.text for passage in reading.same_section(place.passage))


def _has_both(text: str) -> bool:
    """Say whether advisers and regulators are named among those who may see the terms."""
    return _ADVISERS.search(text) is not None and _REGULATORS.search(text) is not None


CHECK = Check(
    id="rate-secrecy",
    title="Secret terms",
    detects=(Detects.PRESENCE,),
    severity=Severity.MEDIUM,
    theme=Theme.FAIR_DEALING,
    tactics=("network_secrecy", "withheld_information"),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    laws=("rate-sharing",),
    why=(
        "The plan knows what it pays everyone; you know only your own line. If you may ask no one, "
        "you cannot tell a fair rate from a poor one, or tell a regulator about it."
    ),
    asks=("Ask that terms may be shown to advisers, regulators and auditors.",),
    wording=(
        "Either party may show the terms to its advisers, auditors and lenders, who keep them "
        "confidential, and to any regulator."
    ),
    find=_find,
)
