"""Care of a child with an ADHD medicine in one record, by the rules of CMS136 of 2024."""

from collections.abc import Sequence
from datetime import date, timedelta

from fairterms.reference.clinical.code import Code, share
from fairterms.reference.clinical.facts import Encounter
from fairterms.reference.clinical.medication_cover import covers, roll_forward
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Period as Span
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure_logic.statuses_2024 import (
    medicines_active,
    medicines_ordered,
    visits,
)
from fairterms.units.period import Period

WASHOUT = timedelta(days=120)
"""Before a new course, without an active order."""

METHAMPHETAMINE = frozenset({Code("http://www.nlm.nih.gov/research/umls/rxnorm", "977860")})
"""The one drug the measure names by its code."""

DRUGS = (
    "Atomoxetine",
    "Clonidine",
    "Dexmethylphenidate",
    "Dextroamphetamine",
    "Guanfacine Medications",
    "Lisdexamfetamine",
    "Methylphenidate",
)
FIRST_VISITS = (
    "Home Healthcare Services",
    "Office Visit",
    "Preventive Care Services, Initial Office Visit, 0 to 17",
    "Preventive Care, Established Office Visit, 0 to 17",
)
FOLLOW_UPS = (
    *FIRST_VISITS,
    "Behavioral Health Follow up Visit",
    "Outpatient Consultation",
    "Preventive Care Services Group Counseling",
    "Preventive Care Services Individual Counseling",
    "Psych Visit Diagnostic Evaluation",
    "Psych Visit Psychotherapy",
    "Telephone Visits",
)
WITH_MEDICINES = "Psychotherapy and Pharmacologic Management"
AMBULATORY = "Ambulatory"
VIRTUAL = "Virtual Encounter"
INPATIENT = "Encounter Inpatient"
MENTAL_DISORDERS = "Mental Behavioral and Neurodevelopmental Disorders"
NARCOLEPSY = "Narcolepsy"

VALUE_SETS = (
    *DRUGS,
    *FOLLOW_UPS,
    WITH_MEDICINES,
    AMBULATORY,
    VIRTUAL,
    INPATIENT,
    MENTAL_DISORDERS,
    NARCOLEPSY,
)
"""The code lists it needs."""


class AdhdCare:
    """The orders, visits and hospital stays of one child.

    Parameters
    ----------
    patient, sets
        The record and the code lists.

    Attributes
    ----------
    first_visits
        The days of visits that may come before a new medicine.
    seen, virtual
        The days on which a follow-up visit began, and a virtual one.
    stays
        The days on which a hospital stay for a mental disorder began.

    Raises
    ------
    Refusal
        When a code list is missing.
    """

    def __init__(self, patient: PatientRecord, sets: ValueSets) -> None:
        self._orders = patient.medication_orders
        self._drugs = (*(sets[name] for name in DRUGS), METHAMPHETAMINE)
        encounters = patient.encounters
        self.first_visits = _spans(visits(encounters, sets.any_of(*FIRST_VISITS)))
        with_medicines = [
            visit
            for visit in visits(encounters, sets[WITH_MEDICINES])
            if share(visit.places, sets[AMBULATORY])
        ]
        self.seen = _days([*visits(encounters, sets.any_of(*FOLLOW_UPS)), *with_medicines])
        self.virtual = _days(visits(encounters, sets[VIRTUAL]))
        mental = {c.id for c in patient.conditions if share(c.codes, sets[MENTAL_DISORDERS])}
        stays = visits(encounters, sets[INPATIENT])
        self.stays = _days([stay for stay in stays if stay.principal_diagnosis in mental])

    def first_order(self, within: Period) -> date | None:
        """Return the first day of the first order that begins a new course on some days.

        Parameters
        ----------
        within
            The days on which it may begin.

        Returns
        -------
        date or None
            None when every order follows another that is active and covers one of the 120 days
            before it.
        """
        wanted = frozenset().union(*self._drugs)
        active = covers(medicines_active(self._orders, wanted))
        ordered = covers(medicines_ordered(self._orders, wanted))
        starts = (order.first for order in ordered if order.first in within)
        return min((day for day in starts if not _is_on_medicine(active, day)), default=None)

    @property
    def cover(self) -> tuple[Period, ...]:
        """The days covered: the orders of each drug laid end to end, all drugs together."""
        return tuple(
            each
            for drug in self._drugs
            for each in roll_forward(covers(medicines_ordered(self._orders, drug)))
        )


def _is_on_medicine(active: Sequence[Period], day: date) -> bool:
    return any(each.first < day and day - WASHOUT <= each.last for each in active)


def _spans(encounters: Sequence[Encounter]) -> tuple[Span, ...]:
    return tuple(encounter.period for encounter in encounters if encounter.period)


def _days(encounters: Sequence[Encounter]) -> tuple[date, ...]:
    return tuple(span.first_day for span in _spans(encounters))
