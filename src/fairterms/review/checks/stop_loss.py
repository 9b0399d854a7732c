"""Stop-loss is missing, or named without an amount."""

import re
from collections.abc import Iterable, Iterator

from fairterms.document import numbers
from fairterms.document.numbers import Unit
from fairterms.review import absence, sieve
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import Severity

_STEMS = (
    *(
        "stop-loss",
        "stop loss",
        "corridor",
        "truncat",
        "attachment",
        "reinsur",
        "outlier",
        "winsor",
    ),
    *("cost", "claim", "catastroph", "limit", "threshold", "expen"),
)
_STOP_LOSS = re.compile(
    r"\bstop[- ]loss\b|\brisk corridors?\b|\bhigh[- ]cost (?:claims?|members?|cases?|outliers?)\b|"
    r"\btruncat\w+\b|\battachment point\b|\breinsurance\b|"
    r"\boutliers? (?:cap|threshold|limit|protection)\b|\bwinsori[sz]\w+\b|"
    r"\b(?:catastrophic|large|high[- ]dollar) (?:claims?|cases?|costs?|losses)\b|"
    r"\b(?:individual|member|patient)(?:-level| level)? (?:claim |cost )?(?:limit|cap|threshold|"
    r"maximum)\b|"
    r"\b(?:costs?|claims?|expen[sd]\w+)\b[^.;]{0,40}?\b(?:above|over|exceeding|in excess of|beyond)"
    r"\b[^.;]{0,80}?\b(?:per|(?:for|of) (?:each|any|one|a single|an individual)) (?:\w+ )?"
    r"(?:member|patient|enrollee|person|beneficiary|episode)\b",
    re.IGNORECASE,
)
# An insurance word that is something else: how a hospital stay is priced, a thing disclaimed.
_SOMETHING_ELSE = re.compile(
    r"\boutlier (?:rate|payment)|\badmission\b|\breinsurers?\b|\bnot intended to be\b|"
    r"\b(?:insurers|brokers|accountants)\b",
    re.IGNORECASE,
)
_LEFT_TO_PLAN = re.compile(
    r"\b(?:charge|premium|attachment point|deductible|threshold)s?\b[^.;]{0,80}?"
    r"(?:(?:stated|set|given|named) (?:in|by) (?:a|its|the) notice|"
    r"as (?:determined|set|established) by (?!both|the parties|the committee)|"
    r"in its (?:sole )?discretion|from time to time)",
    re.IGNORECASE,
)
_SENTENCES_AROUND = 2


def _find(reading: Reading) -> Iterable[Sighting]:
    named = [p for p in sieve.holding(reading.passages, *_STEMS) if _names_stop_loss(p.text)]
    if not named:
        yield absence.sighting(
            reading,
            ("stop-loss", "a risk corridor", "a limit on the cost counted for one member"),
            "no limit on what one costly patient can do to the result was found",
        )
        return
    if any(_has_amount(other.text) for passage in named for other in _around(reading, passage)):
        yield from _left_to_plan(named)
        return
    quotes = []
    for passage in named:
        match = _STOP_LOSS.search(passage.text)
        assert match is not None, "a passage that names stop-loss has its name"
        quotes.append(passage.around(match.start(), match.end()))
    detail = "Stop-loss is named, and no amount says where it starts or what it costs."
    yield Sighting(quotes[0], tuple(quotes[1:]), detail=detail)


def _left_to_plan(named: Iterable[Passage]) -> Iterator[Sighting]:
    """Return where the plan alone sets what a stop-loss with an amount costs in later years."""
    found = ((passage, _LEFT_TO_PLAN.search(passage.text)) for passage in named)
    quotes = [passage.around(*match.span()) for passage, match in found if match is not None]
    if quotes:
        detail = "Stop-loss has an amount, and the plan sets what it costs, or a part of it, later."
        yield Sighting(quotes[0], tuple(quotes[1:]), detail=detail, severity=Severity.HIGH)


def _names_stop_loss(text: str) -> bool:
    return _STOP_LOSS.search(text) is not None and _SOMETHING_ELSE.search(text) is None


def _around(reading: Reading, passage: Passage) -> Iterator[Passage]:
    """Return a passage and the next sentences of its section, where an amount would stand."""
    section = list(reading.same_section(passage))
    place = section.index(passage)
    yield from section[place : place + 1 + _SENTENCES_AROUND]


def _has_amount(text: str) -> bool:
    return any(amount.unit in (Unit.DOLLARS, Unit.PERCENT) for amount in numbers.find(text))


def _has_downside(reading: Reading) -> bool:
    return reading.features.has_downside and reading.is_provider_agreement


CHECK = Check(
    id="stop-loss",
    title="Stop-loss missing or hollow",
    detects=(Detects.ABSENCE, Detects.VAGUE),
    severity=Severity.CRITICAL,
    theme=Theme.RISK,
    tactics=("weak_definitions",),
    questions=("gf_q01",),
    lesson="training_1",
    sources=(),
    laws=("stop-loss",),
    why=(
        "One patient's hospital stay can use up a small group's whole year. A limit protects only "
        "when its amount is written down."
    ),
    asks=(
        "Ask above what amount per member costs no longer count, and what that protection costs.",
    ),
    wording="Costs over $X per member in a year are removed from the result; the charge is $Y.",
    applies=_has_downside,
    find=_find,
)
