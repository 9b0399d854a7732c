"""How many patients call the working alliance good early in treatment."""

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

GOOD = "good alliance"


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
    return answered_forms.judge_forms(patient, period, options, (GOOD, "good_from"))


MEASURE = Measure(
    name="alliance",
    title="Patients with a good working alliance early in treatment",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence="The questionnaires have owners; check the licence of the one the contract names.",
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("visits", "assessments"),
    populations=(
        "Counted, first part: episodes of care that begin in the period; reached: answered.",
        "Counted, second part: those who answered; reached: a good alliance.",
    ),
    windows=answered_forms.WINDOWS,
    traps=(
        "Patients who left early do not answer, and theirs was often the poor alliance.",
        "Answers crowd at the top: small differences mean little.",
        "Some forms are reported as a sum and as a mean: the points must say which.",
        "A good alliance is a way to an outcome, not the outcome: never a sole measure to pay on.",
    ),
    options=(
        *answered_forms.OPTIONS,
        Option("good_from", "points", "the points from which an alliance is good"),
    ),
    groups=(answered_forms.ANSWERED, GOOD),
    judge=judge,
)
