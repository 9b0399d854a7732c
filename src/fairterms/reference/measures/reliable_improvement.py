"""Improvement beyond the error of measurement, as a contract declares it."""

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
from fairterms.reference.measure_logic.score_pair import Pair
from fairterms.reference.measure_logic.steps import Steps

IMPROVEMENT, RECOVERY, DETERIORATION = "improvement", "recovery", "deterioration"


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
    Improvement: by at least the reliable change. Recovery: improvement, from at or beyond the
    caseness cut to better than it. Deterioration: worse by at least the reliable change.
    """
    steps = Steps()
    pair = score_pair.ask_pair(steps, patient, period, options)
    if pair is None:
        return (Judgement(patient.id, trace=steps.taken),)
    return (pair.judged(steps, options, is_reached=_is_reached(steps, pair, options)),)


def _is_reached(steps: Steps, pair: Pair, options: Options) -> bool:
    wanted = contract_options.choice(options, "counts_as", IMPROVEMENT, RECOVERY, DETERIORATION)
    points = contract_options.number(options, "reliable_change", least=0)
    if pair.later is None or pair.gain is None:
        return False
    change = f"from {float(pair.index.points):g} to {float(pair.later.points):g} points"
    if wanted == DETERIORATION:
        rule = f"Worse by at least {float(points):g} points"
        return steps.ask(rule, -pair.gain >= points, change)
    rule = f"Better by at least {float(points):g} points"
    is_better = steps.ask(rule, pair.gain >= points, change)
    if wanted == IMPROVEMENT:
        return is_better
    cut = contract_options.number(options, "caseness_cut")
    was_case = pair.course.is_at_cut(pair.index, cut)
    is_case = pair.course.is_at_cut(pair.later, cut)
    rule = f"At {float(cut):g} points or worse first, better than it later"
    return steps.ask(rule, was_case and not is_case, change) and is_better


MEASURE = Measure(
    name="reliable_improvement",
    title="Reliable improvement, recovery or deterioration on a declared questionnaire",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.PROPORTION,
    direction=Better.DEPENDS,
    reads=("patients", "assessments"),
    populations=(
        "Counted: patients whose first score in the period is bad enough and whose time is over.",
        "Reached: reliable improvement, recovery or deterioration, as declared.",
    ),
    windows=score_pair.WINDOWS,
    exclusions=score_pair.EXCLUSIONS,
    traps=(
        *score_pair.TRAPS,
        "A reliable change is no constant of the form: it depends on a spread and a reliability.",
        "A patient who begins below the caseness cut can improve but never recover.",
        "With deterioration as success of the count, lower is better.",
        "Deterioration is rare: no single clinician sees enough of it to be judged by it.",
    ),
    options=(
        *score_course.INDEX_OPTIONS,
        *score_course.LATER_OPTIONS,
        Option(
            "counts_as", "words", f"what is counted: {IMPROVEMENT}, {RECOVERY} or {DETERIORATION}"
        ),
        Option("reliable_change", "points", "the least change that counts, itself included"),
        Option("caseness_cut", "points", "the score that parts cases from others, itself a case"),
    ),
    judge=judge,
    follow_up_rule=score_course.LATER_RULE,
)
