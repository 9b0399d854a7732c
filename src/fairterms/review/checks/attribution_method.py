"""Members are assigned to the group in a way that it cannot check."""

import re
from collections.abc import Iterable, Sequence

from fairterms.review import absence, incentives, places
from fairterms.review.authorities import PAYMENT_NETWORK
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_WHO = (
    r"(?:members?|patients?|enrollees?|beneficiar(?:y|ies)|episodes?|lives|population|"
    r"covered persons?)"
)
_NAMED = re.compile(
    rf"\b(?:attribut(?:ed?|ion|able)|aligned|alignment|empan\w+|impan\w+)"
    rf"\b(?=[^.;]{{0,80}}\b{_WHO})|"
    rf"\b{_WHO}\b[^.;]{{0,60}}?\b(?:attributed|attribution|attributable|aligned|empaneled|"
    rf"impaneled)\b|"
    rf"\bassign(?:ed|s|ment)\b(?=[^.;]{{0,30}}\b{_WHO})|"
    rf"\b{_WHO}\b[^.;]{{0,40}}?\b(?:has|have|had) (?:\w+ )?assigned\b|"
    rf"\b{_WHO} (?:is|are|be|shall be|will be) (?:\w+ly )?assigned\b|"
    rf"\b{_WHO}(?:,? (?:who|that))?(?: (?:is|are|shall be|will be|have been))?(?: \w+)? assigned "
    r"to\b|"
    r"\bpanel (?:of )?(?:members|patients|enrollees)\b|\b(?:member|patient) panel\b|"
    r"\b(?:Attribut\w+|Alignment|Assignment) (?:List|Method\w*|Rules?|Model)\b|"
    r"\b(?:Quarterbacks?|PAPs?|Accountable Providers?) (?:is|are|will be) (?:\w+ )?"
    r"(?:designated|identified|assigned|determined)",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\bassignment of (?:benefits|this|the agreement|rights)|\bassigned to (?:such|a) (?:bed|room)|"
    r"\bby the state\b|\bby the State\b|\breassign|\bseverance\b|\b[Cc]ase [Mm]anager|"
    r"\bkickbacks?\b|"
    r"\bclaims? (?:is|are) attributable|\blicensed bed\b|\bcause of action\b|\b[Cc]oordinators?\b|"
    r"\bsuccessors\b|\bMedicaid program\b",
)
_METHOD = re.compile(
    r"\bplurality\b|\bmajority of\b|\bmost (?:of (?:those|the|its|their) )?(?:\w+ ){0,3}(?:visits|"
    r"services|claims|care|encounters|sessions)|\bmore (?:of those )?(?:\w+ ){0,4}(?:visits|"
    r"services"
    r"|claims|encounters|sessions) than\b|\bhighest (?:number|share|count|percentage|allowed)|"
    r"\bgreatest (?:number|share|proportion)|\b(?:one|two|three|1|2|3)\)? or more (?:\w+ ){0,4}"
    r"(?:visits|services|claims|encounters|sessions)|\bat least (?:one|two|three|\d)[\w() ]{0,6} "
    r"(?:\w+ ){0,4}(?:visits?|services?|claims?|encounters?|sessions?)|\b(?:most recent|latest|"
    r"last) (?:\w+ ){0,2}(?:visit|service|encounter|session)|"
    # Not "days until a first visit", which is a measure of access.
    r"\bfirst (?:\w+ ){0,2}(?:visit|service|encounter|session) (?:with|to|at|decides|counts)\b|"
    r"\b(?:members?|enrollees?|patients?|who)"
    r"(?: \w+){0,4} (?:selects?|selected|choose|chooses|chose|chosen|designates?|elects?|elected)"
    r"\b|"
    r"\bthey (?:select|choose|designate|elect)|\bselection (?:of|by) (?:a|the|such|member)|"
    r"\bevaluation and management\b|\bqualifying (?:visit|"
    r"service|encounter)s?\b|\blook-?back\b|\bin the preceding\b[^.;]{0,20}\bmonths\b|"
    r"\b(?:sees|saw|seen|treated|received) [^.;]{0,60}(?:months|visits)|\bgeographic\b|\bzip "
    r"codes?\b",
    re.IGNORECASE,
)
_TIMING = re.compile(
    r"\b(?:prospective|retrospective|concurrent)(?:ly)?\b|\blook-?back\b|\bin advance\b|"
    r"\b(?:preceding|prior|previous) (?:\w+ ){0,4}(?:months|year|day)|\bat the (?:start|beginning|"
    r"end) of|\bfirst day of\b|\bas of the\b|\bbefore (?:the|each) (?:start|performance|year|month)"
    r"|"
    r"\bafter the (?:end|close) of\b|\b(?:first|fifteenth|15th|1st|last)[\w() ]{0,8} day of",
    re.IGNORECASE,
)
_SENT = (
    r"(?:sends?|sent|delivers?|delivered|provides?|provided|furnish(?:es|ed)?|suppl(?:y|ies|ied)|"
    r"issue[sd]?|receives?|received|updates?|updated|posts?|posted|produces?|produced|gives?|given|"
    r"makes?|made|shares?|shared|transmits?|transmitted)"
)
_OFTEN = (
    r"(?:monthly|quarterly|weekly|daily|(?:each|every) (?:calendar )?(?:month|quarter|week)|days?|"
    r"by the|start of|beginning of|before the)"
)
_LISTED = r"(?:lists?|rosters?|files?|reports?|panels?|registry|names)"
_LIST = re.compile(
    rf"\b{_SENT}\b[^.;]{{0,120}}?\b{_LISTED}\b[^.;]{{0,120}}?\b{_OFTEN}\b|"
    rf"\b{_LISTED}\b[^.;]{{0,100}}?\b{_SENT}\b[^.;]{{0,80}}?\b{_OFTEN}\b|"
    rf"\b(?:monthly|quarterly|weekly|annual) (?:\w+ ){{0,3}}{_LISTED}\b|"
    rf"\b(?:each|every) (?:month|quarter|week)"
    rf"\b[^.;]{{0,80}}?\b{_SENT}\b[^.;]{{0,80}}?\b{_LISTED}\b",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"\b(?:fix\w*|mistakes?|inaccura\w+|verif\w+|correct\w*|disput\w+|errors?|"
    r"challenge\w*|contest\w*|appeal\w*|"
    r"reconcil\w+|question\w*|discrepanc\w+|object\w*|reconsider\w+|review and confirm)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:attribut|align|assign|roster|panel|list|impanel|empanel|designat)\w*", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:attribution|assignment|alignment)\b[^.;]{0,40}?\b(?:method\w*|rules?|logic|model|"
    r"process|algorithm|polic\w+)\b[^.;]{0,40}?\b(?:from time to time|then in effect|as (?:may be )"
    r"?"
    r"(?:amended|modified|changed|updated)|in its [\w ]{0,12}discretion)|"
    r"\b(?:as|in the manner) (?P<who>[\w' ]{3,30}?) (?:may )?(?:determines?|assigns?|identif\w+|"
    r"designates?|considers?)\b",
    re.IGNORECASE,
)
_OWN_METHOD = re.compile(
    r"(?P<who>[\w' ]{2,30}?)'s? (?:\w+ ){0,3}(?:attribution|assignment|alignment) "
    r"(?:method\w*|rules?|logic|model|process|algorithm)",
    re.IGNORECASE,
)
_PARTS = (
    ("by which visits or choice members are assigned", _METHOD),
    ("whether members are assigned ahead or looking back", _TIMING),
    ("a list of members on a schedule", _LIST),
    ("a way to correct the list", _CHALLENGE),
)
_BEFORE, _AFTER = 3, 12
_WORDS = ("attribut", "align", "panel", "assign", "designated", "identified", "determined")


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = incentives.mentioning(reading, *_WORDS)
    named = places.within(passages, _NAMED, where=lambda p: not _SOMETHING_ELSE.search(p.text))
    if not named:
        yield absence.sighting(
            reading,
            ("how members are attributed, aligned or assigned", "a list of those members"),
            "no rule for whose results count for the group was found",
        )
        return
    missing = _missing(reading, named)
    alone = [place for place in named if _is_plans_alone(reading, place)]
    if alone and _PARTS[0][0] in missing:
        detail = "The plan alone says which members count."
        yield places.sighting(alone, detail, unclear_because=reading.cut)
    elif _PARTS[0][0] in missing:
        detail = "Members are assigned to the group, and nothing says how."
        yield places.sighting(named, detail)
    elif missing:
        detail = f"The method is stated. Not found: {'; '.join(missing)}."
        yield places.sighting(named, detail, severity=Severity.HIGH)


