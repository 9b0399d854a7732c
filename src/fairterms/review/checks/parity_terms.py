"""No promise of parity for mental health, or heavier rules and lower pay for it."""

import re
from collections.abc import Iterable

from fairterms.review import absence, headings, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_MENTAL = (
    r"(?:mental(?: health)?|behavioral|behavioural|psycho\w*|psychiatric|substance|addiction|"
    r"counsel(?:ing|ling)|therapy|MH/SUD)"
)
_PARITY = re.compile(
    rf"\bMHPAEA\b|\b(?:mental health|behavioral health|addiction|"
    rf"substance use)[^.;]{{0,60}}\bparity\b|"
    rf"\bparity\b[^.;]{{0,160}}?\b{_MENTAL}\b|\b{_MENTAL}\b[^.;]{{0,160}}?\bparity\b|"
    r"\bparity (?:law|act|requirement|rule|compliance|analys[ie]s|certif\w+|obligation)|"
    rf"\b(?:no (?:more|less)|not (?:be )?(?:more|less)|same|equal\w*|"
    rf"comparable)\b[^.;]{{0,120}}?\b{_MENTAL}\b"
    r"[^.;]{0,120}?\b(?:medical|surgical|physical)\b|"
    rf"\b{_MENTAL}\b[^.;]{{0,160}}?\b(?:no (?:more|less)|not (?:be )?(?:more|less)|same|"
    rf"equal\w*|comparable)\b"
    r"[^.;]{0,120}?\b(?:medical|surgical|physical)\b|"
    r"\b(?:146\.136|300gg-26|1185a|Paul Wellstone|1374\.7[26])",
    re.IGNORECASE,
)
_GATE = (
    r"(?:(?:prior |pre-?|re-?)?(?:authoriz\w+|authoris\w+|approv\w+|certif\w+|review\w*|"
    r"permission|treatment plan))"
)
_VISITS = (
    r"(?:sessions?|visits?|appointments?|encounters?|units|hours of (?:therapy|psychotherapy|"
    r"treatment))"
)
_NTH = (
    r"(?:every|each|after|beyond|in excess of|more than|over|exceed\w*|following|per|first|initial|"
    r"(?:third|fourth|fifth|sixth|eighth|tenth|twelfth|twentieth))"
)
_HEAVIER = re.compile(
    rf"\b{_GATE}\b[^.;]{{0,100}}?\b{_NTH}\b[^.;]{{0,40}}?\b{_VISITS}\b|"
    rf"\b{_NTH}\b[^.;]{{0,40}}?\b{_VISITS}\b[^.;]{{0,100}}?\b{_GATE}\b|"
    rf"\b{_VISITS}\b[^.;]{{0,60}}?\b(?:limited to|not (?:to )?exceed|no more than|"
    rf"maximum of)\b[^.;]{{0,40}}?"
    r"\b(?:per|each|a) (?:calendar |plan |benefit )?(?:year|month|week)",
    re.IGNORECASE,
)
_LOWER_PAY = re.compile(
    rf"\b{_MENTAL}\b[^.;]{{0,160}}?\b(?:paid|reimburs\w+|rates?|fees?|allowed|"
    rf"compensat\w+)\b[^.;]{{0,80}}?"
    r"(?:\d+ ?(?:%|percent)|\bpercent\b)[^.;]{0,80}?\b(?:of|below|"
    r"less than)\b[^.;]{0,80}?\b(?:medical|physician|"
    r"surgical|primary care|physical)\b|"
    rf"\b{_MENTAL}\b[^.;]{{0,120}}?\b(?:lower|less|reduced)\b[^.;]{{0,60}}?\b(?:rates?|"
    rf"fees?|pa(?:id|yment)|"
    r"reimburs\w+)\b[^.;]{0,60}?\bthan\b[^.;]{0,60}?\b(?:medical|surgical|physician)",
    re.IGNORECASE,
)
_VISIT_STEMS = ("session", "visit", "appointment", "hours of", "encounter", " units")
_PARITY_STEMS = (
    *("parity", "mhpaea", "medical", "physical", "surgical", "300gg", "1185a", "1374", "146.136"),
)
_LONGEST = 500
"""Letters beyond which a passage is a table of fees rather than a sentence."""
_FOR_ALL = re.compile(r"\b(?:no|not|never|without|neither)\b[^.;]{0,50}$", re.IGNORECASE)
_OTHER_VISITS = re.compile(
    r"\b(?:physical therap|occupational|speech|chiropract|home health|emergency|hospital|"
    r"site visit|on-?site|"
    r"training|committee|office visit code|within \w+|satisfaction|survey|outcome|"
    r"medical and surgical)",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    visits = sieve.holding(reading.passages, *_VISIT_STEMS)
    heavier = places.within(visits, _HEAVIER, where=_is_heavier)
    paid = sieve.holding(reading.passages, "less", "lower", "reduced", "percent", "%")
    lower = places.within(paid, _LOWER_PAY, where=_is_lower)
    if heavier or lower:
        what = [
            *(["needs approval by number of visits"] if heavier else []),
            *(["is paid less than medical care"] if lower else []),
        ]
        yield places.sighting((*heavier, *lower), f"Mental health care {' and '.join(what)}.")
    elif not _promises_parity(reading):
        yield absence.sighting(
            reading,
            ("a promise of parity between mental health and medical care",),
            "no promise of parity for mental health care was found",
        )


def _is_lower(place: Place) -> bool:
    return not _FOR_ALL.search(place.before) and len(place.text) <= _LONGEST


def _promises_parity(reading: Reading) -> bool:
    about = sieve.holding(reading.passages, *_PARITY_STEMS)
    return bool(places.within(about, _PARITY)) or headings.say(reading, _PARITY)


def _is_heavier(place: Place) -> bool:
    """Say whether the gate is for the group's own visits, and not forbidden or of other care."""
    around = place.text[max(0, place.match.start() - 80) : place.match.end() + 40]
    is_denied = _FOR_ALL.search(place.before) or re.search(
        r"\b(?:not|no|never|without)\b", place.match[0], re.IGNORECASE
    )
    return not is_denied and not _OTHER_VISITS.search(around) and _has_number(place.match[0])


def _has_number(text: str) -> bool:
    return (
        re.search(
            r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|"
            r"thirty|third|fourth|"
            r"fifth|sixth|eighth|tenth|twelfth|twentieth|every|each)\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _is_for_care(reading: Reading) -> bool:
    return reading.is_provider_agreement


CHECK = Check(
    id="parity-terms",
    title="Parity",
    detects=(Detects.ABSENCE, Detects.ONE_SIDED),
    severity=Severity.HIGH,
    theme=Theme.EQUITY,
    tactics=("strategic_ambiguity",),
    questions=("gf_q17",),
    lesson="training_1",
    sources=(GOOD_PRACTICE,),
    laws=("parity",),
    why=(
        "Rules that are heavier for mental health than for other care keep patients from "
        "treatment. What nobody promises or shows, nobody can check."
    ),
    asks=("Ask that the plan certifies parity each year and shares its analysis.",),
    wording="Plan certifies parity each year and shares its comparative analysis.",
    applies=_is_for_care,
    find=_find,
)
