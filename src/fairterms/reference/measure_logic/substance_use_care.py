"""Care for a substance use disorder in one patient's record, by the rules of CMS137 of 2024."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from fairterms.reference.clinical.code import share
from fairterms.reference.clinical.facts import Encounter, Procedure
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure_logic.statuses_2024 import (
    medicines_ordered,
    procedures_done,
    visits,
)
from fairterms.units.period import Period

DISORDER = "Substance Use Disorder"
ACUTE_VISITS = ("Detoxification Visit", "Emergency Department Evaluation and Management Visit")
REMOTE_VISITS = ("Telephone Visits", "Virtual Encounter")
VISITS = (
    *ACUTE_VISITS,
    *REMOTE_VISITS,
    "Discharge Services Hospital Inpatient",
    "Discharge Services Hospital Inpatient Same Day Discharge",
    "Initial Hospital Inpatient Visit",
    "Office Visit",
)
SESSIONS = ("Psych Visit Psychotherapy", "Substance Use Disorder Treatment")
LONG_ACTING = "Substance Use Disorder Long Acting Medication"
SHORT_ACTING = "Substance Use Disorder Short Acting Medication"
LONG_ACTING_GIVEN = "Substance Use Disorder Long Acting Medication Administration"
SHORT_ACTING_GIVEN = "Substance Use Disorder Short Acting Medication Administration"

VALUE_SETS = (
    DISORDER,
    *VISITS,
    *SESSIONS,
    LONG_ACTING,
    SHORT_ACTING,
    LONG_ACTING_GIVEN,
    SHORT_ACTING_GIVEN,
)
"""The code lists it needs."""


class SubstanceUseCare:
    """The visits, sessions and medicines of one patient that have to do with the disorder.

    Parameters
    ----------
    patient, sets
        The record and the code lists.

    Raises
    ------
    Refusal
        When a code list is missing.
    """

    def __init__(self, patient: PatientRecord, sets: ValueSets) -> None:
        self._patient = patient
        self._sets = sets
        disorders = [c for c in patient.conditions if share(c.codes, sets[DISORDER])]
        self._onsets = [c.onset.start for c in disorders if c.onset and c.onset.start]
        self._disorder_ids = frozenset(condition.id for condition in disorders)
        self._visits = visits(patient.encounters, sets.any_of(*VISITS))
        remote = visits(patient.encounters, sets.any_of(*REMOTE_VISITS))
        self._calls = tuple(call for call in remote if self._is_for_disorder(call))

    def first_visit(self, within: Period, latest_onset: date) -> Encounter | None:
        """Return the first visit during which the disorder begins.

        Parameters
        ----------
        within
            Days in which all of the visit lies.
        latest_onset
            The last day on which the disorder may begin.

        Notes
        -----
        The onset lies in the visit to the instant: one written as a day alone lies only in a visit
        that lasts, or is written as, the whole day.
        """
        found = [v for v in self._visits if self._is_new(v, within, latest_onset)]
        return min(found, key=_order, default=None)

    def history(self, before: Period) -> Iterator[str]:
        """Give every visit for the disorder, session and medicine of some earlier days.

        Emergency and detoxification visits do not count: they are where the disorder is often
        first found.
        """
        treated = _days(self._done(*SESSIONS, LONG_ACTING_GIVEN, SHORT_ACTING_GIVEN))
        yield from (f"treated on {day}" for day in treated if day in before)
        acute = self._sets.any_of(*ACUTE_VISITS)
        others = [visit for visit in self._visits if not share(visit.codes, acute)]
        seen = _days([visit for visit in others if self._is_for_disorder(visit)])
        yield from (f"a visit for it on {day}" for day in seen if day in before)
        ordered = self._ordered(LONG_ACTING, SHORT_ACTING)
        yield from (f"medicine ordered on {day}" for day in ordered if day in before)

    def starts_of_treatment(self, index: Encounter) -> list[date]:
        """Return the days of sessions, calls and medicines; the index visit is no treatment."""
        calls = [call for call in self._calls if call is not index]
        given = self._done(*SESSIONS, LONG_ACTING_GIVEN, SHORT_ACTING_GIVEN)
        return [*_days(given), *_days(calls), *self._ordered(LONG_ACTING, SHORT_ACTING)]

    def long_acting(self) -> list[date]:
        """Return the days on which a long-acting medicine was ordered or given."""
        return [*self._ordered(LONG_ACTING), *_days(self._done(LONG_ACTING_GIVEN))]

    def short_events(self) -> list[date]:
        """Return the days of sessions, calls and short-acting medicines, a day for each event."""
        done = self._done(*SESSIONS, SHORT_ACTING_GIVEN)
        return [*_days(done), *_days(self._calls), *self._ordered(SHORT_ACTING)]

    def _is_new(self, visit: Encounter, within: Period, latest_onset: date) -> bool:
        when = visit.period
        if when is None or not when.lies_within_days(within.first, within.last):
            return False
        return any(when.holds(onset) and onset.day <= latest_onset for onset in self._onsets)

    def _is_for_disorder(self, visit: Encounter) -> bool:
        return not self._disorder_ids.isdisjoint(visit.diagnoses)

    def _done(self, *names: str) -> tuple[Procedure, ...]:
        return procedures_done(self._patient.procedures, self._sets.any_of(*names))

    def _ordered(self, *names: str) -> list[date]:
        orders = medicines_ordered(self._patient.medication_orders, self._sets.any_of(*names))
        return [order.authored.day for order in orders if order.authored]


def _order(visit: Encounter) -> tuple[date, datetime]:
    """Return where a visit stands among others: by the day as written, then to the instant."""
    assert visit.period is not None
    return visit.period.first_day, visit.period.begins


def _days(events: Sequence[Procedure | Encounter]) -> list[date]:
    """Return the day each event begins."""
    spans = [event.when if isinstance(event, Procedure) else event.period for event in events]
    return [span.first_day for span in spans if span]
