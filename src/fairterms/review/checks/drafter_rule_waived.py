"""The rule that unclear words count against their drafter is given up."""

import re
from collections.abc import Iterable

from fairterms.review import places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_DRAFTS = (
    r"(?:draft(?:ed|er|ers|ing|sman)?|authored|author(?:ship)?|prepar(?:ed|er|ing|ation)|wrote)"
)
_NOT = r"(?:not|no|nor|neither|never|without)"
_CONSTRUED = r"(?:constru\w+|interpret\w+|resolv\w+|held|read|applied|apply|presum\w+|inference)"
_STEMS = ("draft", "authorship", "prepar", "contra proferentem", "against any", "against eith")
_DISREGARDED = re.compile(
    rf"\b(?:without regard (?:to|for)|regardless of|irrespective of|without (?:giving )?(?:effect|"
    rf"aid|reference) (?:of|to))\b[^.;]{{0,90}}?\b{_DRAFTS}\b|"
    rf"\bidentity of the draft\w+[^.;]{{0,60}}?\bnot relevant|"
    rf"\bno weight\b[^.;]{{0,60}}?\b{_DRAFTS}\b|"
    rf"\bfact that\b[^.;]{{0,60}}?\b{_DRAFTS}\b[^.;]{{0,80}}?\bshall not\b",
    re.IGNORECASE,
)
_NOT_AGAINST = re.compile(
    rf"\b{_NOT}\b[^.;]{{0,110}}?\b(?:{_CONSTRUED}|rule|presumption)\b[^.;]{{0,120}}?"
    rf"\b(?:against|favou?r\w*)\b[^.;]{{0,120}}?\b(?:{_DRAFTS})\b|"
    rf"\b(?:{_DRAFTS})\b[^.;]{{0,120}}?\b{_NOT}\b[^.;]{{0,110}}?\b(?:{_CONSTRUED}|rule|presumption)"
    rf"\b[^.;]{{0,90}}?\b(?:against|favou?r\w*)\b",
    re.IGNORECASE,
)
_RULE_OFF = re.compile(
    rf"\b(?:rules?|doctrine|principle|presumption|canon)\b[^.;]{{0,140}}?"
    rf"\b(?:{_DRAFTS}|contra proferentem)\b[^.;]{{0,60}}?"
    r"\b(?:(?:shall|will|do(?:es)?|is|are|may) not\b|(?:is|are|be) (?:\w+ )?waived|inapplicable)|"
    r"\b(?:rules?|doctrine|principle|presumption|canon)\b[^.;]{0,60}?\b(?:shall|will|"
    r"do(?:es)?|may) "
    rf"not\b[^.;]{{0,120}}?\b(?:{_DRAFTS}|contra proferentem)\b|"
    r"\bwaives?\b[^.;]{0,60}?\b(?:rules?|presumption|constru\w+|doctrine|benefit|defense)\b"
    rf"[^.;]{{0,80}}?\b(?:{_DRAFTS}|contra proferentem)\b",
    re.IGNORECASE,
)
_NOT_AGAINST_A_PARTY = re.compile(
    r"\b(?:constru\w+|interpret\w+)\b[^.;]{0,80}?\b(?:not|nor)\b[^.;]{0,50}?\b(?:for or )?against "
    r"(?:either|any|one|a) (?:of the )?part(?:y|ies)\b|"
    r"\b(?:not|nor) (?:be )?(?:\w+ )?(?:constru\w+|interpret\w+)(?: \w+){0,3} (?:for or )?against "
    r"(?:either|any|one|a) (?:of the )?part(?:y|ies)\b",
    re.IGNORECASE,
)
_DEEMED_JOINT = re.compile(
    rf"\b(?:deemed|treated|considered|construed as if|interpreted as if)\b[^.;]{{0,60}}?"
    rf"\b(?:jointly|by both|by the parties|both parties|mutual(?:ly)?|all parties)\b"
    rf"[^.;]{{0,40}}?\b{_DRAFTS}\b|"
    rf"\b(?:deemed|treated|considered|construed as if|interpreted as if)\b[^.;]{{0,60}}?\b{_DRAFTS}"
    r"\b[^.;]{0,40}?\b(?:jointly|by both|by the parties|by all)\b|"
    rf"\b{_DRAFTS} hereof is not to be attributed\b|\bdraft\w+ of this Agreement is not "
    rf"to be attrib",
    re.IGNORECASE,
)
_OTHER_THING = re.compile(
    r"\b(?:patent|publication|manuscript|press release|specification|work product|invention)s?\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\b(?:participated|cooperated|took part|joint(?:ly)?|negotiated|negotiation|legal counsel|"
    r"independent counsel|attorneys?)\b",
    re.IGNORECASE,
)
_NEAR = 30
_PATTERNS = (_DISREGARDED, _NOT_AGAINST, _RULE_OFF, _NOT_AGAINST_A_PARTY, _DEEMED_JOINT)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    found = places.within(passages, *_PATTERNS, where=_gives_the_rule_up)
    if not found:
        return
    is_recited = any(_says_joint(reading, place) for place in found)
    yield places.sighting(
        found,
        "Unclear words would no longer count against the side that wrote them."
        + (" The clause says that both sides drafted it." if is_recited else ""),
        asks=("Ask that this is struck unless both sides really drafted the text.",),
        severity=Severity.LOW if is_recited else None,
    )


def _gives_the_rule_up(place: Place) -> bool:
    """Say whether a match is about the wording of the agreement, not of a patent."""
    near = place.match[0] + place.after[:_NEAR]
    return _OTHER_THING.search(near) is None


def _says_joint(reading: Reading, place: Place) -> bool:
    """Say whether the same section recites that both sides negotiated or drafted the text.

    Only a recital of a fact; "as if drafted jointly" is none.
    """
    return any(
        _JOINT.search(_DEEMED_JOINT.sub("", passage.text))
        for passage in reading.same_section(place.passage)
        if passage is place.passage or "draft" in passage.text or "prepar" in passage.text
    )


CHECK = Check(
    id="drafter-rule-waived",
    title="Drafter rule waived",
    detects=(Detects.PRESENCE,),
    severity=Severity.MEDIUM,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it", "strategic_ambiguity"),
    questions=("gf_q02",),
    lesson="training_3",
    sources=(GOOD_PRACTICE,),
    why=(
        "Courts read unclear words against the side that chose them. Giving that up rewards the "
        "plan for unclear drafting, and you did not write the text."
    ),
    asks=("Ask to delete the clause, or to keep it only for clauses both sides drafted.",),
    wording=(
        "Unclear words are read against the party that drafted them, except in a clause that both "
        "parties drafted and marked as such."
    ),
    find=_find,
)
