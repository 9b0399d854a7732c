"""Times and numbers that an agreement gives more than once for the same event."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from fairterms.document import numbers
from fairterms.document.numbers import Amount, Unit
from fairterms.review import attachments, sieve
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage


@dataclass(frozen=True)
class Event:
    """Something an agreement may set a time or a rate for.

    Attributes
    ----------
    name
        In words, as it stands after "for".
    anchor
        What a sentence says when it speaks of the event.
    near
        What stands right before or after the number that belongs to it.
    leaves_out
        What makes it another event.
    is_time
        Whether a length of time belongs to it, rather than a percentage.
    is_by_party
        Whether each party may have a number of its own.
    """

    name: str
    anchor: "re.Pattern[str]"
    near: "re.Pattern[str]"
    leaves_out: "re.Pattern[str]"
    is_time: bool = True
    is_by_party: bool = False


@dataclass(frozen=True, eq=False)
class Mention:
    """A place that sets the number for an event."""

    event: Event
    passage: Passage
    amount: Amount
    who: str


def _event(name: str, anchor: str, near: str, leaves_out: str = "", **kind: bool) -> Event:
    flags = re.IGNORECASE
    out = re.compile(rf"\b(?:{leaves_out})" if leaves_out else r"(?!)", flags)
    return Event(name, re.compile(anchor, flags), re.compile(near, flags), out, **kind)


_NOTICE = r"\bnotice|\bnotif"
_CURE = r"(?:cure[sd]?|remed(?:y|ied)|corrected)"
_FOR_CAUSE = (
    r"breach|default|cure|for cause|death|insolven|bankrupt|immediate|convict|clinicians?'? "
)
EVENTS = (
    _event(
        "ending the agreement without cause",
        r"\bterminate[sd]? (?:this|the) Agreement\b[^.;]{0,80}?\b(?:without cause|for convenience|"
        r"for any reason|with or without cause|at any time|for no reason)|"
        r"\b(?:without cause|for convenience|for any reason|at any time)\b[^.;]{0,60}?"
        r"\bterminate (?:this|the) Agreement",
        _NOTICE,
        rf"{_FOR_CAUSE}|amend|change of control|if \w+",
        is_by_party=True,
    ),
    _event(
        "not renewing the agreement",
        r"\bnon-?\s?renew\w*|\bnot (?:to )?(?:be )?renew|\bintent(?:ion)? not to (?:renew|extend)",
        r"\bnotice|\bnotif|\bprior to|\bbefore",
        _FOR_CAUSE,
        is_by_party=True,
    ),
    _event(
        "curing a breach",
        rf"\b{_CURE}\b[^.;]{{0,120}}?\bmaterial (?:breach|default)|"
        rf"\bmaterial(?:ly)? (?:breach|default)(?:s|es)?\b[^.;]{{0,200}}?\b{_CURE}\b",
        r"\bcured?\b|\bremed|\bwithin|\bafter (?:receipt|receiving|written|such|the) ",
        r"pay(?:ment|ing|ments)?\b|monetary|insolven|bankrupt|second|repeated|corrective action",
        is_by_party=True,
    ),
    _event(
        "paying clean claims",
        r"\b(?:pay|paid|payment|adjudicate|process)\w*\b[^.;]{0,100}?\bclean claims?\b|"
        r"\bclean claims?\b[^.;]{0,100}?\b(?:pay|paid|payment|adjudicate|process)",
        r"\bwithin|\bafter|\bof receipt|\bfrom receipt|\bno later",
        r"\d+ ?%|percent|electronic|paper|interest|dispute|"
        r"(?<!pay or )(?<!paid or )den(?:y|ied|ial)",
    ),
    _event(
        "sending in claims",
        r"\b(?:submit|submits|submitted|file|filed|submission|filing)\b[^.;]{0,80}?\bclaims?\b|"
        r"\bclaims?\b[^.;]{0,60}?\b(?:submitted|filed|received)\b",
        r"\b(?:of|from|after|following) (?:the )?(?:dates?|last date) of (?:service|discharge)|"
        r"\bafter (?:the )?(?:covered )?services? (?:is|are|was|were)",
        r"corrected|secondary|coordinat|resubmi|appeal|reconsider|adjust|encounter|overpa",
    ),
    _event(
        "keeping records",
        r"\b(?:retain|maintain|keep|preserve)(?:s|ed)?\b[^.;]{0,120}?\brecords?\b|"
        r"\brecords?\b[^.;]{0,120}?\b(?:retained|maintained|kept|preserved)\b",
        r"\bfor\b|\bnot less than|\bat least|\bperiod of|\bafter",
        r"minor|litigation|insurance|audit of|x-?ray|financial|credential|prescription|tail",
    ),
    _event(
        "paying an invoice",
        r"\binvoices?\b",
        r"\b(?:pay|paid|payable|due)\b[^.;]{0,60}$|\bof (?:receipt|the date)",
        r"dispute|late|interest|issue|submit|send|deliver|provide|overdue",
    ),
    _event(
        "interest on late payment",
        r"\b(?:interest|late (?:charge|fee))\b[^.;]{0,120}?\b(?:late|overdue|past due|unpaid|delay|"
        r"not paid|delinquen)|\b(?:late|overdue|past due|unpaid|not paid)\b[^.;]{0,120}?\binterest",
        r"\binterest|\brate|\bof\b|\bper (?:month|annum|year)|\beach",
        r"prime|libor|lesser of|loan|note",
        is_time=False,
    ),
    _event(
        "the initial term",
        r"\binitial term\b",
        r"\bterm\b[^.;]{0,40}$|^[ ,]{0,2}(?:after|from|following|beginning|commencing)|\bperiod of",
        r"renew\w* for|each|successive|notice|prior to|before|within",
    ),
    _event(
        "the amount withheld",
        r"\bwithh(?:old|eld)s?\b[^.;]{0,80}?(?:percent|%)",
        r"\bwithh|^[ ,]{0,2}of\b",
        r"return|pay back|earn|release|tax|income|forfeit|if ",
        is_time=False,
    ),
)
_STEMS = (
    "without cause", "convenience", "any reason", "any time", "renew", "extend", "cure", "remed",
    "claim", "record", "invoice", "interest", "late", "initial term", "withh",
)  # fmt: skip
"""Of these one stands wherever an event is spoken of; a cheap look before the dear one."""
_NEAR = 60
"""Letters before and after a number in which it is said what the number is of."""
_ON_TERMS = re.compile(
    r"\b(?:except|unless|notwithstanding|other than|in the case of|provided,? (?:however,? )?that|"
    r"as otherwise|subject to|or such (?:longer|shorter|other)|whichever|for purposes of|"
    r"in the event of|required by (?:law|applicable)|during the|on or after|not covered|"
    r"under sections? \d)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"days?\b|weeks?\b|months?\b|years?\b|%|percent|per cent", re.IGNORECASE)
# Kinds of business for each of which an agreement may set its own number.
_BUSINESS = re.compile(
    r"\b(?:medicare|medicaid|chip|commercial|marketplace|exchange|tenncare|dual|self-funded|"
    r"inpatient|outpatient|behavioral|dental|pharmacy|emergency|urgent|electronic|paper|initial|"
    r"first|second|third|final|year \d|20\d\d)\b",
    re.IGNORECASE,
)


def governed_twice(reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    """Return pairs of places that give different numbers for the same event.

    Notes
    -----
    Business days are never compared with calendar days, but for the same number of each. Two
    places speak of the same event only when they name the same party and the same kinds of
    business. Where an order of precedence stands in the text, an attachment may differ from the
    body: the text itself says which of them holds.
    """
    found: dict[tuple[str, str, frozenset[str]], list[Mention]] = {}
    for mention in _mentions(reading):
        key = (mention.event.name, mention.who, _business(mention.passage))
        found.setdefault(key, []).append(mention)
    has_order = bool(attachments.precedences(reading))
    for mentions in found.values():
        for first, second in combinations(mentions, 2):
            if differ(first.amount, second.amount) and not (
                has_order and _stands_in(first) != _stands_in(second)
            ):
                yield first, second
                break


def differ(first: Amount, second: Amount) -> bool:
    """Say whether two numbers for the same thing cannot both hold."""
    days = (first.calendar_days, second.calendar_days)
    if None not in days:
        return days[0] != days[1] and not _is_rounding(*days)
    if first.unit is not second.unit:
        units = {first.unit, second.unit}
        return first.value == second.value and units == {Unit.DAYS, Unit.BUSINESS_DAYS}
    return first.value != second.value


def _is_rounding(one: Decimal | None, other: Decimal | None) -> bool:
    """Say whether two times are one, counted in months and in days: 12 months and 365 days."""
    assert one is not None
    assert other is not None
    return abs(one - other) * 30 <= max(one, other)


def _mentions(reading: Reading) -> Iterator[Mention]:
    for passage in sieve.holding(reading.passages, *_STEMS):
        text = passage.text
        if not _COUNTED.search(text):
            continue
        events = [event for event in EVENTS if event.anchor.search(text)]
        if events and not _ON_TERMS.search(text):
            amounts = numbers.find(text)
            for event in events:
                amount = _amount(event, text, amounts)
                if amount is not None:
                    yield Mention(event, passage, amount, _who(reading, event, text))


def _amount(event: Event, text: str, amounts: Iterable[Amount]) -> Amount | None:
    """Return the only number of a sentence that belongs to the event."""
    if event.leaves_out.search(text):
        return None
    wanted = [
        amount
        for amount in amounts
        if (amount.is_time if event.is_time else amount.unit is Unit.PERCENT)
    ]
    near = [amount for amount in wanted if _is_near(event, text, amount)]
    return near[0] if len(near) == 1 and len(wanted) == 1 else None


def _is_near(event: Event, text: str, amount: Amount) -> bool:
    before = text[max(0, amount.start - _NEAR) : amount.start]
    after = text[amount.end : amount.end + _NEAR]
    return event.near.search(before) is not None or event.near.search(after) is not None


def _who(reading: Reading, event: Event, text: str) -> str:
    """Return whom the event is for: what the plan has may differ from what the group has.

    What is said of either party, or of nobody, is for both.
    """
    if not event.is_by_party:
        return ""
    anchor = event.anchor.search(text)
    assert anchor is not None
    may = re.search(r"\b(?:may|shall|must|will|agrees? to|has the right)\b", text)
    place = may.start() if may and may.start() <= anchor.end() else anchor.start()
    side = reading.parties.subject(text, place)
    return side.value if side in (Side.PLAN, Side.GROUP) else ""


def _business(passage: Passage) -> frozenset[str]:
    words = f"{passage.text} {attachments.label(passage)} {_titles(passage)}"
    return frozenset(match.lower() for match in _BUSINESS.findall(words))


def _titles(passage: Passage) -> str:
    start = passage.sentence.start
    return " ".join(s.title for s in passage.document.sections if s.start <= start < s.end)


def _stands_in(mention: Mention) -> tuple[str, str]:
    return mention.passage.document.name, attachments.label(mention.passage)
