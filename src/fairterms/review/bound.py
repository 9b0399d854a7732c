"""Whom a clause binds: our side or the other, in agreements with a health plan and in others.

In an agreement with a plan our side is the group. In a general contract it is the one that mostly
signs what the other has drafted: a vendor, supplier, distributor, contractor, franchisee. Where a
contract calls its sides by their names alone, no side can be told, and no clause binds ours.
"""

import re
from functools import lru_cache
from itertools import islice

from fairterms.review.context import Reading
from fairterms.review.parties import Parties, Side

_WEAKER = (
    "Vendor|Supplier|Distributor|Contractor|Subcontractor|Consultant|Reseller|Dealer|Franchisee|"
    "Licensee|Agent|Agency|Endorser|Talent|Artist|Representative|Service Provider|"
    "Content Provider|Developer"
)
_ROLES = rf"{_WEAKER}|{_WEAKER.upper()}"
_PAYER = re.compile(
    r"\b(?:health plan|(?:covered|contracted) services|participating providers?|ACO|accountable "
    r"care|"
    r"shared savings|capitation|(?:health )?benefit plans?|HMO|MCO|payou?rs?|managed "
    r"care organization|health maintenance organization)\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"\b(?:Members?|Enrollees?|Covered (?:Persons?|Individuals?)|Beneficiar(?:y|ies)|"
    r"[Pp]atients?)\b"
)
_OPENING = 4_000
"""Letters from the start of a document in which an agreement with a payer names one."""
_OFTEN = 8
"""Sentences that name one elsewhere before it counts."""
_JOINED = re.compile(r"(?:,|\band|\bor|\bbut|\bnor)\s*$")
_MAY = re.compile(r"may\b", re.IGNORECASE)
_DUTY = re.compile(r"\b(?:shall|will|must|agrees?)\b", re.IGNORECASE)
_YOU = re.compile(r"\byou(?: hereby)?(?: also)? $", re.IGNORECASE)


@lru_cache(maxsize=64)
def _widened(parties: Parties) -> Parties:
    """Return the sides of a general contract; a role that is ours is no name of the other side."""
    others = f"{parties.plan}|COMPANY|Customer|CUSTOMER|Client|CLIENT|Purchaser|Buyer|Licensor"
    return Parties(rf"(?!(?:{_ROLES})\b)(?:{others})", f"{parties.group}|{_ROLES}")


def sides(reading: Reading) -> Parties:
    """Return what an agreement calls its sides; a general contract has more words for them.

    In an agreement with a plan a vendor or contractor is mostly the plan's own, and not the group.
    """
    return reading.parties if reading.is_provider_agreement else _widened(reading.parties)


def subject(reading: Reading, text: str, place: int) -> Side:
    """Say who the subject is of the verb at ``place`` of a sentence.

    As :meth:`fairterms.review.parties.Parties.subject`; a "you" is our side.
    """
    if _YOU.search(text[:place]):
        return Side.GROUP
    return sides(reading).subject(text, place)


def is_ours(reading: Reading, text: str, place: int) -> bool:
    """Say whether the verb at ``place`` speaks of our side alone.

    A duty joined to one before it ("Provider shall treat Members, and shall not ...") has the same
    subject; a right need not, where a name may have been removed.
    """
    side = subject(reading, text, place)
    if side is not Side.UNNAMED or not _JOINED.search(text[:place]) or _MAY.match(text, place):
        return side is Side.GROUP
    verbs = list(_DUTY.finditer(text, 0, place))
    return bool(verbs) and is_ours(reading, text, verbs[-1].start())


def is_theirs(reading: Reading, text: str, place: int) -> bool:
    """Say whether the verb at ``place`` speaks of the plan, or has lost its subject."""
    return subject(reading, text, place) in (Side.PLAN, Side.UNNAMED)


def is_with_payer(reading: Reading) -> bool:
    """Say whether a provider agreement is one with a payer, and not with a landlord or franchisor.

    What is missing from an agreement with a payer is no gap in a clinic's franchise.
    """
    if not reading.is_provider_agreement:
        return False
    if not any(_MEMBER.search(passage.text) for passage in reading.passages):
        return False
    if any(_PAYER.search(document.reading.text[:_OPENING]) for document in reading.documents):
        return True
    named = (passage for passage in reading.passages if _PAYER.search(passage.text))
    return len(tuple(islice(named, _OFTEN))) == _OFTEN
