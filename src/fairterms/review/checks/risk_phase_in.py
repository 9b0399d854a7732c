"""Losses are owed from the first year, without steps."""

import re
from collections.abc import Iterable
from dataclasses import replace

from fairterms.document import numbers
from fairterms.document.numbers import Unit
from fairterms.review import absence, losses, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.review.places import MOST_PLACES, Place
from fairterms.units.finding import Severity

_STEMS = (
    *("deficit", "loss", "downside", "risk shar", "shared risk", "full risk", "shortfall"),
    *("phas", "upside", "one-sided", "glide", "ramp"),
)
_FIRST = (
    r"(?:(?:first|initial) (?:\w+ )?(?:\(\w+\) )?(?:performance |contract |program |measurement |"
    r"calendar |settlement )?(?:years?|periods?|months|term|\d+ months)|(?:performance |contract |"
    r"program )?years? (?:1|one|\(1\))|(?:initial )?(?:term|period))"
)
_STEPS = re.compile(
    r"\bphase[sd]?[- ]?in\b|\bphas(?:ed|ing)\b|\bglide ?path\b|\bupside[- ]only\b|\bone[- ]sided\b|"
    r"\bramp(?:s|ed|ing)?[- ]up\b|"
    r"\btransition(?:s|ed|ing)? to (?:\w+ )?(?:two-sided|downside|risk)|"
    rf"\b(?:no|not|without|waive\w*)\b[^;]{{0,120}}?\b{losses.LOSS}\b[^;]{{0,120}}?\b{_FIRST}\b|"
    rf"\b{_FIRST}\b[^;]{{0,120}}?\b(?:no|not|without|only)\b[^;]{{0,120}}?"
    rf"\b(?:{losses.LOSS}|savings|gains?)\b|"
    rf"\b{losses.LOSS}\b[^;]{{0,120}}?\b(?:begin\w*|start\w*|commenc\w*|appl\w+)\b[^;]{{0,60}}?"
    r"\b(?:second|third|fourth|year (?:2|3|4|two|three|four))\b|"
    rf"\b(?:second|third|fourth|year (?:2|3|4|two|three|four))\b[^;]{{0,100}}?\b{losses.LOSS}\b",
    re.IGNORECASE,
)
_NO_STEPS = re.compile(r"\b(?:no|not|without)\b (?:\w+ ){0,3}?phas|\bnot phased", re.IGNORECASE)
_AT_ONCE = re.compile(
    rf"\b{_FIRST}\b[^;]{{0,80}}?\b(?:shall|will|must|owes|bears|shares|pays)\b[^;]{{0,60}}?"
    rf"\b{losses.LOSS}\b|"
    rf"\b(?:{losses.LOSS}|full[- ]risk|at risk)\b[^;]{{0,120}}?\b(?:from|as of|beginning|begins|"
    rf"starting|starts|effective|commencing|commences|in|for|on)\b (?:on |with |in )?(?:the )?"
    rf"(?:Effective Date|{_FIRST}|inception|day one|outset|start of)\b|"
    r"\b(?:from|as of|beginning|starting|effective|commencing|on)\b (?:on |with |in )?(?:the )?"
    rf"(?:Effective Date|{_FIRST}|inception|day one)\b[^;]{{0,120}}?"
    rf"\b(?:{losses.LOSS}|full[- ]risk)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b20[2-9]\d\b|\b(?:first|second|third|fourth) (?:\w+ )?year\b", re.IGNORECASE)
_ABOUT_LOSS = re.compile(r"\b(?:loss(?:es)?|downside|deficits?|risk)\b", re.IGNORECASE)
_FEWEST_STEPS = 2


def _find(reading: Reading) -> Iterable[Sighting]:
    owed = losses.owed(reading)
    if not owed or any(_is_step(p) for p in sieve.holding(reading.passages, *_STEMS)):
        return
    at_once = places.within(
        sieve.holding(reading.passages, *losses.STEMS),
        _AT_ONCE,
        where=lambda place: _is_of_losses(place, owed),
    )
    if at_once:
        detail = "You owe losses from the first year, before anyone has seen how the model behaves."
        yield places.sighting((*at_once, *owed), detail)
    else:
        missing = "no year without losses and no steps toward them were found"
        searched = ("years of upside only", "a share of losses that grows by year")
        found = absence.sighting(reading, searched, missing)
        quotes = tuple(dict.fromkeys(place.quote for place in owed))
        yield replace(found, more_evidence=quotes[: MOST_PLACES - 1])


def _is_step(passage: Passage) -> bool:
    """Say whether a sentence or table brings losses in by steps, or later."""
    text = passage.text
    if _STEPS.search(text) and not _NO_STEPS.search(text):
        return True
    if not _ABOUT_LOSS.search(text):
        return False
    years = {match[0].lower() for match in _YEARS.finditer(text)}
    shares = {amount.value for amount in numbers.find(text) if amount.unit is Unit.PERCENT}
    return len(years) >= _FEWEST_STEPS and len(shares) >= _FEWEST_STEPS


def _is_of_losses(place: Place, owed: Iterable[Place]) -> bool:
    """Say whether a sentence with a first day is one about owing losses."""
    return (
        any(place.passage is other.passage for other in owed)
        or re.search(
            r"\bfull[- ]risk\b|\bat risk\b|\bdownside\b|\bdeficits?\b|\bshared loss",
            place.text,
            re.IGNORECASE,
        )
        is not None
    )


def _has_downside(reading: Reading) -> bool:
    return reading.features.has_downside and reading.is_provider_agreement


CHECK = Check(
    id="risk-phase-in",
    title="Risk comes too soon",
    detects=(Detects.ABSENCE, Detects.NUMBER),
    severity=Severity.HIGH,
    theme=Theme.RISK,
    tactics=("ratcheting",),
    questions=("gf_q03",),
    lesson="training_1",
    sources=(GOOD_PRACTICE,),
    why=(
        "The first years show whether members are assigned rightly, the data arrive and the target "
        "is right. A group that owes losses before that pays for the plan's errors too."
    ),
    asks=("Ask for two or three years of upside only, and for a joint decision before losses.",),
    wording=(
        "Years 1 and 2 are upside only. Losses are shared from the third year, by a share that "
        "grows each year, and only when both parties have decided so."
    ),
    applies=_has_downside,
    find=_find,
)
