"""No duty of the plan to send member-level data."""

import re
from collections.abc import Iterable, Sequence

from fairterms.review import absence, incentives, places
from fairterms.review.authorities import PAYMENT_NETWORK
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_GIVES = (
    r"(?:provide|deliver|furnish|supply|send|make(?: [\w ]{1,30})? available|share|transmit|give|"
    r"produce|issue|"
    r"grant)"
)
_DUTY = (
    r"(?P<verb>shall|will|must|agrees? to|is required to|may|intends? to|undertakes to|"
    r"(?:shall |will )?(?:use|make) [\w ]{0,24}efforts? to)"
)
_FILES = (
    r"(?:claims?(?:[- ](?:level|lines?))? (?:\w+ )?(?:data|files?|feeds?|lines?|extracts?|"
    r"information|detail|history)|"
    r"(?:medical|pharmacy|paid) claims?(?: and \w+){0,3} (?:data|files?|lines)|(?:member|patient|"
    r"beneficiary|claims?|enrollee|episode)[- ]level (?:\w+ ){0,3}(?:data|files?|detail|"
    r"information|"
    r"reports?|extracts?)|data (?:feeds?|files?|extracts?|sets?|exchange)|(?:monthly|weekly|"
    r"quarterly) "
    r"(?:\w+ ){0,3}(?:data|files|feeds?)|(?:attribution|eligibility|enrollment|roster|encounter|"
    r"utili[sz]ation|cost) (?:and \w+ )?(?:files?|data|feeds?)|(?:the )?files? (?:in|listed|"
    r"described|[A-Z]-\d)|raw data|claims and eligibility)"
)
_FEED = re.compile(
    rf"\b{_DUTY}\b[^.;]{{0,45}}?\b{_GIVES}\b[^.;]{{0,140}}?\b{_FILES}", re.IGNORECASE
)
_GIVES_NOW = re.compile(
    r"\b(?P<verb>provides?|delivers?|sends?|furnishes|supplies|gives?|shares?|transmits?|grants?|"
    r"makes?)"
    rf"\b[^.;]{{0,140}}?\b{_FILES}",
    re.IGNORECASE,
)
_RECEIVES = re.compile(
    rf"\b(?P<who>Provider|Group|Practice|IPA|ACO|Contractor|Participant)(?: and \w+)? (?:shall|"
    rf"will|"
    rf"is entitled to) (?:have access to|receive|be (?:given|sent|provided))\b[^.;]{{0,100}}?\b"
    rf"{_FILES}|\b{_FILES}\b[^.;]{{0,80}}?\b(?:shall|will|must) be (?:provided|delivered|sent|"
    rf"furnished|made available|shared|transmitted)\b[^.;]{{0,60}}?\b(?:to (?:the )?(?:Provider|"
    rf"Group|"
    r"Practice|IPA|ACO|Contractor|Participant)|by (?:the )?(?:Health )?(?:Plan|Payor|Payer|Company|"
    r"Insurer|HMO|MCO))",
    re.IGNORECASE,
)
_PROMISE = re.compile(r"\b(?:no data,? no risk|monthly file)\b", re.IGNORECASE)
_REPORTS = (
    r"(?:reports?|dashboards?|score ?cards?|summar(?:y|ies)|statistics|feedback|information (?:on|"
    r"about|regarding) (?:its|their|Group's|Provider's) performance)"
)
_REPORT = re.compile(
    rf"\b{_DUTY}\b[^.;]{{0,45}}?\b{_GIVES}\b[^.;]{{0,80}}?\b{_REPORTS}\b", re.IGNORECASE
)
_REPORT_AT_HAND = re.compile(
    rf"\b{_DUTY} make (?:\w+ ){{0,3}}{_REPORTS} (?:\w+ ){{0,3}}available\b", re.IGNORECASE
)
_REPORTS_COME = re.compile(
    rf"\b{_REPORTS} (?:\w+ ){{0,6}}?(?:will|shall|may) be (?:\w+ )?(?:furnished|provided|made "
    rf"available|"
    r"sent|delivered|issued|given|distributed)\b(?P<rest>[^.;]{0,80})",
    re.IGNORECASE,
)
_OF_RESULTS = re.compile(
    r"\b(?:performance|program|quality|cost|utili[sz]ation|incentive|interim|measures?|episode|"
    r"quarterly|monthly|results?|dashboards?|score ?cards?|attribut\w+|savings)\b",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\bwhen(?:ever)? (?:reasonably |practically )?(?:available|practicable|feasible|possible)|"
    r"\bif (?:any|available)\b|\b(?:as|where|to the extent) (?:\w+ )?(?:available|practicable|"
    r"feasible|possible)|\breasonable efforts\b|\bbest efforts\b|\bmay (?:also )?(?:provide|"
    r"deliver|"
    r"furnish|supply|send|make|share|give)\b|\bfrom time to time\b|\bas (?:\w+ ){1,3}(?:considers?|"
    r"deems?|determines?|sees fit)|\bin its [\w ]{0,16}discretion|\bthen uses\b|\bintends? to\b|"
    r"\bat such times?\b|\bnot (?:required|obligated|obliged)\b|\bupon (?:reasonable )?request\b",
    re.IGNORECASE,
)
_AT_DISCRETION = re.compile(r"\bat [\w' ]{2,20} discretion\b|\bdiscretion of\b", re.IGNORECASE)
_CADENCE = re.compile(
    r"\b(?:monthly|weekly|daily|quarterly|each (?:\w+ )?(?:month|week|quarter|day)|every (?:\w+ )?"
    r"(?:month|week|quarter|day)|(?:day|end|close) of (?:each|the|every) (?:\w+ )?(?:month|quarter|"
    r"week)|Frequency)\b",
    re.IGNORECASE,
)
_FORMAT = re.compile(
    r"\b(?:format|layout|fields?|delimited|FHIR|837|834|835|X12|data dictionary|file "
    r"specifications?|"
    r"specifications|Exhibit|Attachment|Appendix|Schedule|Table|sample|HL7|CSV|data map)\b",
    re.IGNORECASE,
)
_REMEDY = re.compile(
    r"\b(?:no data,? no risk|suspend\w*|corrected file|late file|missed (?:\w+ )?file|credit of|"
    r"(?:not|no) (?:be )?(?:liable|responsible|owe|at risk|downside|shared loss)|extend\w*|"
    r"cure\w*|re-?deliver|failure to (?:deliver|provide|send|furnish)|if (?:the )?(?:Plan|Payor|"
    r"Payer|"
    r"Company|Health Plan|HMO|MCO)\b[^.;]{0,30}\b(?:fails|does not)|incomplete|waive[sd]?|"
    r"liquidated|relieved)\b",
    re.IGNORECASE,
)
_ABOUT_DATA = re.compile(r"\b(?:data|files?|feeds?|extracts?)\b", re.IGNORECASE)
_NOT_A_FEED = re.compile(
    r"\b(?:retriev\w+|inspection|subpoena|audit of|regulat\w+ agenc|State Agency|CMS|credential\w+|"
    r"remittance|eligibility (?:verification|inquir\w+|of (?:a |each )?members?)|directory|"
    r"claims? status|trade secret|training|HIPAA transaction|business associate)\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:shall|will|must)\b")
