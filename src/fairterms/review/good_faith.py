"""Good faith and fair dealing: six elements, each with evidence for and against, and no score.

A text shows what it allows. How a party behaves is not in it; the log of the talks shows some.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from fairterms.correspondence.entry import Side
from fairterms.correspondence.state import State
from fairterms.correspondence.tally import SideTally
from fairterms.review import mutual_terms, talks
from fairterms.review.effects import Effect, effects
from fairterms.review.safeguard import Safeguard
from fairterms.review.scorecard import Material, evidence_of
from fairterms.units.finding import Evidence

_PLAN_ALONE = (Effect.PLAN_RIGHT, Effect.PLAN_DISCRETION, Effect.PLAN_CONSENT)


@dataclass(frozen=True)
class Element:
    """One element of good faith, as the text shows it.

    Attributes
    ----------
    name
        In a word or two.
    asks
        What it asks of an agreement.
    remark
        A count or a caution; empty where there is none.
    evidence_for, evidence_against
        The most telling first.
    """

    name: str
    asks: str
    remark: str
    evidence_for: tuple[Evidence, ...]
    evidence_against: tuple[Evidence, ...]


def elements(material: Material) -> tuple[Element, ...]:
    """Weigh an agreement by each of the six elements.

    Parameters
    ----------
    material
        The agreement and what was seen in it.
    """
    return tuple(
        Element(
            one.name,
            one.asks,
            one.remark(material),
            (
                *(quote for sound in one.sound for quote in sound.seen(material.reading)),
                *one.kept(material),
            ),
            (
                *evidence_of(material.plain(*one.checks)),
                *(quote for bad in one.words for quote in bad.seen(material.reading)),
                *one.lapsed(material),
            ),
        )
        for one in _ELEMENTS
    )


def one_way_rights(material: Material) -> tuple[int, int]:
    """Count the rights that the text gives to the plan alone, and to the group alone.

    Notes
    -----
    Rights of both sides alike count for neither. What is left to the plan's discretion, or needs
    its approval, counts as the plan's.
    """
    found: Counter[Effect] = Counter()
    for passage in material.reading.passages:
        found += effects(passage.text, material.reading.parties)
    return sum(found[effect] for effect in _PLAN_ALONE), found[Effect.GROUP_RIGHT]


def _rights_in_words(material: Material) -> str:
    plan, group = one_way_rights(material)
    return (
        f"The text gives a right or a say to the plan alone {plan} times, to the group alone "
        f"{group} times."
    )


def _nothing(_material: Material) -> str:
    return ""


def _statements(material: Material) -> str:
    sides = [talks.of_side(material, side) for side in Side]
    told = "; ".join(_promises(one) for one in sides if one is not None)
    if not told:
        return "What was said before is not in the text, and no log is kept in what was given."
    return f"{talks.up_to(material)}: {told}. What it shows is a sign, and no proof."


def _promises(one: SideTally) -> str:
    made = ", ".join(f"{one.promises.get(state, 0)} {state}" for state in _FATES)
    noun = "promise" if one.promise_count == 1 else "promises"
    return f"the {one.side} made {one.promise_count} {noun} ({made})"


_FATES = (State.KEPT, State.LATE, State.BROKEN, State.PENDING)


def _no_talks(_material: Material) -> tuple[Evidence, ...]:
    return ()


def _kept(material: Material) -> tuple[Evidence, ...]:
    return talks.lines(talks.promised(material, State.KEPT))


def _lapsed(material: Material) -> tuple[Evidence, ...]:
    """Return promises that were broken, and facts that were asked for in vain."""
    broken = talks.promised(material, State.BROKEN)
    return talks.lines((*broken, *talks.unanswered_data(material)))


@dataclass(frozen=True)
class _Element:
    """What speaks for and against one element."""

    name: str
    asks: str
    checks: tuple[str, ...]
    sound: tuple[Safeguard, ...]
    words: tuple[Safeguard, ...] = ()
    remark: Callable[[Material], str] = _nothing
    kept: Callable[[Material], tuple[Evidence, ...]] = _no_talks
    lapsed: Callable[[Material], tuple[Evidence, ...]] = _no_talks


_ELEMENTS = (
    _Element(
        "Honesty",
        "Statements and documents agree, and facts come before the signature.",
        ("promises-erased", "internal-contradiction", "slogan-rhetoric"),
        (mutual_terms.HONEST_START,),
        remark=_statements,
        kept=_kept,
        lapsed=_lapsed,
    ),
    _Element(
        "Fairness",
        "Rights go both ways.",
        ("assignment-one-way", "liability-limit", "indemnity-direction", "gain-loss-asymmetry"),
        (mutual_terms.EITHER_MAY_LEAVE, mutual_terms.BOTH_SIGN),
        remark=_rights_in_words,
    ),
    _Element(
        "Reasonableness",
        "Discretion has reasons and limits in time.",
        ("plan-discretion", "immediate-termination", "medical-necessity-standard"),
        (mutual_terms.WITH_REASONS,),
    ),
    _Element(
        "Protected expectations",
        "No change reaches back, or takes away what the deal was for.",
        ("amend-retroactive", "incentive-at-will", "fee-schedule-change", "benchmark-ratchet"),
        (mutual_terms.NO_BACKDATING,),
    ),
    _Element(
        "Implied duty",
        "The duty of good faith is not waived.",
        (),
        (mutual_terms.GOOD_FAITH_SAID,),
        (mutual_terms.GOOD_FAITH_WAIVED,),
    ),
    _Element(
        "Remedies",
        "Courts are open, and damages are not barred for one side.",
        ("arbitration-only", "suit-deadline", "dispute-process", "recoup-during-dispute"),
        (mutual_terms.COURTS,),
    ),
)
