"""The records of positions.toml: issues with their options, and where each side stands."""

from dataclasses import dataclass

from fairterms.contract.offer import Change
from fairterms.units.problem import Problem

FILE = "positions.toml"


@dataclass(frozen=True)
class Spread:
    """An estimate with its uncertainty, in dollars (or in dollars per point).

    Attributes
    ----------
    low, likely, high
        Rising; equal where something is known exactly.
    """

    low: float = 0.0
    likely: float = 0.0
    high: float = 0.0


NOTHING = Spread()
"""Worth exactly nothing."""


@dataclass(frozen=True)
class Option:
    """One way to settle an issue.

    Attributes
    ----------
    words
        As a person would say it in a sentence: "a loss cap of 2 % of the benchmark".
    changes
        Terms it changes; settled on the simulated years.
    group_worth
        What it is worth to the group beside that, dollars a year.
    plan_worth
        What it is worth to the plan beside that, dollars a year; the group's estimate.
    is_as_written
        Whether it is the text as it stands, which changes nothing and is worth nothing more.
    """

    id: str
    words: str
    changes: tuple[Change, ...] = ()
    group_worth: float = 0.0
    plan_worth: Spread = NOTHING
    is_as_written: bool = False


@dataclass(frozen=True)
class Issue:
    """Something to be agreed on.

    Attributes
    ----------
    purpose
        What it is for.
    options
        From the one best for the plan to the one best for the group.
    """

    id: str
    title: str
    purpose: str
    options: tuple[Option, ...]

    @property
    def as_written(self) -> int:
        """The place of the option that is the text as it stands."""
        return next(at for at, one in enumerate(self.options) if one.is_as_written)

    @property
    def is_settled(self) -> bool:
        """Whether any option changes a term, so that the issue is worth what is settled."""
        return any(one.changes for one in self.options)


@dataclass(frozen=True)
class QualityWorth:
    """What better quality is worth to the plan; the group's estimate.

    Attributes
    ----------
    measure
        Id of the measure.
    points
        By how many percentage points the deal raises it.
    per_point
        Dollars a year for each point.
    """

    measure: str
    points: float
    per_point: Spread


@dataclass(frozen=True)
class SavingsFrom:
    """Medical savings read from the forecast: one amount less another, on average.

    Attributes
    ----------
    figure, less
        A clause, a step or a figure in dollars each; ``less`` may be empty.
    give_or_take
        By which share the estimate may be off to either side.
    """

    figure: str
    less: str
    give_or_take: float


@dataclass(frozen=True)
class PlanSide:
    """What the group believes the plan wants; an estimate, not a fact.

    Attributes
    ----------
    walk_away
        What the plan has without this deal, dollars a year.
    """

    medical_savings: Spread | SavingsFrom
    walk_away: Spread
    quality: tuple[QualityWorth, ...] = ()
    interests: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    evidence: str = ""


@dataclass(frozen=True)
class Alternative:
    """What the group does when there is no deal: its best alternative to a negotiated agreement.

    Attributes
    ----------
    kind
        One of :data:`KINDS`.
    worth
        Dollars a year; None where it is settled: the offer, or the years without the deal.
    changes
        The terms of the alternative as changes to this contract.
    is_without_deal
        Whether it is the same years without the deal, which add nothing.
    switching_cost
        Dollars a year that changing over costs.
    chance
        How likely the alternative comes about, from 0 to 1; else there is no deal at all.
    """

    kind: str
    worth: float | None
    changes: tuple[Change, ...]
    is_without_deal: bool
    switching_cost: float
    chance: float
    evidence: str = ""


KINDS = ("present contract", "fee-for-service", "another plan")
"""Sorts of alternative."""


@dataclass(frozen=True)
class Positions:
    """What is on the table.

    Attributes
    ----------
    appetite_weight
        Weight of the worst 5 % of years in what a contract is worth to the group, from 0 to 1.
    walk_away
        When the group leaves, in its own words.
    plan, alternative, appetite_weight
        None where a problem says what is missing.
    problems
        What must be mended before anything is worked out.
    """

    appetite_weight: float | None
    walk_away: str
    plan: PlanSide | None
    alternative: Alternative | None
    issues: tuple[Issue, ...]
    problems: tuple[Problem, ...] = ()
