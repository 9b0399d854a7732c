"""How many of a patient's visits were with the clinician they saw most."""

from collections import Counter

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
from fairterms.reference.measure_logic.kept_visits import kept_visits
from fairterms.reference.measure_logic.steps import Steps, sort_case, word_count

NO_CLINICIAN = "a kept visit has no clinician on record and is not counted"


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge one patient.

    Parameters
    ----------
    patient
        The record.
    period
        In which the visits lie.
    options
        As declared, settled.

    Notes
    -----
    ``amount`` is the visits with the usual clinician, ``base`` all visits with a clinician.
    """
    steps = Steps()
    least = contract_options.whole(options, "least_visits", least=1)
    inside = [one for one in kept_visits(patient) if period.holds(one.day)]
    seen = Counter(one.clinician for one in inside if one.clinician)
    findings = (NO_CLINICIAN,) if len(inside) > seen.total() else ()
    if not steps.ask(
        f"At least {least} kept visits between {period.starts} and {period.ends}",
        seen.total() >= least,
        word_count(seen.total(), "visit"),
    ):
        return (Judgement(patient.id, trace=steps.taken, findings=findings),)
    usual, visits = min(seen.items(), key=lambda pair: (-pair[1], pair[0]))
    steps.ask("All visits with one clinician", visits == seen.total(), f"{visits} with the usual")
    return (
        Judgement(
            patient.id,
            sort_case(True, is_reached=True),
            amount=visits,
            base=seen.total(),
            clinician=usual,
            trace=steps.taken,
            findings=findings,
        ),
    )


MEASURE = Measure(
    name="continuity_of_care",
    title="Share of visits with the usual clinician",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.RATIO,
    direction=Better.HIGHER,
    reads=("visits",),
    populations=(
        "Counted: patients with at least least_visits kept visits in the period.",
        "Amount: visits with the clinician seen most; of equals, the first by id.",
        "Base: all kept visits with a clinician on record.",
    ),
    windows=("Visits between the first and the last day of the period, both included.",),
    traps=(
        "With one visit the share is 1 whoever was seen: declare a least number of visits.",
        "The share over all visits weighs patients with many visits; a mean of shares does not.",
        "Group and medication visits to another clinician lower it, though they may be good care.",
    ),
    options=(
        Option("least_visits", "visits", "the fewest kept visits with which a patient counts"),
    ),
    judge=judge,
)
