"""No right to check the plan's settlement."""

import re
from collections.abc import Iterable

from fairterms.review import absence
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.units.finding import QuoteEvidence, Severity

_FIGURES = (
    r"(?:settlements?|calculations?|reconciliations?|computations?|arithmetic|figures|"
    r"shared (?:savings|risk|losses)|savings|surplus|deficits?|incentive (?:payments?|amounts?)|"
    r"performance (?:results|reports?)|benchmarks?)"
)
_INSPECTS = r"(?:audit|inspect|examine|verify|re-?perform|recalculate|review|test)"
_RIGHT = re.compile(
    r"\b(?P<verb>may|(?:shall )?ha(?:ve|s) the right|(?:is|are|shall be|will be) entitled)\b"
    rf"[^.;]{{0,80}}?\b{_INSPECTS}\b[^.;]{{0,120}}?\b{_FIGURES}\b",
    re.IGNORECASE,
)
_SUBJECT_TO_AUDIT = re.compile(
    r"\b(?:independent|outside|external|neutral|mutually (?:agreed|acceptable)|Provider's|Group's)"
    r"[\w ]{0,30}?\b(?:auditor|accountant|actuary|audit)\b[^.;]{0,120}?"
    rf"\b(?:{_FIGURES}|{_INSPECTS})|"
    rf"\b{_FIGURES}\b[^.;]{{0,80}}?\b(?:is|are|shall be) (?:open|subject) to [^.;]{{0,20}}?"
    r"(?:audit|inspection|verification|review) by (?:Provider|Group|either|both|an independent)",
    re.IGNORECASE,
)
_CONCLUSIVE = re.compile(
    rf"\b{_FIGURES}\b[^.;]{{0,60}}?\b(?:is|are|shall be|will be) (?:\w+ )?"
    r"(?:final|conclusive|binding|not subject to (?:audit|review|dispute))\b",
    re.IGNORECASE,
)
_NEUTRAL = re.compile(r"\b(?:arbitrat|auditor|accountant|court)", re.IGNORECASE)
_MAY_BE_ASKED = re.compile(r"\b(?:unless|until|if no|except)\b", re.IGNORECASE)


def _find(reading: Reading) -> Iterable[Sighting]:
    conclusive: list[Passage] = []
    for passage in reading.passages:
        if _opens_figures(reading, passage):
            return
        match = _CONCLUSIVE.search(passage.text)
        if match is not None and not _NEUTRAL.search(passage.text):
            conclusive.append(passage)
    if conclusive:
        # Figures that are final whatever the group does come before those it may still question.
        ordered = sorted(conclusive, key=lambda p: _MAY_BE_ASKED.search(p.text) is not None)
        quotes = [quote for passage in ordered for quote in _quotes(passage)]
        yield Sighting(quotes[0], tuple(quotes[1:]), detail="The plan's figures are final.")
    else:
        yield absence.sighting(
            reading,
            ("a right of the group to audit the settlement", "an independent audit of the figures"),
            "no right to check the plan's settlement arithmetic was found",
        )


def _quotes(passage: Passage) -> Iterable[QuoteEvidence]:
    match = _CONCLUSIVE.search(passage.text)
    if match is not None:
        yield passage.around(match.start(), match.end())


def _opens_figures(reading: Reading, passage: Passage) -> bool:
    """Say whether a passage lets the group, or someone neutral, check settlement figures.

    Looking up one's own claims, or the plan's right to audit the group, is something else.
    """
    if _SUBJECT_TO_AUDIT.search(passage.text):
        return True
    match = _RIGHT.search(passage.text)
    if match is None:
        return False
    side = reading.parties.subject(passage.text, match.start("verb"))
    return side in (Side.GROUP, Side.BOTH)


def _pays_by_results(reading: Reading) -> bool:
    """Apply where there is a settlement to check."""
    features = reading.features
    return features.has_incentive or features.has_target or features.has_downside


CHECK = Check(
    id="audit-of-plan",
    title="No right to audit the plan",
    detects=(Detects.ABSENCE,),
    severity=Severity.CRITICAL,
    theme=Theme.AUDIT,
    tactics=("withheld_information",),
    questions=("gf_q04", "gf_q11"),
    lesson="training_5",
    sources=(GOOD_PRACTICE,),
    why=(
        "The plan holds the data, does the arithmetic and sends the bill or the check. Without a "
        "right to look, a mistake in its favor stays unseen."
    ),
    asks=("Ask that your independent auditor may do any settlement again from its data.",),
    wording="Provider's independent auditor may re-perform any settlement.",
    applies=_pays_by_results,
    find=_find,
)