def _missing(reading: Reading, named: Sequence[Place]) -> list[str]:
    """Return the parts of a rule of attribution that stand nowhere near where it is named."""
    near = {
        id(other): other.text
        for place in named
        for other in incentives.around(reading, place.passage, _BEFORE, _AFTER)
        if other is place.passage or _ABOUT.search(other.text) or _METHOD.search(other.text)
    }
    return [name for name, part in _PARTS if not any(part.search(text) for text in near.values())]


def _is_plans_alone(reading: Reading, place: Place) -> bool:
    text = place.text
    if incentives.is_joint(text):
        return False
    own = _OWN_METHOD.search(text)
    if own is not None and reading.parties.names_plan(own["who"]):
        return True
    found = _OPEN.search(text)
    if found is not None:
        return found["who"] is None or reading.parties.names_plan(found["who"])
    return incentives.is_set_by_plan(reading, place)


CHECK = Check(
    id="attribution-method",
    title="Attribution unclear",
    detects=(Detects.ABSENCE, Detects.VAGUE),
    severity=Severity.CRITICAL,
    theme=Theme.RISK,
    tactics=("withheld_information",),
    questions=("gf_q04",),
    lesson="training_2",
    sources=(PAYMENT_NETWORK,),
    why=(
        "You answer for the results of people you may never have met. Without a rule and a list "
        "you do not know who they are, and a wrong name stays on the list."
    ),
    asks=(
        "Ask for the rule of attribution in an exhibit, a monthly list, and a right to correct it.",
    ),
    wording=(
        "Attribution follows Exhibit T, month by month and ahead of time; Plan sends the list "
        "monthly; errors are corrected within 30 days."
    ),
    applies=incentives.pays_by_results,
    find=_find,
)