_FAILS = re.compile(r"\b(?:fails?|failure|late|miss(?:es|ed)?|delay\w*|incomplete)\b", re.I)
_NEAR = 6
_WORDS = ("data", "file", "claim", "member-level", "patient-level", "-level", "extract")
_REPORT_WORDS = (
    "report",
    "dashboard",
    "scorecard",
    "score card",
    "summar",
    "statistics",
    "feedback",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = incentives.mentioning(reading, *_WORDS)
    feeds = places.within(
        passages, _FEED, _GIVES_NOW, _RECEIVES, _PROMISE, where=lambda p: _is_feed(reading, p)
    )
    firm = [place for place in feeds if not _SOFT.search(place.text)]
    soft = [place for place in feeds if place not in firm]
    if firm and not soft:
        yield from _incomplete(reading, firm)
    elif soft:
        detail = "Member-level data are promised, and when or how they come is left to the plan."
        severity = Severity.HIGH if firm else None
        yield places.sighting(incentives.once((*soft, *firm)), detail, severity=severity)
    else:
        yield _no_feed(reading)


def _no_feed(reading: Reading) -> Sighting:
    passages = incentives.mentioning(reading, *_REPORT_WORDS)
    reports = places.within(
        passages, _REPORT_AT_HAND, _REPORT, _REPORTS_COME, where=lambda p: _is_report(reading, p)
    )
    if reports:
        detail = "The plan sends reports, and no duty to send member-level data was found."
        # A report whose time and form are the plan's choice says it best.
        ordered = sorted(
            incentives.once(reports), key=lambda place: _SOFT.search(place.text) is None
        )
        return places.sighting(ordered, detail)
    return absence.sighting(
        reading,
        ("a duty of the plan to send claims or member-level data", "its format and schedule"),
        "no duty of the plan to send member-level data was found",
    )


def _incomplete(reading: Reading, firm: Sequence[Place]) -> Iterable[Sighting]:
    """Return what a firm duty leaves out."""
    near = [
        other.text
        for place in firm
        for other in incentives.around(reading, place.passage, _NEAR, _NEAR)
        if other is place.passage or _tells_more(reading, other.text)
    ]
    parts = (("how often", _CADENCE), ("in what format", _FORMAT))
    missing = [name for name, part in parts if not any(part.search(text) for text in near)]
    has_remedy = any(
        _REMEDY.search(p.text) and _ABOUT_DATA.search(p.text) for p in reading.passages
    ) or any(_FAILS.search(text) for text in near)
    if missing:
        detail = f"Data are promised. Not stated: {', '.join(missing)}."
        yield places.sighting(firm, detail, severity=Severity.HIGH)
    elif not has_remedy:
        detail = "Data are promised, and nothing follows if they are late or wrong."
        yield places.sighting(firm, detail, severity=Severity.MEDIUM)


def _tells_more(reading: Reading, text: str) -> bool:
    """Say whether a sentence near a duty is about its files, and not about the group's own."""
    duty = _WILL.search(text)
    if _FAILS.search(text):
        return True
    if duty is not None and reading.parties.subject(text, duty.start()) is Side.GROUP:
        return False
    return any(sign.search(text) for sign in (_ABOUT_DATA, _CADENCE))


def _is_feed(reading: Reading, place: Place) -> bool:
    if _NOT_A_FEED.search(place.text):
        return False
    if "verb" in place.match.groupdict():
        return _is_plans(reading, place)
    return True


def _is_report(reading: Reading, place: Place) -> bool:
    near = f"{place.match[0]}{place.after[:60]}"
    is_about = _OF_RESULTS.search(near) or _AT_DISCRETION.search(near)
    if not is_about or _NOT_A_FEED.search(place.text):
        return False
    if place.match.re is _REPORTS_COME:
        return reading.parties.names_group(place.match["rest"])
    return _is_plans(reading, place)


def _is_plans(reading: Reading, place: Place) -> bool:
    """Say whether the duty is the plan's; of a removed name, whether the group receives."""
    side = place.side(reading, "verb")
    if side is Side.UNNAMED and _WILL.match(place.match["verb"]):
        rest = place.text[place.match.end("verb") :]
        return reading.parties.names_group(rest) and not reading.parties.names_plan(rest)
    return side is Side.PLAN


CHECK = Check(
    id="data-feed",
    title="No data duty",
    detects=(Detects.ABSENCE, Detects.ONE_SIDED),
    severity=Severity.CRITICAL,
    theme=Theme.DATA,
    tactics=("withheld_information",),
    questions=("gf_q15",),
    lesson="training_2",
    sources=(PAYMENT_NETWORK,),
    why=(
        "You cannot steer by a report that comes after the year. Managing a population needs each "
        "member's visits and costs, monthly and in a form you can load."
    ),
    asks=(
        (
            "Ask for monthly member-level files with a field list, a sample before signing, and a "
            "remedy when one is missed."
        ),
    ),
    wording=(
        "Plan delivers the member-level files of Exhibit D by the 20th of each month. No data, no "
        "risk: a missed monthly file suspends downside."
    ),
    applies=incentives.pays_by_results,
    find=_find,
)
