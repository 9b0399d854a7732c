"""What the plan may decide alone, by no standard but its own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fairterms.review import agents, places, sieve
from fairterms.review.authorities import GOOD_PRACTICE
from fairterms.review.check import Check, Detects, Sighting, Theme
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place
from fairterms.units.finding import Severity

_STEMS = (
    "discretion",
    "determin",
    "judgment",
    "opinion",
    "sole option",
    "deem",
    "sees fit",
    "satisf",
    "considers",
    "conclusive",
    "binding",
)
_ALONE = r"(?:sole|own|absolute|exclusive|unfettered|unlimited|uncontrolled|complete|full)"
_SOLE = re.compile(
    rf"\b(?:{_ALONE}(?:,? (?:and|or) |, | )){{0,3}}"
    r"(?:(?:business|commercial|subjective) )?discretion\b|"
    rf"\b(?:{_ALONE}(?:,? (?:and|or) |, | )){{1,3}}(?:\w+ )?(?:judgment|opinion|"
    rf"determination|option)\b|"
    r"(?<='s )(?:opinion|subjective judgment)\b",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"\b(?:determinations?|decisions?|interpretations?|findings?|judgments?)\b[^.;]{0,70}?"
    r"\b(?:shall be|is|are|will be)(?: deemed)?(?: \w+,?(?: and)?)? (?:final|conclusive|binding)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\bas (?:may be )?(?:solely )?(?:determined|deemed|decided|judged)"
    r"(?: (?:to be )?(?:necessary|appropriate|acceptable|desirable))?(?: solely)? by\b",
    re.IGNORECASE,
)
_SEES_FIT = re.compile(
    r"(?<!\bnot )\b(?P<verb>deems|considers|sees fit|thinks fit|may deem|may consider|shall deem)"
    r"(?: (?:to be |it )?(?:necessary|appropriate|complete|advisable|desirable|relevant|sufficient|"
    r"acceptable|fit))?\b",
    re.IGNORECASE,
)
_REASONABLE = re.compile(
    r"\b(?:reasonabl[ey]|good[- ]faith|in good faith|professional|clinical|medical)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|without|nor|never)\b[^.;,]{0,30}$", re.IGNORECASE)
_OWN_AFFAIRS = re.compile(
    r"\b(?:(?:develop|design|offer|discontinue|market|sell|underwrite|launch|withdraw|introduce|"
    r"promote|change)\b[^.;]{0,60}?\b(?:products?|benefit|premiums?|advertis\w+|brand|lines? of "
    r"business|materials|networks?)|premiums?|(?:hire|engage|select|appoint|assign|use|employ|retain)"
    r"\b[^.;]{0,30}?\b(?:its )?(?:own )?(?:employees|personnel|staff|vendors?|"
    r"subcontractors?|agents|"
    r"designees|attorneys|counsel|software)|internal (?:operations|policies|organi[sz]ation)|"
    r"its own (?:business|operations|affairs|name|marks|website))",
    re.IGNORECASE,
)
_OF_CARE = re.compile(
    r"\b(?:care|treat\w*|clinical\w*|clinicians?|professional|medical|patients?|therap\w+)\b", re.I
)
_LENIENT = re.compile(r"\b(?:waives?|forgives?|excuses?|extends? the time)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"\b(?:pay\w*|fees?|rates?|reimburs\w+|compensation|withh\w+|bonus\w*|incentives?|savings|"
    r"deficits?|amounts?|measures?|targets?|benchmarks?|claims?|scores?|cost|thresholds?|factors?)\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:terminat\w+|exclud\w+|suspen\w+|participat\w+|credential\w+|amend\w*|limit|remove\w*|"
    r"this Agreement|Attachment|Program|data|records|audit)\b",
    re.IGNORECASE,
)
_FEWEST_WEAK = 2
"""Places of the milder kind from which on they are worth a finding without a stronger one."""
_NEAR = 140
_CLOSE = 60


@dataclass(frozen=True, eq=False)
class _Decision:
    """A place where one side decides: whose it is, and whether nothing binds it."""

    place: Place
    side: Side
    is_strong: bool

    @property
    def stake(self) -> int:
        """How much hangs on it, for the order of quotations; less comes first."""
        near = self.place.before[-_NEAR:] + self.place.match[0] + self.place.after[:_NEAR]
        weight = 2 * bool(_MONEY.search(near)) + bool(_STANDING.search(near))
        return -(weight + 3 * self.is_strong)


def _find(reading: Reading) -> Iterable[Sighting]:
    passages = sieve.holding(reading.passages, *_STEMS)
    decisions = [one for passage in passages for one in _decisions(reading, passage)]
    plan = [one for one in decisions if one.side is Side.PLAN and not _is_harmless(one.place)]
    group = [
        one
        for one in decisions
        if one.side is Side.GROUP and one.is_strong and not _is_clinical(one.place)
    ]
    strong = [one for one in plan if one.is_strong]
    if _is_balanced(plan, strong, group):
        return
    ordered = [one.place for one in sorted(plan, key=lambda one: one.stake)]
    yield places.sighting(
        ordered,
        f"The plan decides alone in {_times(len(plan))}; the group in {_times(len(group))}.",
        severity=None if strong else Severity.MEDIUM,
    )


def _is_clinical(place: Place) -> bool:
    """Say whether it is a clinician's judgment of care, which balances nothing in the deal."""
    near = place.before[-_NEAR:] + place.match[0] + place.after[:_NEAR]
    return "judgment" in place.match[0].lower() and _OF_CARE.search(near) is not None


