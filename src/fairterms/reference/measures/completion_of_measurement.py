"""How many patients in care have a first and a later score: what every outcome rate rests on."""

from datetime import timedelta

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
from fairterms.reference.measure_logic import contract_options, score_course, score_pair
from fairterms.reference.measure_logic.kept_visits import (
    EPISODE_OPTION,
    CareEpisode,
    episodes_begun,
)
from fairterms.reference.measure_logic.score_course import Course
from fairterms.reference.measure_logic.steps import Steps, sort_case

FIRST, BOTH = "first score", "first and later score"


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge each episode of care a patient began in the period, twice: one score, and two.

    Parameters
    ----------
    patient
        The record.
    period
        In which the episode begins.
    options
        As declared, settled.
    """
    scores = score_course.read_course(patient, options)
    found = []
    for episode in episodes_begun(patient, period, options):
        found += _judge_episode(patient, episode, scores, options)
    return tuple(found) or (Judgement(patient.id),)


def _judge_episode(
    patient: PatientRecord, episode: CareEpisode, scores: Course, options: Options
) -> list[Judgement]:
    steps = Steps()
    days = contract_options.whole(options, "first_within_days")
    first, last = episode.first - timedelta(days), episode.first + timedelta(days)
    inside = [one for one in scores.scores if first <= one.day <= last]
    index = min(inside, key=lambda one: (abs(one.day - episode.first), one.day), default=None)
    steps.ask(
        f"A score within {days} days of the first visit on {episode.first}",
        index is not None,
        str(index or "none"),
    )
    window = score_course.window_after(index.day if index else episode.first, options)
    if not score_course.is_due(steps, window, options):
        return [Judgement(patient.id, group=one, trace=steps.taken) for one in (FIRST, BOTH)]
    later = next((one for one in scores.scores if window.first <= one.day <= window.last), None)
    steps.ask(f"{score_course.LATER_RULE} from {window}", later is not None, str(later or "none"))
    reached = {FIRST: index is not None, BOTH: index is not None and later is not None}
    return [
        Judgement(
            patient.id,
            sort_case(True, is_reached=is_reached),
            group=group,
            day=episode.first,
            clinician=episode.visits[0].clinician,
            trace=steps.taken,
        )
        for group, is_reached in reached.items()
    ]


MEASURE = Measure(
    name="completion_of_measurement",
    title="Patients in care with a first and a later score",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("patients", "visits", "assessments"),
    populations=(
        "Counted: every episode of care that begins in the period and whose time is over.",
        "Reached, first part: a score near the first visit.",
        "Reached, second part: that, and a later score in the window.",
    ),
    windows=(
        "An episode begins with a kept visit more than gap_days after the last one.",
        "The first score lies at most first_within_days before or after the first visit.",
        "Without one, the window of the later score is counted from the first visit.",
        *score_pair.WINDOWS[1:],
    ),
    traps=(
        "Shows who was asked, not how anybody fares: never pay on it without an outcome beside it.",
        "A later score counts whatever its value; a higher rate can lower the outcome rate.",
        "Patients who came once can have no later score from a visit: dropout is in this rate.",
    ),
    options=(
        contract_options.INSTRUMENT,
        score_course.INDEX_OPTIONS[1],
        EPISODE_OPTION,
        Option("first_within_days", "days", "how near the first visit the first score must be"),
        *score_course.LATER_OPTIONS[:2],
        contract_options.OBSERVED_UNTIL,
    ),
    groups=(FIRST, BOTH),
    judge=judge,
    follow_up_rule=score_course.LATER_RULE,
)
