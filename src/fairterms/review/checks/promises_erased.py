"""An entire-agreement clause erases what was promised before signing."""

import re
from collections.abc import Iterable

from fairterms.review import places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    "entire agreement",
    "entire understanding",
    "entire contract",
    "whole agreement",
    "supersed",
    "merge",
    "complete and",
    "and complete",
    "prior ",
    "previous",
    "earlier",
    "relied",
    "reliance",
    "no oral",
    "no other",
    "no promises",
    "no agreements",
    "other than those",
    "no representations",
    "not be bound by",
)
_REPLACES = (
    r"(?:supersed\w+|replac\w+|cancel\w+|merg\w+|extinguish\w+|revok\w+|terminat\w+|"
    r"tak\w+ the place of)"
)
_SAID = (
    r"(?:understandings?|representations?|negotiations?|discussions?|proposals?|promises|"
    r"assurances|statements?|communications?|correspondence|oral|presentations?|offers|"
    r"commitments?|undertakings?|arrangements?|letters? of intent|conversations?|warrant(?:y|ies))"
)
_BEFORE = r"(?:prior|previous|earlier|preceding|contemporaneous|former|antecedent|other)"
_ENTIRE = re.compile(
    r"\b(?:entire|whole|sole and entire|complete(?:,? (?:final )?and (?:exclusive|final|entire))?|"
    r"full and complete|final(?:,? complete)? and exclusive|exclusive)"
    r" (?:and \w+ )?(?:agreements?|understandings?|contract|statement|expression|integration|"
    r"terms)\b(?![^.;]{0,30}\b(?:is|was|be) (?:in|un))",
    re.IGNORECASE,
)
_ERASES = re.compile(
    rf"\b{_REPLACES}\b[^.;]{{0,40}}?\b{_BEFORE}\b[^.;]{{0,160}}?\b{_SAID}\b|"
    rf"\b{_BEFORE}\b[^.;]{{0,160}}?\b{_SAID}\b[^.;]{{0,120}}?\b(?:are|is) (?:hereby )?{_REPLACES}",
    re.IGNORECASE,
)
_NOTHING_ELSE = re.compile(
    rf"\b(?:no|not (?:be )?bound by any|without any)\b (?:\w+ ){{0,3}}{_SAID}[^.;]{{0,120}}?"
    r"\b(?:other than|except|not) (?:\w+ ){0,3}(?:contained|set forth|expressed|stated|included|"
    r"those|embodied)[^.;]{0,30}?\b(?:herein|in this)|"
    rf"\b(?:has|have|is|are|did) not (?:\w+ )?(?:reli(?:ed|ance|ant|ying)|rely)\b[^.;]{{0,60}}?"
    rf"\b{_SAID}",
    re.IGNORECASE,
)
_REPLACES_WORD = re.compile(_REPLACES, re.IGNORECASE)
_NOT_OF_THE_DEAL = re.compile(
    r"\bcontrary (?:agreement|contract)|\bbetween (?:the )?(?:Provider|Group|Practice|Physician|"
    r"Clinician|Practitioner|Contractor|Facility)[\w ,/'()-]{0,60}?\b(?:and|or) "
    r"(?:an? |any |the |its )?(?:Members?|Enrollees?|Covered|patients?|Subscribers?|Insureds?)\b",
    re.IGNORECASE,
)
_SPARED = re.compile(
    r"\b(?:except(?:ing| for)?|other than|together with|save|including|along with|subject to|and)\b"
    r"[^.;]{0,60}?\b(?:written )?(?:assurances?|promises|commitments?|representations?|answers|"
    r"letters?|statements)\b[^.;]{0,60}?\b(?:listed|attached|set (?:forth|out)|in) [^.;]{0,30}?"
    r"\b(?:Exhibit|Attachment|Schedule|Appendix|Annex|Addendum)\b|"
    r"\b(?:assurances?|promises|commitments?|representations?|answers)\b[^.;]{0,60}?\b(?:listed|"
    r"attached|set (?:forth|out)|in) [^.;]{0,30}?\b(?:Exhibit|Attachment|Schedule|Appendix|Annex|"
    r"Addendum)\b[^.;]{0,60}?\b(?:part of|remain|survive|continue)",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    erasing = places.within(passages, _ERASES, _NOTHING_ELSE, where=_is_of_the_deal)
    whole = places.within(passages, _ENTIRE, where=_is_whole)
    erased = [place for place in erasing if not _is_spared(reading, place)]
    found = sorted(
        {place.passage: place for place in (*whole, *erased)}.values(),
        key=lambda place: not (_ENTIRE.search(place.text) and _REPLACES_WORD.search(place.text)),
    )
    found = [place for place in found if not _is_spared(reading, place)]
    if found:
        yield places.sighting(
            found, "What was said, written or shown before signing no longer counts."
        )


def _is_of_the_deal(place: Place) -> bool:
    """Say whether the clause is about what the two sides told each other."""
    return _NOT_OF_THE_DEAL.search(place.text) is None


def _is_whole(place: Place) -> bool:
    """Say whether the agreement calls itself the whole of what was agreed."""
    calls = re.search(
        r"(?:\b(?:constitut\w+|contain\w*|represent\w*|embod\w+|set(?:s|ting)? (?:forth|out)|"
        r"compris\w+)\b[^.;]{0,60}|\b(?:is|are|be|being)(?: \w+){0,3}) $",
        place.before,
        re.IGNORECASE,
    )
    return calls is not None and _is_of_the_deal(place)


def _is_spared(reading: Reading, place: Place) -> bool:
    """Say whether written assurances stay part of the agreement."""
    return any(_SPARED.search(passage.text) for passage in reading.same_section(place.passage))


CHECK = Check(
    id="promises-erased",
    title="Earlier promises erased",
    detects=(Detects.PRESENCE,),
    severity=Severity.MEDIUM,
    theme=Theme.FAIR_DEALING,
    tactics=("strategic_ambiguity", "withheld_information"),
    questions=("gf_q02",),
    lesson="training_3",
    sources=(GOOD_PRACTICE,),
    why=(
        "A clause of this kind is usual. It means that an answer given in a meeting, an email or a "
        "presentation binds no one unless it is in the agreement."
    ),
    asks=(
        "List every assurance you rely on, and ask that the list becomes an exhibit.",
        "Ask that this clause names that exhibit as part of the agreement.",
    ),
    wording=(
        "This Agreement, with the written assurances listed in Exhibit A, is the whole agreement "
        "of the parties."
    ),
    find=_find,
)
