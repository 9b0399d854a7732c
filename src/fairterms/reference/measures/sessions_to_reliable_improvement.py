"""After how many sessions half of the patients have improved beyond the error of measurement."""

from datetime import date

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import (
    Better,
    Judgement,
    Kind,
    Measure,
    MeasurementPeriod,
    Option,
    Options,
)
from fairterms.reference.measure_logic import contract_options, score_course
from fairterms.reference.measure_logic.kept_visits import kept_visits
from fairterms.reference.measure_logic.score_course import Course, Score
from fairterms.reference.measure_logic.steps import Steps, sort_case


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge one patient.

    Parameters
    ----------
    patient
        The record.
    period
        In which the first score lies.
    options
        As declared, settled.

    Notes
    -----
    ``amount`` is the sessions from the first score's day on, up to the first score that improved by
    the reliable change, both days included; without one, up to ``observed_until``. A patient who
    had not improved is not in the numerator and is taken as watched for so many sessions: see
    :func:`fairterms.reference.measure_logic.time_to_event.median_of`.
    """
    steps = Steps()
    scores = score_course.read_course(patient, options)
    index = score_course.ask_index(steps, scores, period, options)
    until = contract_options.day(options, "observed_until")
    if index is None or not steps.ask(
        "The first score is in the time observed", index.day <= until, f"records until {until}"
    ):
        return (Judgement(patient.id, trace=steps.taken),)
    improved = _ask_improved(steps, (scores, index), until, options)
    last = improved.day if improved else until
    sessions = {one.day for one in kept_visits(patient) if index.day <= one.day <= last}
    steps.ask("A session since the first score", bool(sessions), f"{len(sessions)} until {last}")
    return (
        Judgement(
            patient.id,
            sort_case(True, is_reached=improved is not None),
            amount=len(sessions),
            day=index.day,
            clinician=index.clinician,
            trace=steps.taken,
        ),
    )


def _ask_improved(
    steps: Steps, course: tuple[Course, Score], until: date, options: Options
) -> Score | None:
    scores, index = course
    points = contract_options.number(options, "reliable_change", least=0)
    better = (
        one
        for one in scores.scores
        if index.day < one.day <= until and scores.gain(index, one) >= points
    )
    found = next(better, None)
    steps.ask(
        f"Better by at least {float(points):g} points than {index}",
        found is not None,
        str(found or f"not until {until}"),
    )
    return found


MEASURE = Measure(
    name="sessions_to_reliable_improvement",
    title="Sessions until half of the patients have reliably improved",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.MEDIAN,
    direction=Better.LOWER,
    reads=("visits", "assessments"),
    populations=(
        "Counted: patients whose first score in the period is bad enough.",
        "Reached: a later score improved by at least the reliable change.",
        "The median is that of the product-limit (Kaplan-Meier) estimate.",
    ),
    windows=(
        "Sessions count from the first score's day to the improved score's day, both included.",
        "Patients who have not improved are watched until observed_until.",
    ),
    traps=(
        "A mean over those who improved leaves out everybody who took long or left.",
        "Whoever left is taken to fare as those who stayed: read dropout beside it.",
        "If people leave because they do badly, the true number of sessions is higher.",
        "Where fewer than half improve there is no median, and none may be made up.",
        "Improvement is seen only when somebody measures: sparse scores lengthen it.",
        "A short course can be a failure as well as a success.",
        "Studies found half improved after 13 to 18 sessions (read in the source).",
    ),
    options=(
        *score_course.INDEX_OPTIONS,
        Option("reliable_change", "points", "the least improvement that counts, itself included"),
        contract_options.OBSERVED_UNTIL,
    ),
    judge=judge,
)
