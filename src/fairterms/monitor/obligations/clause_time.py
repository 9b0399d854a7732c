"""The time a clause gives: "within 20 days", "by the 10th of each month", "twice a year"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fairterms.document import numbers
from fairterms.document.numbers import Amount, Unit
from fairterms.monitor.calendar import rule_reader
from fairterms.monitor.calendar.part import MONTHS
from fairterms.monitor.calendar.rule import Rule

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
)
_ORDINALS = _ORDINAL_WORDS.split()
_PART = r"(?:calendar |performance |program |contract )?(?P<part>month|quarter|half[- ]year|year)"
_BY_NTH = re.compile(
    rf"\b(?:by|on) the (?:(?P<word>{'|'.join(_ORDINALS)})(?: \((?P<inner>\d+)(?:st|nd|rd|th)\))?|"
    r"(?P<digits>\d+)(?:st|nd|rd|th))(?P<business> business)?(?: day)? "
    rf"(?P<link>of|after) (?P<each>each|every|the|that) {_PART}",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\b(?:by|on|(?:no|not) later than) (?P<month>{'|'.join(MONTHS)}) (?P<day>\d\d?)\b"
    r"(?:, (?P<year>\d{4}))?"
    rf"(?: (?P<link>of|after|in) (?:each|every|the) (?i:{_PART}))?"
)
_ALSO_DATE = re.compile(
    rf"\b(?:and|or)\b[^.;]{{0,120}}? by (?P<month>{'|'.join(MONTHS)}) (?P<day>\d\d?), "
    r"(?P<year>\d{4})"
)
_EACH_MONTH_NAMED = re.compile(rf"\b(?:each|every|in) (?P<month>{'|'.join(MONTHS)})\b(?! \d)")
_IN_TABLE = re.compile(
    r"\bby the dates? (?:stated |given |shown |set out )?in (?:Table|Exhibit|Section) [\w.-]*\w"
)
_WHEN_READY = re.compile(
    r"\b(?:when|as soon as) (?:\w+ )?(?:available|practicable|possible)"
    r"(?: after the (?:close|end) of (?:each|every|the) \w+)?",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:within|(?:no|not) later than|in no event later than|not more than)"
    r"(?: the (?:next|following))? ?$",
    re.I,
)
_NOT_DUE = re.compile(
    r"\b(?<!be )(?:given|made|paid|furnished|received|seen|offered|employed|appointments?|incurred|"
    r"visits?|services?|not) within(?: the (?:next|following))? $",
    re.IGNORECASE,
)
_FALLS_DUE = re.compile(r"\b(?:payable|due|owed) $", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:at least|not less than|no fewer than|no less than) $", re.I)
_SPAN_BEFORE = re.compile(r"\b(?:in|during|of|for) the (?:last )?$", re.IGNORECASE)
_LATER = re.compile(r"(?: more)? (?P<way>after|of|from|following)\b ?(?P<anchor>[^,;.]{2,90})?")
_EARLIER = re.compile(
    r" (?P<way>before|prior to|in advance of)\b ?(?P<anchor>[^,;.]{2,90})?|"
    r" (?P<bare>in advance|beforehand)\b"
)
_CUT = re.compile(
    r"(?: [A-Z]\w+)? (?:shall|must|will)\b.*| shall\b.*| if\b.*| unless\b.*|"
    r" (?:and|or) (?:in such|may|submit|deliver|send|put|pays?|states?)\b.*|"
    r" to (?:Plan|Group|the other)\b.*|\(.*",
    re.IGNORECASE,
)
_END_OF_PART = re.compile(rf"(?:(?:the )?(?:end|close) of )?(?:the|each|every|a) {_PART}$", re.I)
_YEAR = r"(?:calendar |performance |program )?year\b"
_EACH_YEAR = (
    rf"\bonce (?:a|in each|each|every) {_YEAR}|\bannually\b|"
    rf"(?<!during )(?<!in )(?<!of )(?<!for )(?<!a )\b(?:each|every) {_YEAR}"
)
_SO_OFTEN_A_YEAR = (
    r"\b(?:two|three|four|six|twelve)\b(?: \(\d+\))?(?: (?!during|for|in)\w+){1,3} "
    rf"(?:a|each|every) {_YEAR}"
)
_RHYTHMS = (
    (r"\b(?:once |at least once )?(?:in |of )?(?:each|every) (?:calendar )?month\b", "month"),
    (r"\b(?<!each )monthly\b", "month"),
    (r"\b(?:at least once )?(?:in )?(?:each|every|once a) (?:calendar )?quarter\b", "quarter"),
    (r"\b(?<!each )quarterly\b", "quarter"),
    (r"\b(?:each|every) half[- ]year\b|\btwice (?:a|each|every) year\b|\bsemi-?annually\b", "half"),
    (_EACH_YEAR, "year"),
    (_SO_OFTEN_A_YEAR, "year"),
)
_RHYTHM = tuple((re.compile(pattern, re.IGNORECASE), part) for pattern, part in _RHYTHMS)
_AT_MOST = re.compile(r"\b(?:not|no) more than $", re.IGNORECASE)
_PARTS = {"half": "half year"}


@dataclass(frozen=True)
class ClauseTime:
    """One time that a sentence gives.

    Attributes
    ----------
    start, end
        Its letters in the sentence.
    words
        As the sentence has it.
    rule
        The rule it amounts to; None where no day follows from the words alone.
    is_rhythm
        Whether it only says how often: its rule is the last day of each time, to be confirmed.
    """

    start: int
    end: int
    words: str
    rule: Rule | None
    is_rhythm: bool = False


def find(text: str) -> tuple[ClauseTime, ...]:
    """Find the times a sentence gives, in order.

    Parameters
    ----------
    text
        A sentence on one line.

    Examples
    --------
    >>> words = "Group shall send it within 30 days after the end of a quarter."
    >>> [time.rule.words for time in find(words)]
    ['30 days after the end of each quarter']
    >>> [time.rule for time in find("Plan shall answer within twenty (20) days.")]
    [None]
    """
    fixed = [*_nths(text), *_dates(text), *_lengths(text), *_open(text)]
    rhythms = [one for one in _rhythms(text) if not any(_overlap(one, two) for two in fixed)]
    return tuple(sorted((*fixed, *rhythms), key=lambda one: one.start))


def _overlap(one: ClauseTime, two: ClauseTime) -> bool:
    return one.start < two.end and two.start < one.end


def _nths(text: str) -> Iterator[ClauseTime]:
    for match in _BY_NTH.finditer(text):
        day = match["inner"] or match["digits"] or _ordinal(match["word"])
        part = match["part"].lower().replace("-", " ")
        business = "business " if match["business"] else ""
        if match["link"].lower() == "after":
            rule = f"{day} {business}days after the end of each {part}"
        elif part == "month":
            rule = f"{day}{_suffix(int(day))} {business}{'day ' if business else ''}of each month"
        else:
            rule = ""
        yield _time(match, rule)


def _ordinal(word: str) -> str:
    return str(_ORDINALS.index(word.lower()) + 1)


def _suffix(day: int) -> str:
    if day in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _dates(text: str) -> Iterator[ClauseTime]:
    for match in _DATE.finditer(text):
        if match["year"]:
            also = [_day(one) for one in _ALSO_DATE.finditer(text, match.end())]
            days = tuple(day for day in (_day(match), *also) if day is not None)
            end = match.end()
            yield ClauseTime(match.start(), end, match[0], rule_reader.on_days(days))
            return
        link = match["link"]
        year = f"{match['month']} {match['day']} {'after' if link == 'after' else 'of'} each year"
        yield _time(match, year if link else "")
    for match in _EACH_MONTH_NAMED.finditer(text):
        last = {"February": 28, "April": 30, "June": 30, "September": 30, "November": 30}
        if not match[0].lower().startswith("in "):
            yield _time(match, f"{match['month']} {last.get(match['month'], 31)} of each year")


def _day(match: "re.Match[str]") -> date | None:
    try:
        month = MONTHS.index(match["month"]) + 1
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def _lengths(text: str) -> Iterator[ClauseTime]:
    for amount in numbers.times(text):
        before, after = text[: amount.start], text[amount.end :]
        later, earlier = _LATER.match(after), _EARLIER.match(after)
        if _WITHIN.search(before):
            if not _NOT_DUE.search(before):
                yield _length(text, amount, later, "after", _WITHIN)
        elif later and _FALLS_DUE.search(before):
            yield _length(text, amount, later, "after", _FALLS_DUE)
        elif earlier and not _SPAN_BEFORE.search(before):
            yield _length(text, amount, earlier, "before", _AT_LEAST)


def _length(
    text: str, amount: Amount, link: "re.Match[str] | None", way: str, lead: "re.Pattern[str]"
) -> ClauseTime:
    led = lead.search(text[: amount.start])
    start = led.start() if led else amount.start
    said = link.groupdict() if link else {}
    anchor = _CUT.sub("", (said.get("anchor") or "").strip()).strip()
    end = amount.end
    if link is not None:
        end += link.start("anchor") + len(anchor) if anchor else len(said.get("bare") or "") + 1
    return ClauseTime(start, end, text[start:end].strip(), _length_rule(amount, anchor, way))


def _length_rule(amount: Amount, anchor: str, way: str) -> Rule | None:
    """Return the rule of a length of time; None where nothing says from what it counts."""
    names = {Unit.BUSINESS_DAYS: "business days", Unit.YEARS: "months"}
    count = amount.value * (12 if amount.unit is Unit.YEARS else 1)
    if not anchor or count != int(count):
        return None
    said = f"{int(count)} {names.get(amount.unit, amount.unit.value)} {way}"
    part = _END_OF_PART.match(anchor)
    if part and way == "after":
        name = part["part"].lower().replace("-", " ")
        return rule_reader.read(f"{said} the end of each {name}")
    return rule_reader.read(f"{said} {anchor}")


def _open(text: str) -> Iterator[ClauseTime]:
    """Return the times from which no day follows: a table's dates, "when available"."""
    for pattern in (_IN_TABLE, _WHEN_READY):
        yield from (_time(match, "") for match in pattern.finditer(text))


def _rhythms(text: str) -> Iterator[ClauseTime]:
    for pattern, part in _RHYTHM:
        for match in pattern.finditer(text):
            if not _AT_MOST.search(text[: match.start()]):
                rule = f"at the end of each {_PARTS.get(part, part)}"
                yield _time(match, rule, is_rhythm=True)


def _time(match: "re.Match[str]", rule: str, *, is_rhythm: bool = False) -> ClauseTime:
    read = rule_reader.read(rule) if rule else None
    return ClauseTime(match.start(), match.end(), match[0], read, is_rhythm)
