"""Gains are gated, capped or forfeited, and losses are not."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from fairterms.document import numbers
from fairterms.document.numbers import Unit
from fairterms.review import losses, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_GAIN = (
    r"(?:(?:shared |earned |gross |total )?savings|gain[- ]?shar\w+|gains?|surplus\w*|bonus\w*|"
    r"upside|incentive payments?)"
)
_GATE = (
    r"(?:quality|eligib\w+|criteria|performance (?:score|threshold|standard)s?|gates?|thresholds?|"
    r"benchmarks?|measures?|scores?|minimum)"
)
_STEMS = ("gain", "saving", "surplus", "bonus", "upside", "deficit", "loss", "risk shar")
_LOSS_WITHOUT_GATE = re.compile(
    rf"\b(?:without regard to|regardless of|irrespective of|whether or not|even if)\b[^;]{{0,100}}?"
    rf"\b{_GATE}\b[^;]{{0,160}}?\b{losses.LOSS}\b|"
    rf"\b{losses.LOSS}\b[^;]{{0,160}}?\b(?:without regard to|regardless of|irrespective of|"
    rf"whether or not|even if)\b[^;]{{0,100}}?\b{_GATE}\b|"
    rf"\b{_GATE}\b[^;]{{0,60}}?\b(?:does|do|shall|will) not (?:\w+ )?(?:change|affect|reduce|limit|"
    rf"apply to|mitigate)\b[^;]{{0,60}}?\b{losses.LOSS}\b",
    re.IGNORECASE,
)
_GAIN_ONLY = re.compile(
    r"\b(?:reduction|limit|cap|gate|factor|threshold|corridor|charge|withhold|minimum)\b"
    rf"[^;]{{0,60}}?\bappl(?:y|ies) (?:only )?to (?:\w+ )?{_GAIN}(?: only)?(?! and)\b"
    r"(?=[^;]{0,12}\bonly\b|[^;]{0,60}\bnot\b)|"
    rf"\bapplies only to (?:\w+ )?{_GAIN}\b|\b{_GAIN} (?<!upside )only\b(?! if| when)|"
    rf"\b(?:does|do|shall|will) not apply to (?:\w+ )?{losses.LOSS}\b",
    re.IGNORECASE,
)
_FORFEITED = re.compile(
    rf"\b{_GAIN}\b[^;]{{0,120}}?\b(?:forfeit\w*|lapses?|(?:is|are|be) (?:retained|kept) by|"
    rf"not (?:be )?(?:paid|payable|earned))\b|\bforfeits?\b[^;]{{0,60}}?\b{_GAIN}\b",
    re.IGNORECASE,
)
_GAIN_CAPPED = re.compile(
    rf"\b{_GAIN}(?: \w+){{0,2}}? (?:caps?|limits?|ceilings?|maximums?)\b|"
    rf"\b{_GAIN}\b[^;]{{0,160}}?\b(?:(?:shall|will|may) not exceed|capped|limited to|"
    rf"no more than|not more than|lesser of)\b|\bmaximum (?:\w+ )?{_GAIN}\b",
    re.IGNORECASE,
)
_GATED = re.compile(
    rf"\b{_GAIN}\b[^;]{{0,120}}?\b(?:only if|if and only if|provided that|unless|subject to|"
    rf"conditioned on|contingent (?:up)?on|prerequisite|as long as|must (?:meet|achieve|score))\b"
    rf"[^;]{{0,100}}?\b{_GATE}\b|\bineligible for {_GAIN}\b|"
    rf"\bprerequisite\b[^;]{{0,80}}?\b{_GAIN}\b",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r"\b(?:share|receive|retain|keep|pay|owe|bear|repay|earn|equal|be|entitled|responsible)\w*\b"
    r"[^;%]{0,60}?(?:\d{1,3}(?:\.\d+)?\s?(?:%|percent)|\bpercent\b)\)?\)? (?:of|share of) "
    rf"(?:the |any |all |such |total )*(?:\w+ ){{0,2}}?(?:(?P<gain>{_GAIN}|gain shared)|"
    rf"(?P<loss>{losses.LOSS}|risk shared))\b",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(?:same|equally|equal|symmetr\w+|alike|mirror\w*)\b", re.IGNORECASE)


def _find(reading: Reading) -> Iterable[Sighting]:
    owed = losses.owed(reading)
    if not owed:
        return
    about = sieve.holding(reading.passages, *_STEMS)
    ungated = places.within(about, _LOSS_WITHOUT_GATE, where=_is_unlike)
    gain_only = places.within(about, _GAIN_ONLY, where=_is_unlike)
    forfeited = places.within(about, _FORFEITED, where=_is_unlike)
    unequal = _unequal(
        [Place(passage, match) for passage in about for match in _SHARE_OF.finditer(passage.text)]
    )
    capped = () if losses.caps(reading) else places.within(about, _GAIN_CAPPED)
    plain = (*ungated, *gain_only, *unequal, *capped, *forfeited)
    if plain:
        detail = "Gains are cut by a gate, a share or a limit that losses do not have."
        yield places.sighting((*plain, *owed), detail)
        return
    gated = places.within(about, _GATED, where=_is_unlike)
    if gated and not any(_names_gate(place) for place in owed):
        detail = "You get a gain only past a gate, and you owe a loss without one."
        yield places.sighting((*gated, *owed), detail, severity=Severity.HIGH)


def _is_unlike(place: Place) -> bool:
    return _SAME.search(place.text) is None


def _names_gate(place: Place) -> bool:
    return re.search(r"\bquality\b", place.text, re.IGNORECASE) is not None


def _unequal(shares: Sequence[Place]) -> tuple[Place, ...]:
    """Return the shares of gain and of loss where the group bears more than it gets."""
    gains = [(_percent(place), place) for place in shares if place.match["gain"]]
    bears = [(_percent(place), place) for place in shares if place.match["loss"]]
    if not gains or not bears:
        return ()
    least, most = min(gains, key=lambda s: s[0]), max(bears, key=lambda s: s[0])
    return (most[1], least[1]) if most[0] > least[0] > 0 else ()


def _percent(place: Place) -> Decimal:
    found = [a.value for a in numbers.find(place.match[0]) if a.unit is Unit.PERCENT]
    return found[-1] if found else Decimal(0)


def _has_downside(reading: Reading) -> bool:
    return reading.features.has_downside and reading.is_provider_agreement


CHECK = Check(
    id="gain-loss-asymmetry",
    title="Gains limited, losses not",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.CRITICAL,
    theme=Theme.RISK,
    tactics=("strategic_ambiguity",),
    questions=("gf_q03",),
    lesson="training_1",
    sources=(GOOD_PRACTICE,),
    why=(
        "A bet that wins little and loses much has a negative value even for a group that performs "
        "well. Chance alone moves costs both ways."
    ),
    asks=("Ask for the same gate, share and cap for gains and for losses.",),
    wording="The same gate, sharing rate and cap apply to a gain and to a loss.",
    applies=_has_downside,
    find=_find,
)
