"""The plan may take back what it paid, without a limit of time or without notice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from fairterms.document.numbers import Amount
from fairterms.review import absence, places, recoveries, sieve
from fairterms.review.authorities import AMA_MODEL
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

LONGEST_LOOK_BACK = Decimal(730)
"""Calendar days that a plan may reach back, above which it is long; laws say 12 to 24 months."""

_MONEY_BACK = rf"(?:{recoveries.TAKE_BACK}|overpa\w+|refund\w*|adjust(?:s|ed|ments?))"
_UNANNOUNCED = re.compile(
    rf"\b{_MONEY_BACK}\b[^;]{{0,160}}?\b(?:without (?:\w+ )?(?:(?:advance|prior|further|additional|"
    r"written|any) )*(?:notice|notification|notifying|warning)|automatic(?:ally)?|"
    r"(?:no|not require\w*(?: any)?) (?:\w+ ){0,2}?(?:notice|notification))\b|"
    r"\b(?:without (?:(?:advance|prior|further|additional|written|any) )*(?:notice|notification|"
    rf"notifying)|automatic(?:ally)?)\b[^;]{{0,120}}?\b{_MONEY_BACK}\b",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:shall|may|will) not\b|\bautomatic(?:ally)? (?:renew|terminat|amend|modif|extend|"
    r"deposit|escalat)",
    re.IGNORECASE,
)
_UNLIMITED = re.compile(
    r"\bany(?: and all)?(?: such)? (?:overpa\w+|amounts?|sums?|monies|payments?|funds|claims?|"
    r"duplicate|erroneous|improper|excess|incorrect|outstanding)|\bat any time\b|"
    r"\bfor any reason\b|\bregardless of (?:the )?(?:cause|when)|\ball (?:overpa\w+|duplicate|"
    r"erroneous|amounts)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    rf"\b(?:notice|notif\w+|written request|explanation|statement)\b[^;]{{0,200}}?\b{_MONEY_BACK}|"
    rf"\b{_MONEY_BACK}\b[^;]{{0,200}}?\b(?:notice|notif\w+|written request|explanation)\b",
    re.IGNORECASE,
)
_CLAIMS_PAID = re.compile(
    r"\bclean claims?\b|\bsubmi\w+\b[^;]{0,60}?\bclaims?\b|\bclaims?\b[^;]{0,60}?\bsubmi\w+",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    sudden = places.within(
        sieve.holding(reading.passages, "notice", "notif", "automatic", "warning"),
        _UNANNOUNCED,
        where=_is_sudden,
    )
    reaches = list(recoveries.look_backs(reading))
    far = tuple(place for place, amount in reaches if _is_far(amount))
    rights = recoveries.rights(reading)
    is_limited = bool(reaches) or recoveries.follows_law(reading)
    open_ended = () if is_limited else tuple(sorted(rights, key=_is_limited_in_words))
    faults = (*sudden, *far, *open_ended)
    if faults:
        yield _sighting(reading, faults, sudden, far, open_ended)
    elif not rights and not is_limited:
        yield _silent(reading)
    elif rights and not _is_told(reading):
        detail = "The plan may take money back, and nothing says that it must tell you first."
        unclear = "; ".join(reading.gaps)
        yield places.sighting(rights, detail, severity=Severity.HIGH, unclear_because=unclear)


def _sighting(
    reading: Reading,
    faults: Sequence[Place],
    sudden: Sequence[Place],
    far: Sequence[Place],
    open_ended: Sequence[Place],
) -> Sighting:
    """Quote what is wrong; a limit that is only missing is unclear where something was not read."""
    parts = ["Money is taken back without telling you first."] if sudden else []
    if far:
        parts.append("The plan may reach back more than 24 months.")
    if open_ended:
        parts.append("No limit on how far back the plan may reach was found.")
    is_said = sudden or far or any(_UNLIMITED.search(place.text) for place in open_ended)
    unclear = "" if is_said else "; ".join(reading.gaps)
    return places.sighting(faults, " ".join(parts), unclear_because=unclear)


def _silent(reading: Reading) -> Sighting:
    """Say that nothing limits how long a paid claim may be opened again."""
    missing = "no limit on how long a paid claim may be reopened was found"
    searched = ("how far back overpayments are recovered", "notice before a recovery")
    return replace(absence.sighting(reading, searched, missing), severity=Severity.HIGH)


def _is_told(reading: Reading) -> bool:
    """Say whether a notice comes with a recovery, anywhere."""
    about = sieve.holding(reading.passages, "notice", "notif", "request", "explanation")
    return any(_TELLS.search(passage.text) for passage in about)


def _is_sudden(place: Place) -> bool:
    return _SOMETHING_ELSE.search(place.text) is None


def _is_far(amount: Amount) -> bool:
    days = amount.calendar_days
    return days is not None and days > LONGEST_LOOK_BACK


def _is_limited_in_words(place: Place) -> bool:
    """Say whether a right does not itself reach "any" overpayment; the others are quoted first."""
    return _UNLIMITED.search(place.text) is None


def _pays_claims(reading: Reading) -> bool:
    """Apply where the plan takes back what it paid, or pays claims at all."""
    if not reading.is_provider_agreement:
        return any(
            "overpa" in right.text.lower() and "claim" in right.text.lower()
            for right in recoveries.rights(reading)
        )
    claims = sieve.holding(reading.passages, "claim")
    return any(_CLAIMS_PAID.search(p.text) for p in claims) or bool(recoveries.rights(reading))


CHECK = Check(
    id="recoup-limits",
    title="Recovery without limits",
    detects=(Detects.ABSENCE, Detects.NUMBER),
    severity=Severity.CRITICAL,
    theme=Theme.MONEY,
    tactics=("strategic_ambiguity",),
    questions=("gf_q02",),
    lesson="training_1",
    sources=(AMA_MODEL,),
    laws=("recoupment",),
    why=(
        "Money that you have earned, paid out in wages and closed in your books can be taken back "
        "years later. Without notice and claim numbers you cannot check or contest it."
    ),
    asks=(
        "Ask that nothing is taken back after 12 months, except for fraud.",
        "Ask for 30 days' notice that lists each claim and the reason.",
    ),
    wording=(
        "Plan recovers no payment after 12 months, except for fraud. Plan gives 30 days' written "
        "notice that lists each claim, the amount and the reason."
    ),
    applies=_pays_claims,
    find=_find,
)
