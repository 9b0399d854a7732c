"""Nothing keeps a change from reaching back."""

import re
from collections.abc import Iterable

from fairterms.review import absence, amendments
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.units.finding import Severity

_CHANGE = r"\b(?:amendments?|amend(?:ed)?|modifications?|modif(?:y|ied)|changes?)\b"
_BACK = (
    r"\b(?:retroactiv\w*|retrospectiv\w* effect|(?:provided|given|rendered|delivered|furnished) "
    r"(?:before|prior to)|before (?:its|the) effective date)"
)
_ABOUT_CLAIMS = re.compile(r"\bclaims?\b|\badjustments?\b|\bfee schedule|\brates?\b", re.IGNORECASE)
_BAN = re.compile(
    rf"(?:{_CHANGE}[^.;]{{0,140}}?\b(?:not|never)\b[^.;]{{0,80}}?{_BACK}|"
    rf"\bno (?:such )?{_CHANGE}[^.;]{{0,140}}?{_BACK}|"
    rf"{_CHANGE}[^.;]{{0,80}}?\b(?:only )?prospectiv)",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    rf"{_CHANGE}[^.;]{{0,140}}?\b(?:may|shall|will|be)\b(?! not)[^.;]{{0,60}}?\bretroactiv|"
    rf"\bretroactiv\w*[^.;]{{0,60}}?{_CHANGE}|"
    rf"{_CHANGE}[^.;]{{0,60}}?\b(?:may|shall|will)\b(?! not)[^.;]{{0,60}}?\beffective\b"
    r"[^.;]{0,20}?\b(?:as of|from) an earlier date|"
    rf"{_CHANGE}[^.;]{{0,60}}?\b(?:may|shall|will) (?:take effect|apply)\b[^.;]{{0,20}}?"
    r"\b(?:as of|from) an earlier date",
    re.IGNORECASE,
)


def _find(reading: Reading) -> Iterable[Sighting]:
    backdated = []
    is_banned = False
    for passage in reading.passages:
        if _ABOUT_CLAIMS.search(passage.text):
            continue
        if _BAN.search(passage.text):
            is_banned = True
            continue
        match = _ALLOWED.search(passage.text)
        if match is not None:
            backdated.append(passage.around(match.start(), match.end()))
    if backdated:
        detail = "The text itself lets a change reach back."
        yield Sighting(backdated[0], tuple(backdated[1:]), detail=detail)
    elif not is_banned and reading.is_provider_agreement:
        yield absence.sighting(
            reading,
            ("a change that applies only from its effective date on", "no retroactive change"),
            "no clause that keeps a change from reaching back was found",
        )


def _may_be_changed(reading: Reading) -> bool:
    """Apply where the plan may change terms alone; what both sides sign they can date freely."""
    return bool(amendments.one_sided(reading))


CHECK = Check(
    id="amend-retroactive",
    title="No ban on backdating changes",
    detects=(Detects.ABSENCE,),
    severity=Severity.HIGH,
    theme=Theme.MONEY,
    tactics=("ratcheting",),
    questions=("gf_q02",),
    lesson="training_5",
    sources=(),
    laws=("change-backdating",),
    why="A change that reaches back alters the pay for care that was already given.",
    asks=("Ask that no change applies to services given before its effective date.",),
    wording="No change applies to services given before its effective date.",
    applies=_may_be_changed,
    find=_find,
)
