"""What one reliably improved patient cost: all patients' cost, over those who improved."""

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
    Population,
)
from fairterms.reference.measure_logic import contract_options, score_course, score_pair, spending
from fairterms.reference.measure_logic.steps import Steps


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge one patient.

    Parameters
    ----------
    patient
        The record, with the plan's bills.
    period
        In which the first score lies.
    options
        As declared, settled.

    Notes
    -----
    A patient without a later score has a cost and no improvement, whatever the contract says of
    them elsewhere. ``amount`` is the patient's cents, improved or not; ``base`` is 1 for an
    improved patient and 0 for any other. The result is the ratio of the sums.
    """
    steps = Steps()
    options = {**options, "missing": score_course.FAILURE}
    pair = score_pair.ask_pair(steps, patient, period, options)
    if pair is None:
        return (Judgement(patient.id, trace=steps.taken),)
    points = contract_options.number(options, "reliable_change", least=0)
    is_improved = pair.gain is not None and steps.ask(
        f"Better by at least {float(points):g} points",
        pair.gain >= points,
        f"from {pair.index} to {pair.later}",
    )
    after = timedelta(contract_options.whole(options, "cost_days", least=1) - 1)
    bills = spending.bills_within(patient, pair.index.day, pair.index.day + after, options)
    cents = spending.cents_of(bills, options)
    steps.ask(
        f"Bills for service from {pair.index.day} to {pair.index.day + after}",
        bool(bills),
        spending.in_words(bills, cents),
    )
    found = pair.judged(steps, options, is_reached=is_improved)
    is_counted = not found.count(Population.EXCLUSION)
    return (
        Judgement(
            found.case,
            found.counts,
            amount=cents if is_counted else None,
            base=float(is_improved) if is_counted else None,
            day=found.day,
            clinician=found.clinician,
            trace=found.trace,
        ),
    )


MEASURE = Measure(
    name="cost_per_improved_patient",
    title="Cost per reliably improved patient",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.RATIO,
    direction=Better.LOWER,
    reads=("patients", "assessments", "claims"),
    populations=(
        "Counted: patients whose first score in the period is bad enough and whose time is over.",
        "Amount: the cents of all of them, also of those without a later score.",
        "Base: those who reliably improved.",
    ),
    windows=(
        *score_pair.WINDOWS,
        "Lines of service count for cost_days days, the first score's day being the first.",
    ),
    exclusions=score_pair.EXCLUSIONS[:1],
    traps=(
        *score_pair.TRAPS,
        "A mean of each patient's ratio cannot be formed: most patients' base is 0. Sums first.",
        "Leaving out the cost of those who left makes success look cheap.",
        "With few improved patients the ratio swings: show its interval by bootstrap of patients.",
    ),
    options=(
        *score_course.INDEX_OPTIONS,
        *(one for one in score_course.LATER_OPTIONS if one.name != "missing"),
        Option("reliable_change", "points", "the least improvement that counts, itself included"),
        Option("cost_days", "days", "for how many days from the first score on cost counts"),
        *spending.OPTIONS,
    ),
    judge=judge,
)
