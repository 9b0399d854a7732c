"""Audits of the group that cost it much: free copies, no notice, short deadlines, extrapolation."""

import re
from collections.abc import Iterable
from decimal import Decimal

from fairterms.document import numbers
from fairterms.document.numbers import Amount, Unit
from fairterms.review import places, sieve
from fairterms.review.authorities import AMA_MODEL
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

FEWEST_DAYS = 30
"""Calendar days to hand over records, or of notice before a visit."""
FEWEST_BUSINESS_DAYS = 22

_STEMS = ("record", "audit", "inspect", "chart", "documentation", "extrapolat", "site")
_LOOKS = re.compile(
    r"\b(?:audit\w*|inspect\w*|examin\w+|access to|copies|copy|copying|review\w*|on-?site|"
    r"furnish|submit|"
    r"produced?|provided?|furnished|supplied|release|extrapolat\w+|request\w*|site visits?|make "
    r"available|"
    r"made available)\b",
    re.IGNORECASE,
)
_RECORDS = re.compile(
    r"\b(?:(?:medical|treatment|clinical|patient|member|health|billing|"
    r"financial)? ?records?|charts?|books|"
    r"audits?|documentation|facilit(?:y|ies)|premises|offices?|claims)\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:without (?:any )?(?:charge|cost|compensation|reimbursement|payment)|"
    r"at no (?:\w+ )?(?:charge|cost|expense)|free of (?:any )?(?:charge|cost)|no (?:fee|"
    r"charge)s? (?:shall|will|may|for)|"
    r"at (?:the )?(?:[\w'\u2019]+ ){0,2}(?:sole|own)(?: cost and)? (?:cost|expense)|"
    r"at (?:the )?(?:Provider|Group|Practice|Physician|Contractor|"
    r"Facility)['\u2019]s (?:cost|expense)|"
    r"shall bear (?:the|all|its own) (?:\w+ )?(?:cost|expense)s?)\b",
    re.IGNORECASE,
)
_NO_NOTICE = re.compile(
    r"\b(?:without (?:any )?(?:prior |advance |further )*notice|with or without (?:prior |"
    r"advance )?notice|"
    r"unannounced|at any time|on demand|upon demand|with no (?:prior )?notice|"
    r"no (?:prior |advance )?notice (?:is|shall be) required)\b",
    re.IGNORECASE,
)
_EXTRAPOLATES = re.compile(
    r"\bextrapolat\w+|\bstatistical(?:ly)? (?:valid )?(?:sampl\w+|project\w+|inference)|"
    r"\bproject(?:ed)?\b[^.;]{0,60}\b(?:universe|all claims|population of claims)",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"\b(?:not|no|never|nor|neither|unless|only if|only when|agreed sample)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"^[^.;]{0,90}\b(?:prohibited|not permitted|not allowed|by agreement|both parties)\b", re.I
)
_AT_ONCE = re.compile(
    r"\b(?:immediate(?:ly)?|promptly|same[- ]day)\b[^.;]{0,60}?\b(?:records?|access|"
    r"copies|documentation)\b|"
    r"\b(?:records?|access|copies|documentation)\b[^.;]{0,60}?\bimmediately\b",
    re.IGNORECASE,
)
_AGENCIES = re.compile(
    r"\b(?:CMS|HHS|DHHS|OIG|Comptroller|State|agenc(?:y|ies)|Department|government\w*|federal|"
    r"regulator\w*|commissioner|Secretary|authorities)\b",
)
_MEMBERS_OWN = re.compile(
    r"\b(?:to the Member|no cost to (?:the |such )?(?:Member|patient|enrollee)|other (?:treating )?"
    r"(?:health care )?providers?|successor provider)",
    re.IGNORECASE,
)

_LED_BY_AGENCY = re.compile(
    r"\b(?:give|permit|allow|provide|furnish|grant)\b[^.;]{0,40}\b(?:CMS|HHS|DHHS|OIG|"
    r"Comptroller|Department|"
    r"Secretary|State agenc|agenc(?:y|ies))\b|\brequesting (?:party|agency)\b|"
    r"\bas the law requires\b|"
    r"\b(?:CMS|HHS|Comptroller|OIG|Department)\b[^.;]{0,120}\bright\b|"
    r"\bauthorized (?:federal|state)\b",
)
_WITHIN = re.compile(
    r"\b(?:within|(?:no|not) later than)\b[\w ()-]{0,60}?\b(?:days?|hours?|weeks?)\b", re.I
)


