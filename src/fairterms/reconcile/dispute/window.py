"""Until when a statement may be questioned, in the contract's own words."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from fairterms.document import numbers
from fairterms.document.numbers import Amount, Unit
from fairterms.review import places
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import QuoteEvidence

_TIME = re.compile(
    r"\bwithin (?P<time>[^.;]{0,40}?\b(?:days?|weeks?|months?)\b)|"
    r"\b(?:no|not) later than (?P<later>[^.;]{0,40}?\b(?:days?|weeks?|months?)\b)|"
    r"\b(?:has|have|for|until|up to) (?P<long>[^.;]{0,40}?\b(?:days?|weeks?|months?)\b)",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"\b(?:(?:settlement|annual|reconciliation|final|interim|quarterly) (?:reports?|statements?|"
    r"notices?)|(?:the|a|each) report|statements?|reconciliations?|settlements?|figures)\b",
    re.IGNORECASE,
)
_RAISES = re.compile(
    r"\b(?:deemed (?:to be |to have been )?(?:accepted|final|correct)|object\w*|questions?|"
    r"disput\w+|reconsider\w*|contest\w*|settlement notice)\b",
    re.IGNORECASE,
)
_OF_CLAIMS = re.compile(r"\b(?:claims?|appeal process|overpa\w+|recover\w*)\b", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\b(?:plan|payer|payor|company|insurer) (?:shall|will|must) (?:answer|reply|respond|pay)|"
    r"\banswers?\b[^.;]{0,30}\bquestions?\b|\bdo(?:es)? not (?:agree|settle|resolve)\b",
    re.IGNORECASE,
)
_DEEMED = re.compile(r"\bdeemed\b", re.IGNORECASE)


@dataclass(frozen=True)
class DisputeWindow:
    """A time within which the group may question a statement.

    Attributes
    ----------
    time
        How long.
    quote
        Where the contract says so.
    is_final
        Whether the statement is deemed accepted afterwards.
    """

    time: Amount
    quote: QuoteEvidence
    is_final: bool

    def closes(self, delivered: date) -> date | None:
        """Return the last day, counted from the day of delivery; None where days are not certain.

        Business days are counted as calendar days and a month as 28, which is never too late.
        """
        days = _fewest_days(self.time)
        return None if days is None else delivered + timedelta(days=int(days))


def find(reading: Reading) -> tuple[DisputeWindow, ...]:
    """Find the times within which a statement may be questioned, the shortest first.

    Parameters
    ----------
    reading
        The contract.

    Returns
    -------
    tuple of DisputeWindow
        Empty where the contract sets none. Times to contest a claim, and times that the plan has,
        are left out.
    """
    found = []
    for place in places.find(reading, _TIME, where=_is_about_a_statement):
        times = numbers.times(next(filter(None, place.match.groups())))
        if times:
            is_final = _DEEMED.search(place.text) is not None
            found.append(DisputeWindow(times[-1], place.quote, is_final))
    return tuple(sorted(found, key=_shortest))


def _is_about_a_statement(place: Place) -> bool:
    text = place.text
    if not _STATEMENT.search(text) or not _RAISES.search(text) or _ANSWERS.search(place.before):
        return False
    return not _OF_CLAIMS.search(text)


def _shortest(window: DisputeWindow) -> tuple[bool, Decimal]:
    days = _fewest_days(window.time)
    return days is None, days or Decimal(0)


def _fewest_days(time: Amount) -> Decimal | None:
    each = {Unit.BUSINESS_DAYS: 1, Unit.MONTHS: 28}.get(time.unit)
    return time.calendar_days if each is None else time.value * each
