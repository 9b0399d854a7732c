"""Clauses on handing the agreement to someone else, and on a sale of one side's business."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from fairterms.review import agents, places, sieve
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place

_STEMS = ("assign", "transfer", "delegat", "convey", "sublicen")
_HAND_ON = (
    r"(?:assign(?:ed|able|s)?|transfer(?:red|able|s)?|delegate[ds]?|convey(?:ed)?|sublicen[cs]e)"
)
_THING = re.compile(
    r"\b(?:Agreement|contract|Terms|rights?|obligations?|duties|interests?|licen[cs]e|Lease|"
    r"assign(?:ment|able)|hereunder)\b",
    re.IGNORECASE,
)
_NOT = (
    r"(?:(?:may|shall|will|can|must|does|do|is|are|agrees?)(?: \w+)? (?:not|nor)\b|(?:may|can)not|"
    r"neither\b|\bno (?:party|assign\w*|transfer|rights?|interest)\b|prohibited from|"
    r"(?:have|has) no right\b|not\b(?= be| assign| transfer))"
)
_SALE_STEMS = ("control", "owner", "merg", "consolidat", "acqui", "substantially")
_BARRED = re.compile(
    rf"(?P<verb>{_NOT})[^.;]{{0,140}}?\b{_HAND_ON}\b|"
    rf"\b(?P<noun>assign(?:ment)?|transfer)\b[^.;]{{0,120}}?\b(?:void(?:able)?|prohibited|"
    r"not permitted|null|of no (?:force|effect)|requires? [^.;]{0,40}consent)\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?P<verb>may(?! not)|(?:shall |will )?ha(?:ve|s) the right to|(?:is|are|"
    r"shall be) entitled to|"
    r"shall be free to|can(?! ?not)|reserves? the right to|retains? the right to)"
    r"(?: (?!not\b|collaterally\b)[\w,()'\u2019-]+){0,9}? (?:assign|transfer|novate)\b"
    r"(?=[^.;]{0,60}\b(?:Agreement|contract|Terms|rights|obligations|it)\b)|"
    r"\b(?:may|can) be (?:freely )?(?:assigned|transferred) (?:by (?P<by>[^,.;]{2,40}?))?"
    r" (?:without|to (?:an|any|its))\b|"
    r"\bconsent\b[^.;]{0,60}?\b(?P<need>not be (?:required|necessary))\b",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"\bchange (?:of|in)(?: the)? (?:\w+ ){0,3}?control\b|\bcontrol of (?:its|his|"
    r"the) management\b|"
    r"\bchange (?:of|in) (?:\w+ ){0,2}?ownership\b|"
    r"\b(?:merg\w+|consolidat\w+|acquir\w+|acquisition|sell\w*|sale|sold|transfer\w*)\b[^.;]{0,80}?"
    r"\b(?:substantially all|controlling interest|majority|business|assets|voting|stock|"
    r"shares|entity|"
    r"ownership)\b",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(
    r"\b(?:deemed|considered|terminat\w+|constitutes?|any merger|cease to|ceases to)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:(?:either|neither|each|any|no|both|a) (?:of )?(?:the )?part(?:y|ies)|"
    r"the parties|the other"
    r" part(?:y|ies)|party's|non-assigning|one party|we each)\b|\bneither\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:assigned (?:to (?:Provider|a (?:PCP|primary)|Group)|members?|by the state)|"
    r"medical records|patients?|transfer (?:of )?(?:a |the )?(?:Members?|data|funds|records|title)|"
    r"delegated (?:activit|credential|function|entit)|re-?assignment of payment|"
    r"benefits? (?:may|shall|are)|assignment of benefits|claims? assigned|"
    r"meanings? assigned|(?:hereby|agrees? to) assign\b|"
    r"cause of action assigned)",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby (?P<who>[^,.;]{2,60})")


@dataclass(frozen=True, eq=False)
class Clause:
    """A rule on handing the agreement on.

    Attributes
    ----------
    place
        Where it stands.
    side
        Whom it binds or frees.
    name
        That party in the agreement's own words, or empty.
    """

    place: Place
    side: Side
    name: str


@lru_cache(maxsize=2)
def barred(reading: Reading) -> tuple[Clause, ...]:
    """Find who may not hand the agreement on without consent."""
    return _clauses(reading, _BARRED)


@lru_cache(maxsize=2)
def free(reading: Reading) -> tuple[Clause, ...]:
    """Find who may hand it on without asking."""
    return tuple(
        clause
        for clause in _clauses(reading, _FREE)
        if not re.search(
            (
                r"^[^.;]{0,120}?\b(?:only with|with(?: the)?(?: \w+){0,2} consent|"
                r"upon(?: \w+){0,3} consent)"
            ),
            clause.place.after,
        )
    )


@lru_cache(maxsize=2)
def sales(reading: Reading) -> tuple[Place, ...]:
    """Find where a sale, merger or change of control of one side has a consequence."""
    about = sieve.holding(reading.passages, *_SALE_STEMS)
    return places.within(about, _SOLD, where=_matters)


def sales_in(passages: Iterable[Passage]) -> tuple[Place, ...]:
    """Find where some passages name a sale, merger or change of control, whatever follows of it."""
    return places.within(passages, _SOLD)


def names_sale(text: str) -> bool:
    """Say whether a text speaks of a sale, merger or change of control."""
    return _SOLD.search(text) is not None


def _matters(place: Place) -> bool:
    """Say whether a sale is more than named: it ends, is barred, needs consent or notice."""
    if re.match(r"change", place.match[0], re.IGNORECASE) is not None:
        return True
    around = place.text[max(0, place.match.start() - 250) : place.match.end() + 250]
    return _CONSEQUENCE.search(around) is not None and "inure" not in around.lower()


def _clauses(reading: Reading, pattern: "re.Pattern[str]") -> tuple[Clause, ...]:
    about = sieve.holding(reading.passages, *_STEMS)
    found = (Place(p, match) for p in about for match in pattern.finditer(p.text))
    return tuple(_clause(reading, place) for place in found if _is_of_agreement(place))


def _is_of_agreement(place: Place) -> bool:
    """Say whether it is the agreement that is handed on, and not a claim or a patient."""
    around = place.text[max(0, place.match.start() - 90) : place.match.end() + 70]
    return _THING.search(around) is not None and _OTHER.search(around) is None


def _clause(reading: Reading, place: Place) -> Clause:
    groups = place.match.groupdict()
    group = next((name for name in ("verb", "noun", "by", "need") if groups.get(name)), 0)
    if group in ("by", "noun") or _is_passive(place):
        by = _BY.search(place.text, max(0, place.match.start() - 10))
        if by is not None:
            side = agents.after(reading.parties, place.text, by.start("who"))
            return Clause(place, side, " ".join(by["who"].lower().split()[:2]))
    near = place.text[max(0, place.match.start() - 70) : place.match.end()]
    if _BOTH.search(near):
        return Clause(place, Side.BOTH, "")
    return Clause(place, place.side(reading, group), _name(place.text[: place.match.start(group)]))


def _is_passive(place: Place) -> bool:
    return (
        re.search(r"\b(?:be|are|is)\b[^.;]{0,60}(?:assign|transfer|delegat)\w+$", place.match[0])
        is not None
    )


def _name(before: str) -> str:
    match = re.search(
        r"((?:[A-Z][\w&.'\u2019-]*)(?: [A-Z][\w&.'\u2019-]*){0,3}|\b[Ww]e|\b[Yy]ou)$",
        before.rstrip(" ,"),
    )
    return match[0].lower() if match else ""
