"""Disputes must go to arbitration, and courts are shut out."""

import re
from collections.abc import Iterable, Sequence

from fairterms.review import places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_MUST = re.compile(
    r"\b(?:shall|will|must|is|are|be|agrees?|agreed)\b[^.;]{0,160}?\b(?:resolved|settled|"
    r"determined|"
    r"decided|adjudicated|submit(?:ted)?|referred|conducted|subject|heard|asserted|arbitrated)\b"
    r"[^.;]{0,140}?\b(?:arbitrat(?:ion|ors?|or)|binding individual arbitration)\b|"
    r"\bagrees?\b[^.;]{0,140}?\b(?:to arbitrate|to (?:resolve|settle|"
    r"submit)[^.;]{0,200}?arbitration|"
    r"arbitration agreement)\b|"
    r"\b(?:shall|will|must) be arbitrated\b|"
    r"\bshall (?:promptly )?submit\b[^.;]{0,80}?\barbitration\b|"
    r"\barbitration\b[^.;]{0,60}?\b(?:shall|will|is|"
    r"are) (?:be )?(?:\w+ )?(?:the )?(?:sole|exclusive|only|"
    r"mandatory|binding)\b|"
    r"\b(?:binding|mandatory|compulsory|exclusive)\b[^.;]{0,30}?\barbitrat(?:ion|e)\b|"
    r"\b(?:sole|exclusive|only)\b[^.;]{0,120}?\barbitration\b|"
    r"\bsettled\b[^.;]{0,40}?\barbitration\b",
    re.IGNORECASE,
)
_NOT_BOUND = re.compile(
    r"\bnon-?binding\b|\bmay (?:agree|mutually|jointly|by mutual|choose together)\b|"
    r"\b(?:if|when|where|unless|only if|only by|upon) (?:(?:both|all|"
    r"the) )?(?:parties )?(?:later |so |"
    r"mutually |jointly )*(?:both )?(?:agree|consent|choose|elect)\b|"
    r"\b(?:mutual|joint|later|written) (?:written )?(?:agreement|consent|choice)\b|"
    r"\b(?:not|no|nor|never|neither)\b[^.;]{0,30}\b(?:required|obliged|bound|"
    r"subject|submitted|binding|agree[sd]? to|mandatory)\b|"
    r"\bcondition precedent to\b[^.;]{0,80}?\b(?:civil action|suit|lawsuit|litigation|court)\b|"
    r"\bwithout prejudice to\b[^.;]{0,40}\bcourts?\b",
    re.IGNORECASE,
)
_CITY = re.compile(
    r"\barbitrat\w*\b[^.;]{0,140}?\b(?:held|conducted|take place|occur|commenced?|"
    r"initiated|seated?|"
    r"venue|located?|location|situated|brought)\b[^.;]{0,60}?\bin\b|"
    r"\b(?:location|place|seat|venue) of (?:the )?arbitration\b",
    re.IGNORECASE,
)
_SECRET = re.compile(r"\bconfidential\w*\b|\bsecre(?:t|cy)\b|\bprivate\b", re.IGNORECASE)
_NO_JOINING = re.compile(
    r"\b(?:waive\w*|not|no|without|neither|only)\b[^.;]{0,80}?\b(?:join(?:t|ed|der)?|consolidat\w+|"
    r"class|representative|collective)\b",
    re.IGNORECASE,
)
_NO_ORDER = re.compile(
    r"\bwaive\w*\b[^.;]{0,60}?\b(?:injuncti\w+|equitable relief|jury)\b|"
    r"\b(?:jury)\b[^.;]{0,40}?\bwaive",
    re.IGNORECASE,
)
_JUDGMENT = re.compile(
    r"\b(?:decision|award|ruling|findings?) (?:of|by|rendered by) the arbitrat|\barbitrator'?s?\b"
    r"[^.;]{0,30}(?:decision|award)",
    re.IGNORECASE,
)
_CHOOSES = re.compile(
    r"\b(?:may|can|entitled to) (?:\w+ )?(?:elect|choose|request|demand|submit)", re.I
)
_OF_MEMBERS = re.compile(r"\b(?:Members?|Enrollees?|Covered Persons?)\b", re.IGNORECASE)
_BINDS_BOTH = re.compile(r"\b(?:parties|disputes?|controvers\w+|claims?)\b", re.IGNORECASE)


def _find(reading: Reading) -> Iterable[Sighting]:
    about = sieve.holding(reading.passages, "arbitrat")
    found = places.within(about, _MUST, where=lambda place: _shuts_courts(reading, place))
    if not found:
        return
    bound = sorted(found, key=_says_less)
    further = _further(about)
    shown = [bound[0], *(place for _, place in further), *bound[1:]]
    yield places.sighting(shown, _detail([what for what, _ in further]))


def _further(about: Sequence[Passage]) -> list[tuple[str, Place]]:
    """Return what makes the arbitration harder still, each with its place."""
    found = []
    for what, pattern in (
        ("in a place that the text fixes", _CITY),
        ("in secret", _SECRET),
        ("without joining others", _NO_JOINING),
        ("without a jury or urgent orders", _NO_ORDER),
    ):
        seen = places.within(about, pattern, where=_is_aspect)
        if seen:
            found.append((what, seen[0]))
    return found


def _is_aspect(place: Place) -> bool:
    return (
        "arbitrat"
        in place.text[max(0, place.match.start() - 220) : place.match.end() + 220].lower()
    )


def _detail(further: list[str]) -> str:
    return (
        "Disputes must go to binding arbitration" + "".join(f", {what}" for what in further) + "."
    )


def _says_less(place: Place) -> tuple[bool, bool, bool]:
    """Order for quoting: a clause that binds disputes to it, before headings and awards."""
    is_silent = "binding" not in place.text.lower() and "final" not in place.text.lower()
    return place.text.isupper(), _BINDS_BOTH.search(place.text) is None, is_silent


def _shuts_courts(reading: Reading, place: Place) -> bool:
    around = place.text[max(0, place.match.start() - 120) : place.match.end() + 120]
    if _NOT_BOUND.search(around) or _JUDGMENT.search(place.match[0]):
        return False
    if _OF_MEMBERS.search(around) and not reading.parties.names_group(around):
        return False
    chooses = _CHOOSES.search(place.text, 0, place.match.end())
    return chooses is None or reading.parties.subject(place.text, chooses.start()) is not Side.GROUP


CHECK = Check(
    id="arbitration-only",
    title="Courts shut out",
    detects=(Detects.PRESENCE,),
    severity=Severity.HIGH,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    laws=("dispute-resolution",),
    why=(
        "An arbitrator's error can hardly be appealed, and a small practice pays half of a costly "
        "hearing. What is settled in private helps no one after you."
    ),
    asks=("Ask that arbitration follows only when both sides choose it after the dispute arose.",),
    wording="A dispute is arbitrated only if both parties choose it in writing after it arises.",
    find=_find,
)
