"""Counts of 1 to 10 people in a text that leaves the room it was written in.

A guard, not a proof: it sees a number beside a word such as "members". What it sees is taken out of
every report, and asked to be written otherwise.
"""

import re

from fairterms.outcomes.small_cells.audience import SMALL, is_small

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WHO = (
    r"(?:patients?|members?|clients?|enrollees?|beneficiar(?:y|ies)|child(?:ren)?|adolescents?"
    r"|people (?:who|whose|with|in care|on the list))"
)
_NUMBER = rf"(?<![\w.,$§-])(?:[0-9][0-9,]*|{'|'.join(_WORDS)})(?![\w%]|[.,][0-9]| %)"
_AMONG = r"(?:\s+of\s+(?:all|the|these|those|its|our|your|their)\b)"
_RANGE = rf"(?:(?:between\s+{_NUMBER}\s+and|{_NUMBER}\s+(?:or|to))\s+)?"
_COUNT = re.compile(
    rf"{_RANGE}(?P<part>{_NUMBER})(?P<of>\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?(?P<whole>{_NUMBER}))?"
    rf"(?P<who>{_AMONG}?(?:\s+(?!of\b)[a-z-]+){{0,2}}?\s+{_WHO}\b(?!-))",
    re.IGNORECASE,
)


def small_counts(text: str) -> tuple[str, ...]:
    """Return the places of a text that tell a count of 1 to 10 people.

    Examples
    --------
    >>> small_counts("We found 7 members twice, and 1,200 members once.")
    ('7 members',)
    >>> small_counts("Of 60 members 12 failed."), small_counts("35 of 40 new patients came back.")
    ((), ('35 of 40 new patients',))
    """
    return tuple(one[0] for one in _COUNT.finditer(text) if _tells(one))


def without_small_counts(text: str) -> str:
    """Return a text with every count of 1 to 10 people taken out.

    Examples
    --------
    >>> without_small_counts("We found 7 members twice, in 14 files.")
    'We found [1 to 10] members twice, in 14 files.'
    >>> without_small_counts("35 of 40 new patients came back.")
    '[not shown] of 40 new patients came back.'
    """
    return _COUNT.sub(_hidden, text)


def _tells(found: re.Match[str]) -> bool:
    part = _value(found["part"])
    whole = _value(found["whole"]) if found["whole"] else None
    return is_small(part) or (whole is not None and (is_small(whole) or is_small(whole - part)))


def _hidden(found: re.Match[str]) -> str:
    if not _tells(found):
        return found[0]
    if not found["whole"]:
        return f"[{SMALL}]{found['who']}"
    of = "" if is_small(_value(found["whole"])) else found["of"]
    return f"[not shown]{of}{found['who']}"


def _value(written: str) -> int:
    word = written.casefold()
    return _WORDS.index(word) + 1 if word in _WORDS else int(word.replace(",", ""))
