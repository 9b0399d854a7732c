"""What counts as medically necessary is the plan's to say, or is the cheapest service."""

import re
from collections.abc import Iterable

from fairterms.review import agents, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = ("medically necessary", "medical necessity", "medical-necessity", "clinically necessary")
_NECESSARY = r"(?:medical(?:ly)?|clinical(?:ly)?)[ -]necess(?:ary|ity)"
_DEFINES = re.compile(
    rf"\b{_NECESSARY}\b[^.;]{{0,60}}?[\"']?,?(?: shall)? (?:means?|is defined as|refers? to|"
    rf"(?:services|care) (?:is|are|means)|has the meaning|have the meaning)\b|"
    rf"^[\d.() \w]{{0,12}}\"?{_NECESSARY}\b[^.;:]{{0,50}}: ",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    rf"\b{_NECESSARY}\b[^.;]{{0,90}}?\b(?:as |is |are |be |which (?:is|are) )?(?:solely )?"
    r"(?P<verb>determined|defined|decided|established|interpreted|approved|deemed)"
    r"(?: \w+){0,6}? by\b|"
    r"\b(?P<active>determin\w+|decides?|concludes?|finds?|deems?|considers?|believes?)\b[^.;]{0,70}?"
    rf"\b(?:not )?{_NECESSARY}\b|"
    rf"\b{_NECESSARY}\b[^.;]{{0,20}}?\b(?P<only>only )(?:if|when|where|as)\b[^.;]{{0,40}}?"
    r"\b(?P<later>determines?|decides?|concludes?|finds?|deems?|considers?|agrees?|says)\b|"
    rf"\b(?:final|sole|exclusive|conclusive)\b[^.;]{{0,60}}?\b{_NECESSARY}\b",
    re.IGNORECASE,
)
_WHO_DECIDES = re.compile(
    r"\b(?P<active>determines?|decides?|concludes?|deems?|considers?|finds?)\b|"
    r"\b(?:in|at) (?:the )?(?P<of>[\w' \]\[]{0,40}?)(?:judgment|opinion|discretion|"
    r"determination)\b|"
    r"\b(?:determined|decided|established|judged|deemed|approved)(?: \w+){0,6}? by\b(?P<by>)|"
    r"\bsatisf\w+ (?:to |of )?(?P<to>)",
    re.IGNORECASE,
)
_POLICY = re.compile(
    r"\b(?:consistent with|in accordance with|according to|under|meets?|satisf(?:y|ies)|per|"
    r"pursuant to|based on|set forth in|described in|defined in|conform\w* (?:to|with))\b"
    r"[^.;]{0,60}?\b(?:polic(?:y|ies)|guidelines?|criteria|protocols?|manuals?|procedures)\b",
    re.IGNORECASE,
)
_CHEAPEST = re.compile(
    r"\b(?:least|lowest|less)[- ](?:cost\w*|expensive)|\bmost cost[- ]effective|\bnot more costly|"
    r"\bno more costly|\bmore (?:costly|expensive) than|\bmost economical|\blower cost",
    re.IGNORECASE,
)
_EQUIVALENT = re.compile(r"\b(?:equivalent|at least as likely|equal(?:ly)?|same)\b", re.IGNORECASE)
_ACCEPTED = re.compile(
    r"\bgenerally (?:accepted|recogni[sz]ed)|\bprudent (?:physician|clinician|provider|health)|"
    r"\bprevailing (?:professional|clinical)|\bnationally recogni[sz]ed|\bevidence[- ]based|"
    r"\baccepted (?:standards|clinical|medical|professional)|\bprofessional(?:ly recogni[sz]ed)? "
    r"standards|\bstandards? of (?:good )?(?:medical|clinical|mental|professional|behavioral)",
    re.IGNORECASE,
)
_BY_LAW = re.compile(
    r"\b(?:CFR|C\.F\.R\.|U\.?S\.?C\.?|Code Ann|Stat(?:utes|\.)|Administrative Code|Rules? \d|"
    r"T\.?C\.?A\.?|CMS|State Agency|state Medicaid|Medicaid Program|TennCare|Social Security Act|"
    r"Government Contract|Regulatory Requirements|Insurance Code|Health (?:and|&) Safety Code|"
    r"as (?:defined|required) (?:by|in|under) (?:applicable |state |federal )*law)\b|§"
)
_OVERRIDES = re.compile(
    rf"\b(?:polic(?:y|ies)|guidelines?|criteria|manual)\b[^.;]{{0,80}}?\b(?:control|prevail|govern|"
    rf"supersede|take precedence)\w*\b[^.;]{{0,160}}?\b(?:judgment|{_NECESSARY}|clinical)|"
    rf"\b{_NECESSARY}\b[^.;]{{0,120}}?\b(?:polic(?:y|ies)|guidelines?|criteria)\b[^.;]{{0,40}}?"
    r"\b(?:control|prevail|govern)\w*",
    re.IGNORECASE,
)
_SECTION_BEFORE, _SECTION_AFTER = 25, 25
"""Sentences around a definition in which the law it was taken from may stand."""


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    definitions = (*places.within(passages, _DEFINES), *_titled(reading))
    if not passages and not definitions:
        return
    faulty = [place for place in definitions if _faults(reading, place)]
    overrides = places.within(passages, _OVERRIDES)
    decided = places.within(passages, _DECIDED, where=lambda place: _is_plans_word(reading, place))
    decided = tuple(place for place in decided if not _is_of_law(reading, place.passage))
    is_sound = any(_is_sound(reading, place) for place in definitions if place not in faulty)
    found = [*faulty, *overrides, *(decided if not is_sound or faulty else _standards(decided))]
    unique = list({place.passage: place for place in found}.values())
    if unique:
        says = dict.fromkeys(said for place in faulty for said in _faults(reading, place))
        detail = " ".join(says) or "The plan says what is necessary."
        severity = Severity.MEDIUM if _is_mild(reading, faulty, unique) else None
        yield places.sighting(unique, detail, severity=severity)


