"""Wide access to therapy records, without the rules that protect them."""

import re
from collections.abc import Iterable

from fairterms.review import bound, places, sieve
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    "record",
    "chart",
    "notes",
    "medical info",
    "clinical info",
    "health info",
    "patient info",
    "member info",
)
_PROTECTIVE = ("minimum", "notes", "164.50", "part 2", "cfr", "substance use", "290dd", "alcohol",
               "least", "only ", "part two")  # fmt: skip
_RECORDS = (
    r"(?:(?:medical|treatment|clinical|patient|member|health|therapy|behavioral health|billing|"
    r"all|any|other)(?: and(?:/or)? [\w-]+)? (?:\w+ )?records?|records?|charts?|treatment "
    r"(?:notes|plans)|(?:session|progress|therapy|clinical|case) notes|files|(?:medical|clinical|"
    r"health|member|patient) information|information)"
)
_WIDE = (
    r"(?:any (?:(?:and|or) all )?|all |such other |complete |entire |full |unrestricted |whatever "
    r"|unlimited )"
)
_AT_WILL = (
    r"(?:(?:as|that|which) (?!(?:the )?(?:law|state|CMS))[^.;]{0,40}?(?:request|requir|consider|"
    r"deem|determin|specif|need|want|desir)\w*|(?:requested|required|needed|desired|deemed "
    r"necessary|considered necessary) by|(?:up)?on (?:\w+ ){0,3}?(?:request|demand)|at any time|"
    r"including[^.;]{0,60}?(?:session|progress|therapy|psychotherapy) notes|may be (?:reasonably "
    r")?requir\w+|for any (?:purpose|reason)|and for research)"
)
_WIDELY = (
    r"(?:to (?:the |its |Provider's )?books,?(?: and)? records|"
    rf"{_WIDE}(?:[\w,-]+ ){{0,6}}?{_RECORDS}|{_RECORDS}[^.;]{{0,200}}?{_AT_WILL})"
)
_WIDE_RECORDS = re.compile(rf"\b{_WIDELY}", re.IGNORECASE)
_HAND_OVER = re.compile(
    r"\b(?P<verb>(?:shall|must|will|agrees? to|is required to|are required to|(?:hereby "
    r")?(?:authorizes|grants|permits|allows))(?! not))\b[^.;]{0,140}?\b(?:provide|furnish|release|"
    r"submit|permit|allow|give|grant|make|disclose|produce|send|supply|deliver|forward|obtain|"
    r"review|inspect|copy|access)\b"
    rf"[^.;]{{0,200}}?\b{_WIDELY}",
    re.IGNORECASE,
)
_TAKE = re.compile(
    r"\b(?P<verb>may(?! not)|(?:shall )?ha(?:ve|s) (?:the right|access|unrestricted access)|(?:is|"
    r"are|shall be) entitled to|reserves? the right)\b[^.;]{0,120}?\b(?:access|inspect|examine|"
    r"copy|obtain|review|request|audit|require|collect|to|upon|at)\b"
    rf"[^.;]{{0,140}}?\b{_WIDELY}",
    re.IGNORECASE,
)
_RECORD = re.compile(r"\b(?:records?|notes|charts?|books)\b", re.IGNORECASE)
_OF_PATIENTS = re.compile(
    r"\b(?:medical|treatment|clinical|patients?|members?|enrollees?|health|therap\w+|session|"
    r"chart|covered persons?)\b",
    re.IGNORECASE,
)
_TO_WHOM_ELSE = re.compile(
    r"\b(?:CMS|State Agency|Comptroller|HHS|DHHS|OIG|Department|state or federal|federal (?:and|"
    r"or) state|governmental|Agency|TennCare|regulator\w*|other (?:health care |treating "
    r")?providers?|court|subpoena|law enforcement)\b",
)
_REACH = 90
_NARROWED = re.compile(
    r"\bminimum necessary\b|\bde-?identified\b|\b(?:patient|member)'?s?'? (?:written |signed |"
    r"prior )*(?:authorization|consent)|\bwith the (?:written )?(?:authorization|consent) of "
    r"the\b|\b(?:shall|may|will) not\b|\bexcept psychotherapy|\bexcluding psychotherapy|\bother "
    r"than psychotherapy|\bobtain\w* [^.;]{0,30}?(?:releases|consents|authorizations)\b|\bits "
    r"own\b|(?<!not )\blimited to\b",
    re.IGNORECASE,
)
_NOT_RECORDS = re.compile(
    r"\b(?:credential\w*|accredit\w*|licens\w*|insurance|fraud|director(?:y|ies)|confidential "
    r"and proprietary|payment liability|eligib\w+|adjudicat\w*|demographic)\b",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"\b(?:psychotherapy|process) notes?\b|\b164\.50[18]\b.{0,60}\b(?:psychotherapy|notes)\b",
    re.IGNORECASE,
)
_MINIMUM = re.compile(
    r"\bminimum[- ]necessary\b|\bminimum (?:amount of )?(?:information|data|disclosure)\b|"
    r"\b164\.502\(b\)|\bleast (?:information|amount)\b|\bonly (?:the|such|that) (?:\w+ "
    r"){0,3}?(?:information|records?|data) (?:that (?:is|are) |which (?:is|are) )?(?:\w+ "
    r")?(?:necessary|needed)",
    re.IGNORECASE,
)
_PART_2 = re.compile(
    r"\b42 C\.?F\.?R\.?,? (?:Part|§|Section)? ?2\b|\bPart 2\b|\bsubstance use (?:disorder "
    r")?(?:treatment )?(?:records?|information|confidentiality)|\b290dd\b|\balcohol (?:and|or) "
    r"drug abuse (?:patient )?records?",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = [
        passage
        for passage in sieve.holding(reading.passages, *_STEMS)
        if not _spares(passage.text) and _WIDE_RECORDS.search(passage.text)
    ]
    wide = places.within(passages, _HAND_OVER, _TAKE, where=lambda p: _is_open(reading, p))
    if not wide:
        return
    protective = sieve.holding(reading.passages, *_PROTECTIVE)
    has = {
        name: any(pattern.search(passage.text) for passage in protective)
        for name, pattern in (("notes", _NOTES), ("minimum", _MINIMUM), ("part 2", _PART_2))
    }
    if has["minimum"] or (has["notes"] and has["part 2"]):
        return
    ordered = sorted(wide, key=_says_little)
    yield places.sighting(
        ordered,
        "The plan may ask for records widely. " + _missing(has),
        severity=Severity.HIGH if any(has.values()) else None,
        unclear_because="; ".join(reading.gaps),
    )


def _says_little(place: Place) -> tuple[bool, bool]:
    """Order places for quoting: any records or all of them first, then those named as patients'."""
    is_all = re.search(r"\b(?:any|all)\b", place.match[0], re.IGNORECASE)
    return is_all is None, _RECORD.search(place.match[0]) is None


def _spares(text: str) -> bool:
    """Say whether a sentence sets its own limit, or is not about patients' records."""
    is_other = _NARROWED.search(text) or _NOT_RECORDS.search(text) or not _OF_PATIENTS.search(text)
    return bool(is_other)


def _missing(has: dict[str, bool]) -> str:
    """Say which protections were not found."""
    names = {
        "minimum": "that only the minimum necessary is shared",
        "notes": "that psychotherapy notes stay out",
        "part 2": "that the federal rule on substance use records (42 CFR Part 2) applies",
    }
    return (
        f"Nothing was found that says {' or '.join(n for key, n in names.items() if not has[key])}."
    )


def _is_open(reading: Reading, place: Place) -> bool:
    """Say whether the plan may see patients' records as it likes, with no limit in the sentence."""
    text, match = place.text, place.match
    side = bound.subject(reading, text, match.start("verb"))
    if match.re is _TAKE:
        return side is Side.PLAN or (side is Side.UNNAMED and reading.parties.names_group(text))
    ours = side is Side.GROUP or (
        side is Side.UNNAMED and reading.parties.names_group(text[: match.start()])
    )
    return ours and _goes_to_plan(reading, place)


def _goes_to_plan(reading: Reading, place: Place) -> bool:
    """Say whether the records go to the plan; if no one is named, by who else is around."""
    window = place.match[0] + place.after[:_REACH]
    if reading.parties.names_plan(window):
        return True
    if _TO_WHOM_ELSE.search(window):
        return False
    return not any(_TO_WHOM_ELSE.search(p.text) for p in reading.same_section(place.passage))


def _is_of_care(reading: Reading) -> bool:
    return bound.is_with_payer(reading)


CHECK = Check(
    id="bh-record-privacy",
    title="Therapy record privacy",
    detects=(Detects.ABSENCE, Detects.VAGUE),
    severity=Severity.CRITICAL,
    theme=Theme.DATA,
    tactics=("strategic_ambiguity",),
    questions=("gf_q20",),
    lesson="training_2",
    sources=(),
    laws=("patient-privacy",),
    why=(
        "A therapy record holds what a patient has told no one else. You answer for what leaves "
        "your files, and patients who fear a reader say less."
    ),
    asks=(
        "Ask that psychotherapy notes are never requested and that only the minimum is shared.",
        "Ask that records of substance use treatment follow 42 CFR Part 2.",
    ),
    wording=(
        "Psychotherapy notes are never requested. Each disclosure is the minimum necessary. "
        "Records of substance use treatment are shared only as 42 CFR Part 2 permits."
    ),
    applies=_is_of_care,
    find=_find,
)
