"""The plan may change what it pays."""

import re
from collections.abc import Iterable, Iterator, Sequence

from fairterms.document import numbers
from fairterms.review import agents, amendments, places, sieve
from fairterms.review.authorities import AMA_MODEL
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_PAY = (
    "fee schedule", " fees", " rate", "reimburs", "compensation", "allowance", "allowable",
    "conversion factor", "payment pol", "pricing", "capitation", "payment schedule",
    "schedule of", "fee maximum", "payment level", "payment method", "price schedule",
)  # fmt: skip
_CHANGES = (
    "chang", "modif", "adjust", "amend", "revis", "update", "alter", "reduc", "lower", "decreas",
    "replac", "reset",
)  # fmt: skip
_FLOATS = ("from time to time", "then current", "then-current", "prevailing", "periodically")
_GAPS = (
    "not listed", "not priced", "not included", "not specified", "not contained", "not shown",
    "not on", "not assigned", "unlisted", "unpriced", "non-priced", "no fee", "no rate", "no price",
    "no established", "no allowance", "without a", "no specific", "no amount",
)  # fmt: skip
_EDITING = ("edit", "payment pol", "reimbursement pol", "processing", "bundling")
_SCHEDULE = (
    r"(?:fee|rate|compensation|reimbursement|payment|price|capitation) ?schedules?(?:\(s\))?|"
    r"schedules? of (?:\w+ )?(?:fees|rates|allowances|payments?|maximum\w*)|fee maximums?|"
    r"conversion factors?|allowances|allowable amounts?|payment levels?"
)
_RATES = (
    rf"(?:{_SCHEDULE}|fees|(?<!interest )(?<!exchange )(?<!premium )(?<!discount )(?<!tax )"
    r"(?:reimbursement |payment |compensation |contract(?:ed)? |per diem |case |capitation |base )?"
    r"rates(?! of (?:return|interest|use|completion|response|\w+ization))|Rate\(s\)|"
    r"reimbursement(?: methodolog\w+| terms| amounts?| levels?)?|"
    r"compensation|capitation (?:payments?|amounts?)|"
    r"(?:payment|reimbursement) (?:methodolog\w+|polic\w+))"
)
_CHANGE = (
    r"(?:change|modify|adjust|amend|revise|update|alter|reduce|decrease|lower|replace|reset|"
    r"redetermine|recalibrate)"
)
_CHANGED = (
    r"(?:changed?|modif\w+|adjust(?:ed|ments?)|amend(?:ed|ments?)|revis(?:ed|ions?)|updated?s?|"
    r"altered|alteration|reduced|reductions?|decreased?|lowered|replaced)"
)
_RIGHT = (
    r"(?P<right>(?:may|can)(?! not)|(?:shall|will) (?:have the right|be entitled|be permitted) to|"
    r"(?:has|have) the (?:sole |exclusive |unilateral )?right to|(?:is|are) entitled to|"
    r"(?:reserves?|retains?) the (?:\w+ )?right(?: at any time)?(?:, [^,]{1,50},)? to)"
)
_ACTIVE = re.compile(
    rf"\b{_RIGHT},? (?:[\w,/-]+ ){{0,12}}?{_CHANGE}\b(?:(?P<object>[^.;]{{0,90}}?)\b{_RATES}|"
    r"[^.;]{0,200}?\bpricing of claims)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b(?P<what>{_RATES})\b[^.;]{{0,90}}?\b(?:(?:is|are|be|remain\w*) subject to|may be|"
    rf"can be|shall be subject to) (?:[\w,/-]+ ){{0,4}}?{_CHANGED}\b(?P<rest>[^.;]{{0,110}})",
    re.IGNORECASE,
)
_FLOATING = re.compile(
    rf"\b(?P<what>{_SCHEDULE})\b[^.;]{{0,60}}?\b(?:as|which) (?:may be |is |are )?"
    rf"(?:{_CHANGED}|established|determined|in effect)(?P<rest>(?: by [^.;,]{{1,40}})?,? "
    r"(?:from time to time|at any time|periodically))|"
    r"\b(?:then[- ]current|prevailing)(?P<rest_b>) (?:[\w'-]+ ){0,4}?"
    rf"(?P<what_b>{_SCHEDULE})\b",
    re.IGNORECASE,
)
_UNPRICED = re.compile(
    r"\b(?:establish|set|determine|assign)\w*\b[^.;]{0,60}?\b(?:rates?|fees?|allowances?|"
    r"amounts?|reimbursement|prices?)\b[^.;]{0,80}?\b(?:not (?:\w+ )?(?:priced|listed|included|"
    r"specified|contained|addressed|shown|on)|unlisted|unpriced|non-priced)\b|"
    r"\b(?:not (?:\w+ )?(?:priced|listed|included|specified|contained|shown|on|assigned)|unlisted|"
    r"unpriced|non-priced|(?:no|without an?) (?:\w+ ){0,2}(?:fee|rate|price|allowance|amount))\b"
    r"[^.;]{0,160}?\b(?:rates?|fees?|amounts?|allowances?|prices?|reimburse\w*|paid)\b[^.;]{0,60}?"
    r"\b(?:establish|determin|set|assign|default)\w*",
    re.IGNORECASE,
)
_EDITS = r"(?:edits?|editing|payment polic\w+|reimbursement polic\w+|claims? processing|bundling)"
_SILENT = (
    r"(?:without (?:\w+ ){0,3}(?:notice|notification)|(?:do|does|shall|will) not require (?:any )?"
    r"(?:\w+ )?(?:notice|disclosure|amendment)|automatically|at any time|no notice)"
)
_SILENT_EDITS = re.compile(
    rf"\b{_EDITS}\b[^.;]{{0,240}}?\b{_SILENT}\b|\b{_SILENT}\b[^.;]{{0,100}}?\b(?:change|modify|"
    rf"update|revise|adopt|apply)\b[^.;]{{0,60}}?\b{_EDITS}\b",
    re.IGNORECASE,
)
_AT_WILL = re.compile(
    r"\b(?:at any time|from time to time|without notice|periodically|upon (?:\w+ ){0,4}notice|"
    r"discretion|at will|annually)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:CMS|Medicare(?! Advantage)|Medicaid|RBRVS|RVUs?|State|state|federal|government\w*|"
    r"[Ll]egislat\w*|Department|Agency|External Sources|Consumer Price Index|CPI|MEI)\b"
)
_FOLLOWS = re.compile(
    r"\b(?:to (?:reflect|conform|comply|match|correspond|follow)|based (?:up)?on|consistent with|"
    r"as a result of|in accordance with|due to|because of|required by|pursuant to|equal to|"
    r"when(?:ever)?|if)\b[^.;]{0,120}",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\bmutual(?:ly)?\b|\b(?:both|the|each) part(?:y|ies)(?:'s)? (?:\w+ )?(?:sign|agree|consent|"
    r"writ)|\bsigned by|\bagreed (?:up)?on|\bwritten (?:agreement|consent|amendment)\b|"
    r"\b(?:consent|agreement|approval) of|\bnegotiat|'s (?:\w+ ){0,2}(?:consent|"
    r"agreement|approval)|"
    r"\bas otherwise agreed",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"\b(?:not|never|nor|no)\b[^.;,]{0,60}$|\bin no event\b|\bfixed\b|\bremain (?:in "
    r"effect|unchanged)",
    re.IGNORECASE,
)
_STOPPED = re.compile(
    r"\bobject\w*\b[^.]{0,140}?\b(?:does|do|shall|will) not (?:take effect|apply|become|be)|"
    r"\b(?:takes? effect|effective|binding) only (?:if|when|after|upon) [^.]{0,60}?"
    r"(?:agree|consent|sign)",
    re.IGNORECASE,
)
_OTHER_MONEY = re.compile(
    r"\b(?:premiums?|copay\w*|cost[- ]shar\w+|deductibles?|benefits?|audit fees|arbitrat\w+|"
    r"attorneys?|mediat\w+|manuals?|network|participation fee|registration)\b",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"\b(?:percent|%)|\d%", re.IGNORECASE)
_LONG_NOTICE = 60


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_PAY)
    at_will = _at_will(reading, passages)
    unpriced = places.within(
        sieve.holding(passages, *_GAPS),
        _UNPRICED,
        where=lambda place: _is_unpriced(reading, place),
    )
    edits = places.within(
        sieve.holding(reading.passages, *_EDITING), _SILENT_EDITS, where=_is_of_edits
    )
    found = list({place.passage: place for place in (*at_will, *unpriced, *edits)}.values())
    if found:
        yield places.sighting(
            found,
            " ".join(_details(bool(at_will), bool(unpriced), bool(edits))),
            severity=None if _is_critical(reading, at_will) else Severity.HIGH,
        )


