"""The control book: everything a deal says of controls, tests, indicators and exceptions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fairterms.risks.control.acceptance import Acceptance
from fairterms.risks.control.control import Control
from fairterms.risks.control.credit import Credit, Multipliers, Residual, credit, residual
from fairterms.risks.control.effect import Effect
from fairterms.risks.control.exception import ExceptionItem, of_late_reading
from fairterms.risks.control.indicator import Indicator, Reading, due
from fairterms.risks.control.test import ControlTest


@dataclass(frozen=True)
class ControlBook:
    """What a deal says of its controls.

    Attributes
    ----------
    controls, effects, tests, acceptances, indicators, readings, exceptions
        In the order of the file.
    unread
        The ids of controls with a test that could not be read: it may have failed, so they earn no
        credit until it is mended.
    """

    controls: tuple[Control, ...] = ()
    effects: tuple[Effect, ...] = ()
    tests: tuple[ControlTest, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    readings: tuple[Reading, ...] = ()
    exceptions: tuple[ExceptionItem, ...] = ()
    unread: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing at all."""
        return self == ControlBook()

    def control(self, id: str) -> Control:  # noqa: A002 — the field's word
        """Return a control by its id.

        Raises
        ------
        KeyError
            When there is none.
        """
        return {one.id: one for one in self.controls}[id]

    def credit(self, effect: Effect, on: date) -> Credit:
        """Say what one effect is credited with on a day."""
        found = credit(self.control(effect.control), effect, self.tests, on)
        if effect.control in self.unread and found.is_proven:
            left = Multipliers(found.claimed, 1.0)
            return Credit(effect, left, "a test of it could not be read, and may have failed")
        return found

    def residual(self, impact: str, on: date) -> Residual:
        """Say what controls leave of an impact on a day, claimed and proven."""
        its = [effect for effect in self.effects if effect.impact == impact]
        return residual(impact, [self.credit(effect, on) for effect in its])

    def exceptions_on(self, on: date) -> tuple[ExceptionItem, ...]:
        """Return those written down by a day, then one for every reading that is late."""
        written = [one for one in self.exceptions if one.opened <= on]
        return (*written, *self._late(on))

    def _late(self, on: date) -> Iterator[ExceptionItem]:
        for indicator in self.indicators:
            late = of_late_reading(indicator, due(indicator, self.readings, on), on)
            if late is not None:
                yield late

    @property
    def idle_controls(self) -> tuple[Control, ...]:
        """Controls that act on no impact: work without a known purpose."""
        busy = {effect.control for effect in self.effects}
        return tuple(one for one in self.controls if one.id not in busy)
