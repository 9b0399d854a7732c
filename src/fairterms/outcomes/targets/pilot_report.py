"""Reports of a pilot: expand, continue or stop, by a rule declared before it starts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from fairterms.outcomes.comparison.chance import normal_quantile
from fairterms.outcomes.targets.pilot import Pilot, design_effect, plan_size


class Decision(StrEnum):
    """What a pilot's results say."""

    EXPAND = "expand"
    CONTINUE = "continue"
    STOP = "stop"


@dataclass(frozen=True)
class Arm:
    """One arm's counts so far.

    Attributes
    ----------
    patients
        With a result; 1 or more.
    reached, harmed
        Of them.
    """

    patients: int
    reached: int
    harmed: int

    def __post_init__(self) -> None:
        assert self.patients >= 1, "an arm has patients"
        assert 0 <= self.reached <= self.patients, "no more reached it than there are"
        assert 0 <= self.harmed <= self.patients, "no more were harmed than there are"


@dataclass(frozen=True)
class Gap:
    """A difference of rates, new less usual, with its limits.

    Attributes
    ----------
    difference, low, high
        As fractions; the limits allow for clinicians.
    """

    difference: float
    low: float
    high: float


@dataclass(frozen=True)
class PilotReport:
    """Whether to expand or stop, and why.

    Attributes
    ----------
    decision
        By the rule declared beforehand.
    why
        In one sentence.
    benefit, harm
        The differences it rests on.
    patients
        In the smaller arm.
    planned
        Patients in each arm that were planned; None where none is enough.
    """

    decision: Decision
    why: str
    benefit: Gap
    harm: Gap
    patients: int
    planned: int | None


def report(pilot: Pilot, new: Arm, usual: Arm) -> PilotReport:
    """Judge a pilot by its declared rule.

    Parameters
    ----------
    pilot
        As declared.
    new, usual
        Counts of both arms so far.

    Returns
    -------
    PilotReport
        Stop for harm, or for worse results, at any time; expand only at the planned size, so
        that looking often does not find by luck what is not there.

    Notes
    -----
    Each rate is p̃ = (x + 1)/(n + 2), so that no count has a variance of nothing (Agresti and
    Caffo 2000); the variance is multiplied by the design effect.

    Examples
    --------
    >>> pilot = Pilot(measure="improvement", harm_measure="deterioration", usual=0.5, hoped=0.6,
    ...               harm_margin=0.05, clinicians=30, monthly=50, icc=0.05)
    >>> report(pilot, Arm(1050, 660, 60), Arm(1050, 525, 62)).decision
    <Decision.EXPAND: 'expand'>
    """
    benefit = _gap(pilot, (new.reached, new.patients), (usual.reached, usual.patients))
    harm = _gap(pilot, (new.harmed, new.patients), (usual.harmed, usual.patients))
    planned = plan_size(pilot).patients
    patients = min(new.patients, usual.patients)
    is_full = planned is not None and patients >= planned
    decision, why = _decide(pilot, benefit, harm, is_full)
    return PilotReport(decision, why, benefit, harm, patients, planned)


def _decide(pilot: Pilot, benefit: Gap, harm: Gap, is_full: bool) -> tuple[Decision, str]:
    if harm.low > 0:
        return Decision.STOP, f"More {pilot.harm_measure} than under usual care, beyond chance."
    if benefit.high < 0:
        return Decision.STOP, f"Less {pilot.measure} than under usual care, beyond chance."
    if benefit.high < pilot.hoped - pilot.usual and is_full:
        return Decision.STOP, f"The gain in {pilot.measure} is smaller than the gain planned for."
    if not is_full:
        return Decision.CONTINUE, _why_not_full(pilot)
    if benefit.low <= 0:
        return Decision.CONTINUE, f"A gain in {pilot.measure} is not shown beyond chance."
    if harm.high > pilot.harm_margin:
        return Decision.CONTINUE, f"A rise in {pilot.harm_measure} is not ruled out."
    return (
        Decision.EXPAND,
        f"More {pilot.measure}, and no rise in {pilot.harm_measure} that counts.",
    )


def _why_not_full(pilot: Pilot) -> str:
    if plan_size(pilot).patients is None:
        return "There are too few clinicians for any number of patients to show the gain."
    return "The pilot has fewer patients than planned."


def _gap(pilot: Pilot, new: tuple[int, int], usual: tuple[int, int]) -> Gap:
    (x1, n1), (x2, n2) = new, usual
    p1, p2 = (x1 + 1) / (n1 + 2), (x2 + 1) / (n2 + 2)
    variance = p1 * (1 - p1) / (n1 + 2) * design_effect(n1, pilot.clinicians, pilot.icc)
    variance += p2 * (1 - p2) / (n2 + 2) * design_effect(n2, pilot.clinicians, pilot.icc)
    reach = float(normal_quantile(1 - pilot.error / 2)) * math.sqrt(variance)
    return Gap(x1 / n1 - x2 / n2, p1 - p2 - reach, p1 - p2 + reach)
