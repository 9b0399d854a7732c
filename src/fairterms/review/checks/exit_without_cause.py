"""Leaving without cause: unequal, slow, or only by letting the agreement run out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from fairterms.document import numbers
from fairterms.document.numbers import Amount
from fairterms.review import endings, places, sieve
from fairterms.review.authorities import AMA_MODEL
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.endings import Ending
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

LONGEST_NOTICE_DAYS = 120
"""Calendar days of notice beyond which leaving is slow; 90 days are usual."""

_RENEWS = re.compile(
    r"\b(?:automatic\w*|renew\w*|extend\w*|successive|consecutive|additional)\b[^.;]{0,120}?"
    r"\b(?:renew\w*|extend\w*|successive|consecutive|additional|terms?|periods?|years?)\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\b(?:non-?renew\w*|not (?:to )?(?:renew|extend)|notice|notif\w+|terminat\w+|cancel\w*)\b",
    re.IGNORECASE,
)
_BEFORE_END = re.compile(r"['\u2019]? ?(?:prior|before|in advance|advance|written|notice)", re.I)
_OF_TERM = re.compile(r"\b(?:Agreement|term|contract)\b", re.IGNORECASE)


# "After the first twelve months Provider may leave": what only one side must wait for.
_WAITS = re.compile(
    r"\b(?:following|after|at any time after|no (?:earlier|sooner) than|not (?:earlier|sooner|"
    r"until)"
    r"(?: than| after)?|commencing|beginning|upon (?:the )?(?:expiration|completion|end) of|once)\b"
    r"[^.;]{0,40}?\b(?:(?:twelve|twenty-four|thirty-six|eighteen|six|12|24|36|18) ?(?:\(\d+\) )?"
    r"months?|(?:one|two|three|first|second|1|2|3)(?: \(\d\))? (?:\w+ )?(?:years?|anniversary)|"
    r"initial term|anniversary)\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    rights = [e for e in endings.find(reading) if e.is_without_cause]
    plans = [e for e in rights if _is_plans(reading, e)]
    groups = [e for e in rights if e.side is Side.GROUP]
    shared = [e for e in rights if e not in plans and e not in groups]
    if _are_two_sides(reading, plans):
        shared, plans = [*shared, *plans], []
    unequal = _unequal(plans, groups, shared)
    slow = [e for e in (*shared, *groups) if _is_long(e.notice)]
    if unequal is not None:
        yield unequal
    elif slow:
        renewals = [p for p in _renewals(reading) if p.passage is not slow[0].place.passage]
        detail = f"Leaving without cause takes more than {LONGEST_NOTICE_DAYS} days."
        if renewals:
            detail += " The agreement renews itself."
        # The agreement's own period first, then that of its attachments, then the renewal.
        shown = [*(e.whole for e in slow[:1]), *renewals[:1], *(e.whole for e in slow[1:])]
        yield places.sighting(shown, detail)
    elif not (shared or groups):
        yield from _locked(reading)


def _is_plans(reading: Reading, ending: Ending) -> bool:
    """Say whether a right is the plan's; of one that names nobody, whether it is the other side's.

    "This Agreement may be terminated on 60 days' notice" is a right of both.
    """
    if ending.side is Side.UNNAMED:
        return reading.parties.names_group(ending.after)
    return ending.side in (Side.PLAN, Side.OTHER)


def _unequal(
    plans: Sequence[Ending], groups: Sequence[Ending], shared: Sequence[Ending]
) -> Sighting | None:
    """Return a right to leave that only one side has, or has sooner."""
    if not plans:
        return None
    if not (groups or shared):
        return places.sighting(
            [e.whole for e in plans],
            "One side alone may leave without a reason, and no such right of the other was found.",
        )
    theirs = min((_days(e) for e in plans), default=Decimal(0))
    ours = min(_days(e) for e in (*groups, *shared))
    if theirs >= ours:
        return _waiting(plans, groups, shared)
    sooner = [e.whole for e in plans if _days(e) < ours]
    return places.sighting(
        [*sooner, *(e.whole for e in (*groups, *shared))],
        "The plan may leave sooner than the group.",
    )


def _waiting(
    plans: Sequence[Ending], groups: Sequence[Ending], shared: Sequence[Ending]
) -> Sighting | None:
    """Return a right that the group has only after a time, and the plan from the first day."""
    late = [e for e in groups if _WAITS.search(e.clause)]
    if shared or len(late) < len(groups) or any(_WAITS.search(e.clause) for e in plans):
        return None
    return places.sighting(
        [e.whole for e in (*late, *plans)],
        "The plan may leave from the first day, the group only after a time.",
    )


def _are_two_sides(reading: Reading, plans: Sequence[Ending]) -> bool:
    """Say whether rights of two named parties are there whom the text does not tell apart."""
    names = {e.name for e in plans if e.name}
    return len(names) > 1 and not reading.is_provider_agreement


def _days(ending: Ending) -> Decimal:
    """Return the notice in calendar days; none for a right without notice."""
    days = ending.notice.calendar_days if ending.notice else Decimal(0)
    return Decimal(0) if days is None else days


def _is_long(notice: Amount | None) -> bool:
    days = notice.calendar_days if notice else None
    return days is not None and days > LONGEST_NOTICE_DAYS


def _renewals(reading: Reading) -> Iterator[Place]:
    """Return where the agreement renews itself."""
    about = sieve.holding(reading.passages, "automatic")
    yield from places.within(about, _RENEWS, where=_renews_agreement)


def _renews_agreement(place: Place) -> bool:
    low = place.text.lower()
    return (
        "automatic" in low
        and _OF_TERM.search(place.text) is not None
        and ("renew" in low or "extend" in low or "continue" in low)
    )


def _locked(reading: Reading) -> Iterator[Sighting]:
    """Return a renewal that must be refused long before, where there is no other way out."""
    for place in _renewals(reading):
        if _REFUSES.search(place.text) and any(
            _is_long(amount) and _BEFORE_END.match(place.text, amount.end)
            for amount in numbers.times(place.text)
        ):
            yield places.sighting(
                [place],
                "The agreement renews itself unless it is refused more than "
                f"{LONGEST_NOTICE_DAYS} days before, and no other way out was found.",
            )
            return


CHECK = Check(
    id="exit-without-cause",
    title="Exit and renewal",
    detects=(Detects.ONE_SIDED, Detects.NUMBER),
    severity=Severity.MEDIUM,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(AMA_MODEL,),
    why=(
        "Where the terms can change, leaving is the last protection. It protects little when it "
        "takes half a year, or when only the other side may go."
    ),
    asks=("Ask that either party may leave on 90 days' notice.",),
    wording="Either party may end this Agreement without cause on 90 days' written notice.",
    find=_find,
)
