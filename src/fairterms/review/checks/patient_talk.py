"""Clinicians may not speak freely, or nothing protects it when they do."""

import re
from collections.abc import Iterable

from fairterms.review import absence, headings, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    *("discuss", "communicat", "advis", "advoca", "inform", "disclos", "speak", "talk", "counsel"),
    *(
        "dispara",
        "critici",
        "denigrat",
        "defam",
        "negativ",
        "derogat",
        "comment",
        "confidence",
        "undermin",
    ),
    *("statement", "express", "refer "),
)
_SPEAKS = (
    r"(?:discuss\w*|communicat\w*|advis\w*|advoca\w*|inform\w*|disclos\w*|speak\w*|"
    r"talk\w*|counsel\w*|"
    r"tell\w*|express\w*|explain\w*|recommend\w*)"
)
_PATIENT = (
    r"(?:members?|patients?|enrollees?|subscribers?|covered (?:persons?|individuals?|members?)|"
    r"beneficiar(?:y|ies)|insureds?|families|family)"
)
_TREATMENT = (
    r"(?:treatments?|care|health|conditions?|options?|alternatives|medical|therap\w+|"
    r"coverage|benefits?|"
    r"payment|compensat\w+|paid|diagnos\w+|risks?)"
)
# "Nothing prohibits ...", "shall not be prohibited from ...", "may freely discuss ...".
_NOT_FORBIDDEN = re.compile(
    rf"\b(?:nothing|no (?:provision|term|part)|not|nor|never|neither|without)\b[^.;]{{0,120}}?"
    r"\b(?:prohibit\w*|restrict\w*|limit\w*|prevent\w*|penali[sz]\w*|preclud\w*|forbid\w*|"
    r"forbidden|"
    r"interfer\w*|discourag\w*|retaliat\w*|terminat\w*|imped\w*|refus\w*|bar(?:red|s)?|sanction\w*|"
    rf"adverse|hinder\w*)\b[^.;]{{0,260}}?\b{_SPEAKS}\b",
    re.IGNORECASE,
)
_FREE_TO = re.compile(
    rf"\b(?:may|shall|can|is|are|remains?|encourag\w*|entitled|right|free|responsib\w+|"
    rf"obligat\w+|must)\b"
    rf"[^.;]{{0,60}}?\b(?:free(?:ly)?|openly|fully|candid\w*|unrestricted|open|any|every|"
    rf"all|encouraged|"
    rf"without (?:restriction|limitation|fear))\b[^.;]{{0,80}}?\b{_SPEAKS}\b|"
    rf"\b(?:may|shall be free to|can|encourag\w*|"
    rf"right to)\b[^.;]{{0,30}}?\b{_SPEAKS}\b[^.;]{{0,60}}?"
    r"\b(?:free(?:ly)?|openly|fully|any|every|all)\b",
    re.IGNORECASE,
)
_OF_PATIENTS = re.compile(rf"\b{_PATIENT}\b", re.IGNORECASE)
_OF_TREATMENT = re.compile(rf"\b{_TREATMENT}\b", re.IGNORECASE)
_GAG = re.compile(
    r"\b(?:(?:shall|will|may|must|does|do|agrees?)(?: \w+)? not|refrains? from|(?:is|"
    r"are) (?:prohibited|barred|"
    r"forbidden|not permitted)(?: from| to)?|prohibited from|neither|agrees? to refrain|"
    r"no)\b[^.;]{0,120}?"
    r"\b(?:(?P<bad>disparag\w*|critici[sz]\w*|denigrat\w*|defam\w+|derogatory|"
    r"(?:negative|adverse|unfavorable) (?:comments?|statements?|remarks?|opinions?)|"
    r"undermin\w*[^.;]{0,60}(?:confidence|reputation|relationship|trust)|"
    r"(?:confidence|trust) of (?:the |any )?(?:members?|patients?|enrollees?|public) in)|"
    r"(?P<talk>discuss\w*|communicat\w*|advis\w*|inform\w*|disclos\w*|speak\w*|tell)\b[^.;]{0,100}?"
    rf"\b(?:to|with|any|a|the|by)? ?{_PATIENT})",
    re.IGNORECASE,
)
_DOUBLE = re.compile(
    r"\b(?:not|nothing|no provision|nor|neither|never)\b[^.;]{0,60}\b(?:prohibit\w*|"
    r"restrict\w*|limit\w*|"
    r"prevent\w*|penali\w*|preclud\w*|construed|interpret\w*|be deemed|intended|bar|"
    r"terminat\w*|refus\w*|"
    r"retaliat\w*)\b|\bnothing (?:in|herein|contained)",
    re.IGNORECASE,
)
# A patient's data, a marketing leaflet or a bill is not what a clinician says about care.
_OTHER_TALK = re.compile(
    r"\b(?:protected health|PHI|PII|identif\w+|confidential(?:ity)? (?:information|of)|"
    r"records?|marketing|"
    r"solicit\w*|information about a Member|bill\w*|charge|collect|mailing|list of|"
    r"names? of|privacy|"
    r"written consent of the (?:Member|patient)|release of|personal data|"
    r"psychotherapy notes|fees|rates)\b",
    re.IGNORECASE,
)
_ABOUT_PLAN = re.compile(
    r"\b(?:plan'?s?|payer|payor|company|treatment|coverage|care|compensat\w+|terms|"
    r"agreement|denials?|options?|dispute)\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    about = sieve.holding(reading.passages, *_STEMS)
    gags = places.within(about, _GAG, where=lambda place: _is_gag(reading, place))
    if gags:
        gags = tuple(sorted(gags, key=lambda place: place.match["bad"] is None))
        yield places.sighting(gags, "The text forbids what clinicians may say.")
    elif not any(_protects(p.text) for p in about) and not headings.say(reading, _FREE_TO):
        missing = absence.sighting(
            reading,
            ("freedom to discuss care, cost and coverage with patients", "a ban on gag clauses"),
            "nothing that protects free talk with patients was found",
        )
        yield _less(missing)


def _less(sighting: Sighting) -> Sighting:
    """Lower the severity: silence is less than a ban."""
    return Sighting(
        sighting.evidence,
        detail=sighting.detail,
        severity=Severity.HIGH,
        unclear_because=sighting.unclear_because,
    )


def _protects(text: str) -> bool:
    """Say whether a text keeps talk with patients free."""
    if not _OF_PATIENTS.search(text):
        return False
    if _NOT_FORBIDDEN.search(text):
        return True
    return _FREE_TO.search(text) is not None and bool(_OF_TREATMENT.search(text))


def _is_gag(reading: Reading, place: Place) -> bool:
    """Say whether the ban binds the group; double negatives free it, and mutual ones are even."""
    around = place.text[max(0, place.match.start() - 120) : place.match.end() + 60]
    if _DOUBLE.search(around) or _protects(place.text):
        return False
    if place.match["bad"] is None:
        words = place.text[place.match.start() : place.match.end() + 120]
        if _OTHER_TALK.search(words) or not _ABOUT_PLAN.search(
            place.before[-100:] + place.after[:160]
        ):
            return False
    return place.side(reading) in (Side.GROUP, Side.UNNAMED, Side.OTHER) and not _is_plans(
        reading, place
    )


def _is_plans(reading: Reading, place: Place) -> bool:
    """Say whether it is the plan that keeps silent."""
    before = place.before[-60:]
    return reading.parties.names_plan(before) and not reading.parties.names_group(before)


def _is_for_care(reading: Reading) -> bool:
    return reading.is_provider_agreement


CHECK = Check(
    id="patient-talk",
    title="Gag or free speech",
    detects=(Detects.PRESENCE, Detects.ABSENCE),
    severity=Severity.CRITICAL,
    theme=Theme.EQUITY,
    tactics=("network_secrecy",),
    questions=("gf_q17",),
    lesson="training_4",
    sources=(GOOD_PRACTICE,),
    laws=("patient-communication",),
    why=(
        "A patient must be able to trust that the clinician says everything that matters: what "
        "would help, what it costs, and what the plan will not pay for."
    ),
    asks=("Ask for a sentence that clinicians may discuss any care, cost or plan term.",),
    wording="Provider may discuss any care, cost or plan term with any patient.",
    applies=_is_for_care,
    find=_find,
)
