"""What was moved, one number after the other, as the address of the page says it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from fairterms.decide.trial_run.slider import Settings, Slider
from fairterms.units.quantity import Kind, Unit
from fairterms.units.refusal import Refusal

NAME, FIELD = "set", "at."
"""A move in the address; what the name of a slider's field begins with."""
MOST = 100
"""Moves an address keeps; the oldest of a number that was moved again are forgotten first."""
HUNDRED = Decimal(100)
_MOVE = re.compile(r"([A-Za-z0-9_.-]{1,160}):(-?[0-9]{1,15}(?:\.[0-9]{1,12})?)")
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,12})?")


@dataclass(frozen=True)
class Move:
    """One number, moved once.

    Attributes
    ----------
    slider
        Its id.
    at
        What it was set to; a percentage is a fraction.
    """

    slider: str
    at: Decimal

    def __str__(self) -> str:
        return f"{self.slider}:{self.at:f}"


@dataclass(frozen=True)
class Moves:
    """Everything that was moved, the latest last."""

    steps: tuple[Move, ...] = ()

    @property
    def settings(self) -> Settings:
        """Where each number stands after the last move."""
        return {one.slider: one.at for one in self.steps}

    @property
    def texts(self) -> tuple[str, ...]:
        """One text a move, as the address says it."""
        return tuple(str(one) for one in self.steps)

    def without_last(self) -> "Moves":
        """Take the last move back."""
        return Moves(self.steps[:-1])

    def then(self, more: Sequence[Move]) -> "Moves":
        """Add moves; of a number that was moved often, the oldest make room."""
        steps = [*self.steps, *more]
        while len(steps) > MOST:
            names = [one.slider for one in steps]
            twice = next((n for n, name in enumerate(names) if name in names[n + 1 :]), 0)
            del steps[twice]
        return Moves(tuple(steps))

    def query(self, **more: str) -> str:
        """Write the moves as the query of an address, with whatever else it says.

        Examples
        --------
        >>> Moves((Move("loss_cap.owed_cap", Decimal("0.015")),)).query(year="2027")
        'set=loss_cap.owed_cap%3A0.015&year=2027'
        """
        named = [(name, value) for name, value in more.items() if value]
        return urlencode([*((NAME, text) for text in self.texts), *named])


def read(texts: Sequence[str]) -> Moves:
    """Read the moves of an address.

    Raises
    ------
    Refusal
        When one of them cannot be read; which number it names is asked later.
    """
    found = [_MOVE.fullmatch(text) for text in texts]
    if len(texts) > MOST or not all(found):
        raise Refusal(
            "this address",
            "says of a number what cannot be read",
            "a setting that is guessed would show what nobody asked for",
            "begin with the deal as it stands",
        )
    return Moves(tuple(Move(one[1], Decimal(one[2])) for one in found if one))


def fields(
    sent: Mapping[str, str], known: Mapping[str, Slider], before: Moves
) -> tuple[list[Move], dict[str, str]]:
    """Read what was typed into the fields of the sliders.

    Parameters
    ----------
    sent
        Name of each field to what stands in it.
    known
        The sliders by their ids.
    before
        What was moved already.

    Returns
    -------
    tuple
        The new moves, and of each field that cannot be used, by its slider, what to do.
    """
    settings = before.settings
    moved: list[Move] = []
    wrong: dict[str, str] = {}
    for name, text in sent.items():
        slider = known.get(name.removeprefix(FIELD)) if name.startswith(FIELD) else None
        if slider is None:
            continue
        at = typed(text, slider)
        if at is None:
            ends = f"{slider.written(slider.least)} to {slider.written(slider.most)}"
            wrong[slider.id] = f"Choose a number from {ends}."
        elif at != settings.get(slider.id, slider.now):
            moved.append(Move(slider.id, at))
    return moved, wrong


def typed(text: str, slider: Slider) -> Decimal | None:
    """Read a number as it is typed into a slider's field; None where it cannot be set to that."""
    plain = text.strip().replace(",", "").replace("−", "-")
    if not _NUMBER.fullmatch(plain):
        return None
    at = Decimal(plain)
    if in_hundreds(slider.unit):
        at /= HUNDRED
    return at if slider.least <= at <= slider.most else None


def in_hundreds(unit: Unit) -> bool:
    """Tell whether a number of that unit is typed as per cent."""
    return unit.kind in {Kind.FRACTION, Kind.POINTS}


def shown(at: Decimal, unit: Unit) -> str:
    """Write a number as its field shows it, without its unit.

    Examples
    --------
    >>> from fairterms.units.quantity import FRACTION, MONEY
    >>> shown(Decimal("0.0150"), FRACTION), shown(Decimal("1200"), MONEY)
    ('1.5', '1200')
    """
    number = at * HUNDRED if in_hundreds(unit) else at
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def unit_words(unit: Unit) -> str:
    """Say the unit that stands beside a field.

    Examples
    --------
    >>> from fairterms.units.quantity import FRACTION, PMPM, count
    >>> unit_words(FRACTION), unit_words(PMPM), unit_words(count("visit"))
    ('%', 'dollars PMPM', 'visits')
    """
    plain = {Kind.FRACTION: "%", Kind.FACTOR: ""}
    return plain.get(unit.kind, str(unit))
