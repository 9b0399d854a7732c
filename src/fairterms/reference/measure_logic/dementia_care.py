"""Dementia visits and assessments of cognition in one record: what the years of CMS149 share.

The 2024 measure asks by day whether the diagnosis and the visit overlap, and to the instant whether
a refusal was noted during the visit; the 2025 measure does the reverse.
"""

from dataclasses import dataclass
from datetime import date

from fairterms.reference.clinical.calendar import add_months
from fairterms.reference.clinical.code import share
from fairterms.reference.clinical.facts import Condition, Encounter, Observation
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Period
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import Judgement, MeasurementPeriod
from fairterms.reference.measure_logic.steps import Steps, sort_case, word_count

DIAGNOSES = "Dementia & Mental Degenerations"
INTERACTION = "Patient Provider Interaction"
REASONS = "Patient Reason"

VISITS = (
    "Care Services in Long Term Residential Facility",
    "Home Healthcare Services",
    "Nursing Facility Visit",
    "Occupational Therapy Evaluation",
    "Office Visit",
    "Outpatient Consultation",
    "Psych Visit Diagnostic Evaluation",
    "Psych Visit Psychotherapy",
)

VISITS_NEEDED = 2
MONTHS_BACK = 12
VALUED = ("final", "amended", "corrected", "preliminary")
NOT_DONE = "cancelled"
DOUBTED = ("unconfirmed", "refuted", "entered-in-error")

LICENCE = (
    "the logic may be restated and cited; the text is the steward's; code lists need licences of "
    "their own (UMLS, CPT)"
)
POPULATIONS = (
    (
        "Initial population and denominator: patients with a visit of the period for assessing "
        "cognition and an active dementia diagnosis, and two finished visits, of which it may be "
        "one."
    ),
    ("Numerator: cognition assessed, with a value, within 12 months to the end of such a visit."),
)
WINDOWS = (
    "Visits: all of the visit lies in the period.",
    (
        "Assessment: from the same day 12 calendar months before the end of the visit to the day "
        "it ends, both included."
    ),
)
EXCLUSIONS = (
    (
        "exception: the patient's own reason for no assessment, noted during such a visit; without "
        "effect when cognition was assessed"
    ),
)
TRAPS = (
    "The dementia visit may have any status; only the two visits must be finished.",
    "A preliminary assessment counts; one without a value does not.",
    "A diagnosis without a verification status counts; one that is doubted does not.",
    "An assessment after the visit does not count for it.",
)


