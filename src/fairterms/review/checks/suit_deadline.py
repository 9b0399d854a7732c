"""Too little time to go to court, or less than the plan has."""

import re
from collections.abc import Iterable
from decimal import Decimal

from fairterms.document import numbers
from fairterms.document.numbers import Amount
from fairterms.review import places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

FEWEST_DAYS_TO_SUE = 3 * 365
"""Calendar days; most states give three to six years for a written contract."""

_SUIT = (
    r"(?:actions?|suits?|lawsuits?|legal proceedings?|proceedings?|causes? of action|litigation|"
    r"arbitrations?|demands? for arbitration|arbitration demands?|claims?|legal claims?|"
    r"complaints?)"
)
_BEGUN = (
    r"(?:brought|bring|commenced?|fil(?:e|ed)|institut(?:e|ed)|initiat(?:e|ed)|assert(?:ed)?|"
    r"maintain(?:ed)?|made|begun|begin|start(?:ed)?|submit(?:ted)?|sue)"
)
_DEADLINE = re.compile(
    rf"\b{_SUIT}\b[^.;]{{0,200}}?\b{_BEGUN}\b[^.;]{{0,120}}?\b(?:within|later than|more than|after|"
    r"before|prior to)\b[^.;]{0,160}|"
    rf"\b{_BEGUN}\b[^.;]{{0,80}}?\b{_SUIT}\b[^.;]{{0,160}}?\b(?:within|later than|"
    rf"more than|after)\b"
    r"[^.;]{0,160}|"
    rf"\b(?:within|later than|more than|after)\b[^.;]{{0,120}}?\b{_SUIT}\b[^.;]{{0,120}}?\b(?:"
    r"barred|waived|forfeit\w*|lost|extinguish\w*|brought|commenced|filed)\b[^.;]{0,60}|"
    r"\b(?:statute of limitations|limitations? periods?|period of limitations?|"
    r"time to (?:sue|bring)|"
    r"contractual limitation)\b[^.;]{0,160}|"
    rf"\b{_SUIT}\b[^.;]{{0,120}}?\b(?:barred|waived)\b[^.;]{{0,120}}",
    re.IGNORECASE,
)
_SUIT_STEMS = ("action", "suit", "proceeding", "limitation", "arbitrat", "claim", "sue")
_SUES = re.compile(
    r"\b(?:cause of action|causes of action|lawsuits?|suits?|legal (?:action|proceeding|claim)s?|"
    r"actions?|judicial|court|litigation|arbitration|sue|limitations?|proceedings?)\b",
    re.IGNORECASE,
)
_NOT_A_SUIT = re.compile(
    r"\b(?:corrective action|plan of action|disciplinary action|claims? for (?:payment|services|"
    r"Covered|reimbursement)|clean claim|submit (?:all )?claims|claims? submi|date of service|"
    r"remittance|Explanation of|bankruptcy|insolven|receivers?hip|petition|dismissed|indemnif|"
    r"action by (?:written|unanimous)|appeal (?:the|a|any) (?:denial|claim|adverse)|tax|patent|"
    r"infring|insurance|bond|registration|regulatory action|adverse action|FDA|audit|"
    r"warranty period|"
    r"resolved within|not (?:been )?resolved|mediat|discussions?|negotiat)",
    re.IGNORECASE,
)
_SPARED = re.compile(
    r"\b(?:except|other than|does not apply|not apply|not limit\w*|shall not affect|exclud\w+)\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    r"\b(?:statut\w+|period (?:that|which|allowed)|applicable law)\b[^.;]{0,40}\b"
    r"(?:applies|allows|provides|governs)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:no|neither|not|must|shall|will|waive\w*|barred|only if|agrees?|limitations?|unless)\b",
    re.IGNORECASE,
)
_BEFORE_TIME = re.compile(
    r"\b(?:within|later than|more than|after|exceed\w*|of|is|be|to|expires?|in|for|under)"
    r"(?: (?:a|an|the|one|period|of|shortened|such))*\s*$",
    re.IGNORECASE,
)
_AFTER_TIME = re.compile(
    (
        r"\s*(?:period|of|from|after|following|for|is|are|shall|will|has|have|subsequent|"
        r"thereafter|$|[,)]|limit)"
    ),
    re.I,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    timed = sieve.holding(reading.passages, "year", "month", "days")
    about = sieve.holding(timed, *_SUIT_STEMS)
    found = places.within(about, _DEADLINE, where=lambda place: _is_short(reading, place))
    if found:
        spares = any(_spares_plan(reading, place) for place in found)
        detail = "There are fewer than three years to go to court."
        yield places.sighting(found, detail + (" The plan is not held to it." if spares else ""))


def _is_short(reading: Reading, place: Place) -> bool:
    if _NOT_A_SUIT.search(place.match[0]) or _NOT_ONLY.search(place.text):
        return False
    if not _SUES.search(place.match[0]) or not _closes(place.text):
        return False
    deadlines = [a for a in numbers.times(place.match[0]) if _is_deadline(place.match[0], a)]
    return bool(deadlines) and not _binds_plan_only(reading, place)


def _closes(text: str) -> bool:
    """Say whether missing the time costs the right: "no action", "must be brought", "barred"."""
    return _CLOSED.search(text) is not None


def _is_deadline(text: str, amount: Amount) -> bool:
    days = amount.calendar_days
    if days is None or not Decimal(29) < days < FEWEST_DAYS_TO_SUE:
        return False
    return (
        _BEFORE_TIME.search(text[: amount.start]) is not None
        and _AFTER_TIME.match(text[amount.end :]) is not None
    )


def _binds_plan_only(reading: Reading, place: Place) -> bool:
    """Say whether it is only the plan that is short of time."""
    verb = re.search(r"\b(?:may|shall|must|will|agrees?|can)\b", place.text)
    return verb is not None and reading.parties.subject(place.text, verb.start()) is Side.PLAN


def _spares_plan(reading: Reading, place: Place) -> bool:
    spared = _SPARED.search(place.text)
    return spared is not None and reading.parties.names_plan(place.text[spared.end() :])


CHECK = Check(
    id="suit-deadline",
    title="Short time to sue",
    detects=(Detects.NUMBER, Detects.ONE_SIDED),
    severity=Severity.MEDIUM,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    why=(
        "The law gives years to enforce a written contract. A shorter time in the text ends a "
        "right before many mistakes come to light."
    ),
    asks=("Ask that the period the law gives applies to both sides alike.",),
    wording="An action may be brought within the period that the law gives; this binds both alike.",
    find=_find,
)
