"""Pilots: how many patients and months it takes to show a difference.

Patients of one clinician resemble each other, so patients alone do not make a pilot large: with
few clinicians no length of time is enough.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from fairterms.outcomes.comparison.chance import normal_probability, normal_quantile

_LONGEST_MONTHS: Final = 120


@dataclass(frozen=True, kw_only=True)
class Pilot:
    """A pilot, declared before it starts: two arms side by side, patients within clinicians.

    Attributes
    ----------
    measure, harm_measure
        What shall become better, and what must not become worse.
    usual, hoped
        The rate of the measure under usual care, and the rate hoped for.
    harm_margin
        By how much the rate of harm may be higher at most, as a fraction.
    clinicians
        In each arm.
    monthly
        Patients with a result each month, in each arm.
    icc
        The share of variance that lies between clinicians, 0 to below 1.
    error
        The chance to claim a difference that is not there, both sides together.
    power
        The chance wanted to show the difference if it is there.
    """

    measure: str
    harm_measure: str
    usual: float
    hoped: float
    harm_margin: float
    clinicians: int
    monthly: float
    icc: float
    error: float = 0.05
    power: float = 0.8

    def __post_init__(self) -> None:
        assert 0 < self.usual < self.hoped < 1, "rates lie between 0 and 1, hoped above usual"
        assert 0 <= self.icc < 1, "an intraclass correlation lies from 0 to below 1"
        assert self.clinicians >= 1, "someone treats the patients"
        assert self.monthly > 0, "a pilot has patients"
        assert self.harm_margin > 0, "some difference is always within chance"
        assert 0 < self.error < 0.5 < self.power < 1, "a pilot is likelier right than wrong"

    @property
    def independent_patients(self) -> float:
        """Patients in each arm that the difference needs without clustering.

        Notes
        -----
        (z_{1−error/2} √(2p̄(1−p̄)) + z_power √(p₁(1−p₁) + p₂(1−p₂)))² / (p₂ − p₁)².

        Sources
        -------
        Fleiss JL, Levin B, Paik MC. Statistical methods for rates and proportions. 3rd edition,
        2003, section 4.2.
        """
        null, own = _spreads(self.usual, self.hoped)
        z_error = float(normal_quantile(1 - self.error / 2))
        z_power = float(normal_quantile(self.power))
        return ((z_error * null + z_power * own) / (self.hoped - self.usual)) ** 2


def _spreads(usual: float, hoped: float) -> tuple[float, float]:
    mean = (usual + hoped) / 2
    own = usual * (1 - usual) + hoped * (1 - hoped)
    return math.sqrt(2 * mean * (1 - mean)), math.sqrt(own)


def design_effect(patients: float, clinicians: int, icc: float) -> float:
    """Give how many times more patients clustering needs.

    Parameters
    ----------
    patients
        In one arm.
    clinicians
        In one arm, 1 or more.
    icc
        The share of variance between clinicians.

    Returns
    -------
    float
        1 + (m − 1)·ICC with m patients for each clinician; never below 1.

    Examples
    --------
    >>> round(design_effect(210, 10, 0.05), 6)
    2.0
    """
    return 1 + max(0.0, patients / clinicians - 1) * icc


@dataclass(frozen=True)
class PilotSize:
    """How large and long a pilot must be.

    Attributes
    ----------
    patients
        In each arm; None if no number is enough with these clinicians.
    months
        Until they have their result; None likewise.
    clinicians_needed
        The fewest clinicians in each arm with which any number of patients is enough.
    """

    patients: int | None
    months: int | None
    clinicians_needed: int

    @property
    def is_possible(self) -> bool:
        """Whether the pilot can show the difference within ten years."""
        return self.months is not None and self.months <= _LONGEST_MONTHS


def plan_size(pilot: Pilot) -> PilotSize:
    """Say how many patients and months a pilot needs.

    Parameters
    ----------
    pilot
        As declared.

    Returns
    -------
    PilotSize
        With N patients needed without clustering and k clinicians: n = Nk(1 − ICC)/(k − N·ICC),
        if k is above N·ICC.

    Examples
    --------
    >>> pilot = Pilot(measure="improvement", harm_measure="deterioration", usual=0.5, hoped=0.6,
    ...               harm_margin=0.03, clinicians=30, monthly=50, icc=0.05)
    >>> round(pilot.independent_patients), plan_size(pilot)
    (387, PilotSize(patients=1039, months=21, clinicians_needed=20))
    """
    alone = pilot.independent_patients
    needed = math.floor(alone * pilot.icc) + 1
    if pilot.clinicians < needed:
        return PilotSize(None, None, needed)
    clustered = alone * pilot.clinicians * (1 - pilot.icc) / (pilot.clinicians - alone * pilot.icc)
    # With fewer patients than clinicians nobody has two, and clustering costs nothing.
    patients = math.ceil(max(alone, clustered))
    return PilotSize(patients, math.ceil(patients / pilot.monthly), needed)


def power(pilot: Pilot, months: float) -> float:
    """Give the chance to show the difference hoped for, if it is there.

    Parameters
    ----------
    pilot
        As declared.
    months
        Of patients with a result, above 0.

    Returns
    -------
    float
        0 to 1.

    Examples
    --------
    >>> pilot = Pilot(measure="improvement", harm_measure="deterioration", usual=0.5, hoped=0.6,
    ...               harm_margin=0.03, clinicians=30, monthly=50, icc=0.05)
    >>> round(power(pilot, 21), 2), round(power(pilot, 6), 2)
    (0.8, 0.53)
    """
    patients = pilot.monthly * months
    effective = patients / design_effect(patients, pilot.clinicians, pilot.icc)
    null, own = _spreads(pilot.usual, pilot.hoped)
    shift = (pilot.hoped - pilot.usual) * math.sqrt(effective)
    z_error = float(normal_quantile(1 - pilot.error / 2))
    return float(normal_probability((shift - z_error * null) / own))
