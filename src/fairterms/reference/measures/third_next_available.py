"""How many days away the third open appointment is, on sample days.

The record judged is one clinician's, not a patient's: the open slots as seen on one day, and that
day as a request. See :mod:`fairterms.population.open_slots`.
"""

from datetime import date

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
from fairterms.reference.measure_logic import contract_options, working_days
from fairterms.reference.measure_logic.kept_visits import first_day, visits_with_status
from fairterms.reference.measure_logic.steps import Steps, sort_case

OPEN = frozenset({"free"})
THIRD = 3


def judge(
    slots: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge each sample day of one clinician.

    Parameters
    ----------
    slots
        Open slots as encounters with the status ``free``, and the sample day as a request.
    period
        In which the sample day lies.
    options
        As declared, settled.

    Notes
    -----
    ``amount`` is the days to the third open slot; where fewer than three are listed it is the days
    listed, and the case is not in the numerator: so long the wait was at least.
    """
    wanted = contract_options.words_or_any(options, "visit_types")
    free = [
        one
        for one in visits_with_status(slots, OPEN)
        if wanted is None or one.visit_type.lower() in wanted
    ]
    samples = [one.authored.day for one in slots.service_requests if one.authored is not None]
    return tuple(_judge_day(slots, day, free, options) for day in samples if period.holds(day)) or (
        Judgement(slots.id),
    )


def _judge_day(
    slots: PatientRecord, day: date, free: list[Encounter], options: Options
) -> Judgement:
    steps = Steps()
    days = working_days.day_count(options)
    horizon = contract_options.whole(options, "listed_days", least=1)
    ahead = [one for one in free if 0 <= (first_day(one) - day).days <= horizon]
    has_third = steps.ask(
        f"Three open appointments within {horizon} calendar days of {day}",
        len(ahead) >= THIRD,
        f"{len(ahead)} listed",
    )
    end = first_day(ahead[THIRD - 1]) if has_third else date.fromordinal(day.toordinal() + horizon)
    clinician = next((one.clinician for one in slots.encounters), "")
    return Judgement(
        slots.id,
        sort_case(True, is_reached=has_third),
        amount=days.between(day, end),
        day=day,
        clinician=clinician,
        trace=steps.taken,
    )


MEASURE = Measure(
    name="third_next_available",
    title="Days to the third next available appointment",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.MEDIAN,
    direction=Better.LOWER,
    reads=("open_slots",),
    populations=(
        "Counted: each clinician on each sample day in the period.",
        "Reached: three open appointments are listed; their third gives the days.",
    ),
    windows=(
        "The sample day is day 0; a slot on the sample day counts.",
        "Slots more than listed_days ahead are not looked at.",
    ),
    traps=(
        "The next open slot is often a cancellation; the third says how full the calendar is.",
        "Leaving out days with fewer than three open slots hides the longest waits.",
        "Those days count as waiting longer than the list reaches.",
        "Slots kept for urgent visits, or for existing patients, are not open to a new patient.",
        "Sample on declared days, at the same hour: whoever chooses the day chooses the result.",
    ),
    options=(
        Option("visit_types", "words, parted by commas", "which kinds of slot count; or any"),
        Option("listed_days", "days", "how many calendar days ahead the calendar is open"),
        *working_days.OPTIONS,
    ),
    judge=judge,
)
