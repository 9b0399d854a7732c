"""Read a rule for due days as a person writes it; words that are no rule are None, never guessed.

::

    15th of each month, next business day      April 1 of each year
    5th business day of each month             June 30 after each performance year
    30 days after the end of each quarter      60 days before the start of each performance year
    45 days after the end of the performance year
    30 business days after receipt of a settlement notice
"""

import re
from collections.abc import Callable
from datetime import date

from fairterms.monitor.calendar import length
from fairterms.monitor.calendar.length import Length, Unit
from fairterms.monitor.calendar.part import MONTHS, Part
from fairterms.monitor.calendar.rule import (
    AfterTrigger,
    AtEdge,
    InEach,
    OnDays,
    Repeating,
    Roll,
    Rule,
)

_Timing = OnDays | InEach | AtEdge | AfterTrigger
_PART = r"(?:calendar |performance |program |contract )?(?P<part>month|quarter|half[- ]year|year)"
_NTH = re.compile(
    r"(?P<day>\d\d?)(?:st|nd|rd|th) (?P<business>business )?(?:day )?of (?:each|every) "
    r"(?:calendar )?month"
)
_MONTH_DAY = re.compile(
    rf"(?P<month>{'|'.join(MONTHS)}) (?P<day>\d\d?) (?P<link>of|after|in) (?:each|every|the) "
    r"(?:calendar |performance |program |contract )?year",
    re.IGNORECASE,
)
_EDGE = re.compile(
    rf"(?:(?P<length>.+?) )?(?P<way>after|before|at|on) the (?P<edge>start|end|last day) of "
    rf"(?:each|every|the) {_PART}"
)
_TRIGGER = re.compile(r"(?P<length>[\w ]+?) (?P<way>after|before) (?P<trigger>.+)")
# What speaks of a part of the year is a rule of its own, and no event to wait for.
_OF_A_PART = re.compile(r"\b(?:each|every|month|quarter|year)\b", re.IGNORECASE)
_LONGEST_MONTH = 31
RECURRENCES = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
"""How often a first day comes round again, in months."""


def read(words: str) -> Rule | None:
    """Read a rule; None where the words are none that can be worked out.

    Examples
    --------
    >>> read("15th of each month, next business day").roll.value
    'next business day'
    >>> read("30 business days after receipt of the report").trigger
    'receipt of the report'
    >>> read("in good time") is None
    True
    """
    plain = " ".join(words.split()).removesuffix(".")
    body, roll = _without_roll(plain)
    for reader in _READERS:
        timing = reader(body)
        if timing is not None:
            return Rule(timing, plain, roll)
    return None


def on_days(days: tuple[date, ...]) -> Rule:
    """Return the rule of days that are named.

    Examples
    --------
    >>> on_days((date(2027, 1, 29),)).words
    'January 29, 2027'
    """
    ordered = tuple(sorted(set(days)))
    return Rule(OnDays(ordered), "; ".join(map(day_in_words, ordered)))


def repeated(first: date, recurrence: str) -> Rule:
    """Return the rule of a first day that comes round again until the term ends.

    Parameters
    ----------
    first
        The first due day.
    recurrence
        Of :data:`RECURRENCES`.
    """
    words = f"{day_in_words(first)}, then {recurrence}"
    return Rule(Repeating(first, RECURRENCES[recurrence]), words)


def day_in_words(day: date) -> str:
    """Write a day as contracts do: "January 29, 2027"."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _without_roll(words: str) -> tuple[str, Roll]:
    for roll in (Roll.NEXT, Roll.PREVIOUS):
        if words.lower().endswith(f", {roll.value}"):
            return words[: -len(roll.value) - 2], roll
    return words, Roll.STAYS


def _nth(words: str) -> InEach | None:
    found = _NTH.fullmatch(words.lower())
    if found is None or not 1 <= int(found["day"]) <= _LONGEST_MONTH:
        return None
    return InEach(Part.MONTH, int(found["day"]), is_business=bool(found["business"]))


def _month_day(words: str) -> InEach | None:
    found = _MONTH_DAY.fullmatch(words)
    if found is None:
        return None
    month = [name.lower() for name in MONTHS].index(found["month"].lower()) + 1
    try:
        date(2028, month, int(found["day"]))
    except ValueError:
        return None
    later = 1 if found["link"].lower() == "after" else 0
    return InEach(Part.YEAR, int(found["day"]), month, years_later=later)


def _edge(words: str) -> AtEdge | None:
    found = _EDGE.fullmatch(words.lower())
    if found is None:
        return None
    is_at, is_start = found["way"] in ("at", "on"), found["edge"] == "start"
    # "after the start" and "before the end" would be rules of their own; no contract read so far
    # has them, and a rule that is not understood is said to be none.
    if (not is_at and (found["way"] == "before") is not is_start) or (is_at and is_start):
        return None
    said = Length(0, Unit.DAYS) if is_at else length.read(found["length"] or "")
    if said is None or is_at is bool(found["length"]):
        return None
    return AtEdge(_part(found["part"]), said, is_before_start=is_start)


def _trigger(words: str) -> AfterTrigger | None:
    found = _TRIGGER.fullmatch(words)
    said = length.read(found["length"]) if found else None
    if found is None or said is None or _OF_A_PART.search(found["trigger"]):
        return None
    trigger = found["trigger"].removeprefix("the ").removeprefix("a ")
    return AfterTrigger(said, trigger, is_before=found["way"] == "before")


def _part(words: str) -> Part:
    return Part(words.replace("-", " "))


_READERS: tuple[Callable[[str], _Timing | None], ...] = (_nth, _month_day, _edge, _trigger)
