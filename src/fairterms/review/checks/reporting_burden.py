"""Reports without end, without a list of fields, or at once."""

import re
from collections.abc import Iterable

from fairterms.document import numbers
from fairterms.document.numbers import Unit
from fairterms.review import bound, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

SOON_DAYS = 30
"""Calendar days below which a report is due too soon."""
SOON_BUSINESS_DAYS = 20
"""The same in business days."""
EARLY_DAY = 15
"""Day of the month before which a monthly report is due too soon."""

_STEMS = (
    "report",
    "data",
    "survey",
    "information",
    "file",
    "statistic",
    "metrics",
    "outcome",
    "measure",
    "questionnaire",
    "format",
    "fields",
    "frequency",
)
_REPORTS = (
    r"(?:reports?|reporting|data(?: (?:files?|sets?|elements?))?|files?|information|surveys?|"
    r"statistics|metrics|(?:outcome|quality|performance) measures?|outcomes|questionnaires?|"
    r"analys[ei]s|dashboards?|submissions?)"
)
_MUST = r"(?P<verb>(?:shall|must|will|agrees? to|is required to|are required to)(?! not))"
_SUBMITS = (
    r"(?:submit|provide|furnish|supply|deliver|prepare|complete|report|make available|give|"
    r"produce|generate|file|send|respond to|collect|transmit|compile)"
)
_WISHES = (
    r"(?:may )?(?:reasonably |from time to time |periodically |later )*(?:request|requir|specif|"
    r"deem|consider|designat|determin|need|prescrib|want|ask|see)\w*"
)
_ANY = re.compile(
    rf"\b{_MUST}\b[^.;]{{0,80}}?\b{_SUBMITS}\b[^.;]{{0,160}}?\b(?:any|all|such|other|additional|"
    rf"whatever|those)\b[^.;]{{0,60}}?\b{_REPORTS}\b[^.;]{{0,100}}?(?:\b(?:as|that|which) "
    rf"(?P<who>[^.;]{{1,50}}?) {_WISHES}\b|\b(?:reasonably )?(?:requested|required|specified|"
    rf"determined|"
    r"designated|prescribed|needed|deemed necessary) by\b(?P<by>[^.;]{0,50})|\b(?:up)?on "
    r"(?P<whose>[^.;]{0,40}?)request\b)",
    re.IGNORECASE,
)
_FORM = re.compile(
    rf"\b{_MUST}\b[^.;]{{0,80}}?\b{_SUBMITS}\b[^.;]{{0,120}}?\b{_REPORTS}\b[^.;]{{0,140}}?(?:"
    r"\b(?:in|at|on|with|by|within) (?:the|a|such) (?:[\w,-]+ ){0,5}?(?:forms?|formats?|manner|"
    r"frequenc\w+|times?|intervals?|schedule|media)\b[^.;]{0,60}?\b(?:as|that|which)? "
    r"?(?P<who>(?!frame)[^.;]{1,40}?) "
    rf"{_WISHES}\b|\b(?:in|at|with) (?:the|a|such) (?:[\w,-]+ ){{0,5}}?(?:forms?|formats?|manner|"
    r"frequenc\w+|times?|intervals?|schedule)\b[^.;]{0,40}?\b(?:specified|prescribed|designated|"
    r"determined|required|requested|acceptable|established)(?: by| to)\b(?P<by>[^.;]{0,40})|\bas "
    r"(?:specified|requested|required|determined|prescribed|directed) by\b(?P<by2>[^.;]{0,40})|"
    r"\bas (?:set forth|specified|described|required|stated) (?:in|by) (?:the |Plan's |its "
    r")?(?P<book>(?:[\w'()\[\]/-]+ ){0,3}(?:policies|manual(?:\(s\))?|handbook|website|portal|"
    r"guidelines)))",
    re.IGNORECASE,
)
_FORM_FIRST = re.compile(
    rf"\b{_MUST}\b[^.;]{{0,80}}?\b{_SUBMITS}\b[^.;]{{0,60}}?\b(?:in|on|at|with) (?:the|a|such) "
    r"(?:[\w,-]+ ){0,5}?(?:forms?|formats?|manner|frequenc\w+|times?|"
    r"intervals?)\b[^.;]{0,40}?\b(?:specified|prescribed|designated|determined|required|requested|"
    r"established) by"
    rf"\b(?P<by>[^.;,]{{0,40}})[^.;]{{0,80}}?\b{_REPORTS}\b",
    re.IGNORECASE,
)
_ON_REQUEST = re.compile(
    rf"\b{_MUST}\b[^.;]{{0,80}}?\b{_SUBMITS}\b[^.;]{{0,60}}?\b(?:reports?|data|statistics|metrics|"
    r"surveys?|analys[ei]s)\b[^.;]{0,60}?\b(?:up)?on (?P<whose>[^.;]{0,30}?)request\b",
    re.IGNORECASE,
)
_COMPLIES = re.compile(
    rf"\b{_MUST}\b[^.;]{{0,60}}?\b(?:comply|meet|satisf\w+|adhere|conform)\b[^.;]{{0,80}}?"
    r"\b(?:report\w*|data(?: submission| collection)?) (?:requirements|standards|specifications|"
    r"obligations|schedules?)\b[^.;]{0,60}?\b(?:of|in|by|from|set|established|"
    r"adopted)\b[^.;]{0,30}?(?P<by>\b(?:Plan|Health Plan|Company|Payor|MCO|HMO)\b|\b(?:manual|"
    r"polic(?:y|ies)|handbook|portal|website|guidelines)\b)",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?P<verb>may(?! not)|(?:reserves?|retains?|has) the right to|(?:is|are) entitled "
    r"to)\b[^.;]{0,40}?\b(?:change|revise|modify|add|amend|expand|increase|alter|"
    r"require)\b[^.;]{0,80}?\b(?:formats?|fields|frequenc\w+|report(?:ing|s)?(?: requirements?| "
    r"specifications?)?|data (?:elements|requirements)|(?:additional|further|more|new) (?:\w+ "
    r")?(?:reports?|data))\b",
    re.IGNORECASE,
)
_REPORT_DUE = re.compile(
    r"\b(?:reports?|files?|data|surveys?|submissions?|results|questionnaires?|scorecards?)\b",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"\b(?:within|no later than|not later than|not more than|in) (?P<time>[^.;]{0,40}?\bdays?)\b|"
    r"\bby the (?P<day>[\w-]+(?: \(\d+(?:st|nd|rd|th)?\))?) (?:business |calendar )?day of\b",
    re.IGNORECASE,
)
_RECURS = re.compile(
    r"\b(?:each|every|monthly|quarterly|weekly|annual(?:ly)?|yearly|after the end of|following "
    r"the end of|month|quarter|of (?:the|any|a|Plan's|such) (?:\w+ ){0,2}?request|(?:up)?on "
    r"(?:\w+ ){0,2}?request|report(?:s|ing)? (?:requested|required))\b",
    re.IGNORECASE,
)
# Bills, licences, accidents and audits have deadlines of their own and are no reports.
_OTHER_MATTER = re.compile(
    r"\b(?:claims?|adjudicat\w*|payment liability|eligib\w+|credential\w*|licens\w*|insurance|"
    r"overpayment\w*|subrogat\w*|coordination of benefits|fraud|abuse|neglect|exclusion|"
    r"sanction\w*|incidents?|adverse|breach|audit\w*|grievances?|complaints?|appeals?|invoices?|"
    r"misrouted|arbitrat\w*|director(?:y|ies)|demographic|ownership|disclosures?|medical "
    r"records?|treatment records?|charts?|notice of|notify|notif\w+|confidential\w*|public "
    r"health|treatment (?:options|purposes)|member'?s? (?:with|of)|errors?|correct\w*|true and "
    r"correct|background)\b",
    re.IGNORECASE,
)
_BY_LAW = re.compile(
    r"\b(?:required|requested|mandated|prescribed|specified) by (?:applicable |federal |state |"
    r"any |the |such )*(?:law|regulat\w*|CMS|State|statut\w*|agenc\w+|government\w*|Department|"
    r"HHS|Regulatory)|\bCMS\b|\bState Agency\b|\bRisk Adjustment\b|\bTennCare\b",
)
_ALREADY = re.compile(
    r"\b(?:already|reasonably available|maintained in the ordinary course)\b", re.I
)


