"""Notice of a change is short, soft or missing."""

import re
from collections.abc import Iterable, Iterator

from fairterms.document import numbers
from fairterms.document.numbers import Amount, Unit
from fairterms.review import amendments
from fairterms.review.amendments import Right
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity

FEWEST_DAYS = 60
"""Calendar days; laws that were read ask for 45, 60 or 90."""
FEWEST_BUSINESS_DAYS = 45

_SOFT = re.compile(
    r"\b(?:good[- ]faith|reasonable|best|commercially reasonable) efforts?\b[^.;]{0,40}\bnoti|"
    r"\b(?:endeavou?r|attempt|try|seek) to (?:give|provide|notify)\b|"
    r"\bif (?:practicable|feasible)\b[^.;]{0,40}\bnoti",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\bwithout (?:any )?(?:prior |advance |further |giving )*notice\b|\bwith or without notice\b|"
    r"\b(?:effective|take effect|in effect|apply)\b[^.;]{0,30}?"
    r"\b(?:immediately|upon posting|when (?:it is |they are )?posted|as soon as)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\b(?:notice|notify|notified|notification)\b", re.IGNORECASE)
_LEAVING = re.compile(r"\binsur|\bterminat|\bobject|\bdispute|\bcure\b", re.IGNORECASE)
_REACH = 100
_SENTENCES_AFTER = 2


def _find(reading: Reading) -> Iterable[Sighting]:
    rights = amendments.one_sided(reading)
    told = [passage for right in rights for passage in _told(reading, right)]
    others = list(_other_notices(reading))
    found = [fault for passage in told for fault in (_soft(passage) or _short(passage))]
    found += [fault for passage in others for fault in _soft(passage)]
    found += [fault for right in rights for fault in _none(right.passage)]
    if not found and not told and not any(_is_notice(passage.text) for passage in others):
        found = [_unannounced(right) for right in rights]
    unique = list(dict.fromkeys(found))
    if unique:
        quotes = [quote for quote, _ in unique]
        yield Sighting(quotes[0], tuple(quotes[1:]), detail=unique[0][1])


def _told(reading: Reading, right: Right) -> list[Passage]:
    """Return the sentences that say what notice goes with a right to change."""
    section = list(reading.same_section(right.passage))
    place = section.index(right.passage)
    around = [
        passage
        for number, passage in enumerate(section)
        if place <= number <= place + _SENTENCES_AFTER or amendments.names_change(passage.text)
    ]
    return [p for p in around if _NOTICE.search(p.text) and not _LEAVING.search(p.text)]


def _is_notice(text: str) -> bool:
    """Say whether a text promises notice of changes beyond those that the law requires."""
    return _NOTICE.search(text) is not None and not amendments.is_by_law(text, 0)


def _unannounced(right: Right) -> tuple[QuoteEvidence, str]:
    quote = right.passage.around(right.start, right.end)
    return quote, "The right to change names no notice at all."


def _other_notices(reading: Reading) -> Iterator[Passage]:
    """Return notices of amendments elsewhere, such as in an attachment."""
    for passage in reading.passages:
        is_of_amendment = re.search(r"\bamendments?\b", passage.text, re.IGNORECASE)
        if is_of_amendment and not _LEAVING.search(passage.text):
            yield passage


def _soft(passage: Passage) -> list[tuple[QuoteEvidence, str]]:
    match = _SOFT.search(passage.text)
    if match is None:
        return []
    quote = passage.around(match.start(), match.end())
    return [(quote, "Only an effort to give notice is promised, so notice may not come at all.")]


def _none(passage: Passage) -> list[tuple[QuoteEvidence, str]]:
    match = _NONE.search(passage.text)
    if match is None or amendments.is_by_law(passage.text, 0):
        return []
    quote = passage.around(match.start(), match.end())
    return [(quote, "A change may come without notice, or at once.")]


def _short(passage: Passage) -> list[tuple[QuoteEvidence, str]]:
    found: list[tuple[QuoteEvidence, str]] = []
    for amount in numbers.times(passage.text):
        near = passage.text[max(0, amount.start - _REACH) : amount.end + _REACH]
        is_by_law = amendments.is_by_law(passage.text, 0)
        if _is_short(amount) and _NOTICE.search(near) and not is_by_law:
            quote = passage.around(amount.start, amount.end)
            found.append((quote, f"Notice of a change is {amount.value:f} {amount.unit.value}."))
    return found[:1]


def _is_short(amount: Amount) -> bool:
    """Judge calendar days and business days each by their own number, never one by the other."""
    if amount.unit is Unit.BUSINESS_DAYS:
        return amount.value < FEWEST_BUSINESS_DAYS
    days = amount.calendar_days
    return days is not None and days < FEWEST_DAYS


CHECK = Check(
    id="amend-notice-days",
    title="Short or soft notice of changes",
    detects=(Detects.NUMBER, Detects.VAGUE),
    severity=Severity.HIGH,
    theme=Theme.FAIR_DEALING,
    tactics=("ratcheting",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(),
    laws=("change-notice",),
    why=(
        "A practice needs time to price a change, to object and to tell its patients. Laws to "
        "compare with ask for 45, 60 or 90 days."
    ),
    asks=("Ask for 90 days' written notice of every change, and 60 as the least.",),
    wording=(
        'Plan gives 90 days\' written notice of a change, titled "Contract change", with a summary '
        "of what changes."
    ),
    find=_find,
)
