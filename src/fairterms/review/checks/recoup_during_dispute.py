"""Money is taken back while the dispute about it is open."""

import re
from collections.abc import Iterable, Iterator

from fairterms.review import sieve
from fairterms.review.authorities import AMA_MODEL
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity

_TAKE_BACK = (
    r"(?:recoup\w*|recover\w*|offset\w*|set[- ]?off|deduct\w*|withhold\w*|withheld|repay\w*|"
    r"refund\w*)"
)
_STEMS = ("recoup", "recover", "off", "deduct", "withh", "repay", "refund")
_DISPUTE = r"(?:appeals?|disputes?|grievances?|objections?|reconsiderations?|reviews?|challenges?)"
_NOT_STOPPED = re.compile(
    rf"\b{_DISPUTE}\b[^.;]{{0,60}}?\b(?:shall|will|does|do|may) not (?:\w+ )?"
    rf"(?:suspend|delay|stay|prevent|stop|toll|postpone|defer|affect|limit)\b[^.;]{{0,80}}?\b{_TAKE_BACK}",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    rf"\b{_TAKE_BACK}\b[^.;]{{0,60}}?\b(?:shall|will|is|are|may) not (?:be )?(?:\w+ )?"
    r"(?:suspended|delayed|stayed|stopped|deferred|postponed|tolled|affected|held|prevented|limited)"
    rf"\b[^.;]{{0,60}}?\b{_DISPUTE}\b|"
    rf"\b(?:no|neither) (?:\w+ ){{0,4}}?{_DISPUTE}\b[^.;]{{0,60}}?\b(?:shall|will) "
    rf"(?:suspend|delay|stay|stop|defer|postpone|toll|prevent)\b[^.;]{{0,80}}?\b{_TAKE_BACK}\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"\b{_TAKE_BACK}\b[^.;]{{0,120}}?\b(?:during|pending|notwithstanding|regardless of|despite|"
    rf"irrespective of|while)\b[^.;]{{0,60}}?\b{_DISPUTE}\b|"
    r"\b(?:during|pending|notwithstanding|regardless of|despite|while)\b[^.;]{0,60}?"
    rf"\b{_DISPUTE}\b[^.;]{{0,120}}?\b{_TAKE_BACK}",
    re.IGNORECASE,
)
# Taken at once, while the same clause leaves the dispute for afterwards.
_FIRST = re.compile(
    r"\b(?P<right>may|shall(?! not)|will|can|is entitled to|has the right to|"
    r"reserves)\b[^.;]{0,100}?"
    r"\b(?:immediately|at once|forthwith|without delay)\b[^.;]{0,20}?"
    rf"\b{_TAKE_BACK}\b|"
    rf"\b(?P<right2>may|shall(?! not)|will|can|is entitled to|has the right to)\b[^.;]{{0,60}}?"
    rf"\b{_TAKE_BACK}\b[^.;]{{0,40}}?\b(?:immediately|at once|forthwith|without delay)\b",
    re.IGNORECASE,
)
_DISPUTED = re.compile(rf"\b(?:{_DISPUTE}|disagrees?|contests?)\b", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:until|stay(?:s|ed)?|suspend(?:s|ed)?|before any|shall not (?:offset|recoup|recover)|"
    r"pending)\b",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"\b(?:not|never|neither|no)\b|\bsuspend(?:s|ed)?\b|\bstay(?:s|ed)?\b|\buntil\b|\bonly after\b",
    re.IGNORECASE,
)
_ACROSS = re.compile(
    rf"\b{_TAKE_BACK}\b[^.;]{{0,160}}?\b(?:against|from|across|between|under)\b[^.;]{{0,120}}?"
    r"\b(?:any (?:other )?(?:Health Benefit Plan|product|program|(?:contract or )?agreement|"
    r"contract|affiliate|entity|payor|"
    r"line of business|benefit plan|tax identification)|(?:all|other|different) (?:products|"
    r"programs|lines of business|agreements|payors|entities)|affiliates?'?)",
    re.IGNORECASE,
)


_NO_RIGHT = re.compile(r"\b(?:may|shall|will) not\b|\btax(?:es)?\b|\bexemptions?\b", re.IGNORECASE)


def _find(reading: Reading) -> Iterable[Sighting]:
    about = sieve.holding(reading.passages, *_STEMS)
    during = [quote for passage in about for quote in _during(reading, passage)]
    during += [q for passage in about for q in _taken_first(reading, passage) if q not in during]
    across = [quote for passage in about for quote in _across(reading, passage)]
    if during:
        also = tuple(quote for quote in across if quote not in during)
        detail = "An appeal does not hold up the taking back."
        if also:
            detail += " The plan may also take it from pay for other products or entities."
        yield Sighting(during[0], (*during[1:], *also), detail=detail)
    elif across:
        detail = "The plan may take a disputed sum from pay for other products or entities."
        yield Sighting(across[0], tuple(across[1:]), detail=detail)


def _during(reading: Reading, passage: Passage) -> Iterator[QuoteEvidence]:
    match = _NOT_STOPPED.search(passage.text) or _NOT_HELD.search(passage.text)
    if match is None:
        match = _GOES_ON.search(passage.text)
        if match is None or _FORBIDDEN.search(match[0]) or _holds_back(passage.text, match):
            return
    if not _is_of_group(reading, passage.text):
        yield passage.around(match.start(), match.end())


def _taken_first(reading: Reading, passage: Passage) -> Iterator[QuoteEvidence]:
    """Return where the plan takes at once what the group may dispute only afterwards."""
    match = _FIRST.search(passage.text)
    if match is None:
        return
    right = "right" if match["right"] else "right2"
    side = reading.parties.subject(passage.text, match.start(right))
    section = [p.text for p in reading.same_section(passage)]
    is_disputed = any(_DISPUTED.search(text) for text in section)
    if side in (Side.PLAN, Side.UNNAMED) and is_disputed and not any(map(_HELD.search, section)):
        yield passage.around(match.start(), match.end())


def _holds_back(text: str, match: "re.Match[str]") -> bool:
    """Say whether "shall not" or "until" right around the match turns it into a protection."""
    return _FORBIDDEN.search(text[max(0, match.start() - 25) : match.end() + 25]) is not None


def _is_of_group(reading: Reading, text: str) -> bool:
    """Say whether it is the group that may take money back."""
    right = re.search(rf"\b(?:may|is entitled to)\s+(?:\w+\s+)?{_TAKE_BACK}", text, re.IGNORECASE)
    return right is not None and reading.parties.subject(text, right.start()) is Side.GROUP


def _across(reading: Reading, passage: Passage) -> Iterator[QuoteEvidence]:
    match = _ACROSS.search(passage.text)
    if match is None or _NO_RIGHT.search(passage.text[: match.end()]):
        return
    verb = re.search(r"\b(?:shall be entitled|may|shall|will|reserves)\b", passage.text)
    if verb is None or reading.parties.subject(passage.text, verb.start()) in (
        Side.PLAN,
        Side.UNNAMED,
    ):
        yield passage.around(match.start(), match.end())


CHECK = Check(
    id="recoup-during-dispute",
    title="Recovery during a dispute",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.CRITICAL,
    theme=Theme.MONEY,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(AMA_MODEL,),
    laws=("recoupment",),
    why=(
        "Whoever holds the money can wait. If the plan may take it first and argue later, an "
        "appeal that is right still leaves the practice without the cash."
    ),
    asks=("Ask that nothing is taken back while a timely dispute about it is open.",),
    wording="No offset or recovery is made while a timely dispute about it is open.",
    find=_find,
)
