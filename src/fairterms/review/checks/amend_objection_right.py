"""An objection does not stop a change, or silence counts as consent."""

import re
from collections.abc import Iterable, Iterator

from fairterms.review import absence, amendments
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity

_ACCEPTANCE = r"(?:accept\w*|consent\w*|agreed?\b|agreement\b|approv\w*|assent\w*)"
_SILENCE = re.compile(
    rf"\b(?:failure|fails?|failing|silence|absence of|does not|do not|continu\w+)\b[^.;]{{0,160}}?"
    rf"\b(?:constitutes?|deemed|considered|treated as|taken as|mean|signif\w+|is|be)\b"
    rf"[^.;]{{0,40}}?\b{_ACCEPTANCE}|"
    r"\b(?:effective|take effect|binding|in effect)\b[^.;]{0,160}?\b(?:if|unless|where|when)\b"
    r"[^.;]{0,60}?\b(?:(?:has|have) (?:failed|not)|fails?|does not|did not|without)\b[^.;]{0,100}?"
    r"\b(?:object|reject|refus|declin|disapprov)\w*|"
    rf"\bdeemed (?:to (?:have )?(?:be )?)?{_ACCEPTANCE}|\bsilence (?:is|means) {_ACCEPTANCE}",
    re.IGNORECASE,
)
_EXIT = re.compile(
    r"\bobject\w*\b[^.;]{0,160}?\b(?:may|shall|right to|only|sole|entitled to)\b[^.;]{0,60}?"
    r"\bterminat|"
    r"\bterminat\w*\b[^.;]{0,120}?\b(?:sole|only|exclusive) (?:remedy|right|recourse|option)|"
    r"\b(?:sole|only|exclusive) (?:remedy|right|recourse|option)\b[^.;]{0,120}?\bterminat",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\b(?:object\w*|reject\w*|refus\w*|disagree\w*)\b[^.;]{0,160}?"
    r"\b(?:(?:not|never) (?:take effect|become effective|apply|bind|be binding|be effective)|"
    r"no(?:t)? (?:force|effect)|remains? in (?:force|effect)|continue under)|"
    r"\b(?:not|never) (?:take effect|become effective|apply|bind)\b[^.;]{0,80}?"
    r"\b(?:object\w*|unless both|without the written)",
    re.IGNORECASE,
)

# Goods or work that count as accepted are no change of the agreement.
_ABOUT_GOODS = re.compile(
    r"\b(?:deliverables?|goods|shipments?|invoices?|change (?:requests?|orders?)|"
    r"defects?|inspect\w*|software|claims?)\b",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    rights = amendments.one_sided(reading)
    spoken_of = [p for p in reading.passages if amendments.names_change(p.text)]
    about_terms = [p for p in spoken_of if not _ABOUT_GOODS.search(p.text)]
    silence = [quote for p in about_terms for quote in _quotes(p, _SILENCE)]
    if not rights and not silence:
        return
    if any(_STOPS.search(passage.text) for passage in spoken_of):
        return
    leaving = [quote for p in spoken_of for quote in _quotes(p, _EXIT)]
    faults = [*silence, *(quote for quote in leaving if quote not in silence)]
    if faults:
        yield Sighting(faults[0], tuple(faults[1:]), detail=_detail(bool(silence), bool(leaving)))
    else:
        yield absence.sighting(
            reading,
            ("an objection that keeps a change from taking effect",),
            "no right to stop a change by objecting to it was found",
        )


def _quotes(passage: Passage, pattern: "re.Pattern[str]") -> Iterator[QuoteEvidence]:
    match = pattern.search(passage.text)
    if match is not None:
        yield passage.around(match.start(), match.end())


def _detail(has_silence: bool, has_exit: bool) -> str:
    parts = ["Saying nothing counts as agreeing."] if has_silence else []
    if has_exit:
        parts.append("Whoever objects can only leave; the change itself stands.")
    return " ".join(parts)


CHECK = Check(
    id="amend-objection-right",
    title="Objection does not stop a change",
    detects=(Detects.ABSENCE, Detects.ONE_SIDED),
    severity=Severity.CRITICAL,
    theme=Theme.FAIR_DEALING,
    tactics=("take_it_or_leave_it",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(),
    laws=("change-objection",),
    why=(
        "A right to object is worth something only if the change does not take effect while you "
        "object. Leaving the network, with your patients in it, is not a real choice."
    ),
    asks=(
        "Ask whether a timely objection leaves the change in force.",
        "Ask that an objection in time keeps the change from taking effect.",
    ),
    wording=(
        "If Provider objects in time, the change does not take effect unless both parties agree."
    ),
    find=_find,
)
