"""Signs that the agreement is a form that was not written for this group."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fairterms.document import quotes
from fairterms.document.document import Document
from fairterms.document.spans import Span
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.units.finding import QuoteEvidence, Severity

_FORM_CODE = re.compile(
    r"\b(?:Form|FORM) (?:No\.? ?|# ?)?(?=[A-Z0-9-]*\d)[A-Z0-9]{1,6}(?:-[A-Z0-9]{1,8}){1,4}\b"
    r"(?:,? ?\(?(?:[Rr]ev(?:ised|\.)? ?)?[\d/.-]{0,10}\)?)?|"
    r"(?<![\w-])[A-Z]{2,8}(?:-[A-Z0-9]{2,8}){1,4} \((?:[Rr]ev\.? "
    r"?)?(?:\d{1,2}[/-])?(?:19|20)?\d{2}\)|"
    r"\b(?:[Rr]ev(?:ision|ised|\.)|[Vv]ersion|[Tt]emplate)[:.]? "
    r"?(?:\d{1,2}[/.-]){1,2}(?:19|20)?\d{2}\b|"
    r"©\s?(?:19|20)\d{2}[^\n]{0,60}"
)
_NOT_A_FORM = re.compile(
    r"\bForm (?:10|8|S|W|I|UB|CMS|HCFA|ADA|DEF|N|20|6)-|\bForm (?:W-9|1099)|Exhibit 10|"
    r"Source: |UB-04|CMS[- ]1500|HCFA-1500",
)
_BLANK = re.compile(
    r"\[(?:INSERT|Insert|insert|TBD|NAME|Name of|PROVIDER NAME|DATE|STATE|Date|"
    r"State)[^\]\n]{0,60}\]|"
    r"<<?[^<>\n]{0,40}\b(?:[Ii]nsert|INSERT|[Nn]ame)\b[^<>\n]{0,40}>>?|"
    r"\{<*[^{}\n]{0,60}\b(?:[Ii]nsert|INSERT|[Nn]ame)\b[^{}\n]{0,40}>*\}|"
    r"\b(?:HEALTH ?PLAN|PROVIDER|GROUP) NAME\b(?! ACCORDING)|"
    r"(?<=[a-z,$] )_{4,}(?= ?(?:[a-z(%,]|day|dollars))",
)
_UNUSED = re.compile(
    r"\b(?:[Ii]ntentionally (?:[Ll]eft [Bb]lank|[Oo]mitted|[Dd]eleted)|INTENTIONALLY (?:LEFT BLANK|"
    r"OMITTED)|[Nn]ot [Aa]pplicable to (?:this )?(?:Provider|Group|Agreement)|"
    r"\[?(?:Reserved|RESERVED)\]?\.?(?=\s*\n))|"
    r"\bif any of the following is not applicable, please leave blank\b",
)
_SAID = re.compile(
    r"\bnon-?negotiable\b|\b(?:standard|uniform|form) (?:provider |participation |participating |"
    r"network )*(?:agreement|contract)s?\b(?= (?:form|template|used|language|for all|offered))|"
    r"\b(?:this|the) (?:agreement|contract|form)\b[^.;\n]{0,60}?\b(?:may|shall|can|must) not be "
    r"(?:altered|marked|changed|edited|negotiated)\b(?! (?:or \w+ )?(?:except|unless|other|without|"
    r"orally|in any|save))|"
    r"\b(?:alterations?|changes?|strike-?outs?|modifications?) (?:to|on) (?:this|the) (?:form|"
    r"template|printed|standard)[^.;\n]{0,60}?\b(?:not|void|invalid|reject\w*)\b|"
    r"\bindustry[- ]standard (?:agreement|contract|terms|form)\b",
    re.IGNORECASE,
)
_STEMS = ("negotiab", "form", "template", "industry", "may not be", "shall not be", "must not be")
_LETTERS_AROUND = 30
_LONGEST_LINE = 300
_CLAUSE = 120
_OUTSIDE = 2_000
"""Letters from either end of a document in which a form's code may stand outside the furniture."""


@dataclass(frozen=True)
class _Sign:
    """One sign: what kind it is, and where."""

    kind: str
    quote: QuoteEvidence


def _find(reading: Reading) -> Iterable[Sighting]:
    signs = [sign for document in reading.documents for sign in _signs(document)]
    if signs:
        kinds = dict.fromkeys(sign.kind for sign in signs)
        yield Sighting(
            signs[0].quote,
            tuple(sign.quote for sign in signs[1:]),
            detail=f"Seen: {'; '.join(kinds)}.",
        )


def _signs(document: Document) -> Iterator[_Sign]:
    """Return the first place of a document that shows each kind of sign, furniture included."""
    edges = [*document.furniture, *_ends(document)]
    everywhere = [Span(0, len(document.text))]
    lower = document.text.lower()
    says = everywhere if any(stem in lower for stem in _STEMS) else []
    for kind, pattern, spans in (
        ("a form's code or its drafter's copyright line", _FORM_CODE, edges),
        ("blanks of a template", _BLANK, everywhere),
        ("parts that are not used", _UNUSED, everywhere),
        ("words that call it a form or not negotiable", _SAID, says),
    ):
        found = (m for s in spans for m in pattern.finditer(document.text, s.start, s.end))
        first = next((match for match in found if _is_sign(document, match)), None)
        if first is not None:
            yield _Sign(kind, _quote(document, first))


def _ends(document: Document) -> tuple[Span, Span]:
    end = len(document.text)
    return Span(0, min(end, _OUTSIDE)), Span(max(0, end - _OUTSIDE), end)


def _is_sign(document: Document, match: "re.Match[str]") -> bool:
    """Leave out the forms of a tax office or a stock exchange, and lines for a signature."""
    start = max(0, match.start() - _LETTERS_AROUND)
    around = document.text[start : match.end() + _LETTERS_AROUND]
    return _NOT_A_FORM.search(around) is None and match[0].strip() != ""


def _quote(document: Document, match: "re.Match[str]") -> QuoteEvidence:
    """Quote the line that a sign stands on, exactly as printed."""
    start = document.text.rfind("\n", 0, match.start()) + 1
    end = document.text.find("\n", match.end())
    end = len(document.text) if end < 0 else end
    if end - start > _LONGEST_LINE:
        start, end = max(start, match.start() - _CLAUSE), min(end, match.end() + _CLAUSE)
        start = document.text.find(" ", start) + 1 if start < match.start() else start
    line = document.text[start:end]
    left = len(line) - len(line.lstrip())
    found = quotes.quote(document, Span(start + left, start + len(line.rstrip())))
    return QuoteEvidence(found.document, found.page, found.start, found.end, found.text)


CHECK = Check(
    id="standard-form-signs",
    title="Standard form",
    detects=(Detects.PRESENCE,),
    severity=Severity.LOW,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_3",
    sources=(GOOD_PRACTICE,),
    why=(
        "This is information and no fault. A form is written once for many groups, so parts of it "
        "may not fit yours, and its drafter is used to signing it unchanged."
    ),
    asks=(
        "Ask which terms other groups of your size and kind have had changed.",
        "Ask that the agreement records which terms were discussed and changed.",
    ),
    wording="The parties record in Exhibit N which terms were discussed and changed.",
    find=_find,
)