def _at_will(reading: Reading, passages: Sequence[Passage]) -> list[Place]:
    """Return where the plan may change rates; those it may change at any time come first."""
    changing = sieve.holding(passages, *_CHANGES)
    floating = sieve.holding(passages, *_FLOATS)
    found = [
        *places.within(changing, _ACTIVE, where=lambda place: _is_active(reading, place)),
        *places.within(changing, _PASSIVE, where=lambda place: _is_passive(reading, place)),
        *places.within(floating, _FLOATING, where=lambda place: _is_floating(reading, place)),
    ]
    standing = [place for place in found if not _is_stopped(reading, place)]
    return sorted(standing, key=lambda place: re.search(_SCHEDULE, place.match[0], re.I) is None)


def _details(at_will: bool, unpriced: bool, edits: bool) -> Iterator[str]:
    if at_will:
        yield "The plan may change the rates alone."
    if unpriced:
        yield "It sets the price of services that the schedule does not list."
    if edits:
        yield "It may change coding edits without notice, and edits decide what a claim is paid."


def _is_active(reading: Reading, place: Place) -> bool:
    """Say whether the plan "may change the fee schedule"."""
    side = place.side(reading, "right")
    if side is Side.UNNAMED and not reading.is_provider_agreement:
        return False
    is_plans = side in (Side.PLAN, Side.UNNAMED)
    if not is_plans or _OTHER_MONEY.search(place.match["object"] or ""):
        return False
    if re.search(r"\bwithout\b", place.match["object"] or ""):
        return False
    return not (_is_agreed(place) or _follows_public(place))


