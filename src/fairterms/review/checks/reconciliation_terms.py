"""How a year is settled: the timetable, the worksheet, and what silence does."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from fairterms.document import numbers
from fairterms.document.numbers import Amount, Unit
from fairterms.review import absence, incentives, places
from fairterms.review.authorities import PAYMENT_NETWORK
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STATEMENT = (
    r"(?:settlements?|reconciliations?|(?:annual|final|performance|incentive|year-?end|quarterly|"
    r"interim|settlement|scorecard|results?|savings|program) (?:\w+ )?(?:statements?|reports?|"
    r"calculations?|results|determinations?|notices?)|calculations?|determinations?|"
    r"(?:surplus|deficit|savings|incentive|bonus|risk pool|shared \w+) (?:\w+ )?(?:amounts?|"
    r"statements?|calculations?|payments?)|score ?cards?|such (?:report|statement|reconciliation)"
    r"s?)"
)
_BY_RESULTS = re.compile(
    r"\b(?:final (?:performance )?report|settlement|reconcil\w+|performance|incentive|program|"
    r"annual statement|savings|surplus|"
    r"deficit|scorecard|shared|bonus|gain|risk pool|score ?card|quality|measures?|year-?end|"
    r"calculations?|results)\b",
    re.IGNORECASE,
)
_NO_WORD = re.compile(
    r"\b(?:fail(?:s|ure)?|does not|do not|not (?:\w+ )?(?:challenged|disputed|contested|appealed|"
    r"questioned|objected)|not object\w*|no (?:timely )?objection|absent)"
    r"\b[^;]{0,260}?"
    r"\b(?:deemed|considered|presumed|constitutes?|treated as)\b[^.;]{0,40}?\b(?:accept\w*|final|"
    r"approv\w+|agree\w*|waive\w*|correct|binding|conclusive)",
    re.IGNORECASE,
)
_WAIVED = re.compile(
    rf"\b(?:waives?|accepts|forfeits|is barred from)\b[^.;]{{0,60}}?\b{_STATEMENT}\b[^.;]{{0,60}}?"
    r"\b(?:if|unless)\b",
    re.IGNORECASE,
)
_BINDS_ANYWAY = re.compile(
    rf"\b{_STATEMENT}\b[^;]{{0,220}}?\b(?:deemed|considered|presumed|treated as|conclusively "
    r"presumed)\b[^.;]{0,30}?\b(?:accept\w*|final|approved?|correct|agreed|waived|binding|"
    r"conclusive)|"
    rf"\bdeemed\b[^.;]{{0,30}}?\b(?:accept\w*|approv\w+|agreed|waived)"
    rf"\b[^.;]{{0,80}}?\b{_STATEMENT}\b|"
    rf"\b{_STATEMENT}\b[^.;]{{0,140}}?\b(?:final and binding|binding and final|conclusive|final|"
    rf"binding)\b[^.;]{{0,40}}?\b(?:unless|if no|absent|except)\b|"
    rf"\b(?:fail(?:s|ure)?|does not|do not)\b[^.;]{{0,30}}?\b(?:object|dispute|respond|question|"
    rf"contest|appeal|notify)\w*\b[^.;]{{0,160}}?\b(?:accept\w+|waive[rs]?|waives|binding|final|"
    r"conclusive|barred|forfeit\w*)\b|"
    r"\bunless\b[^.;]{0,60}?\b(?:objects?|disputes?|contests?|notif\w+)\b[^.;]{0,140}?\b(?:shall|"
    r"will|is|are) (?:\w+ )?(?:final|binding|accepted|conclusive)",
    re.IGNORECASE,
)
_NO_STATEMENT = re.compile(
    r"\b(?:amendments?|claims? payment|fee schedule|remittance|overpa\w+|arbitrat\w+ award|"
    r"medical necessity|adverse determination|credential\w+|policy|manual|renewal|notices? (?:is|"
    r"are|"
    r"shall be) deemed|grievance|hearing|indemnif\w+|termination of this agreement|invoice)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(rf"\b{_STATEMENT}\b", re.IGNORECASE)
_QUESTION = re.compile(
    r"\b(?:object(?:s|ions?)?|disput(?:e|es)|question|contest|appeal|challenge|(?:request|ask)\w*"
    r"(?: \w+){0,5} (?:reconsider\w*|review|correct\w*)|submit(?: \w+){0,4} (?:request|objection|"
    r"reconsideration)|notify|notice)\b",
    re.IGNORECASE,
)
_DUTY_TO_ANSWER = re.compile(
    r"\b(?P<verb>may|shall|must|will|has the right|have the right|have|has)\b", re.IGNORECASE
)
_SHORTEST_DAYS = Decimal(60)
_SHORTEST_BUSINESS_DAYS = Decimal(42)
"""Two months of working weeks; the kinds of days are not turned into each other."""

_SETTLES = (
    r"(?:settle\w*|reconcil\w+|annual statement|final (?:performance )?(?:report|statement)|"
    r"performance report|true-?up|(?:incentive|bonus|savings|surplus|performance|risk share|gain "
    r"share|shared \w+|deficit|withhold\w*|withheld) (?:\w+ )?(?:payments?|amounts?)|score ?card|"
    r"calculat\w+ (?:the )?(?:amounts?|results|savings|payments?))"
)
_SETTLEMENT = re.compile(
    rf"\b{_SETTLES}\b|\b(?:incentives?|bonus(?:es)?|savings|surplus|results?|sums?|rewards?)\b"
    r"[^.;]{0,80}?\b(?:distributed|paid|payable|due|calculated|issued|disbursed)\b|"
    r"\b(?:pays?|distributes?|issues?|calculates?)\b[^.;]{0,40}?\b(?:incentives?|bonus(?:es)?|"
    r"savings|surplus|results)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2}\b| of\b|,| in\b|\b(?= and\b))|\bby the date in\b|\bTable\b",
)
_RUN_OUT = re.compile(
    r"\brun-?out\b|\brun off\b|\bpaid through\b|\bclaims (?:\w+ ){0,3}paid (?:\w+ ){0,2}(?:by|"
    r"through|"
    r"as of|within|until)\b|\bIBNR\b|\bincurred but not\b|\bcompletion factors?\b|\bclaims? lag\b|"
    r"\bcut-?off date\b|\bincurred (?:in|during) [^.;]{0,80}\bpaid\b",
    re.IGNORECASE,
)
_WORKSHEET = re.compile(
    r"\bwork(?:sheet|book)s?\b|\bline[- ](?:by[- ]line|items?)\b|\bitemi[sz]ed\b|\bworked "
    r"example\b|\bline by line\b|\bexample calculations?\b|"
    r"\b(?:report|statement|settlement|reconciliation|calculation)s?\b[^.;]{0,60}?\b(?:shall|will|"
    r"must) (?:show|include|list|itemi[sz]e|state|contain|set (?:out|forth)|detail)|"
    r"\b(?:with|together with|including|accompanied by)\b[^.;]{0,50}?\b(?:supporting|underlying|"
    r"detailed?|member-level|claims-level|claim-level)\b[^.;]{0,30}?\b(?:data|documentation|"
    r"calculations?|information|detail|worksheets?|files?)|\bsupporting (?:data|detail|"
    r"documentation|"
    r"calculations)\b|\bcopies of the calculations?\b|\bcalculat\w+ in this order\b|"
    r"\bwith the data\b|\bdetailed (?:accounting|calculation|statement|settlement|reconciliation)",
    re.IGNORECASE,
)
_MOST_REACH = 3
_SETTLING = (
    "settle",
    "reconcil",
    "statement",
    "report",
    "true",
    "payment",
    "amount",
    "score",
    "calculat",
    "incentive",
    "bonus",
    "savings",
    "surplus",
    "result",
    "sum",
    "reward",
)
_LATE = (
    "run-out",
    "runout",
    "run out",
    "run off",
    "paid",
    "ibnr",
    "incurred",
    "completion",
    "lag",
    "cut-off",
    "cutoff",
)
_SHOWN = (
    "worksheet",
    "workbook",
    "line",
    "itemi",
    "example",
    "report",
    "statement",
    "settlement",
    "reconcil",
    "calculat",
    "support",
    "underlying",
    "detail",
    "data",
)
_PAPER = re.compile(r"\b(?:reports?|statements?|settlement|reconcil\w+|determination)")
_RESULTS = re.compile(r".{0,40}\b[Rr]esults\b")
_TIME = re.compile(r"\b(?:days?|months?|weeks?)\b", re.IGNORECASE)
_SILENCE = (_NO_WORD, _WAIVED, _BINDS_ANYWAY)
_OBJECTS = (
    "deemed",
    "final",
    "binding",
    "considered",
    "waive",
    "conclusive",
    "object",
    "disput",
    "question",
    "contest",
    "appeal",
    "challenge",
    "reconsider",
    "review",
    "notify",
    "notice",
    "correct",
    "accept",
)
_WORDS = (
    "settlement",
    "reconcil",
    "statement",
    "report",
    "determination",
    "calculation",
    "scorecard",
    "score card",
    "results",
    "surplus",
    "savings",
    "deficit",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    missing = _missing(reading)
    told = f" Not found: {'; '.join(missing)}." if missing else ""
    passages = incentives.mentioning(reading, *_WORDS, also=_OBJECTS)
    silent = places.within(passages, *_SILENCE, where=lambda p: _binds(reading, p))
    short = places.within(passages, _QUESTION, where=lambda p: _is_short(reading, p))
    if silent:
        found = incentives.once((*silent, *short))
        yield places.sighting(found, f"Silence accepts the plan's figures.{told}")
    elif short:
        yield places.sighting(short, f"Under 60 days are left to check the plan's figures.{told}")
    elif missing:
        is_dated = _PARTS[0][0] not in missing
        yield from _absent(reading, missing, Severity.MEDIUM if is_dated else Severity.HIGH)


def _absent(reading: Reading, missing: list[str], severity: Severity) -> Iterator[Sighting]:
    seen = absence.sighting(
        reading,
        tuple(missing),
        f"how a year is settled is not all there: no {', no '.join(missing)}",
    )
    yield Sighting(
        seen.evidence, detail=seen.detail, severity=severity, unclear_because=seen.unclear_because
    )


def _has_timetable(reading: Reading) -> bool:
    return any(
        numbers.times(passage.text) or _DATED.search(passage.text)
        for passage in incentives.mentioning(reading, *_SETTLING)
        if _SETTLEMENT.search(passage.text)
    )


def _has_run_out(reading: Reading) -> bool:
    is_of_cost = reading.features.has_downside
    claims = incentives.mentioning(reading, *_LATE)
    return not is_of_cost or any(_RUN_OUT.search(passage.text) for passage in claims)


def _has_worksheet(reading: Reading) -> bool:
    shown = incentives.mentioning(reading, *_SHOWN)
    return any(_WORKSHEET.search(passage.text) for passage in shown)


_PARTS = (
    ("timetable for the settlement", _has_timetable),
    ("wait for late claims (run-out)", _has_run_out),
    ("worksheet or supporting figures", _has_worksheet),
)


def _missing(reading: Reading) -> list[str]:
    return [name for name, is_there in _PARTS if not is_there(reading)]


def _binds(reading: Reading, place: Place) -> bool:
    """Say whether silence binds the group to figures, and in less than the time it needs."""
    text = place.text
    if not _is_about_results(text):
        return False
    if re.search(r"\bPlan (?:fails|does not)\b", text) and not reading.parties.names_group(text):
        return False
    return not _gives_time(reading, place)


def _gives_time(reading: Reading, place: Place) -> bool:
    """Say whether the time to object, here or just before, is long enough."""
    near = incentives.around(reading, place.passage, _MOST_REACH - 1, 0)
    for other in reversed(near):
        spans = [one for one in numbers.times(other.text) if _is_an_objection_time(one)]
        if spans:
            return all(not _is_too_short(one) for one in spans)
    return False


def _is_short(reading: Reading, place: Place) -> bool:
    """Say whether the group has a short time to question figures."""
    text = place.text
    if not _TIME.search(text) or not _is_about_results(text) or not _speaks_of_statement(text):
        return False
    verbs = list(_DUTY_TO_ANSWER.finditer(text, 0, place.match.start() + 1))
    if not verbs or reading.parties.subject(text, verbs[-1].start()) not in (Side.GROUP, Side.BOTH):
        return False
    spans = [one for one in numbers.times(text) if _is_an_objection_time(one)]
    return bool(spans) and any(_is_too_short(one) for one in spans)


def _speaks_of_statement(text: str) -> bool:
    return _PAPER.search(text) is not None


def _is_about_results(text: str) -> bool:
    about = (
        _ABOUT.search(text) is not None
        or _RESULTS.match(text) is not None
        or _speaks_of_statement(text)
    )
    return about and _BY_RESULTS.search(text) is not None and not _NO_STATEMENT.search(text)


def _is_an_objection_time(amount: Amount) -> bool:
    return amount.unit in (Unit.DAYS, Unit.BUSINESS_DAYS, Unit.MONTHS, Unit.WEEKS)


def _is_too_short(amount: Amount) -> bool:
    if amount.unit is Unit.BUSINESS_DAYS:
        return amount.value < _SHORTEST_BUSINESS_DAYS
    days = amount.calendar_days
    return days is not None and days < _SHORTEST_DAYS


CHECK = Check(
    id="reconciliation-terms",
    title="Settlement terms",
    detects=(Detects.ABSENCE, Detects.NUMBER, Detects.ONE_SIDED),
    severity=Severity.HIGH,
    theme=Theme.AUDIT,
    tactics=("withheld_information",),
    questions=("gf_q04",),
    lesson="training_2",
    sources=(PAYMENT_NETWORK,),
    why=(
        "Checking a year's result takes time and the figures behind it. If silence is consent and "
        "the time is short, mistakes stand."
    ),
    asks=(
        (
            "Ask for dates, the run-out and a worksheet, and for 90 days to object once you have "
            "the "
            "data."
        ),
    ),
    wording=(
        "Provider has 90 days to object after it has the settlement and the data behind it; "
        "disputes go to a neutral accountant, and silence accepts nothing."
    ),
    applies=incentives.pays_by_results,
    find=_find,
)
