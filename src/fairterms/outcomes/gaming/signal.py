"""What a signal is: a question, a test, and everything harmless that could explain it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from fairterms.outcomes.gaming.evidence import Evidence, Lacking
from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience, is_small, show

POINTS = "points of rate"


class Side(StrEnum):
    """Whose advantage a pattern would be."""

    PROVIDER = "provider"
    PLAN = "plan"


class State(StrEnum):
    """How far a signal came.

    Attributes
    ----------
    TESTED
        There is a p-value.
    FACT
        The size is known and chance has no part in it.
    CANNOT
        Something is lacking.
    """

    TESTED = "tested"
    FACT = "a fact, not chance"
    CANNOT = "cannot be tested"


@dataclass(frozen=True)
class Measured:
    """What a test found.

    Attributes
    ----------
    statistic
        Standard deviations from what chance alone gives; above 0 in the named side's favour; NaN
        for a fact.
    p_value
        How often chance alone gives as much or more, one-sided; None for a fact.
    n
        People or forms the test rests on.
    effect
        How much the pattern adds to the named side's advantage, as a fraction; NaN where the
        records do not tell.
    low, high
        Between which the effect must lie, or its interval; NaN where unknown.
    unit
        Of the effect.
    remark
        What else a reader must know.
    """

    statistic: float
    p_value: float | None
    n: int
    effect: float = math.nan
    low: float = math.nan
    high: float = math.nan
    unit: str = POINTS
    remark: str = ""


@dataclass(frozen=True)
class Signal:
    """A pattern worth asking about.

    Attributes
    ----------
    name
        Its file.
    title
        In a few words.
    side
        Whose advantage it would be.
    question
        What to ask, without blame.
    reads
        What it needs, by place in the evidence.
    test
        Evidence to what was found; raises Lacking.
    innocent
        What else explains it.
    settles
        What would settle it.
    """

    name: str
    title: str
    side: Side
    question: str
    reads: tuple[str, ...]
    test: Callable[[Evidence], Measured]
    innocent: tuple[str, ...]
    settles: str

    def __post_init__(self) -> None:
        assert self.question.endswith("?"), "a signal asks"
        assert self.innocent, "every pattern has an innocent explanation"


@dataclass(frozen=True)
class Finding:
    """What a signal gave on the evidence at hand.

    Attributes
    ----------
    signal
        The signal.
    state
        Tested, a fact, or not to be tested.
    measured
        None where it could not be tested.
    lacks
        What was lacking, in words.
    """

    signal: Signal
    state: State
    measured: Measured | None
    lacks: str = ""

    def text(self, audience: Audience) -> str:
        """Say in one line what was found, with nothing about 1 to 10 people for those outside."""
        if self.measured is None:
            return f"{self.signal.title}: cannot be tested: lacks {self.lacks}"
        found = self.measured
        hides = audience is Audience.OUTSIDE and is_small(found.n)
        size = NOT_SHOWN if hides else _size(found)
        chance = ""
        if found.p_value is not None:
            chance = f", p {NOT_SHOWN}" if hides else f", p {max(found.p_value, 0.0001):.4f}"
        return f"{self.signal.title}: {size} (n {show(found.n, audience)}{chance})"


def look(signal: Signal, evidence: Evidence) -> Finding:
    """Test one signal; what it lacks is a finding too."""
    try:
        found = signal.test(evidence)
    except Lacking as lacking:
        return Finding(signal, State.CANNOT, None, lacking.lacked)
    return Finding(signal, State.FACT if found.p_value is None else State.TESTED, found)


def _size(found: Measured) -> str:
    """Return the effect as text."""
    if math.isnan(found.effect):
        return "size not known"
    factor = 100 if found.unit == POINTS else 1
    bounds = ""
    if not math.isnan(found.low):
        bounds = f", between {factor * found.low:+.1f} and {factor * found.high:+.1f}"
    return f"{factor * found.effect:+.1f} {found.unit}{bounds}"
