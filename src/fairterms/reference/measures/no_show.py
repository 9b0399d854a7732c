"""How many appointments were missed."""

from fairterms.reference.clinical.facts import Encounter
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
from fairterms.reference.measure_logic.kept_visits import KEPT, first_day
from fairterms.reference.measure_logic.steps import Steps, sort_case

FIRST_ONLY, EVERY = "first of each patient", "every"
NO_STATUS = "a visit has a status that the contract's words do not hold, and is not counted"


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge each appointment of a patient.

    Parameters
    ----------
    patient
        The record.
    period
        In which the appointment lies.
    options
        As declared, settled.
    """
    missed = contract_options.words(options, "missed_statuses")
    left_out = contract_options.words(options, "left_out_statuses")
    which = contract_options.choice(options, "appointments", FIRST_ONLY, EVERY)
    inside = [one for one in patient.encounters if one.period and one.period.start]
    inside = [one for one in inside if period.holds(first_day(one))]
    counted = [one for one in inside if one.status.lower() in missed or one.status in KEPT]
    counted.sort(key=lambda one: (first_day(one), one.id))
    counted = counted[:1] if which == FIRST_ONLY else counted
    unknown = any(one.status.lower() not in {*missed, *left_out, *KEPT} for one in inside)
    findings = (NO_STATUS,) if unknown else ()
    return tuple(_judge_one(one, missed, findings) for one in counted) or (
        Judgement(patient.id, findings=findings),
    )


def _judge_one(visit: Encounter, missed: frozenset[str], findings: tuple[str, ...]) -> Judgement:
    steps = Steps()
    is_missed = steps.ask(
        f"The appointment on {first_day(visit)} was missed",
        visit.status.lower() in missed,
        f"on record as {visit.status}",
    )
    return Judgement(
        visit.id,
        sort_case(True, is_reached=is_missed),
        day=first_day(visit),
        clinician=visit.clinician,
        trace=steps.taken,
        findings=findings,
    )


MEASURE = Measure(
    name="no_show",
    title="Appointments that were missed",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.PROPORTION,
    direction=Better.LOWER,
    reads=("visits", "visits.status"),
    populations=(
        "Counted: appointments in the period that were kept or missed, one case each.",
        "Reached: missed. Lower is better.",
    ),
    windows=("Appointments from the first to the last day of the period, both included.",),
    exclusions=("Appointments with a status that the contract leaves out, such as cancelled.",),
    traps=(
        "A late cancellation counts as missed for one side and not for the other: name the words.",
        "A practice that writes down only kept visits has no missed ones.",
        "Missed visits come with poverty and distance: paying on them punishes treating the poor.",
    ),
    options=(
        Option("missed_statuses", "words, parted by commas", "which words mean missed"),
        Option("left_out_statuses", "words, parted by commas", "which words are left out; or none"),
        Option("appointments", "words", f"which appointments count: {EVERY}, or {FIRST_ONLY}"),
    ),
    judge=judge,
)
