"""A patient's first and later score as a pair, and the judgement that follows from them."""

from dataclasses import dataclass
from fractions import Fraction

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.measure import Judgement, MeasurementPeriod, Options
from fairterms.reference.measure_logic import score_course
from fairterms.reference.measure_logic.score_course import Course, Score, Window
from fairterms.reference.measure_logic.steps import Steps, sort_case


@dataclass(frozen=True)
class Pair:
    """A patient's first and later score.

    Attributes
    ----------
    patient
        Whose.
    course
        All scores.
    index, later
        The two; no later one where none is on record in time.
    window
        The days on which the later one counts.
    has_died
        Whether the patient died before those days were over.
    """

    patient: PatientRecord
    course: Course
    index: Score
    later: Score | None
    window: Window
    has_died: bool

    @property
    def gain(self) -> Fraction | None:
        """The improvement in points; None without a later score."""
        return None if self.later is None else self.course.gain(self.index, self.later)

    def judged(self, steps: Steps, options: Options, *, is_reached: bool) -> Judgement:
        """Return the judgement of a proportion.

        Parameters
        ----------
        steps
            All that was asked.
        options
            Settled; they say what a patient without a later score is.
        is_reached
            Whether the numerator was reached.
        """
        is_left_out = self.has_died or (self.later is None and score_course.leaves_out(options))
        return Judgement(
            self.patient.id,
            sort_case(True, is_excluded=is_left_out, is_reached=is_reached),
            day=self.index.day,
            clinician=self.index.clinician,
            trace=steps.taken,
        )


def ask_pair(
    steps: Steps, patient: PatientRecord, period: MeasurementPeriod, options: Options
) -> Pair | None:
    """Ask for a patient's first and later score.

    Parameters
    ----------
    steps
        Where the answers are noted.
    patient, period
        The record, and the period in which the first score lies.
    options
        ``INDEX_OPTIONS`` and ``LATER_OPTIONS`` of ``score_course``, settled.

    Returns
    -------
    Pair or None
        None where the measure is not about this patient, or not yet.
    """
    scores = score_course.read_course(patient, options)
    index = score_course.ask_index(steps, scores, period, options)
    if index is None:
        return None
    window = score_course.window_after(index.day, options)
    if not score_course.is_due(steps, window, options):
        return None
    died = patient.death_date is not None and patient.death_date <= window.last
    steps.ask(
        "Excluded for death before the time was over",
        died,
        str(patient.death_date or "no death on record"),
    )
    later = score_course.ask_later(steps, scores, window, options)
    return Pair(patient, scores, index, later, window, died)


EXCLUSIONS = (
    "Patients who died before the time for a later score was over.",
    "Patients without a later score, where the contract leaves them out.",
)
WINDOWS = (
    "The first score lies in the measurement period, both ends included.",
    "A later score counts from from_day to until_day after the first, both days included.",
    "A patient whose until_day lies after observed_until is not judged yet.",
    "All comparisons are by calendar day as written.",
)
TRAPS = (
    "The best score in the window flatters; the last is what the patient left with.",
    "Counting patients without a later score as failures measures the follow-up, not the care.",
    "Leaving them out rewards asking only those who do well: always show completeness beside it.",
    "Where a first score must be bad to count, some improvement is regression to the mean.",
    "A measure read before the window is over counts patients who may still improve as failures.",
    "A patient who has been in care for years enters again unless clear_days keeps them out.",
)
