"""How terms that speak to their reader as "you" limit what their author answers for.

Such terms name no two parties: the author is "we" or a trade name, the reader "you". A limit in
them is one-sided unless it protects "you" as well.
"""

import re
from collections.abc import Iterator

from fairterms.review import sieve
from fairterms.review.context import Reading
from fairterms.review.places import Place

_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_SHARE = 0.25
"""Share of sentences with "you" or "your" from which a text speaks to its reader."""
_ABOUT = re.compile(r"liab|responsib|damage|loss|limitation", re.IGNORECASE)
_NO = r"(?:not|no|never|neither|nor|cannot|\w+n['\u2019]t|disclaims?|disclaiming|declines?|without)"
_LIMITS = re.compile(
    # Not liable, no liability.
    rf"\b{_NO}\b(?: \S+){{0,9}}? (?:liable|liability|liabilities)\b|"
    rf"\b{_NO}\b(?: \S+){{0,4}}? (?:responsible|responsibility)\b|"
    r"\b(?:in no (?:event|case|circumstances)|under no circumstances)\b.{0,250}?"
    r"\b(?:liable|responsible|liability)\b|"
    r"\bdisclaim\w* (?:(?:all|any|and) )*(?:liabilit|responsib)|\bbeing liable\b|"
    # Liable only so far.
    r"\bliab(?:le|ility)\b(?: \S+){0,25}? (?:limited|exceed|excluded|capped)\b|"
    r"\b(?:limit|exclu)\w*(?: \S+){0,6}? liabilit|\bonly be (?:\w+ )?(?:liable|responsible)\b|"
    # For which harm.
    r"\b(?:indirect|consequential|incidental|special|exemplary|punitive)\b.{0,60}?"
    r"\b(?:damages?|loss)|\bloss of (?:profits?|data|revenue|business|income)\b|"
    r"\bpossibility of (?:such|any|these) (?:damages?|loss)|"
    r"\bsolely responsible for any damage|"
    r"\blimitations (?:and|or) exclusions\b|\bexclusions (?:and|or) limitations\b",
    re.IGNORECASE,
)
# The reader's own liability, what is kept whole, and words that only sound alike.
_OTHERWISE = re.compile(
    r"\byou(?: \w+){0,2} (?:will|shall|are|is|may|won['\u2019]t|aren['\u2019]t)"
    r"(?: not|n['\u2019]t)?(?: be)?(?: held)? (?:liable|responsible)|"
    r"\b(?:affect|limit|exclude|release)\w*(?: \S+){0,5} your liab|\byour (?:\w+ )?control\b|"
    r"limited liability (?:company|corporation|partner|co\b)|\binsurance\b|\bis a private\b|"
    r"\bnothing\b.{0,80}?\b(?:limit|exclu|affect)|\bdoes not (?:limit|exclude|affect)|"
    r"(?:jurisdictions?|states?|countries|laws?) (?:do|does|may) not allow|"
    r"\bwithout prejudice\b|\badmission\b|\bnot only\b|\bunaffected\b|\bindemnif|\bapple\b|"
    r"\breliance (?:up)?on\b|\ballocat\w+ (?:of )?risk|\bsurvive\b",
    re.IGNORECASE,
)
_MUTUAL = re.compile(
    r"\b(?:neither|either|each|no) (?:of the )?part(?:y|ies)\b|\beach of us\b|"
    r"\bneither (?:you nor|we nor you|of us)\b|\bto (?:the|each) other\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:shall|will|is|are|be|being|have|has|do|does|can|may|take|assume|accept|disclaim|apply|"
    r"cannot|\w+n['\u2019]t)\w*\b",
    re.IGNORECASE,
)
_INDEMNITY = re.compile(
    r"\byou(?: \w+){0,4}? (?:shall|will|must|agree|hereby|are required)\b[^.;]{0,80}?"
    r"\b(?:indemnify|hold (?!you)[^.;]{1,80}? harmless)\b",
    re.IGNORECASE,
)


def are_in(reading: Reading) -> bool:
    """Say whether a text is terms that speak to their reader."""
    total = len(reading.passages)
    about = sieve.holding(reading.passages, "you")
    spoken = sum(_YOU.search(passage.text) is not None for passage in about)
    return total > 0 and spoken / total >= _SHARE


def limits(reading: Reading) -> Iterator[Place]:
    """Return where the author of the terms limits what it answers for."""
    for passage in reading.passages:
        text = passage.text
        if not _ABOUT.search(text) or _OTHERWISE.search(text) or _MUTUAL.search(text):
            continue
        match = _LIMITS.search(text)
        if match is not None and _VERB.search(text):
            yield Place(passage, match)


def indemnities(reading: Reading) -> Iterator[Place]:
    """Return where the reader must hold the author harmless."""
    for passage in reading.passages:
        match = _INDEMNITY.search(passage.text)
        if match is not None and not _MUTUAL.search(passage.text):
            yield Place(passage, match)
