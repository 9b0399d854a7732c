"""The plan may end the incentive, and what was earned may lapse."""

import re
from collections.abc import Iterable

from fairterms.review import incentives, places
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_MONEY = (
    r"(?:incentive(?: (?:payments?|amounts?|awards?))?s?|bonus(?:es)?(?: payments?)?|shared savings"
    r"(?: payments?)?|gain[- ]?shar\w*(?: payments?)?|performance (?:payments?|bonus(?:es)?)|"
    r"outcomes? (?:payments?|bonus(?:es)?|incentives?)|shared gains?|"
    r"quality (?:payments?|bonus(?:es)?|incentives?)|earned savings|rewards?|surplus|withh(?:o|e)ld"
    r"(?: amounts?)?s?|value[- ]based payments?|care (?:coordination|management) (?:fees?|"
    r"payments?))"
)
_PROGRAM = (
    rf"(?:(?:the |this |its |any |such |all )*(?:{_MONEY}|(?:\w+ ){{0,3}}(?:incentive|bonus|"
    r"quality|value[- ]based|shared savings|gain[- ]?sharing|pay[- ]for[- ]performance|P4P|"
    r"performance|risk[- ]sharing|episode[- ]?\w*)(?: \w+){0,2} (?:program|arrangement|initiative|"
    r"component|appendix|attachment|addendum)|Program))"
)
_MODAL = (
    r"(?P<verb>may(?! not)|can|shall have the right to|(?:has|have|retains?|reserves?) the "
    r"(?:sole |exclusive )?right(?:,? [\w ,]{0,50}?)? to)"
)
_ENDS = re.compile(
    rf"\b{_MODAL}(?:,? (?:at any time|from time to time|also),?)*(?:, [^.;]{{1,90}}?,)?"
    rf"(?: [\w,/()'-]+){{0,8}}? (?:suspend|discontinue|terminate|end|cancel|withdraw|eliminate|"
    rf"cease|stop)\b(?:,? (?:or|and|and/or) \w+|, \w+,? or \w+)* {_PROGRAM}\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    rf"\b{_PROGRAM}\b[^.;]{{0,40}}?\b(?:may|can) be (?:\w+ or )?(?:suspended|discontinued|"
    rf"terminated|"
    r"ended|cancell?ed|withdrawn|eliminated)(?: or \w+)?\b(?P<rest>[^.;]{0,100})",
    re.IGNORECASE,
)
_LAPSE = re.compile(
    rf"\b(?:unpaid|not (?:yet )?(?:been )?paid|earned|accrued|any|all)\b[^.;]{{0,80}}?\b"
    rf"(?:{_MONEY}|amounts?|sums?|payments?)?\b[^.;]{{0,80}}?\b(?:lapses?|(?:is|are|be) "
    rf"(?:forfeited|"
    r"not payable|waived|void|lost|cancelled|no longer payable)|(?:shall|will) (?:not be (?:paid|"
    r"payable|due|owed)|lapse|be forfeited))\b|"
    rf"\b(?:forfeits?|waives?|loses?|forfeiture of|shall forfeit|will forfeit)\b[^.;]{{0,60}}?\b"
    rf"(?:{_MONEY})|"
    r"\bno (?:further |additional |pro-?rata |partial )?(?:incentive |bonus |program )?payments? "
    r"(?:will|shall) be (?:made|paid|due|payable)\b",
    re.IGNORECASE,
)
# "... shall not be entitled to any savings if this Agreement is terminated before they are paid".
_NOT_ENTITLED = re.compile(
    r"\b(?:not be|not|no longer be|be) (?:entitled|eligible|ineligible|qualif\w+)\b[^.;]{0,60}?"
    rf"\b{_MONEY}[^;]{{0,60}}?\b(?:if|unless|where|when|after|following)\b[^;]{{0,80}}?"
    r"\b(?:is|has been|are|was) (?:terminated|not renewed|ended)|"
    rf"\bforgoes?\b[^.;]{{0,60}}?\b{_MONEY}",
    re.IGNORECASE,
)
_ON_END = re.compile(
    r"\b(?:terminat\w+|suspend\w*|discontinu\w+|end(?:s|ed|ing)?|cancel\w*|withdraw\w*|expir\w+|"
    r"leaves?|non-?renew\w*|notice)\b",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(
    r"\b(?:must|shall|is required to|only if|unless|provided that|so long as)\b[^.;]{0,60}?\b(?:"
    r"(?:in good standing|under contract|participating|contracted|active|in effect|a participating "
    r"\w+)\b[^.;]{0,70}?\b(?:on|at|through|throughout|as of|for) (?:the )?(?:last day|end|date|"
    r"time|"
    r"entire|full|whole|payment|all twelve|twelve|12)|participate[sd]?\b[^.;]{0,40}?\b(?:entire|"
    r"full|"
    r"whole))\b|"
    r"\b(?:no|not)\b[^.;]{0,30}?\b(?:pro-?rated?|pro rata|partial[- ](?:year|payments?|period))\b|"
    r"\b(?:full|entire|whole|complete) (?:calendar |program |performance |measurement |contract )?"
    r"(?:year|period)\b[^.;]{0,60}?\b(?:to (?:be eligible|qualify|receive|earn)|in order to|"
    r"eligib\w+)|\b(?:to (?:be eligible|qualify|receive|earn)|eligib\w+)\b[^.;]{0,100}?\b(?:full|"
    r"entire|whole) (?:calendar |program |performance |measurement |contract )?(?:year|period)\b",
    re.IGNORECASE,
)
_OF_INCENTIVE = re.compile(
    rf"\b(?:{_PROGRAM}|Appendix|Exhibit|Attachment(?! Point)|measurement)\b", re.IGNORECASE
)
_EARNED_IS_PAID = re.compile(
    r"\b(?:pro-?rat\w*|pro rata)\b|\b(?:earned|accrued)\b[^.;]{0,60}?\b(?:shall|will|is|are|remain)"
    r" (?:be )?(?:paid|payable|due|settled)|\bcompleted months\b|\bshall pay\b[^.;]{0,60}?\bearned",
    re.IGNORECASE,
)
_NOT_PRORATED = re.compile(r"\b(?:not?|without)\b[^.;]{0,24}?\bpro-?\s?rat", re.IGNORECASE)
# A result that was missed, not an incentive taken away; a mutual right; a fault or a law.
_BY_RESULT = re.compile(
    r"\b(?:Quality Score|score|threshold|less than \w+ percent|does not meet|not met|below|"
    r"Shared Loss|either party|each party|both parties|claims?|overpa\w+|Member may|"
    r"referral|kickbacks?|required by law|billed|coverage|copay\w*|charges?|covered services "
    r"(?:rendered|provided)|appeal|interest|void ab initio|untimely|timely filing)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby (?P<who>.*)")
_NEXT = 2
_ENDINGS = (
    "suspend",
    "discontinu",
    "may terminate",
    "may end",
    "right to",
    "be terminated",
    "be ended",
    "cancel",
    "withdraw",
    "eliminat",
    "cease",
    "lapse",
    "forfeit",
    "not payable",
    "not be pa",
    "no further",
    "waive",
    "void",
    "lost",
    "loses",
    "no longer",
    "prorat",
    "pro rat",
    "pro-rat",
    "full ",
    "entire ",
    "whole ",
    "partial",
    "standing",
    "under contract",
    "participating provider",
    "at the time",
    "remain",
    "last day",
    "can terminate",
    "not be due",
    "not be owed",
    "throughout",
    "in effect",
    "entitled",
)
_WORDS = (
    "incentive",
    "bonus",
    "savings",
    "gain",
    "performance",
    "quality",
    "surplus",
    "withheld",
    "withhold",
    "program",
    "reward",
    "value-based",
    "care coordination",
    "care management",
    "payment",
    "amounts",
    "prorat",
    "pro rat",
    "pro-rat",
)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = incentives.mentioning(reading, *_WORDS, also=_ENDINGS)
    ends = places.within(passages, _ENDS, _ENDED, where=lambda p: _ends_alone(reading, p))
    lapses = places.within(passages, _LAPSE, _NOT_ENTITLED, where=lambda p: _lapses(reading, p))
    whole = places.within(passages, _WHOLE_YEAR, where=_is_whole_year)
    found = incentives.once((*ends, *lapses, *whole))
    if ends or lapses:
        detail = "The plan may end the incentive." if ends else "What was earned may lapse."
        if ends and lapses:
            detail = "The plan may end the incentive, and sums not yet paid lapse."
        yield places.sighting(found, detail)
    elif whole:
        yield places.sighting(found, "Who leaves during the year, or before payday, gets nothing.")


def _ends_alone(reading: Reading, place: Place) -> bool:
    text = place.text
    if incentives.is_joint(text) or _is_paid_after(reading, place):
        return False
    if "verb" in place.match.groupdict():
        side = place.side(reading, "verb")
        return side is Side.PLAN or (
            side is Side.UNNAMED and not reading.parties.names_plan(text[: place.match.end()])
        )
    by = _BY.search(place.match["rest"])
    return by is None or incentives.names_plan_next(reading, by["who"])


def _is_paid_after(reading: Reading, place: Place) -> bool:
    near = incentives.around(reading, place.passage, 0, _NEXT)
    return any(
        _EARNED_IS_PAID.search(other.text) and not _NOT_PRORATED.search(other.text)
        for other in near
    )


def _lapses(reading: Reading, place: Place) -> bool:
    text = place.text
    if _BY_RESULT.search(text) or not _ON_END.search(text) or _is_paid_after(reading, place):
        return False
    return _OF_INCENTIVE.search(text) is not None


def _is_whole_year(place: Place) -> bool:
    text = place.text
    return _OF_INCENTIVE.search(text) is not None and not _BY_RESULT.search(text)


def _applies(reading: Reading) -> bool:
    return reading.features.has_incentive and reading.is_provider_agreement


CHECK = Check(
    id="incentive-at-will",
    title="Incentive at will",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.HIGH,
    theme=Theme.MONEY,
    tactics=("strategic_ambiguity",),
    questions=("gf_q02",),
    lesson="training_2",
    sources=(GOOD_PRACTICE,),
    why=(
        "You spend on staff and tools from the first day and are paid at the end. If the money "
        "can be called off before payday, the risk of the work is all yours."
    ),
    asks=("Ask that what was earned up to the end is paid pro rata, whoever ends it.",),
    wording=(
        "If the program or this Agreement ends, amounts earned to the end date are paid pro rata."
    ),
    applies=_applies,
    find=_find,
)