def _titled(reading: Reading) -> tuple[Place, ...]:
    """Return the first sentence under each heading that is "Medically Necessary" itself."""
    titled = {
        (document.name, number)
        for document in reading.documents
        for number, section in enumerate(document.sections)
        if re.fullmatch(rf"\W*{_NECESSARY}\W*", section.title, re.IGNORECASE)
    }
    first: dict[tuple[str, int], Passage] = {}
    for passage in reading.passages if titled else ():
        key = (passage.document.name, passage.sentence.section)
        if key in titled:
            first.setdefault(key, passage)
    return places.within(first.values(), re.compile(r"^.+"))


def _faults(reading: Reading, place: Place) -> tuple[str, ...]:
    """Say what is wrong with a definition of necessity; nothing where a law gives it."""
    passage = place.passage
    words = _definition(reading, passage)
    if _is_of_law(reading, passage):
        return ()
    faults: list[str] = []
    if _names_plan_as_judge(reading, words):
        faults.append("What is necessary is what the plan says it is.")
    if _POLICY.search(words) and not _ACCEPTED.search(_POLICY.search(words)[0]):  # type: ignore[index]
        faults.append("It hangs on the plan's own policies.")
    if _CHEAPEST.search(words):
        faults.append("It asks for the cheapest service.")
    return tuple(faults)


def _definition(reading: Reading, passage: Passage) -> str:
    """Return the words of a definition: its sentence, and the items that go on from it."""
    section = list(reading.same_section(passage))
    at = section.index(passage)
    goes_on = [
        other.text
        for other in section[at + 1 : at + 7]
        if re.match(r"\(?\w{1,3}[.)] |[a-z;,]", other.text)
    ]
    return " ".join((passage.text, *goes_on))


