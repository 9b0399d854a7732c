"""Numbers as contracts write them: "thirty (30) days", "fifty percent (50%)", "$1,000,000".

Business days and calendar days are kept apart: no one is turned into the other.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Unit(Enum):
    """What a number in a contract counts."""

    PERCENT = "percent"
    DOLLARS = "dollars"
    DAYS = "days"
    BUSINESS_DAYS = "business days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    NONE = ""


@dataclass(frozen=True)
class Amount:
    """A number in a text.

    Attributes
    ----------
    value
        As the digits say, or the words where there are no digits. A percentage is in per cent:
        "50%" is 50.
    unit
        What it counts.
    start, end
        Its place in the text it was read from, unit included.
    text
        Its words.
    other_value
        What the words say where they and the digits disagree ("thirty (60) days"); else None.
    """

    value: Decimal
    unit: Unit
    start: int
    end: int
    text: str
    other_value: Decimal | None = None

    @property
    def calendar_days(self) -> Decimal | None:
        """The time in calendar days, a month as 30 and a year as 365; None for business days."""
        each = {Unit.DAYS: 1, Unit.WEEKS: 7, Unit.MONTHS: 30, Unit.YEARS: 365}.get(self.unit)
        return None if each is None else self.value * each

    @property
    def is_time(self) -> bool:
        """True for a length of time."""
        return self.unit is Unit.BUSINESS_DAYS or self.calendar_days is not None


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {
    **{word: value for value, word in enumerate(_ONES.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_HALF = "one-half"

_WORD = "|".join(sorted({*_VALUES, *_SCALES}, key=len, reverse=True))
_IN_WORDS = rf"{_HALF}|(?:{_WORD})(?:[ -](?:and\ )?(?:{_WORD})(?!-half))*(?:\ and\ {_HALF})?"
_IN_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_TIME = r"days?|weeks?|months?|years?"
_AMOUNT = re.compile(
    rf"""
    (?<![\w.$§/:-])
    (?:
        (?P<words>{_IN_WORDS})
        (?:\ (?P<word_unit>percent|per\ cent|dollars?))?
        (?:\ ?\(\s?(?P<bracket>\$)?\s?(?P<inner>{_IN_DIGITS})\s?(?P<inner_unit>%|percent)?\s?\))?
      | (?P<dollar>\$)\ ?(?P<money>{_IN_DIGITS})(?:\ (?P<scale>thousand|million|billion))?
      | (?P<digits>{_IN_DIGITS})
    )
    (?:
        \ ?(?P<percent>%|percent\b|per\ cent\b)
      | (?:\ |-)?(?P<kind>business|working|calendar|consecutive)?(?:\ |-)?(?P<time>{_TIME})\b
      | \ (?P<dollars>dollars?)\b
    )?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GOES_ON = re.compile(r"[./:-]\d")


def find(text: str) -> tuple[Amount, ...]:
    """Find the numbers in a text, in order.

    Parameters
    ----------
    text
        Best a sentence as :meth:`fairterms.document.document.Document.words` gives it.

    Examples
    --------
    >>> [(str(a.value), a.unit.value) for a in find("fifty percent (50%) within thirty (30) days")]
    [('50', 'percent'), ('30', 'days')]
    >>> [(str(a.value), a.unit.value) for a in find("ten business days, then 1 year")]
    [('10', 'business days'), ('1', 'years')]
    """
    return tuple(_amount(match) for match in _AMOUNT.finditer(text) if _counts(match))


def times(text: str) -> tuple[Amount, ...]:
    """Find the lengths of time in a text, in order."""
    return tuple(amount for amount in find(text) if amount.is_time)


def shortest(amounts: Iterable[Amount]) -> Amount | None:
    """Return the shortest length of time in calendar days; business days are passed over."""
    counted = [(amount.calendar_days, amount) for amount in amounts]
    return min(
        ((days, amount) for days, amount in counted if days is not None),
        key=lambda pair: pair[0],
        default=(Decimal(0), None),
    )[1]


def in_words(words: str) -> Decimal:
    """Read a number written in English words.

    Examples
    --------
    >>> str(in_words("one hundred eighty")), str(in_words("two million five hundred thousand"))
    ('180', '2500000')
    """
    total = part = Decimal(0)
    for word in re.findall(rf"{_HALF}|[a-z]+", words.lower()):
        if word == _HALF:
            part += Decimal("0.5")
        elif word == "hundred":
            part = max(part, Decimal(1)) * 100
        elif word in _SCALES:
            total += max(part, Decimal(1)) * _SCALES[word]
            part = Decimal(0)
        elif word in _VALUES:
            part += _VALUES[word]
    return total + part


def _counts(match: "re.Match[str]") -> bool:
    """Say whether a match is a number and not part of a section number, date or word."""
    after = match.string[match.end() : match.end() + 1]
    return not (after.isalnum() or _GOES_ON.match(match.string, match.end()))


def _amount(match: "re.Match[str]") -> Amount:
    digits = match["inner"] or match["money"] or match["digits"]
    said = in_words(match["words"]) if match["words"] else None
    if digits:
        value = Decimal(digits.replace(",", "")) * _SCALES.get((match["scale"] or "").lower(), 1)
    else:
        assert said is not None, "a number has digits or words"
        value = said
    other = said if said is not None and said != value else None
    return Amount(value, _unit(match), *match.span(), match[0], other)


def _unit(match: "re.Match[str]") -> Unit:
    word_unit = (match["word_unit"] or "").lower()
    if match["percent"] or match["inner_unit"] or word_unit.startswith("per"):
        return Unit.PERCENT
    if match["dollar"] or match["bracket"] or match["dollars"] or word_unit.startswith("dollar"):
        return Unit.DOLLARS
    if match["time"]:
        is_business = (match["kind"] or "").lower() in ("business", "working")
        whole = match["time"].lower().rstrip("s") + "s"
        return Unit.BUSINESS_DAYS if is_business and whole == "days" else Unit(whole)
    return Unit.NONE
