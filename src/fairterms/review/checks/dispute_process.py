"""The way to settle a dispute is missing, short, endless, or judged by the plan."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from fairterms.document import numbers
from fairterms.document.numbers import Amount, Unit
from fairterms.review import absence, places, sieve
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

FEWEST_DAYS_TO_START = 30
"""Calendar days a provider needs to start a dispute; compare with WAC 284-170-440(3)."""
FEWEST_BUSINESS_DAYS_TO_START = 22

_DISPUTE = r"(?:disputes?|appeals?|grievances?|reconsiderations?|objections?|complaints?)"
_PROCESS = re.compile(
    r"\b(?:dispute resolution|formal (?:review|appeal|dispute)|appeals? (?:process|procedures?)|"
    r"grievance (?:process|procedures?)|reconsideration (?:request|process)|mediation|mediator|"
    r"arbitrat\w+|independent review|right to appeal)\b",
    re.IGNORECASE,
)
_MEMBERS_OWN = re.compile(r"\bMembers?'?s?'? (?:appeals?|grievances?|complaints?)", re.IGNORECASE)
_JUDGE = re.compile(
    r"\b(?:decision|determination|finding|interpretation|calculation)s?\b[^.;]{0,80}?\b(?:is|are|"
    r"shall be|will be) (?:\w+ )?(?:final|conclusive|binding)\b",
    re.IGNORECASE,
)
_NEUTRAL = re.compile(
    r"\b(?:arbitrat|mediat|independent|neutral|court|commissioner|umpire)", re.IGNORECASE
)
_START = re.compile(
    r"\b(?:submit|file|request|initiate|start|raise|object|appeal|dispute|notify|give)\w*\b"
    r"[^.;]{0,140}?\bwithin\b|\bwithin\b[^.;]{0,140}?\b(?:submit|file|request|initiate|start|"
    r"raise|object|appeal|dispute)\w*\b|\b(?:no|not) later than\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:within|later than)\b[\w ()-]{0,20}$", re.IGNORECASE)
_STRETCH = re.compile(r".+", re.DOTALL)
_DECIDES = re.compile(
    (
        r"\b(?:decide|decision|respond|response|resolve|resolution|render|determine|"
        r"determination|meet|review)\w*\b"
    ),
    re.IGNORECASE,
)


_STEMS = (
    *("disput", "appeal", "grievance", "reconsider", "objection", "complaint", "formal review"),
    *("mediat", "arbitrat", "independent review"),
)


def _find(reading: Reading) -> Iterable[Sighting]:
    of_disputes = [p for p in sieve.holding(reading.passages, *_STEMS) if _is_of_disputes(p.text)]
    said_final = sieve.holding(reading.passages, "final", "conclusive", "binding")
    judged = sorted(
        places.within(said_final, _JUDGE, where=lambda place: _is_plans_word(reading, place)),
        # A final word on disputes weighs more than one on some other question.
        key=lambda place: not _is_of_disputes(place.text),
    )
    hurried = [place for p in of_disputes for place in _hurried(reading, p)]
    if judged or hurried:
        yield places.sighting([*judged, *hurried], _detail(bool(judged), bool(hurried)))
    elif not any(_PROCESS.search(passage.text) for passage in of_disputes):
        yield absence.sighting(
            reading,
            ("a formal step to settle disputes", "an appeal", "mediation or arbitration"),
            "no formal way to settle a dispute was found",
        )
    elif not any(_has_decision_date(passage.text) for passage in of_disputes):
        yield absence.sighting(
            reading,
            ("a date by which a dispute is decided",),
            "no date by which a dispute must be decided was found",
        )


def _is_of_disputes(text: str) -> bool:
    has_word = re.search(rf"\b{_DISPUTE}\b", text, re.IGNORECASE) or _PROCESS.search(text)
    return bool(has_word) and _MEMBERS_OWN.search(text) is None


def _detail(is_judged: bool, is_hurried: bool) -> str:
    parts = ["The plan's own decision is final."] if is_judged else []
    if is_hurried:
        parts.append(f"There are fewer than {FEWEST_DAYS_TO_START} days to start a dispute.")
    return " ".join(parts)


def _is_plans_word(reading: Reading, place: Place) -> bool:
    """Say whether it is the plan's own decision that is final."""
    if _NEUTRAL.search(place.text) or "not" in place.match[0].split():
        return False
    return reading.parties.names_plan(
        place.text[max(0, place.match.start() - 60) : place.match.end()]
    )


def _hurried(reading: Reading, passage: Passage) -> Iterator[Place]:
    """Return where the group has too few days to start a dispute."""
    start = _START.search(passage.text)
    if start is None or not reading.parties.names_group(passage.text):
        return
    for amount in numbers.times(passage.text):
        near = passage.text[max(0, amount.start - 160) : amount.start]
        is_deadline = _DEADLINE.search(near)
        if is_deadline and _is_hurried(amount) and _acts_is_group(reading, passage.text, amount):
            match = _STRETCH.match(passage.text, amount.start, amount.end)
            assert match is not None, "an amount has letters"
            yield Place(passage, match)
            return


def _acts_is_group(reading: Reading, text: str, amount: Amount) -> bool:
    """Say whether the one who must act in that time is the group."""
    before = text[: amount.start]
    after = text[amount.end :]
    verb = re.search(r"\b(?:must|shall|may|will|does not|fails? to|has the right)\b", text)
    if verb is None:
        return False
    subject = text[: verb.start()] if verb.start() < amount.start else before + after
    return reading.parties.names_group(subject[-80:]) and not reading.parties.names_plan(
        text[max(0, verb.start() - 15) : verb.start()]
    )


def _is_hurried(amount: Amount) -> bool:
    if amount.unit is Unit.BUSINESS_DAYS:
        return amount.value < FEWEST_BUSINESS_DAYS_TO_START
    days = amount.calendar_days
    return days is not None and days < Decimal(FEWEST_DAYS_TO_START)


def _has_decision_date(text: str) -> bool:
    return bool(numbers.times(text)) and _DECIDES.search(text) is not None


def _is_with_provider(reading: Reading) -> bool:
    """Apply to an agreement about care; a lease needs no dispute process of its own."""
    return reading.is_provider_agreement


CHECK = Check(
    id="dispute-process",
    title="Dispute process",
    detects=(Detects.ABSENCE, Detects.NUMBER),
    severity=Severity.HIGH,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(),
    laws=("dispute-resolution",),
    why=(
        "A right is worth what it takes to enforce it: a formal step, time to take it, a date for "
        "the answer, and a judge who is not the other side."
    ),
    asks=("Ask for a formal review with a decision in 60 days, then a neutral, with courts open.",),
    wording=(
        "A dispute goes to a formal review, decided in 60 days, and then to a neutral whom both "
        "parties choose. Courts stay open to both."
    ),
    applies=_is_with_provider,
    find=_find,
)