def _is_passive(reading: Reading, place: Place) -> bool:
    """Say whether rates "are subject to change" by the plan, or by no one in particular."""
    if _OTHER_MONEY.search(place.before[-40:]) or _is_agreed(place):
        return False
    by = re.search(r"\bby\b", place.match["rest"])
    if by is None:
        is_open = _AT_WILL.search(place.match["rest"]) or not place.match["rest"].strip()
        return bool(is_open) and not _is_public(place) and reading.is_provider_agreement
    side = agents.after(reading.parties, place.text, place.match.start("rest") + by.end())
    is_removed = side is Side.UNNAMED and reading.is_provider_agreement
    return side is Side.PLAN or is_removed


def _is_floating(reading: Reading, place: Place) -> bool:
    """Say whether pay is by a schedule of the plan as it stands at the time."""
    return not _is_agreed(place) and not _is_public(place) and reading.is_provider_agreement


def _is_unpriced(reading: Reading, place: Place) -> bool:
    """Say whether the plan alone sets the price of what the schedule leaves out."""
    if _FORMULA.search(place.text) or _is_agreed(place) or not reading.is_provider_agreement:
        return False
    by = re.search(r"\b(?:establish|determin|set|assign)\w* by\b", place.text, re.IGNORECASE)
    if by:
        return agents.after(reading.parties, place.text, by.end()) in (Side.PLAN, Side.UNNAMED)
    names = agents.named(reading.parties, place.text, 0, len(place.text))
    return not names or any(side is Side.PLAN for _, side in names)


def _is_of_edits(place: Place) -> bool:
    """Say whether edits of claims change silently, rather than money that is taken back."""
    is_recovery = re.search(r"\brecover\w*|\boverpay\w*", place.text, re.IGNORECASE)
    return is_recovery is None and _FORBIDDEN.search(place.before) is None


def _is_agreed(place: Place) -> bool:
    """Say whether the change needs both sides, or is forbidden."""
    near = place.match[0] + place.after[:160]
    return (
        _AGREED.search(near) is not None
        or _FORBIDDEN.search(place.before) is not None
        or amendments.is_by_law(place.text, place.match.start())
    )


def _is_public(place: Place) -> bool:
    """Say whether the schedule is one that a government keeps."""
    return _PUBLIC.search(place.before[-120:] + place.match[0]) is not None


def _follows_public(place: Place) -> bool:
    """Say whether the plan only follows a public schedule or index."""
    said = _FOLLOWS.search(place.match[0] + place.after)
    return said is not None and _PUBLIC.search(said[0]) is not None


def _is_stopped(reading: Reading, place: Place) -> bool:
    return any(_STOPPED.search(other.text) for other in reading.same_section(place.passage))


def _is_critical(reading: Reading, at_will: Iterable[Place]) -> bool:
    """Say whether a rate may change without at least sixty days' notice."""
    return any(not _has_long_notice(reading, place) for place in at_will)


def _has_long_notice(reading: Reading, place: Place) -> bool:
    days = [
        amount.calendar_days
        for other in reading.same_section(place.passage)
        if "noti" in other.text.lower()
        for amount in numbers.times(other.text)
    ]
    known = [each for each in days if each is not None]
    return bool(known) and min(known) >= _LONG_NOTICE


CHECK = Check(
    id="fee-schedule-change",
    title="Rates can move at will",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.CRITICAL,
    theme=Theme.MONEY,
    tactics=("ratcheting",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(AMA_MODEL,),
    laws=("rate-changes",),
    why=(
        "The rate you sign for is then not the rate you will be paid. A budget built on it can "
        "fail at any time, while the work stays the same."
    ),
    asks=(
        "Ask that rates are fixed for the term and change only when both sides sign.",
        "Ask that coding edits are published sixty days before they apply.",
    ),
    wording=(
        "The rates in Exhibit A are fixed for the term. Coding edits are published at least sixty "
        "days before they apply."
    ),
    find=_find,
)