_REACH = 60
_NAME = 30
"""Letters around the verb in which the name of whoever wishes stands."""
_DAYS_OF_MONTH = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh"),
    *("eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
)


def _find(reading: Reading) -> Iterable[Sighting]:
    stated = sieve.holding(reading.passages, *_STEMS)
    passages = [passage for passage in stated if not _BY_LAW.search(passage.text)]
    patterns = (_ANY, _FORM, _FORM_FIRST, _ON_REQUEST, _COMPLIES)
    wished = places.within(passages, *patterns, where=lambda p: _is_open(reading, p))
    open_ended = sorted(wished, key=lambda place: place.match.re is not _ANY)
    changing = places.within(passages, _CHANGES, where=lambda p: _may_change(reading, p))
    soon = places.within(passages, _DUE, where=lambda p: _is_soon(reading, p))
    found = list(dict.fromkeys(place.passage for place in (*open_ended, *changing, *soon)))
    if not found:
        return
    first = {p.passage: p for p in (*soon, *changing, *open_ended)}
    said = (
        (open_ended, "The plan sets, later and alone, what you must report."),
        (changing, "It may change what is reported, in what form and how often."),
        (soon, "Some reports are due within less than thirty days."),
    )
    yield places.sighting(
        [first[passage] for passage in found], " ".join(words for where, words in said if where)
    )


