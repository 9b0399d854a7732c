"""The group bears losses without a maximum."""

import re
from collections.abc import Iterable, Iterator

from fairterms.document import numbers
from fairterms.document.numbers import Unit
from fairterms.review import absence, losses, places
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import Severity

_WITHHELD = re.compile(r"\bwithh(?:old\w*|eld)\b", re.IGNORECASE)
_ALL_THERE_IS = re.compile(
    r"\b(?:upside[- ]only|no downside|one[- ]sided (?:model|risk|track|arrangement))\b",
    re.IGNORECASE,
)
_SENTENCES_AROUND = 2


def _find(reading: Reading) -> Iterable[Sighting]:
    caps = losses.caps(reading)
    if any(_has_amount(p.text) for cap in caps for p in _around(reading, cap.passage)):
        return
    owed = losses.owed(reading)
    if caps:
        detail = "A maximum is named, and no amount or percentage says what it is."
        yield places.sighting(
            (*caps, *owed), detail, severity=Severity.HIGH, unclear_because=reading.cut
        )
    elif owed:
        detail = "You bear a share of the loss, and no maximum was found in what was read."
        yield places.sighting(owed, detail)
    elif not _is_bounded(reading):
        yield absence.sighting(
            reading,
            ("a cap on losses", "a maximum repayment", "a withhold of a stated percentage"),
            "no maximum for what you may lose was found",
        )


def _around(reading: Reading, passage: Passage) -> Iterator[Passage]:
    """Return a passage and the next ones of its section, where an amount or table would stand."""
    section = list(reading.same_section(passage))
    place = section.index(passage)
    yield from section[place : place + 1 + _SENTENCES_AROUND]


def _has_amount(text: str) -> bool:
    return any(amount.unit in (Unit.DOLLARS, Unit.PERCENT) for amount in numbers.find(text))


def _is_bounded(reading: Reading) -> bool:
    """Say whether all that can be lost is a withhold of a stated size, or nothing."""
    return any(
        _ALL_THERE_IS.search(passage.text)
        or (_WITHHELD.search(passage.text) and _has_amount(passage.text))
        for passage in reading.passages
    )


def _has_downside(reading: Reading) -> bool:
    return reading.features.has_downside and reading.is_provider_agreement


CHECK = Check(
    id="loss-cap",
    title="No cap on losses",
    detects=(Detects.ABSENCE,),
    severity=Severity.CRITICAL,
    theme=Theme.RISK,
    tactics=("strategic_ambiguity",),
    questions=("gf_q01",),
    lesson="training_1",
    sources=(GOOD_PRACTICE,),
    laws=("withholds",),
    why=(
        "A share of a loss has no natural end. Without a maximum one bad year can cost more than "
        "the group earns, and you cannot insure or save for it."
    ),
    asks=("Ask for a yearly maximum, as a percentage of the fees you are paid.",),
    wording="Provider never owes more than 2% of the fees paid to it for that year.",
    applies=_has_downside,
    find=_find,
)
