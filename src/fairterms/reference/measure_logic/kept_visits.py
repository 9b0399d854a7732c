"""Visits that took place, and the episodes of care they make."""

from dataclasses import dataclass
from datetime import date, timedelta

from fairterms.reference.clinical.facts import Encounter
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.measure import MeasurementPeriod, Option, Options
from fairterms.reference.measure_logic import contract_options

EPISODE_OPTION = Option(
    "gap_days", "days", "the most days between two visits of one episode of care"
)
"""What a contract must say about episodes."""

KEPT = ("finished",)
"""Statuses of a visit that took place."""


@dataclass(frozen=True)
class Visit:
    """A day with a visit; several visits to one clinician on one day are one."""

    day: date
    clinician: str


def kept_visits(patient: PatientRecord) -> tuple[Visit, ...]:
    """Return the visits that took place, oldest first."""
    found = {
        Visit(one.period.first_day, one.clinician)
        for one in patient.encounters
        if one.status in KEPT and one.period is not None and one.period.start is not None
    }
    return tuple(sorted(found, key=lambda one: (one.day, one.clinician)))


def visits_with_status(patient: PatientRecord, statuses: frozenset[str]) -> tuple[Encounter, ...]:
    """Return the visits and appointments with one of these statuses, oldest first."""
    found = [
        one
        for one in patient.encounters
        if one.status.lower() in statuses and one.period is not None and one.period.start
    ]
    return tuple(sorted(found, key=lambda one: (first_day(one), one.id)))


def first_day(visit: Encounter) -> date:
    """Return the day a visit began."""
    assert visit.period is not None, "only visits with a day are asked"
    return visit.period.first_day


@dataclass(frozen=True)
class CareEpisode:
    """Visits that follow one another without a long gap, oldest first."""

    visits: tuple[Visit, ...]

    @property
    def first(self) -> date:
        """The day of the first visit."""
        return self.visits[0].day

    @property
    def last(self) -> date:
        """The day of the last visit."""
        return self.visits[-1].day

    @property
    def days(self) -> int:
        """Days with a visit."""
        return len({visit.day for visit in self.visits})


def care_episodes(visits: tuple[Visit, ...], gap_days: int) -> tuple[CareEpisode, ...]:
    """Part visits into episodes: more than so many days from one to the next begin a new one.

    Parameters
    ----------
    visits
        Oldest first.
    gap_days
        The most days between two visits of one episode.

    Examples
    --------
    >>> days = [date(2027, 1, 1), date(2027, 3, 2), date(2027, 5, 2)]
    >>> [e.days for e in care_episodes(tuple(Visit(d, "") for d in days), 60)]
    [2, 1]
    """
    runs: list[list[Visit]] = []
    for visit in visits:
        if runs and visit.day - runs[-1][-1].day <= timedelta(gap_days):
            runs[-1].append(visit)
        else:
            runs.append([visit])
    return tuple(CareEpisode(tuple(run)) for run in runs)


def episodes_begun(
    patient: PatientRecord, period: MeasurementPeriod, options: Options
) -> tuple[CareEpisode, ...]:
    """Return the episodes of care whose first visit lies in the period.

    Parameters
    ----------
    patient
        The record, also from before the period: without it every patient looks new.
    period
        In which the first visit lies.
    options
        With :data:`EPISODE_OPTION`, settled.
    """
    gap = contract_options.whole(options, EPISODE_OPTION.name, least=1)
    found = care_episodes(kept_visits(patient), gap)
    return tuple(one for one in found if period.holds(one.first))
