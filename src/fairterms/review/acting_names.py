"""What a part of an agreement calls the plan: the name that acts on the group.

An agreement says in its opening who its parties are. A clause taken out of one does not; but the
plan's own name stands in it, and the plan is the one that may, shall and decides.
"""

import re
from collections import Counter
from collections.abc import Iterable

from fairterms.document.document import Document
from fairterms.review import care_words

_NAME = r"[A-Z][\w&-]*[A-Za-z]\b(?: [A-Z][\w&-]*[A-Za-z]\b){0,2}"
_START = r"(?<![\w\"(-])"
_DEED = re.compile(
    rf"{_START}(?P<who>{_NAME})(?: or its designees?)?(?: hereby| also| further)? (?:may|shall|"
    rf"will|"
    r"must|reserves?|retains?|agrees?|determines?|has the right)\b(?! be \w+ed\b)"
)
_OWN = re.compile(
    rf"{_START}(?P<who>{_NAME})(?:'s (?:\w+ ){{0,2}}(?i:discretion|option|governing body|"
    r"determination|appeals?|fee schedule|rates|network|board)|(?:'s)? (?i:policies|procedures|"
    r"provider manual)|'s role)\b"
)
_ASKED = re.compile(
    r"\b(?:[Aa]t the (?:sole )?(?:option|discretion|request)|(?:authorized|determined|approved|"
    rf"required|requested)) (?:of|by) (?P<who>{_NAME})"
)
NETWORKS = ("ACO", "CIN", "DCE", "PHO")
"""Short names of networks whose practices are called participants."""
_NO_PLAN = re.compile(
    r"(?:The |Each |Any |All |Either |Neither |Such |No |This |These |Both )?"
    r"(?:Party|Parties|Agreement|Contract|Addendum|Amendment|Attachment|Exhibit|Section|Article|"
    r"PMPM|PCP|PHI|Law|Policy|Policies|Program|State|County|Commonwealth|Department|Secretary|Commissioner|"
    r"Director|Court|Congress|Government|CMS|HHS|DHHS|OIG|DHCS|DMHC|NCQA|URAC|HIPAA|FDA|IRS|"
    r"Members?|Enrollees?|Participants?|Covered Persons?|Beneficiar(?:y|ies)|Patients?|"
    r"Subcontractors?|Hospital|Employee|Board|Committee|Notice|Services?|Claims?|Payments?|"
    r"[A-Z][a-z]*(?:s|tion|ment|ing|ity|ance))\b.*"
)
_ENOUGH = 2
"""How often a name acts or owns before it is taken for the plan's; words of care beside it."""


def of_the_plan(documents: Iterable[Document], known: str) -> list[str]:
    """Return, as a pattern each, the names by which texts about care call the plan.

    Parameters
    ----------
    documents
        Texts that do not say who their parties are.
    known
        A pattern for the words that name a side anyway.

    Notes
    -----
    It is the one that acts most among the names that are never written small, are no side's
    usual word, and are no authority, person or thing that such agreements speak of.
    """
    text = "\n".join(document.reading.text for document in documents)
    if not care_words.stand_thickly_in([text], enough=_ENOUGH):
        return []
    acting = [match["who"] for pattern in (_DEED, _OWN, _ASKED) for match in pattern.finditer(text)]
    counted = Counter(name for name in acting if _is_a_name(name, text, known))
    mentions = {name: _mentions(name, text) for name in counted}
    enough = [n for n, deeds in counted.items() if deeds >= _ENOUGH or mentions[n] > _ENOUGH]
    best = max(enough, key=lambda name: (counted[name], mentions[name]), default=None)
    return [] if best is None else [re.escape(best)]


def _is_a_name(name: str, text: str, known: str) -> bool:
    """Say whether a capitalised word is somebody's name, and nobody's whom we know otherwise."""
    cases = name, name.title() if name.isupper() else name
    is_known = any(re.search(rf"\b(?:{known})\b", case) for case in cases)
    if is_known or _NO_PLAN.fullmatch(name):
        return False
    return re.search(rf"(?<![\w@./-]){re.escape(name.lower())}\b", text) is None


def _mentions(name: str, text: str) -> int:
    """Count how often a name stands in a text."""
    return len(re.findall(rf"\b{re.escape(name)}\b", text))
