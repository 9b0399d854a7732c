"""Who some words of a clause name: the plan, the group, both, or someone else.

:mod:`fairterms.review.parties` knows who the subject of a verb is. Here it is asked of any words:
whom a limit protects, who is held harmless. Names in capital letters count.
"""

import re

from fairterms.review.context import Reading
from fairterms.review.parties import Side

_MUTUAL = re.compile(
    r"\b(?:either|neither|each|both|any|no|one|another|the other|a|such)(?: of the)? "
    r"part(?:y|ies)\b|"
    r"\b(?:the|both|said) parties\b|\bparties hereto\b|\b(?:each|either|both|neither|any) of "
    r"(?:them|the foregoing|plan|provider|you)\b|\bto (?:the|each) other\b|\bone another\b|"
    # Indemnifying, disclosing, breaching party: a part that either may play.
    r"\b(?:\w+-)?\w+(?:ing|ed) part(?:y|ies)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:members?|enrollees?|patients?|subscribers?|beneficiar(?:y|ies)|insureds?|"
    r"covered (?:persons?|individuals?)|participants?|employees? of|state(?! of)|state of|"
    r"commonwealth|agenc(?:y|ies)|department|government|county|united states|CMS|HHS|DHHS|HCA|"
    r"medicaid program|arbitrators?|mediators?|auditors?|trustees?|shareholders?|stockholders?)\b",
    re.IGNORECASE,
)
# What stands between two names that make a pair, along with the people who belong to them.
_JOINS = re.compile(
    r"(?:[\s,]|and\b|or\b|nor\b|the\b|any\b|of\b|its\b|their\b|respective\b|affiliates\b|"
    r"officers\b|directors\b|employees\b|agents\b)*",
    re.IGNORECASE,
)
_NOR = re.compile(
    r"\bneither\b[^;]{1,120}?\bnor\b (?:the )?(?!(?:its|his|her|their|our|any|an?|affiliates?|"
    r"officers?|directors?|agents?|employees?|licensors?|suppliers?|subsidiar\w+|third)\b)"
    r"\W?(?-i:[A-Z])",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w&'-]*(?: (?:& )?[A-Z][\w&-]*){0,3}")
_NO_NAME = re.compile(
    r"(?:In|If|The|This|Each|Any|All|Such|Except|Subject|To|No|Section|Article|Upon|With|For|It|"
    r"Agreement|Exhibit|Notwithstanding|Without|Further|However|Under|And|Or|By|Of|Shall|Will)\b",
    re.IGNORECASE,
)


def of(reading: Reading, words: str, *, last: bool = False) -> Side:
    """Say whom some words of a clause name.

    Parameters
    ----------
    reading
        The agreement.
    words
        A part of a sentence: "Plan or its Affiliates", "the State, its officers".
    last
        Of several names the last counts, not the first: for the words before a verb.

    Returns
    -------
    Side
        ``UNNAMED`` where no one is named, as in a text from which names were removed.
    """
    words = _cased(words)
    if _MUTUAL.search(words) or (not reading.is_provider_agreement and _NOR.search(words)):
        return Side.BOTH
    plans = _places(reading.parties.plan, words)
    groups = _places(reading.parties.group, words)
    if plans and groups:
        return _of_two(words, plans, groups, last=last)
    if plans or groups:
        return Side.PLAN if plans else Side.GROUP
    return Side.OTHER if _OTHERS.search(words) else Side.UNNAMED


def name(reading: Reading, words: str) -> str:
    """Return the last name in some words, in small letters; empty where there is none.

    Parameters
    ----------
    reading
        The agreement.
    words
        The words before a verb: "Except as stated, Supplier".
    """
    words = _cased(words)
    parties = _places(f"{reading.parties.plan}|{reading.parties.group}", words)
    if parties:
        start, end = parties[-1]
        return words[start:end].lower()
    names = [match[0] for match in _NAME.finditer(words) if not _NO_NAME.match(match[0])]
    if names:
        return names[-1].lower()
    # A few companies write their names small.
    small = re.findall(r"[\w-]+", words)
    return small[-1] if small else ""


def _cased(words: str) -> str:
    """Give words in capital letters the letters in which names are known."""
    return words.title() if words.isupper() else words


def _places(names: str, words: str) -> list[tuple[int, int]]:
    """Return where names stand."""
    return [match.span() for match in re.finditer(rf"\b(?:{names})\b", words)]


def _of_two(
    words: str, plans: list[tuple[int, int]], groups: list[tuple[int, int]], *, last: bool
) -> Side:
    """Say which of both sides counts: both of a pair, otherwise the last or the first named."""
    at = -1 if last else 0
    first, second = sorted((plans[at], groups[at]))
    if _JOINS.fullmatch(words, first[1], second[0]):
        return Side.BOTH
    nearer = second if last else first
    return Side.PLAN if nearer == plans[at] else Side.GROUP
