"""No added pay, and no social factor, for patients in high need."""

import re
from collections.abc import Iterable

from fairterms.review import absence, incentives, places
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_NEED = (
    r"(?:high(?:er)?[- ](?:need|risk|acuity|cost|complexity)|complex(?:ity)?|severe(?:ly)?|"
    r"severity|"
    r"acuity|serious(?:ly)? (?:mental|emotional|mentally)|SMI|SED|SPMI|social|socio-?economic|SDOH|"
    r"deprivation|vulnerab\w+|disadvantaged|homeless\w*|housing|food insecur\w+|poverty|equity|"
    r"dual(?:ly)?[- ]eligible|tiers?|stratif\w+|health[- ]related social)"
)
_PAID = (
    r"(?:add-?ons?|additional (?:payments?|fees?|amounts?|PMPM|reimbursement)|supplements?|"
    r"supplemental (?:payments?|fees?|rates?|PMPM|amounts?)|"
    r"enhanced (?:rates?|payments?|fees?|PMPM|reimbursement)|(?:higher|increased|extra) (?:rates?|"
    r"payments?|fees?|PMPM|reimbursement)|care (?:coordination|management) (?:fees?|payments?)|"
    r"PMPM|per member per month|pays?|monthly (?:fee|payment)|case rates?|\$ ?\d)"
)
_MADE = re.compile(
    rf"\b{_PAID}\b[^.;]{{0,160}}?\b{_NEED}\b|\b{_NEED}\b[^.;]{{0,160}}?(?:\b{_PAID}\b|\$ ?\d)",
    re.IGNORECASE,
)
_ADJUSTS = re.compile(
    r"\b(?:adjust\w*|increas\w*|weight\w*|factor\w*|model|score|benchmark|target|rate)"
    r"\b[^.;]{0,80}?"
    r"\b(?:social (?:risk|determinants?|factors?|vulnerab\w+|needs?|complexity)|socio-?economic|"
    r"(?:area )?deprivation|health equity|SDOH|health[- ]related social|homeless\w*)|"
    r"\b(?:social (?:risk|determinants?|factors?|vulnerab\w+|needs?)|socio-?economic|(?:area )?"
    r"deprivation|health equity|SDOH|health[- ]related social)\b[^.;]{0,80}?\b(?:adjust\w*|"
    r"factors?|"
    r"weight\w*|benchmark|model|payments?|score|add-?on)\b",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"\b(?:social|socio-?economic|circumstances|high(?:er)?[- ]need|equity|disadvantag\w+|"
    r"determinants|severity)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no|not|without|nor|neither|never)\b[^.;]{0,50}?\b(?:adjust\w*|additional|added|extra|"
    r"higher|supplement\w*|enhanced|separately|pay(?:ments?)?)\b[^.;]{0,80}?\b(?:social(?! secur)|"
    r"circumstances of|acuity|complexity|socio-?economic|high(?:er)?[- ]need|deprivation)",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\b(?:acknowledge|recogni[sz]e|understand|will (?:discuss|consider|explore|collaborate)|may "
    r"(?:discuss|consider|explore|develop|offer|pay|provide)|intend|to the extent (?:available|"
    r"plan)|"
    r"(?:if|when) (?:funding|funds)|might be|strive|commit(?:ted)? to)\b",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:discriminat\w*|social security|social work\w*|overpa\w+|stop[- ]loss|truncat\w+|"
    r"outliers?|"
    r"equitable|shareholders?|equity interest|prudent layperson|emergency (?:medical )?condition|"
    r"case manager|claims?|tier(?:ed)? (?:network|benefit|drug|formular\w+)|copay\w*|co-?insurance|"
    r"levels? of care|room and board|CFR|C\.F\.R|audit|interest)\b",
    re.IGNORECASE,
)
_DEFINED = re.compile(r"[\"\u201d] means?\b")
_OTHER_PAYER = re.compile(r"\b(?:up to its published benefit|benefit plan covers)\b", re.IGNORECASE)
_WORDS = (
    "high-",
    "high need",
    "higher",
    "high risk",
    "high acuity",
    "acuity",
    "complex",
    "severe",
    "severity",
    "seriously",
    "serious ",
    " smi",
    " sed ",
    "spmi",
    "social",
    "socio",
    "sdoh",
    "depriv",
    "vulnerab",
    "disadvan",
    "homeless",
    "housing",
    "food ",
    "poverty",
    "equity",
    "dual-",
    "dually",
    "dual elig",
    "tier",
    "stratif",
    "circumstances of",
    "economic",
    "determinants",
)
_LONGEST = 900
"""Letters beyond which a passage is a rate table, in which words stand together by chance."""


def _find(reading: Reading) -> Iterable[Sighting]:
    needy = incentives.mentioning(reading, *_WORDS)
    refused = places.within(needy, _NONE)
    if refused:
        detail = "The text says that patients' needs or circumstances change nothing."
        yield places.sighting(refused, detail)
        return
    if places.within(needy, _MADE, _ADJUSTS, where=_is_firm):
        return
    soft = places.within(needy, _SAYS_SO, where=_is_soft)
    if soft:
        yield places.sighting(soft, "Need is spoken of, and no payment follows.")
        return
    yield absence.sighting(
        reading,
        ("added pay for members with high clinical or social need", "a social-risk factor"),
        "no added pay for patients in high need, and no social-risk factor, was found",
    )


def _is_firm(place: Place) -> bool:
    text = place.text
    unfit = any(sign.search(text) for sign in (_SOFT, _SOMETHING_ELSE, _OTHER_PAYER, _NONE))
    defined = _DEFINED.search(text)
    is_only_named = defined is not None and not re.search(r"\d", text[defined.end() :])
    return len(text) <= _LONGEST and not unfit and not is_only_named


def _is_soft(place: Place) -> bool:
    return _SOFT.search(place.text) is not None and not _SOMETHING_ELSE.search(place.text)


CHECK = Check(
    id="high-need-payment",
    title="High-need payment",
    detects=(Detects.ABSENCE,),
    severity=Severity.HIGH,
    theme=Theme.EQUITY,
    tactics=("unfunded_mandates",),
    questions=("gf_q14", "gf_q16"),
    lesson="training_4",
    sources=(GOOD_PRACTICE,),
    why=(
        "People who are poor, unhoused or very ill need more time. If nothing is paid for that "
        "time, the group that takes them loses, and others learn to avoid them."
    ),
    asks=("Ask for a monthly add-on for members with listed social or clinical needs.",),
    wording="A monthly add-on of $X is paid for members with listed social or clinical needs.",
    applies=incentives.pays_by_results,
    find=_find,
)
