"""Deadlines of the group's reports and records: how many days each leaves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from fairterms.document import numbers
from fairterms.document.numbers import Amount, Unit
from fairterms.review import places, sieve
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import QuoteEvidence

FEWEST_DAYS = Decimal(30)
"""Calendar days that are enough for a report, or for an audit."""
FEWEST_BUSINESS_DAYS = Decimal(20)
"""The same in business days, about four weeks."""

_DUE = re.compile(
    r"\b(?:within|no later than|not later than|not less than|at least|upon|"
    r"on)\b (?P<time>[^.;]{0,40}?"
    r"\b(?:days?|weeks?|hours?|months?)\b)|\bby the (?P<day>\d+)(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_MUST = re.compile(r"\b(?:shall|must|will|agrees|is due|are due|may)\b", re.IGNORECASE)
_SENDS = re.compile(
    r"\b(?:submit|deliver|furnish|provide|send|supply|produce|report|file|due|available|copies)\b",
    re.IGNORECASE,
)
_OTHER_MATTER = re.compile(
    r"\b(?:clean claims?|submit claims?|claims? within|overpa\w+|appeals?|dispute|credential\w+|"
    r"insurance|"
    r"terminat\w+|grievances?|complaints?|notify|errors?|attribution list|cure|breach|incident|"
    r"invoice|"
    r"roster change|amend\w*|refund|objection|interest|plan of correction|sample of each file)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:reports?|files?|outcome data|data|results|surveys?|scores)\b", re.IGNORECASE
)
_AUDIT = re.compile(r"\b(?:audit\w*|examine|inspect\w*|records?|charts?|on-?site)\b", re.IGNORECASE)


class Kind(Enum):
    """What is due."""

    REPORT = "a report"
    AUDIT = "records, or access for an audit"


@dataclass(frozen=True)
class Deadline:
    """One time that an agreement leaves the group.

    Attributes
    ----------
    kind
        What is due.
    quote
        Where it says so.
    is_enough
        Whether it leaves about thirty days.
    """

    kind: Kind
    quote: QuoteEvidence
    is_enough: bool


def of_group(reading: Reading) -> tuple[Deadline, ...]:
    """Find the times within which the group must report, or open its records."""
    passages = sieve.holding(reading.passages, "day", "week", "hour", "month", "by the ")
    found = places.within(passages, _DUE, where=lambda place: _kind(place) is not None)
    return tuple(dict.fromkeys(_deadlines(reading, found)))


def _deadlines(reading: Reading, found: tuple[Place, ...]) -> Iterator[Deadline]:
    for place in found:
        kind = _kind(place)
        enough = _is_enough(place)
        if kind is not None and enough is not None and _is_groups(reading, place, kind):
            yield Deadline(kind, place.quote, enough)


def _kind(place: Place) -> Kind | None:
    """Say what is due; None where it is another matter."""
    if _OTHER_MATTER.search(place.text) or not _SENDS.search(place.text):
        return None if not _AUDIT.search(place.before) else _audit(place)
    if _AUDIT.search(place.text) and not re.search(r"\breports?\b|\bfiles?\b", place.before):
        return Kind.AUDIT
    return Kind.REPORT if _REPORT.search(place.before) else None


def _audit(place: Place) -> Kind | None:
    """Say whether a notice of an audit is spoken of, where nothing is sent."""
    is_notice = re.match(r"[^.;]{0,30}?\bnotice\b", place.after) is not None
    return Kind.AUDIT if is_notice and not _OTHER_MATTER.search(place.text) else None


def _is_enough(place: Place) -> bool | None:
    """Say whether about thirty days are left; None where no time is stated."""
    day = place.match["day"]
    if day is not None:
        return Decimal(day) >= FEWEST_DAYS
    if re.search(r"\bhours?$", place.match["time"], re.IGNORECASE):
        return False
    times = numbers.times(place.match["time"])
    return _leaves_time(times[-1]) if times else None


def _leaves_time(amount: Amount) -> bool:
    if amount.unit is Unit.BUSINESS_DAYS:
        return amount.value >= FEWEST_BUSINESS_DAYS
    return amount.calendar_days is not None and amount.calendar_days >= FEWEST_DAYS


def _is_groups(reading: Reading, place: Place, kind: Kind) -> bool:
    """Say whether the group has to act; of an audit, it always has."""
    verbs = list(_MUST.finditer(place.before))
    if not verbs or kind is Kind.AUDIT:
        return bool(verbs)
    is_due = verbs[-1][0].lower().endswith("due")
    return is_due or reading.parties.subject(place.text, verbs[-1].start()) is Side.GROUP
