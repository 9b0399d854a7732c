"""How many patients left treatment early, by the definition the contract declares."""

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
from fairterms.reference.measure_logic import contract_options
from fairterms.reference.measure_logic.kept_visits import (
    EPISODE_OPTION,
    CareEpisode,
    episodes_begun,
    first_day,
    visits_with_status,
)
from fairterms.reference.measure_logic.steps import Steps, sort_case, word_count

FEW_SESSIONS, MISSED_LAST = "few sessions", "missed the last appointment"


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge each episode of care a patient began in the period.

    Parameters
    ----------
    patient
        The record.
    period
        In which the first visit lies.
    options
        As declared, settled.
    """
    found = (
        _judge_episode(patient, one, options) for one in episodes_begun(patient, period, options)
    )
    return tuple(found) or (Judgement(patient.id),)


def _judge_episode(patient: PatientRecord, episode: CareEpisode, options: Options) -> Judgement:
    steps = Steps()
    over = episode.last + timedelta(contract_options.whole(options, EPISODE_OPTION.name, least=1))
    until = contract_options.day(options, "observed_until")
    is_over = steps.ask(
        f"The episode that began on {episode.first} is over",
        over <= until,
        f"over on {over}, records until {until}",
    )
    counts = {}
    if is_over:
        has_died = patient.death_date is not None and patient.death_date <= over
        steps.ask("Excluded for death", has_died, str(patient.death_date or "no death on record"))
        has_left = _has_left(steps, patient, episode, options)
        counts = sort_case(True, is_excluded=has_died, is_reached=has_left)
    return Judgement(
        patient.id,
        counts,
        amount=episode.days if is_over else None,
        day=episode.first,
        clinician=episode.visits[0].clinician,
        trace=steps.taken,
    )


def _has_left(steps: Steps, patient: PatientRecord, episode: CareEpisode, options: Options) -> bool:
    definition = contract_options.choice(options, "definition", FEW_SESSIONS, MISSED_LAST)
    if definition == FEW_SESSIONS:
        least = contract_options.whole(options, "enough_sessions", least=1)
        rule = f"Fewer than {least} days with a session"
        return steps.ask(rule, episode.days < least, word_count(episode.days, "day"))
    end = episode.last + timedelta(contract_options.whole(options, EPISODE_OPTION.name, least=1))
    missed = visits_with_status(patient, contract_options.words(options, "missed_statuses"))
    after = [first_day(one) for one in missed if episode.last < first_day(one) <= end]
    return steps.ask(
        f"An appointment was missed after the last visit on {episode.last}",
        bool(after),
        f"on {after[0]}" if after else "none on record",
    )


MEASURE = Measure(
    name="dropout",
    title="Patients who left treatment early",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.PROPORTION,
    direction=Better.LOWER,
    reads=("patients", "visits", "visits.status"),
    populations=(
        "Counted: episodes of care that begin in the period and are over.",
        "Reached: few sessions, or a missed appointment after the last visit, as declared.",
    ),
    windows=(
        "An episode begins with a kept visit more than gap_days after the last one.",
        "It is over when gap_days have passed since its last visit by observed_until.",
        "Several visits on one day are one session.",
    ),
    exclusions=("Patients who died before the episode was over.",),
    traps=(
        "Published dropout runs from 19.7 % to 46.9 % by definition alone (read in the source).",
        "Some patients leave after few sessions because they are well: look at their last score.",
        "Discharging a patient who does badly looks like an ending, not like dropout.",
    ),
    options=(
        EPISODE_OPTION,
        Option("definition", "words", f"what dropout is: {FEW_SESSIONS}, or {MISSED_LAST}"),
        Option("enough_sessions", "sessions", "how many sessions are enough; or none"),
        Option("missed_statuses", "words, parted by commas", "which words mean missed; or none"),
        contract_options.OBSERVED_UNTIL,
    ),
    judge=judge,
)
