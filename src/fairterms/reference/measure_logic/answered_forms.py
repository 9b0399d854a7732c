"""A form asked once of each patient: how many answered, and how many of those answered well."""

from collections.abc import Sequence
from datetime import timedelta

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.measure import Judgement, MeasurementPeriod, Option, Options
from fairterms.reference.measure_logic import contract_options
from fairterms.reference.measure_logic.kept_visits import (
    EPISODE_OPTION,
    CareEpisode,
    episodes_begun,
)
from fairterms.reference.measure_logic.score_course import Course, read_course
from fairterms.reference.measure_logic.steps import Steps, sort_case

ANSWERED = "answered"

OPTIONS = (
    contract_options.INSTRUMENT,
    Option("same_day", "words", "which of two scores of one day counts: worse or better"),
    EPISODE_OPTION,
    Option("from_day", "days", "the first day after the first visit on which an answer counts"),
    Option("until_day", "days", "the last day after the first visit on which an answer counts"),
    Option("which_answer", "words", "which answer counts: first or last"),
    contract_options.OBSERVED_UNTIL,
)
"""What a contract must say about a form that is asked once."""

WINDOWS = (
    "An episode begins with a kept visit more than gap_days after the last one.",
    "An answer counts from from_day to until_day after the first visit, both days included.",
    "A patient whose until_day lies after observed_until is not judged yet.",
)


def judge_forms(
    patient: PatientRecord,
    period: MeasurementPeriod,
    options: Options,
    good: tuple[str, str],
) -> tuple[Judgement, ...]:
    """Judge each episode of care begun in the period, twice: answered, and answered well.

    Parameters
    ----------
    patient, period
        The record and the period.
    options
        :data:`OPTIONS` and the option of the good answer, settled.
    good
        The name of the part "answered well", and of the option with its points.

    Notes
    -----
    A good answer is at the declared points or better. Only those who answered can answer well, so
    the first part must stand beside the second.
    """
    scores = read_course(patient, options)
    found: list[Judgement] = []
    for episode in episodes_begun(patient, period, options):
        found += _judge_episode((patient, episode), scores, options, good)
    return tuple(found) or (Judgement(patient.id),)


def _judge_episode(
    who: tuple[PatientRecord, CareEpisode], scores: Course, options: Options, good: tuple[str, str]
) -> Sequence[Judgement]:
    (patient, episode), steps = who, Steps()
    start = contract_options.whole(options, "from_day")
    end = contract_options.whole(options, "until_day", least=start)
    first, last = episode.first + timedelta(start), episode.first + timedelta(end)
    until = contract_options.day(options, "observed_until")
    if not steps.ask("The time to answer is over", last <= until, f"until {last}"):
        return [Judgement(patient.id, group=one, trace=steps.taken) for one in (ANSWERED, good[0])]
    which = contract_options.choice(options, "which_answer", "first", "last")
    inside = [one for one in scores.scores if first <= one.day <= last]
    answer = (inside[0] if which == "first" else inside[-1]) if inside else None
    steps.ask(f"Answered from {first} to {last}", answer is not None, str(answer or "no answer"))
    counts = {ANSWERED: sort_case(True, is_reached=answer is not None)}
    if answer is not None:
        points = contract_options.number(options, good[1])
        is_good = scores.sign * answer.points >= scores.sign * points
        steps.ask(f"At {float(points):g} points or better", is_good, str(answer))
        counts[good[0]] = sort_case(True, is_reached=is_good)
    return [
        Judgement(
            patient.id,
            count,
            group=group,
            day=episode.first,
            clinician=episode.visits[0].clinician,
            trace=steps.taken,
        )
        for group, count in counts.items()
    ]