@dataclass(frozen=True)
class Edition:
    """What differs between the years.

    Attributes
    ----------
    visits
        Names of the lists of visits in which cognition is assessed.
    assessments
        Names of the lists of assessments.
    is_diagnosis_by_day
        Whether diagnosis and visit need only share a day, not an instant.
    is_refusal_by_day
        Whether a refusal need only be noted on a day of the visit, not during it.
    """

    visits: tuple[str, ...]
    assessments: tuple[str, ...]
    is_diagnosis_by_day: bool
    is_refusal_by_day: bool

    @property
    def value_sets(self) -> tuple[str, ...]:
        """The code lists it needs."""
        return tuple(sorted((*self.visits, *self.assessments, DIAGNOSES, INTERACTION, REASONS)))

    def judge(
        self, patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets
    ) -> Judgement:
        """Judge one patient.

        Parameters
        ----------
        patient, period, sets
            The record, the period and the code lists.

        Raises
        ------
        Refusal
            When a code list is missing.
        """
        steps = Steps()
        dementia = self._dementia_visits(patient, period, sets)
        first = min(dementia, key=_first_day, default=None)
        day = _first_day(first) if first else None
        was_seen = steps.ask(
            "a visit of the period for assessing cognition, with an active dementia diagnosis",
            bool(dementia),
            f"{word_count(len(dementia), 'visit')}, the first on {day}"
            if first
            else "none on record",
        )
        number = self._finished(patient, period, sets)
        was_seen_twice = steps.ask(
            f"{VISITS_NEEDED} or more finished visits of the period",
            number >= VISITS_NEEDED,
            word_count(number, "visit"),
        )
        is_assessed = self._ask_assessed(steps, patient, dementia, sets)
        is_refused = self._ask_refused(steps, patient, dementia, sets)
        return Judgement(
            case=patient.id,
            counts=sort_case(
                was_seen and was_seen_twice, is_excepted=is_refused, is_reached=is_assessed
            ),
            day=day,
            clinician=first.clinician if first else "",
            trace=steps.taken,
        )

    def _dementia_visits(
        self, patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets
    ) -> tuple[Encounter, ...]:
        wanted = sets.any_of(*self.visits)
        diagnoses = [c for c in patient.conditions if _is_dementia(c, sets)]
        return tuple(
            visit
            for visit in patient.encounters
            if share(visit.codes, wanted)
            and _lies_in(visit.period, period)
            and any(self._overlap(diagnosis.prevalence, visit) for diagnosis in diagnoses)
        )

    def _overlap(self, prevalence: Period, visit: Encounter) -> bool:
        assert visit.period is not None, "a visit of the period has a date"
        if self.is_diagnosis_by_day:
            return prevalence.overlaps_days(visit.period.first_day, visit.period.last_day)
        return prevalence.overlaps(visit.period)

    def _finished(self, patient: PatientRecord, period: MeasurementPeriod, sets: ValueSets) -> int:
        wanted = sets.any_of(*self.visits, INTERACTION)
        return sum(
            visit.status == "finished"
            and share(visit.codes, wanted)
            and _lies_in(visit.period, period)
            for visit in patient.encounters
        )

    def _ask_assessed(
        self,
        steps: Steps,
        patient: PatientRecord,
        dementia: tuple[Encounter, ...],
        sets: ValueSets,
    ) -> bool:
        days = [
            found.when.first_day
            for found in patient.observations
            if share(found.codes, sets.any_of(*self.assessments))
            and found.status in VALUED
            and found.has_value
            and found.when
        ]
        good = [day for day in days for visit in dementia if _is_recent(day, visit)]
        return steps.ask(
            f"cognition assessed within {MONTHS_BACK} months to the end of such a visit",
            bool(good),
            f"on {max(good)}" if good else f"{word_count(len(days), 'assessment')} on other days",
        )

    def _ask_refused(
        self,
        steps: Steps,
        patient: PatientRecord,
        dementia: tuple[Encounter, ...],
        sets: ValueSets,
    ) -> bool:
        refusals = [
            found
            for found in patient.observations
            if share(found.codes, sets.any_of(*self.assessments))
            and found.status == NOT_DONE
            and share(found.not_done_reasons, sets[REASONS])
        ]
        good = [found for found in refusals if any(self._was_noted(found, v) for v in dementia)]
        return steps.ask(
            "the patient's reason for no assessment was noted during such a visit",
            bool(good),
            f"on {good[0].issued}" if good else f"{word_count(len(refusals), 'refusal')} otherwise",
        )

    def _was_noted(self, refusal: Observation, visit: Encounter) -> bool:
        assert visit.period is not None, "a visit of the period has a date"
        if refusal.issued is None:
            return False
        if self.is_refusal_by_day:
            return visit.period.first_day <= refusal.issued.day <= visit.period.last_day
        return visit.period.holds(refusal.issued)


def _is_dementia(condition: Condition, sets: ValueSets) -> bool:
    is_sure = condition.is_active and condition.verification not in DOUBTED
    return is_sure and share(condition.codes, sets[DIAGNOSES])


def _lies_in(when: Period | None, period: MeasurementPeriod) -> bool:
    return when is not None and when.lies_within_days(period.starts, period.ends)


def _is_recent(day: date, visit: Encounter) -> bool:
    assert visit.period is not None, "a visit of the period has a date"
    last = visit.period.last_day
    return add_months(last, -MONTHS_BACK) <= day <= last


def _first_day(visit: Encounter) -> date:
    assert visit.period is not None, "a visit of the period has a date"
    return visit.period.first_day
