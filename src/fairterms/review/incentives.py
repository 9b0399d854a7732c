"""Pay by results as agreements write it: when checks of it apply, and who sets its terms."""

import re
from collections.abc import Iterable

from fairterms.review import sieve
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place

_JOINT = re.compile(
    r"\b(?:joint(?:ly)?|mutual(?:ly)?|both parties|each party|either party|the parties|"
    r"(?:signed|executed|agreed) by|written (?:consent|agreement|amendment)|"
    r"(?:consent|approval|agreement|concurrence) of (?:the )?"
    r"(?:Provider|Group|Practice|IPA|other|both|Contractor|Participant|ACO)|"
    r"(?:Provider|Group|Practice|IPA|Contractor|ACO)(?:'s)?(?: prior)?(?: written)? "
    r"(?:consent|approval|agreement|concurrence|agrees|consents|approves)|"
    r"agreement (?:of|by|between|with)|committee)\b",
    re.IGNORECASE,
)
_NOT_JOINT = re.compile(
    r"\b(?:without|regardless of|notwithstanding)\b[^.;,]{0,40}?"
    r"\b(?:consent|agreement|approval|signature)|\bPlan's [\w ]{0,20}committee\b",
    re.IGNORECASE,
)
_BY_A_RULE = re.compile(
    r"\b(?:under|using|pursuant to|in accordance with|according to|applying|by|with|per|in|on)\b"
    r" (?:(?:the|this|that|a|its|same|following|set|forth|described|stated|shown|printed|"
    r"method(?:ology)?|formula|rules?|steps) ){0,6}"
    r"(?:Sections?|Exhibits?|Attachments?|Appendi\w+|Schedules?|Tables?|Articles?|Annex|"
    r"formula|worksheet|same (?:formula|method\w*))\b",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(
    r",|[()]| (?:and|or|to|for|from|in|at|on|with|using|under|based|within|prior|before|after|as|"
    r"through|will|shall|may|are|is|which|that|each|annually|without|upon|by|if|when|unless|during|"
    r"because|subject|pursuant|per|then|alone|only|solely|before|where|whose|who|have|has)\b"
)
_BY = re.compile(
    r"\b(?:determined|set|established|defined|pre-?defined|calculated|specified|published|"
    r"selected|identified|adopted|developed|designated|assigned|chosen|fixed|approved|"
    r"communicated|provided|made available|prescribed|designed|maintained|used|announced)"
    r"(?: \w+ly| from time to time| each \w+| and \w+){0,2} by\b",
    re.IGNORECASE,
)
_REACH = 60
LONGEST = 3_000
"""Letters beyond which a passage is a table that was read as one sentence."""


def pays_by_results(reading: Reading) -> bool:
    """Say whether there is an incentive, a target or a downside for a group that treats members."""
    features = reading.features
    has_any = features.has_incentive or features.has_target or features.has_downside
    return has_any and reading.is_provider_agreement


def has_target(reading: Reading) -> bool:
    """Say whether results are compared with a target, in an agreement about care for members."""
    return reading.features.has_target and reading.is_provider_agreement


def mentioning(reading: Reading, *words: str, also: tuple[str, ...] = ("",)) -> tuple[Passage, ...]:
    """Return the passages in which one of some words stands, and one of some others.

    It is a cheap sieve before patterns that look closer, and leaves out
    rate tables. Words are in small letters; parts of words will do.
    """
    said = sieve.holding(reading.passages, *words)
    others = said if also == ("",) else sieve.holding(reading.passages, *also)
    wanted = set(others)
    return tuple(one for one in said if one in wanted and len(one.text) <= LONGEST)


def once(found: Iterable[Place]) -> tuple[Place, ...]:
    """Leave out places of which the same sentence, or the same words, were seen before."""
    seen: dict[str, Place] = {}
    for place in found:
        seen.setdefault(place.text, place)
    return tuple(seen.values())


def around(reading: Reading, passage: Passage, before: int, after: int) -> tuple[Passage, ...]:
    """Return a passage with some of those before and after it in its document."""
    place = reading.passages.index(passage)
    near = reading.passages[max(0, place - before) : place + 1 + after]
    return tuple(other for other in near if other.document is passage.document)


def is_joint(text: str) -> bool:
    """Say whether a text makes something the work of both sides.

    Examples
    --------
    >>> is_joint("Measures are revised by the Joint Committee")
    True
    >>> is_joint("Plan may revise measures without the consent of Provider")
    False
    """
    return _JOINT.search(_NOT_JOINT.sub("", text)) is not None


def follows_rule(text: str) -> bool:
    """Say whether a text works by a formula, or by a section or exhibit of the agreement.

    Examples
    --------
    >>> follows_rule("calculated by Plan under Section B-2"), follows_rule("as Plan sees fit")
    (True, False)
    """
    return _BY_A_RULE.search(text) is not None


def names_plan_next(reading: Reading, text: str) -> bool:
    """Say whether the first name of a text is the plan's, or was removed from it."""
    end = _FIRST_NAME.search(text)
    first = (text[: end.start()] if end else text[:_REACH]).strip(" .;:")
    side = reading.parties.subject(f"{first} may", len(first) + 1)
    return side in (Side.PLAN, Side.UNNAMED) and not _is_pair(reading, text)


def is_set_by_plan(reading: Reading, place: Place) -> bool:
    """Say whether, from the match on, something is "determined by" the plan alone.

    The match itself may reach over the words.
    """
    text = place.text
    if is_joint(text[place.match.start() :]):
        return False
    by = (m for m in _BY.finditer(text, place.match.start()) if m.start() - place.match.end() < 90)
    return any(names_plan_next(reading, text[match.end() :]) for match in by)


def _is_pair(reading: Reading, text: str) -> bool:
    pair = re.match(r"[^,;.]{1,40}? and (?:the )?([A-Z]\S*(?: [A-Z]\S*)?)", text)
    return pair is not None and reading.parties.names_group(pair[1])
