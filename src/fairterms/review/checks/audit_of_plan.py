"""No right to check the plan's settlement."""

import re
from collections.abc import Iterable

from fairterms.review import absence, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

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
_FINAL = (
    r"\b(?:is|are|shall be|will be) (?:[\w,]+ ){0,2}?"
    r"(?:final|conclusive|binding|not subject to (?:audit|review|dispute))\b"
)
_CONCLUSIVE = re.compile(rf"\b{_FIGURES}\b[^.;]{{0,60}}?{_FINAL}", re.IGNORECASE)
# "Plan's determination is final", where what it determines is a result.
_DECIDES = re.compile(
    rf"\b(?:determinations?|decisions?|findings?|judgments?|measurements?)\b[^.;]{{0,60}}?{_FINAL}",
    re.IGNORECASE,
)
_RESULT = re.compile(
    rf"\b(?:{_FIGURES}|measures?|results?|scores?|targets?|thresholds?|quality|performance|"
    r"attribut\w+|program)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:not (?:be )?(?:required|obligated|obliged)|no (?:obligation|duty|right)|"
    r"shall not|may not)\b"
    r"[^.;]{0,80}?\b(?:release|disclose|audit|inspect|examine|provide|verify|review)\w*\b"
    rf"[^.;]{{0,120}}?\b{_FIGURES}\b",
    re.IGNORECASE,
)
_NEUTRAL = re.compile(r"\b(?:arbitrat|auditor|accountant|court)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|neither|nor)\b", re.IGNORECASE)
_MAY_BE_ASKED = re.compile(r"\b(?:unless|until|if no|except)\b", re.IGNORECASE)
_LOOK_STEMS = (
    *("audit", "inspect", "examin", "verif", "perform", "recalculat", "review", "test"),
    *("accountant", "actuary"),
)


def _find(reading: Reading) -> Iterable[Sighting]:
    if any(_opens_figures(reading, p) for p in sieve.holding(reading.passages, *_LOOK_STEMS)):
        return
    said_final = sieve.holding(reading.passages, "final", "conclusive", "binding", "not subject to")
    final = places.within(said_final, _CONCLUSIVE, _DECIDES, where=lambda p: _is_final(reading, p))
    shut = places.within(
        sieve.holding(reading.passages, "required", "oblig", "no right", "no duty", "not "),
        _REFUSED,
        where=lambda place: _is_plans_refusal(reading, place),
    )
    # Figures that are final whatever the group does come before those it may still question.
    found = sorted((*final, *shut), key=lambda place: _MAY_BE_ASKED.search(place.text) is not None)
    if found:
        detail = "The plan's figures are final." if final else "The plan keeps its figures closed."
        yield places.sighting(found, detail)
    else:
        yield absence.sighting(
            reading,
            ("a right of the group to audit the settlement", "an independent audit of the figures"),
            "no right to check the plan's settlement arithmetic was found",
        )


def _is_final(reading: Reading, place: Place) -> bool:
    """Say whether it is a result of the plan's that is final, and no neutral decided it."""
    if _NEUTRAL.search(place.text) or _NOT.search(place.match[0].split(" subject to ")[0]):
        return "not subject to" in place.match[0].lower()
    if place.match.re is _CONCLUSIVE:
        return True
    near = place.text[max(0, place.match.start() - 60) : place.match.end()]
    return reading.parties.names_plan(near) and _RESULT.search(place.before) is not None


def _is_plans_refusal(reading: Reading, place: Place) -> bool:
    """Say whether it is the plan that need not show, or the group that may not look."""
    if not re.search(
        r"\b(?:settlement|reconciliation|calculation|savings|arithmetic)", place.match[0], re.I
    ):
        return False
    who = place.before[-40:]
    is_groups_look = re.search(r"\b(?:audit|inspect|examine|verify|review)", place.match[0], re.I)
    is_group = is_groups_look is not None and reading.parties.names_group(who)
    return is_group or reading.parties.names_plan(who)


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