def _is_balanced(
    plan: Sequence[_Decision], strong: Sequence[_Decision], group: Sequence[_Decision]
) -> bool:
    """Say whether the plan decides no more alone than the group does, or hardly ever."""
    if not strong:
        is_of_money = any(_MONEY.search(one.place.before[-_CLOSE:]) for one in plan)
        return (len(plan) < _FEWEST_WEAK and not is_of_money) or bool(group)
    return len(group) >= len(strong)


def _times(count: int) -> str:
    return "no place" if not count else "1 place" if count == 1 else f"{count} places"


def _decisions(reading: Reading, passage: Passage) -> Iterator[_Decision]:
    """Return each decision of one side in a passage; of several at one spot, the strongest."""
    taken: list[tuple[int, int]] = []
    for pattern, is_strong, whose in (
        (_SOLE, True, _of_discretion),
        (_FINAL, True, _of_final),
        (_BY, False, _of_by),
        (_SEES_FIT, False, _of_verb),
    ):
        for match in pattern.finditer(passage.text):
            place = Place(passage, match)
            if any(start - 60 < match.start() < end + 60 for start, end in taken):
                continue
            side = whose(reading, place)
            if side in (Side.PLAN, Side.GROUP) and not _is_bound(place):
                taken.append(match.span())
                yield _Decision(place, side, is_strong)


def _is_bound(place: Place) -> bool:
    """Say whether the decision must be reasonable, or is none at all."""
    if _REASONABLE.search(place.before) or "reasonable" in place.match[0].lower():
        return True
    return _DENIED.search(place.before) is not None


def _of_discretion(reading: Reading, place: Place) -> Side:
    """Say whose discretion it is: "Plan's", "of Plan", "its"."""
    of = re.match(r" of (?:the )?", place.after)
    if of:
        side = agents.after(reading.parties, place.text, place.match.end() + of.end())
        return _known(reading, side)
    own = re.search(r"\b(?:its|their|his|her)(?:/\w+)* $", place.before, re.IGNORECASE)
    if own is None:
        # "Plan's sole discretion", or "at discretion" where a name was removed.
        nearest = re.search(r"([\w\]]+)(?:'s|') $", place.before)
        if nearest is None:
            bare = re.search(r"\b(?:at|in) $", place.before)
            return _known(reading, Side.UNNAMED) if bare else Side.OTHER
        return agents.before(reading.parties, place.text[: nearest.end(1)], nearest.end(1))
    if re.search(r"\bby in $", place.before[: own.start()]):
        return _known(reading, Side.UNNAMED)
    side = agents.before(reading.parties, place.text, own.start())
    return agents.first(reading.parties, place.text, own.start()) if side is Side.OTHER else side


def _of_final(reading: Reading, place: Place) -> Side:
    """Say whose decision is final: "Plan's determination", "a decision by Plan"."""
    owner = re.search(r"([\w\]]+)'s (?:\w+ ){0,2}$", place.before)
    if owner:
        return agents.before(reading.parties, place.text[: owner.end(1)], owner.end(1))
    by = re.search(r"\b(?:by|of) ", place.match[0])
    if by is None:
        return Side.OTHER
    return agents.after(reading.parties, place.text, place.match.start() + by.end())


def _of_by(reading: Reading, place: Place) -> Side:
    return _known(reading, agents.after(reading.parties, place.text, place.match.end()))


def _of_verb(reading: Reading, place: Place) -> Side:
    side = place.side(reading, "verb")
    return side if side in (Side.PLAN, Side.GROUP) else Side.OTHER


def _known(reading: Reading, side: Side) -> Side:
    """Take the one whose name was removed for the plan, which is whose names are."""
    is_removed = side is Side.UNNAMED and reading.is_provider_agreement
    return Side.PLAN if is_removed else side


def _is_harmless(place: Place) -> bool:
    """Say whether the decision is about the plan's own affairs, or only to the group's good."""
    near = place.before[-_NEAR:] + place.match[0] + place.after[:_NEAR]
    touches_group = re.search(r"\b(?:terminat|Provider's|Group's|pay(?:ment|s)?\b)", near)
    return (_OWN_AFFAIRS.search(near) is not None and touches_group is None) or (
        _LENIENT.search(near) is not None
    )


CHECK = Check(
    id="plan-discretion",
    title="One-way discretion",
    detects=(Detects.ONE_SIDED,),
    severity=Severity.HIGH,
    theme=Theme.FAIR_DEALING,
    tactics=("strategic_ambiguity",),
    questions=("gf_q02",),
    lesson="training_3",
    sources=(GOOD_PRACTICE,),
    why=(
        "Where one side decides alone and need give no reason, the other has a hope and not a "
        "right. It cannot show that a decision was wrong."
    ),
    asks=(
        "Ask that such decisions are reasonable, in writing and with reasons.",
        "Ask that they can be taken to the dispute process.",
    ),
    wording=(
        "Plan makes this decision acting reasonably, in writing and with reasons, and Provider may "
        "take it to the dispute process of this Agreement."
    ),
    applies=lambda reading: reading.is_provider_agreement,
    find=_find,
)
