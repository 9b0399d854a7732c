"""What a deal declares about its measures: which of the catalogue they are, and who the peers are.

It stands in ``outcomes.toml`` in the deal folder. The contract's targets stand in its terms; here
stands how a rate is worked out from the group's own records.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from fairterms.outcomes.targets.benchmark import Benchmark
from fairterms.units.problem import Problem

FACTS: Final = ("first score", "age", "diagnoses", "social needs", "earlier episode")
"""Intake facts as numbers that results can be adjusted for."""


@dataclass(frozen=True)
class Peers:
    """What is known of other groups.

    Attributes
    ----------
    average
        An average group's rate, 0 to 1.
    spread
        Standard deviation of true rates between groups, 0 to 1.
    source
        Who says so, and of whom.
    """

    average: float
    spread: float
    source: str


@dataclass(frozen=True)
class Measured:
    """How one measure of the contract is worked out.

    Attributes
    ----------
    measure
        Its id in the terms.
    by
        The entry of the catalogue of measures.
    options
        What the contract says where the entry leaves it open, and how the group reads it where
        the contract says nothing.
    open
        Options the contract's words leave open, each with every reading they allow.
    peers
        What is known of other groups; None where nobody was named.
    allowed_to_fail
        The chance both sides accept for an average group to miss a target; None if undeclared.
    follow_up
        The share of patients the group could ask again with effort, 0 to 1; None if undeclared.
    benchmark
        The record of how the target was set, in eight steps.
    part
        Which of the measure's groups the contract pays for; empty where the measure has none.
    """

    measure: str
    by: str
    options: Mapping[str, str | float]
    open: Mapping[str, tuple[str | float, ...]] = field(default_factory=dict)
    peers: Peers | None = None
    allowed_to_fail: float | None = None
    follow_up: float | None = None
    benchmark: Benchmark | None = None
    part: str = ""


@dataclass(frozen=True)
class Progress:
    """How the group itself judges a patient's progress, beside what the contract pays for.

    Attributes
    ----------
    instrument
        The questionnaire, as the catalogue of instruments names it.
    first_at_least
        Only patients at least this ill at the start are judged, in points.
    improved_by
        An improvement of at least so many points counts.
    recovered_below
        A last score below this is a recovery, in points.
    gap_days
        A silence longer than this starts a new episode.
    first_within_days, last_from_days, last_until_days
        When the first and the last score may lie; days after the start and after the first score.
    source
        Who publishes these numbers.
    """

    instrument: str
    first_at_least: float
    improved_by: float
    recovered_below: float
    gap_days: int
    first_within_days: int
    last_from_days: int
    last_until_days: int | None
    source: str


@dataclass(frozen=True)
class Declaration:
    """Everything ``outcomes.toml`` says.

    Attributes
    ----------
    reached
        The last day the records reach.
    years
        The calendar years shown, oldest first; the last one is the year judged.
    measured
        One for each measure the group can work out.
    progress
        None where the deal names no instrument.
    adjusts_for
        The intake facts the contract's own case-mix adjustment uses; empty for none.
    priced_by
        The measure whose price stands for a worse result; empty for none.
    problems
        What must be mended in the file.
    """

    reached: date
    years: tuple[int, ...]
    measured: tuple[Measured, ...] = ()
    progress: Progress | None = None
    adjusts_for: tuple[str, ...] = ()
    priced_by: str = ""
    problems: tuple[Problem, ...] = field(default=())

    @property
    def judged_year(self) -> int:
        """The last year shown."""
        return self.years[-1]