def _is_open(reading: Reading, place: Place) -> bool:
    """Say whether our side must report whatever the plan comes to want."""
    text, match = place.text, place.match
    reach = match[0] + place.after[:_REACH]
    if _OTHER_MATTER.search(reach) or _ALREADY.search(text):
        return False
    if not bound.is_ours(reading, text, match.start("verb")):
        return False
    groups = match.groupdict()
    if match.re is _COMPLIES or groups.get("book") or groups.get("whose") is not None:
        return True
    named = [words for g in ("who", "by", "by2") if (words := (groups.get(g) or "").strip(" ,"))]
    # "a format determined by Plan": the words before the verb are no one's name.
    named.append(match[0][-_NAME:] + place.after[:_NAME])
    return any(reading.parties.names_plan(words) for words in named)


def _may_change(reading: Reading, place: Place) -> bool:
    """Say whether it is the plan that may change what is reported."""
    if _OTHER_MATTER.search(place.match[0]):
        return False
    return bound.subject(reading, place.text, place.match.start("verb")) is Side.PLAN


def _is_soon(reading: Reading, place: Place) -> bool:
    """Say whether our side's recurring report is due in a short time."""
    text = place.text
    if not _REPORT_DUE.search(place.before) or not _RECURS.search(text):
        return False
    if _OTHER_MATTER.search(text) or not _is_early(place):
        return False
    verbs = list(re.finditer(r"\b(?:shall|must|will|agrees|is due|are due)\b", place.before))
    spoken = {bound.subject(reading, text, verb.start()) for verb in verbs}
    return bool(verbs) and Side.PLAN not in spoken and Side.BOTH not in spoken


def _is_early(place: Place) -> bool:
    day = place.match["day"]
    if day is not None:
        digits = re.search(r"\d+", day)
        if digits is not None:
            return int(digits[0]) < EARLY_DAY
        return day.lower().split()[0] in _DAYS_OF_MONTH[: EARLY_DAY - 1]
    found = numbers.times(place.match["time"])
    return any(
        amount.value < (SOON_BUSINESS_DAYS if amount.unit is Unit.BUSINESS_DAYS else SOON_DAYS)
        for amount in found
    )


def _has_reports(reading: Reading) -> bool:
    return bound.is_with_payer(reading)


CHECK = Check(
    id="reporting-burden",
    title="Reporting load",
    detects=(Detects.VAGUE, Detects.NUMBER),
    severity=Severity.HIGH,
    theme=Theme.BURDEN,
    tactics=("ratcheting", "unfunded_mandates"),
    questions=("gf_q06", "gf_q07"),
    lesson="training_2",
    sources=(GOOD_PRACTICE,),
    why=(
        "Every report takes hours that are not spent with patients. A report without a list of "
        "fields and a date cannot be planned, priced or finished."
    ),
    asks=(
        "Ask for a list of all reports, their fields and due dates, before signing.",
        "Ask for at least thirty days for each.",
    ),
    wording=(
        "Reports, their fields and their dates are fixed in Exhibit R. A report is due thirty days "
        "after the period it covers."
    ),
    applies=_has_reports,
    find=_find,
)
