"""What a control is credited with: what is claimed for it, and what tests have proven.

Several controls on one impact and side are multiplied, which assumes that they fail apart from each
other (our choice).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from fairterms.risks.control.control import Control
from fairterms.risks.control.effect import Effect, Side
from fairterms.risks.control.test import ControlTest, Part


@dataclass(frozen=True)
class Multipliers:
    """What is left of a frequency, a severity or a mean loss: factors on the inherent one.

    Attributes
    ----------
    claimed
        With every control in use doing what is claimed.
    proven
        With credit for proven controls alone; never below ``claimed``.
    """

    claimed: float = 1.0
    proven: float = 1.0

    def times(self, other: "Multipliers") -> "Multipliers":
        """Return both one after the other."""
        return Multipliers(self.claimed * other.claimed, self.proven * other.proven)


@dataclass(frozen=True)
class Credit:
    """What one effect is credited with on a day.

    Attributes
    ----------
    effect
        The effect.
    left
        What it leaves, claimed and proven.
    why
        Why, as a sentence without its full stop.
    bound95
        The largest share of failures the sample does not rule out; None without a proof.
    """

    effect: Effect
    left: Multipliers
    why: str
    bound95: float | None = None

    @property
    def claimed(self) -> float:
        """The factor claimed."""
        return self.left.claimed

    @property
    def proven(self) -> float:
        """The factor proven."""
        return self.left.proven

    @property
    def is_proven(self) -> bool:
        """Whether tests of design and of operation are passed and current."""
        return self.bound95 is not None


@dataclass(frozen=True)
class Standing:
    """How one part of a control stands in tests on a day.

    Attributes
    ----------
    test
        The test that decides; None where there is none.
    is_proven
        Whether it is passed and current, with no failure since.
    why
        In words, as a sentence without its full stop.
    """

    test: ControlTest | None
    is_proven: bool
    why: str


def standing(control: Control, part: Part, tests: Iterable[ControlTest], on: date) -> Standing:
    """Say how one part of a control stands in tests on a day.

    Parameters
    ----------
    control
        The control.
    part
        Design or operation.
    tests
        Any tests; those of other controls and parts, and those of later days, are left aside.
    on
        The day.

    Returns
    -------
    Standing
        A failure counts from its first day until a later test is passed, however long it was to
        be valid. Of two tests of one day the failed one counts.
    """
    its = [t for t in tests if (t.control, t.part) == (control.id, part) and t.valid_from <= on]
    newest = max(its, key=lambda t: (t.valid_from, not t.is_pass), default=None)
    if newest is None:
        return Standing(None, False, f"no test of {_NAMES[part]}")
    if not newest.is_pass:
        return Standing(newest, False, f"the test of {_NAMES[part]} failed ({newest.valid_from})")
    since = max((t.valid_from for t in its if not t.is_pass), default=date.min)
    current = [t for t in its if t.is_current(on) and t.is_pass and t.valid_from > since]
    test = max(current, key=lambda t: t.valid_from, default=None)
    if test is None:
        why = f"the test of {_NAMES[part]} stopped counting after {newest.valid_to}"
        return Standing(newest, False, why)
    shared = test.shared_person(control)
    if shared:
        why = f"the {shared} has a part in the control and in its test of {_NAMES[part]}"
        return Standing(test, False, why)
    return Standing(test, True, f"the test of {_NAMES[part]} is passed until {test.valid_to}")


_NAMES = {Part.DESIGN: "design", Part.OPERATING: "operation"}


def credit(control: Control, effect: Effect, tests: Iterable[ControlTest], on: date) -> Credit:
    """Say what an effect is credited with on a day.

    Parameters
    ----------
    control
        The control of the effect.
    effect
        What is claimed.
    tests
        Its tests; others are left aside.
    on
        The day.

    Returns
    -------
    Credit
        With factors above 0.

    Notes
    -----
    With current passes of design and of operation the proven effect is the claimed one times
    (1 − bound95) of the test of operation: proven = 1 − (1 − claimed) × (1 − bound95). Without
    them proven is 1. A control that raises the risk counts in full on both sides, tested or not:
    harm needs no proof to be reckoned with (our choice).
    """
    assert control.id == effect.control, "an effect is credited by its own control"
    claimed = effect.multiplier
    if not control.is_active(on):
        return Credit(effect, Multipliers(), f"the control is retired since {control.retired}")
    if effect.raises_risk:
        why = "the control raises this risk, which counts in full"
        return Credit(effect, Multipliers(claimed, claimed), why)
    known = tuple(tests)
    parts = [standing(control, part, known, on) for part in Part]
    doubts = [part.why for part in parts if not part.is_proven]
    operating = parts[1].test
    if doubts or operating is None or operating.sampled is None:
        return Credit(effect, Multipliers(claimed, 1.0), "; ".join(doubts))
    bound95 = operating.sampled.bound95
    proven = 1 - (1 - claimed) * (1 - bound95)
    why = "design and operation are tested and passed"
    return Credit(effect, Multipliers(claimed, proven), why, bound95)


@dataclass(frozen=True)
class Residual:
    """What controls leave of one impact.

    Attributes
    ----------
    impact
        Its id.
    frequency, severity
        What is left of how often, and of how much each time.
    credits
        Effect by effect, in the order of the file.
    """

    impact: str
    frequency: Multipliers
    severity: Multipliers
    credits: tuple[Credit, ...]

    @property
    def mean_loss(self) -> Multipliers:
        """What is left of the mean yearly loss, before caps and floors: frequency × severity."""
        return self.frequency.times(self.severity)

    @property
    def raising(self) -> tuple[Credit, ...]:
        """The effects that make it worse."""
        return tuple(one for one in self.credits if one.claimed > 1)


def residual(impact: str, credits_of_impact: Sequence[Credit]) -> Residual:
    """Put the credits of one impact together.

    Parameters
    ----------
    impact
        Its id.
    credits_of_impact
        The credits of its effects, each effect once.

    Returns
    -------
    Residual
        Per side the product of the factors; 1 where no control acts on it.
    """
    assert all(one.effect.impact == impact for one in credits_of_impact), "credits of this impact"
    sides = {
        side: reduce(
            Multipliers.times,
            (one.left for one in credits_of_impact if one.effect.acts_on is side),
            Multipliers(),
        )
        for side in Side
    }
    return Residual(impact, sides[Side.FREQUENCY], sides[Side.SEVERITY], tuple(credits_of_impact))
