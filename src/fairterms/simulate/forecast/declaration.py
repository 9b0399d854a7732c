"""What ``forecast.toml`` says: how the figures of a year may come out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fairterms.simulate.capacity.declaration import CapacityDeclaration
from fairterms.simulate.clause_price.declared_neutral import DeclaredNeutral
from fairterms.simulate.forecast.factors import Factor
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity

FILE = "forecast.toml"

Moves = Mapping[str, float]
"""Factor to weight: with weight 1 a figure moves as the factor does, with -0.5 half against it."""


@dataclass(frozen=True)
class CostSpec:
    """The law of what one person costs in a year.

    Attributes
    ----------
    is_observed
        Whether its shape is taken from the claims in the group's records.
    no_cost
        Share of people without any cost; None when observed.
    spread
        Coefficient of variation (standard deviation over mean) of those with some; None when
        observed.
    mean
        Dollars a year for each person, those without cost among them; None takes the level of the
        expected scenario.
    """

    is_observed: bool = False
    no_cost: float | None = None
    spread: float | None = None
    mean: float | None = None


@dataclass(frozen=True)
class Patients:
    """A group of people of one kind: how many may be listed, and what they cost.

    Attributes
    ----------
    id
        The name figures and measures use.
    roster
        People who could be on the plan's list.
    listed
        The chance of each to be on it in a usual year.
    cost
        What one of them costs; None where the contract does not look at cost.
    paid
        The figure their cost adds to; empty without cost.
    above
        The figure that counts cost above an attachment point; empty where there is none.
    attachment
        Where that point stands in the terms, such as ``stop_loss.attachment``.
    moved_by
        How far the factors move a person's cost.
    """

    id: str
    roster: int
    listed: float
    cost: CostSpec | None = None
    paid: str = ""
    above: str = ""
    attachment: str = ""
    moved_by: Moves = field(default_factory=dict)


@dataclass(frozen=True)
class MeasureSpec:
    """How a measure's counts may come out.

    Attributes
    ----------
    id
        The measure's.
    patients
        The people it is about: the same patient then costs and responds.
    from_records
        Whether the rate and its uncertainty are the group's own past.
    spread
        How far the true rate moves from year to year, beyond chance, as a share: 0.03 is three
        percentage points.
    dearer
        How much more often a patient in the dearer half reaches the measure than one in the
        cheaper half; negative where costly patients do worse.
    count_moves
        How far the factors move how many patients count.
    rate_moves
        How far the factors move the rate.
    """

    id: str
    patients: str = ""
    from_records: bool = False
    spread: float = 0.0
    dearer: float = 0.0
    count_moves: Moves = field(default_factory=dict)
    rate_moves: Moves = field(default_factory=dict)


@dataclass(frozen=True)
class FigureSpec:
    """How any other figure may come out.

    Attributes
    ----------
    id
        The figure's, or the beginning of several with a star: ``visits.*``.
    moved_by
        How far the factors move it.
    follows
        People whose number on the list it follows; empty for none.
    spread
        Further movement of its own, as a share.
    is_counted
        Whether chance of its own is that of counting independent events (Poisson).
    chances
        Where it takes one of a few values: pairs of amount and chance.
    """

    id: str
    moved_by: Moves = field(default_factory=dict)
    follows: str = ""
    spread: float = 0.0
    is_counted: bool = False
    chances: tuple[tuple[Quantity, float], ...] = ()


@dataclass(frozen=True)
class Delivery:
    """What one unit of a figure costs the group to give, in dollars."""

    figure: str
    cost: float


@dataclass(frozen=True)
class Declaration:
    """All of ``forecast.toml``.

    Attributes
    ----------
    factors
        By name, all of them.
    capacity
        What it says of new patients, clinicians and slots; None where it does not.
    neutrals
        What the contract says without a term, where the deal says so itself.
    cash
        The section on when money comes, as written: it is read with the terms of each year.
    notes
        The file's lines, for problems in that section.
    problems
        What must be mended before anything is simulated.
    """

    factors: Mapping[str, Factor]
    patients: tuple[Patients, ...] = ()
    measures: tuple[MeasureSpec, ...] = ()
    figures: tuple[FigureSpec, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    capacity: CapacityDeclaration | None = None
    neutrals: tuple[DeclaredNeutral, ...] = ()
    cash: Mapping[str, Any] = field(default_factory=dict)
    notes: Notes = field(default_factory=lambda: Notes(FILE, (), {}), compare=False, repr=False)
    problems: tuple[Problem, ...] = ()

    def with_factor(self, name: str, **changes: float) -> "Declaration":
        """Return the forecast with one factor changed, for a stress test or a sensitivity."""
        changed = replace(self.factors[name], **changes)  # type: ignore[arg-type]
        return replace(self, factors={**self.factors, name: changed})