def _find(reading: Reading) -> Iterable[Sighting]:
    about = [p for p in sieve.holding(reading.passages, *_STEMS) if _is_plans_look(reading, p)]
    faults: list[tuple[str, tuple[Place, ...]]] = [
        ("copies or access are free", places.within(about, _FREE, where=_is_for_records)),
        ("no notice is needed", places.within(about, _NO_NOTICE, where=_is_a_visit)),
        (
            "results of a sample are extrapolated",
            places.within(about, _EXTRAPOLATES, where=_is_allowed),
        ),
        (f"records are due in under {FEWEST_DAYS} days", _hurried(about)),
    ]
    seen = [(what, found) for what, found in faults if found]
    if not seen:
        return
    first = [found[0] for _, found in seen]
    rest = [place for _, found in seen for place in found[1:]]
    what = ", ".join(what for what, _ in seen)
    yield places.sighting([*first, *rest], f"{what[0].upper()}{what[1:]}.")


def _is_plans_look(reading: Reading, passage: Passage) -> bool:
    """Say whether the plan looks into the group's records: not an agency alone, not the group."""
    text = passage.text
    if not _LOOKS.search(text) or not _RECORDS.search(text):
        return False
    plan, group = reading.parties.names_plan(text), reading.parties.names_group(text)
    if _AGENCIES.search(text) and (not plan or _LED_BY_AGENCY.search(text)):
        return False
    return (plan or group or "extrapolat" in text.lower()) and not _is_groups_look(reading, text)


def _is_groups_look(reading: Reading, text: str) -> bool:
    """Say whether it is the group that looks into the plan's figures."""
    right = re.search(
        r"\b(?:may|has the right|is entitled)\b[^.;]{0,40}\b(?:audit|inspect|examine|review)",
        text,
        re.I,
    )
    if right is None:
        return False
    return reading.parties.subject(text, right.start()) in (Side.GROUP, Side.BOTH)


def _is_for_records(place: Place) -> bool:
    around = place.text[max(0, place.match.start() - 220) : place.match.end() + 160]
    return _RECORDS.search(around) is not None and not _MEMBERS_OWN.search(
        place.text[place.match.start() : place.match.end() + 40]
    )


def _is_a_visit(place: Place) -> bool:
    around = place.text[max(0, place.match.start() - 160) : place.match.end() + 160]
    return re.search(
        r"\b(?:audit|inspect|on-?site|access|visit|examin)", around, re.I
    ) is not None and not (_FORBIDDEN.search(place.before))


def _is_allowed(place: Place) -> bool:
    return not _FORBIDDEN.search(place.before) and not _NOT_AFTER.search(place.after)


def _hurried(about: Iterable[Passage]) -> tuple[Place, ...]:
    found = places.within(about, _WITHIN, where=_is_hurried)
    return (*found, *places.within(about, _AT_ONCE, where=_hands_over))


def _is_hurried(place: Place) -> bool:
    if not _hands_over(place):
        return False
    if re.search(r"\bhours?$", place.match[0], re.I):
        return True
    return any(_is_short(amount) for amount in numbers.times(place.match[0]))


def _hands_over(place: Place) -> bool:
    """Say whether what is due in that time are records or access, from the group."""
    around = place.text[max(0, place.match.start() - 160) : place.match.end() + 160]
    return (
        re.search(
            r"\b(?:furnish|submit|provide|produce|supply|deliver|make (?:them |"
            r"such )?(?:\w+ )?available|copies|"
            r"copy|access)\b",
            around,
            re.I,
        )
        is not None
        and re.search(r"\b(?:records?|charts?|copies|documentation|access)\b", around, re.I)
        is not None
        and not re.search(
            r"\b(?:claims? (?:shall|must)|notify|notice of|overpay|appeal|refund|"
            r"transfer\b|Plan shall"
            r"|Plan will)",
            around,
            re.I,
        )
    )


def _is_short(amount: Amount) -> bool:
    if amount.unit is Unit.BUSINESS_DAYS:
        return amount.value < FEWEST_BUSINESS_DAYS
    days = amount.calendar_days
    return days is not None and days < Decimal(FEWEST_DAYS)


def _is_for_care(reading: Reading) -> bool:
    return reading.is_provider_agreement


CHECK = Check(
    id="audit-burden",
    title="Audit load",
    detects=(Detects.ONE_SIDED, Detects.NUMBER),
    severity=Severity.HIGH,
    theme=Theme.AUDIT,
    tactics=("unfunded_mandates",),
    questions=("gf_q18",),
    lesson="training_5",
    sources=(AMA_MODEL,),
    laws=("audits",),
    why=(
        "Every request costs hours of clinical or office time. A small sample stretched to all "
        "claims can turn a few errors into a debt."
    ),
    asks=("Ask for 30 days' notice, a sample both sides agree on, and pay for copies.",),
    wording=(
        "Plan audits on 30 days' notice, in a sample that both parties agree on, and pays for "
        "copies; results are not extrapolated."
    ),
    applies=_is_for_care,
    find=_find,
)
