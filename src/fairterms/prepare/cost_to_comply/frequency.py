"""How often a duty falls due, as its own words say, and within what time."""

import re
from dataclasses import dataclass
from decimal import Decimal

from fairterms.document import numbers


@dataclass(frozen=True)
class Frequency:
    """How often something is to be done.

    Attributes
    ----------
    words
        "monthly", "on an event", "not stated".
    times
        Times a year; None where the text does not fix it.
    due
        The time allowed: "within 10 business days"; empty where none is said.
    """

    words: str
    times: Decimal | None = None
    due: str = ""


_NUMBER = r"(?:two|three|four|five|six|ten|twelve|\d+)"
_TIMES_A_YEAR = re.compile(
    rf"\b(?:(?P<twice>twice)|(?P<number>{_NUMBER})(?: \(\d+\))? times) (?:a|each|per|every) "
    r"(?:calendar )?year\b",
    re.IGNORECASE,
)
_QUARTERLY = (
    r"\bquarterly\b|\b(?:every|each|of (?:the|each)|end of (?:the|a|each)) (?:calendar )?quarter\b"
)
_YEARLY = (
    r"\bannual(?:ly)?\b|\byearly\b|\b(?:every|each|per|a) (?:\w+ )?year\b|"
    r"\b(?:after|of) (?:the|each) (?:Program|Performance|Contract|Calendar) Year\b"
)
_RHYTHMS = (
    (r"\bweekly\b|\b(?:every|each) week\b", "weekly", 52),
    (
        r"\bmonthly\b|\b(?:every|each|of (?:the|each)|end of (?:the|a|each)) (?:calendar )?month\b",
        "monthly",
        12,
    ),
    (
        r"\bhalf[- ]?year(?:ly)?\b|\bsemi-?annual(?:ly)?\b|\b(?:every|each) six months\b",
        "half-yearly",
        2,
    ),
    (_QUARTERLY, "quarterly", 4),
    (_YEARLY, "yearly", 1),
)
_RHYTHM = tuple((re.compile(pattern, re.IGNORECASE), word, n) for pattern, word, n in _RHYTHMS)
_NOT_A_RHYTHM = re.compile(
    r"\bannual aggregate\b|\baggregate\b[^.;]{0,20}\byear\b|\b(?:cases|results?|figures) of\b|"
    r"\bduring each\b|\bnot more than once (?:a|in a)\b|\$[\d,.]+\)? (?:a|each) year",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:(?:up)?on (?:\w+ ){0,2}?request|requests?|within|after an?|before|when|whenever|if|"
    r"promptly|immediately|as (?:Plan|\w+) (?:reasonably )?(?:requests|requires))\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:within|(?:no|not) later than|not more than)\b[^.;]{0,60}?\b(?:days?|hours?|weeks?)\b",
    re.IGNORECASE,
)


def read(clause: str) -> Frequency:
    """Read how often a clause wants something done.

    Parameters
    ----------
    clause
        A part of a sentence, on one line.

    Examples
    --------
    >>> read("shall submit an outcome file every month").times
    Decimal('12')
    >>> read("shall notify Plan within ten (10) business days after a Clinician leaves")
    Frequency(words='on an event', times=None, due='within 10 business days')
    >>> read("shall use the portal").words
    'not stated'
    """
    due = _due(clause)
    said = _NOT_A_RHYTHM.sub(" ", clause)
    counted = _TIMES_A_YEAR.search(said)
    if counted:
        times = Decimal(2) if counted["twice"] else _number(counted["number"])
        return Frequency(f"{times} times a year", times, due)
    for pattern, word, times_a_year in _RHYTHM:
        if pattern.search(said):
            return Frequency(word, Decimal(times_a_year), due)
    return Frequency("on an event" if due or _EVENT.search(said) else "not stated", None, due)


def _number(words: str) -> Decimal:
    return Decimal(words) if words.isdigit() else numbers.in_words(words)


def _due(clause: str) -> str:
    within = _WITHIN.search(clause)
    amounts = numbers.times(within[0]) if within else ()
    if not amounts:
        return ""
    first = amounts[0]
    return f"within {first.value} {first.unit.value}"
