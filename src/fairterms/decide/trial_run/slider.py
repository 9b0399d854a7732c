"""A slider: one number that may be moved, how far, in which steps, and why no further."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from enum import Enum

from fairterms.units.quantity import Unit, write
from fairterms.units.refusal import Refusal

STEPS = 100
"""About so many steps lie between the ends; a step is 1, 2 or 5 of some decimal place."""


class Kind(Enum):
    """Where a number stands."""

    TERM = "a term of the contract"
    ASSUMPTION = "an assumption about the year"


@dataclass(frozen=True)
class Slider:
    """One number that may be moved.

    Attributes
    ----------
    id
        The key of a setting: ``clause.term``, ``factor.trend.spread``, ``measure.access.rate``,
        ``level.member_months``, ``group.size`` or ``cost_to_comply``.
    kind
        A term or an assumption.
    title
        In plain words.
    section
        What it is listed under: the clause's title, or the sort of assumption.
    unit
        Of the number; a percentage is held as a fraction.
    least, most, step
        Ends and step; ``now`` is on the steps from ``least``.
    now
        What it is as the deal stands, rounded to the step's place where the records gave it.
    why
        Why it can be moved so far and no further.
    source
        Where the number stands: the contract's section, or the file.
    is_drawn
        Whether moving it draws the years again, which takes longer.
    """

    id: str
    kind: Kind
    title: str
    section: str
    unit: Unit
    least: Decimal
    most: Decimal
    step: Decimal
    now: Decimal
    why: str
    source: str
    is_drawn: bool = False

    def written(self, at: Decimal) -> str:
        """Write a value with its unit."""
        return write(at, self.unit)


def ladder(
    now: Decimal, low: Decimal, high: Decimal, tick: Decimal
) -> tuple[Decimal, Decimal, Decimal]:
    """Return least, most and step so that the present value lies on a step.

    Parameters
    ----------
    now
        The present value, from ``low`` to ``high``.
    low, high
        How far the number may be moved; both ends lie inside.
    tick
        The smallest step of such a number.

    Examples
    --------
    >>> [str(one) for one in ladder(*map(Decimal, ("1.15", "0.575", "1.725", "0.01")))]
    ['0.58', '1.72', '0.01']
    >>> [str(one) for one in ladder(*map(Decimal, ("0.03", "0", "0.08", "0.001")))]
    ['0.00', '0.08', '0.001']
    """
    assert low <= now <= high, "the present value lies between the ends"
    step = max(_round_step((high - low) / STEPS), tick)
    below, above = (
        ((part / step).to_integral_value(ROUND_FLOOR)) for part in (now - low, high - now)
    )
    return now - below * step, now + above * step, step


def _round_step(rough: Decimal) -> Decimal:
    if not rough:
        return Decimal(0)
    place = Decimal(1).scaleb(rough.adjusted())
    return max(place * digit for digit in (1, 2, 5) if place * digit <= rough)


Settings = Mapping[str, Decimal]
"""Slider to the value it is set to; what is not named stays as it is."""


def moved(known: Mapping[str, Slider], settings: Settings) -> dict[str, Decimal]:
    """Return the settings that differ from the deal as it stands, in the order of the sliders.

    Parameters
    ----------
    known
        The sliders by their ids.
    settings
        What somebody set.

    Raises
    ------
    Refusal
        When a setting names no slider, or lies beyond its ends.
    """
    for name, at in settings.items():
        slider = known.get(name)
        if slider is None:
            raise Refusal(
                f'"{name[:80]}"',
                "is no number that can be moved here",
                "a change to nothing would be silently ignored",
                "choose one of the sliders on the page",
            )
        if not at.is_finite() or not slider.least <= at <= slider.most:
            shown = slider.written(at) if at.is_finite() else "no number"
            raise Refusal(
                f"{slider.section}: {slider.title}",
                f"cannot be set to {shown}",
                slider.why,
                f"choose from {slider.written(slider.least)} to {slider.written(slider.most)}",
            )
    return {
        name: settings[name]
        for name, slider in known.items()
        if name in settings and settings[name] != slider.now
    }
