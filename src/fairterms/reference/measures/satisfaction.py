"""How many patients gave the top answer about their care, beside how many answered at all."""

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
from fairterms.reference.measure_logic import answered_forms, contract_options

TOP = "top answer"


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
    return answered_forms.judge_forms(patient, period, options, (TOP, "top_from"))


MEASURE = Measure(
    name="satisfaction",
    title="Patients who gave the top answer about their care",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence="The questionnaires have owners; check the licence of the one the contract names.",
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("visits", "assessments"),
    populations=(
        "Counted, first part: episodes of care that begin in the period; reached: answered.",
        "Counted, second part: those who answered; reached: the top answer.",
    ),
    windows=answered_forms.WINDOWS,
    traps=(
        "Few answer, and those who are content more often: show the answered share beside it.",
        "Nearly everybody answers near the top, so one patient decides the rank of a clinician.",
        "Asked by the clinician in the room, patients answer kindly.",
        "Never a sole measure for payment.",
    ),
    options=(
        *answered_forms.OPTIONS,
        Option("top_from", "points", "the points from which an answer is the top answer"),
    ),
    groups=(answered_forms.ANSWERED, TOP),
    judge=judge,
)
