"""Care after the end goes on for as long as the plan wishes."""

import re
from collections.abc import Iterable

from fairterms.review import places
from fairterms.review.authorities import AMA_MODEL
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_AFTER_END = re.compile(
    r"\b(?:terminat|expir|non-?renew|cessation|cease|after the end|"
    r"(?:after|when|once|if) (?:this|the) (?:Agreement|contract) (?:has |is )?(?:ends?|ended|"
    r"expired)|"
    r"end of (?:this|the) Agreement|continuation (?:period|of (?:care|services))|"
    r"continuity of care|"
    r"transition(?:al|s)?\b)",
    re.IGNORECASE,
)
_CARES_ON = re.compile(
    r"\b(?:continu\w+|provid\w+|furnish\w*|render\w*|treat\w*|car(?:e|ing) for|arrang\w+|"
    r"deliver\w*|"
    r"perform\w*|serv\w+)\b[^.;]{0,120}?\b(?:services?|care|treat\w*|therapy|counseling|"
    r"Members?|patients?|"
    r"enrollees?|covered (?:persons?|individuals?|services))\b",
    re.IGNORECASE,
)
_WHO = r"(?:[\w\[\]'\u2019 ]{0,40}?)"
_WILL = (
    r"(?:requests?|requires?|determines?|directs?|deems?|specif(?:y|ies)|elects?|designates?|"
    r"chooses?|wishes|asks?|instructs?|considers?|decides?)"
)
_AT_WILL = re.compile(
    rf"\b(?:at|in|(?:up)?on) (?:the |its |[\w\[\]]+(?:['\u2019]s?)? ){{0,3}}(?:sole |reasonable |"
    r"absolute )*(?:discretion|option|election|direction|request|demand)\b"
    r"(?! of (?:the |a |any )?(?:Members?|patients?|enrollees?|State|agency|Department))|"
    rf"\b(?:as|so) long as {_WHO} (?:\w+ly )?{_WILL}\b|"
    rf"\b(?:period|time|long(?:er)?|extent|until such time|"
    rf"duration)\b[^.;]{{0,30}}?\b(?:as|that|which) {_WHO} "
    rf"(?:may |shall |\w+ly ){{0,2}}{_WILL}\b|"
    rf"\b(?:if|where|when|unless|until) {_WHO} (?:so )?(?:\w+ly )?(?:notifies|{_WILL}|releases?|"
    r"arranges?|transfers?|has (?:arranged|transferred|made|reassigned|completed))\b|"
    r"\b(?:as|to the extent|for the period|until|period) (?:may be |is |are |"
    r"shall be )?(?:reasonably )?(?:determined|"
    r"requested|required|"
    r"directed|specified|designated|established|approved) by\b",
    re.IGNORECASE,
)
_BY_LAW = re.compile(
    r"\b(?:law|statut\w*|regulat\w*|C\.?R\.?S\.?|U\.?S\.?C|CFR|Code|section \d+-\d+|State|"
    r"agency|Department|"
    r"commissioner|insolven\w*|Medicare|CMS)\b",
    re.IGNORECASE,
)
_UNPAID = re.compile(
    r"\b(?:without (?:additional |further |any )?(?:compensation|payment|charge|reimbursement)|"
    r"at no (?:additional )?(?:cost|charge|expense)|free of charge|at (?:Provider|Group|"
    r"its) own (?:cost|expense))\b",
    re.IGNORECASE,
)
_PLANS = (Side.PLAN, Side.UNNAMED)
_OTHER_WILL = re.compile(
    r"\b(?:records?|copies|reports?|information|list|notice|notif\w+)\b[^.;]{0,30}$",
    re.I,
)
# "at discretion": the owner's name was removed from the text.
_NOBODY = re.compile(
    r"^(?:at|in|upon) (?:the )?(?:sole )?(?:discretion|option|election|direction)\b", re.I
)


def _find(reading: Reading) -> Iterable[Sighting]:
    about = [p for p in reading.passages if _is_of_care_after(reading, p)]
    at_will = places.within(about, _AT_WILL, where=lambda place: _is_plans_will(reading, place))
    if at_will:
        yield places.sighting(at_will, "The plan alone says for how long care goes on.")
        return
    unpaid = places.within(about, _UNPAID, where=lambda place: not _BY_LAW.search(place.text))
    if unpaid:
        yield places.sighting(unpaid, "Care after the end is not paid for.")


def _is_of_care_after(reading: Reading, passage: Passage) -> bool:
    """Say whether a passage makes the group care for patients after the agreement has ended."""
    low = passage.text.lower()
    if not any(
        word in low
        for word in (
            "terminat",
            "expir",
            "renew",
            "after the end",
            "ends",
            "cease",
            "continu",
            "transition",
            "cessation",
        )
    ):
        return False
    if not _AFTER_END.search(passage.text) or not _CARES_ON.search(passage.text):
        return False
    verb = re.search(r"\b(?:shall|must|will|agrees? to|is (?:obligated|required))\b", passage.text)
    return verb is not None and reading.parties.names_group(passage.text[: verb.end()])


def _is_plans_will(reading: Reading, place: Place) -> bool:
    """Say whether the will is the plan's, and about how long care goes on."""
    words = place.text[place.match.start() : place.match.end() + 25]
    near = place.text[max(0, place.match.start() - 30) : place.match.end()]
    if _BY_LAW.search(words) or _OTHER_WILL.search(
        place.text[max(0, place.match.start() - 45) : place.match.start()]
    ):
        return False
    if reading.parties.names_group(words) and not reading.parties.names_plan(words):
        return False
    if re.search(
        r"\b(?:Member|patient|enrollee)", near, re.IGNORECASE
    ) and not reading.parties.names_plan(words):
        return False
    return reading.parties.names_plan(words) or _NOBODY.search(words) is not None


def _is_for_care(reading: Reading) -> bool:
    return reading.is_provider_agreement


CHECK = Check(
    id="post-termination-care",
    title="Care after the end",
    detects=(Detects.VAGUE, Detects.ONE_SIDED),
    severity=Severity.MEDIUM,
    theme=Theme.EQUITY,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(AMA_MODEL,),
    laws=("care-after-termination",),
    why=(
        "Patients in treatment need a safe handover, and that has an end. A duty without an end "
        "keeps the practice bound to a contract it has left."
    ),
    asks=("Ask that care goes on for up to 90 days, at the contract's rates.",),
    wording="Care of members in treatment continues up to 90 days at contract rates.",
    applies=_is_for_care,
    find=_find,
)