def _names_plan_as_judge(reading: Reading, words: str) -> bool:
    """Say whether the words make the plan, or its medical director, the judge."""
    for match in _WHO_DECIDES.finditer(words):
        if match["active"]:
            side = reading.parties.subject(words, match.start())
        elif match["of"] is not None:
            side = agents.after(reading.parties, words, match.start("of"))
        else:
            side = agents.after(reading.parties, words, match.end())
        is_removed = side is Side.UNNAMED and reading.is_provider_agreement
        if side is Side.PLAN or (is_removed and not match["active"]):
            return True
    return False


def _is_plans_word(reading: Reading, place: Place) -> bool:
    """Say whether necessity outside a definition is what the plan determines."""
    if place.match["verb"]:
        side = agents.after(reading.parties, place.text, place.match.end())
        return side is Side.PLAN or (side is Side.UNNAMED and reading.is_provider_agreement)
    if place.match["later"]:
        return place.side(reading, "later") is Side.PLAN
    if place.match["active"]:
        side = place.side(reading, "active")
        if side is Side.OTHER and re.search(r"\bit $", place.before):
            side = agents.before(reading.parties, place.text, place.match.start())
        return side is Side.PLAN
    return agents.before(reading.parties, place.text, place.match.end()) is Side.PLAN


def _is_of_law(reading: Reading, passage: Passage) -> bool:
    """Say whether a law gives the definition, here or in the sentences around it."""
    if _BY_LAW.search(passage.text):
        return True
    at = reading.passages.index(passage)
    around = reading.passages[max(0, at - _SECTION_BEFORE) : at + _SECTION_AFTER]
    return any(
        other.document is passage.document
        and any(stem in other.text.lower() for stem in _STEMS)
        and re.search(r"\bmeaning\b|\bdefin", other.text) is not None
        and _BY_LAW.search(other.text) is not None
        for other in around
    )


def _is_sound(reading: Reading, place: Place) -> bool:
    """Say whether a definition rests on accepted clinical standards, or on a law."""
    words = _definition(reading, place.passage)
    return _ACCEPTED.search(words) is not None or _is_of_law(reading, place.passage)


def _standards(decided: Iterable[Place]) -> list[Place]:
    """Of the places where the plan decides, keep those that set the standard.

    Beside a sound definition, a plan that "determines" necessity only applies it.
    """
    return [
        place
        for place in decided
        if place.match["only"] or re.search(r"\"[^\"]+\" means", place.text)
    ]


def _is_mild(reading: Reading, faulty: Iterable[Place], found: Iterable[Place]) -> bool:
    """Say whether the fault is only a comparison of cost in an otherwise clinical definition.

    Or whether necessity is only applied by the plan, without a definition to judge.
    """
    judged = tuple(faulty)
    if not judged:
        return not any("mean" in place.text for place in found) and not any(
            _OVERRIDES.search(place.text) for place in found
        )
    return all(
        len(_faults(reading, place)) == 1
        and _CHEAPEST.search(_definition(reading, place.passage)) is not None
        and _EQUIVALENT.search(_definition(reading, place.passage)) is not None
        and _ACCEPTED.search(_definition(reading, place.passage)) is not None
        for place in judged
    )


CHECK = Check(
    id="medical-necessity-standard",
    title="Necessity standard",
    detects=(Detects.VAGUE, Detects.ONE_SIDED),
    severity=Severity.HIGH,
    theme=Theme.EQUITY,
    tactics=("strategic_ambiguity",),
    questions=("gf_q17",),
    lesson="training_1",
    sources=(GOOD_PRACTICE,),
    laws=("medical-necessity",),
    why=(
        "Only necessary care is paid. If the plan alone says what is necessary, or the cheapest "
        "service always wins, your clinical judgment does not count and the work may go unpaid."
    ),
    asks=(
        (
            "Ask that necessity follows generally accepted standards of mental-health and "
            "substance-use care."
        ),
        "Ask that a clinician of the same specialty makes every denial.",
    ),
    wording=(
        "Necessity follows generally accepted standards of mental-health and substance-use care."
    ),
    find=_find,
)
