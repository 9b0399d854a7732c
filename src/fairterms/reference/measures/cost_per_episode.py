"""What an episode of care cost: a ratio of sums over all finished episodes."""

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
from fairterms.reference.measure_logic import contract_options, spending
from fairterms.reference.measure_logic.kept_visits import (
    EPISODE_OPTION,
    CareEpisode,
    episodes_begun,
)
from fairterms.reference.measure_logic.steps import Steps, sort_case
from fairterms.units.refusal import Refusal


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge each episode of care a patient began in the period.

    Parameters
    ----------
    patient
        The record, with the plan's bills.
    period
        In which the first visit lies.
    options
        As declared, settled.

    Notes
    -----
    ``amount`` is cents, ``base`` 1 for each episode.
    """
    found = (
        _judge_episode(patient, one, options) for one in episodes_begun(patient, period, options)
    )
    return tuple(found) or (Judgement(patient.id),)


def _judge_episode(patient: PatientRecord, episode: CareEpisode, options: Options) -> Judgement:
    steps = Steps()
    gap = contract_options.whole(options, EPISODE_OPTION.name, least=1)
    after = contract_options.whole(options, "days_after")
    if after > gap:
        raise Refusal(
            "option days_after",
            f"{after} days reach beyond the gap of {gap} days that parts two episodes",
            "one bill would be counted in two episodes",
            "declare at most as many days as the gap",
        )
    over = episode.last + timedelta(gap)
    until = contract_options.day(options, "observed_until")
    clinician = episode.visits[0].clinician
    if not steps.ask(
        f"No visit for {gap} days after the last one on {episode.last}",
        over <= until,
        f"over on {over}, records until {until}",
    ):
        return Judgement(patient.id, day=episode.first, clinician=clinician, trace=steps.taken)
    last = episode.last + timedelta(after)
    bills = spending.bills_within(patient, episode.first, last, options)
    cents = spending.cents_of(bills, options)
    steps.ask(
        f"Bills for service from {episode.first} to {last}",
        bool(bills),
        spending.in_words(bills, cents),
    )
    return Judgement(
        patient.id,
        sort_case(True, is_reached=bool(bills)),
        amount=cents,
        base=1,
        day=episode.first,
        clinician=clinician,
        trace=steps.taken,
        findings=() if bills else ("an episode of care has no bill: its cost counts as $0",),
    )


MEASURE = Measure(
    name="cost_per_episode",
    title="Cost of an episode of care",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.RATIO,
    direction=Better.DEPENDS,
    reads=("visits", "claims"),
    populations=(
        "Counted: episodes that begin in the period and are over.",
        "Amount: cents of the lines of service within the episode; base: episodes.",
    ),
    windows=(
        "An episode begins with a kept visit more than gap_days after the last one.",
        "It is over when gap_days have passed since its last visit by observed_until.",
        "Lines count from the first visit's day to days_after the last, both included.",
    ),
    traps=(
        "Short episodes are cheap, and can be failures: show the outcome beside the cost.",
        "Leaving out episodes that broke off makes the others look like all.",
        "An episode without a bill lowers the average: look for the missing bills first.",
        "A mean of ratios weighs a small practice like a large one; this is a ratio of sums.",
    ),
    options=(
        EPISODE_OPTION,
        Option("days_after", "days", "how many days after the last visit a bill still counts"),
        *spending.OPTIONS,
        contract_options.OBSERVED_UNTIL,
    ),
    judge=judge,
)
