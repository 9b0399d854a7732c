"""Total cost of care per member per month, truncated, one member at a time.

The same rules as set operations stand in :mod:`fairterms.population`; both give the same cents.
"""

from fractions import Fraction

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
from fairterms.reference.measure_logic import contract_options, covered_months, spending
from fairterms.reference.measure_logic.steps import Steps, sort_case

WHOLE, BY_MONTHS = "whole", "by member months"
LEFT_OUT, COUNTED = "left out", "counted"


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge one member.

    Parameters
    ----------
    patient
        The record, with bills and spans of membership.
    period
        Whole calendar months.
    options
        As declared, settled.

    Notes
    -----
    ``amount`` is the member's cents up to the ceiling, ``base`` the member months.
    """
    steps = Steps()
    months = covered_months.covered_months(patient, period, options)
    outside = contract_options.choice(options, "outside_membership", LEFT_OUT, COUNTED)
    bills = [
        one
        for one in spending.bills_within(patient, period.starts, period.ends, options)
        if outside == COUNTED or (one.period and one.period.first_day.replace(day=1) in months)
    ]
    cents = spending.cents_of(bills, options)
    exposure = sum(months.values(), Fraction(0))
    steps.ask("A member in the period", bool(months), f"member months: {float(exposure):g}")
    if not months and not bills:
        return (Judgement(patient.id, trace=steps.taken),)
    ceiling = _ceiling(exposure, period, options)
    is_cut = steps.ask(
        "Cost above the ceiling of one person",
        ceiling is not None and cents > ceiling,
        f"{spending.dollars(cents)}, {_in_words(ceiling)}",
    )
    return (
        Judgement(
            patient.id,
            sort_case(True, is_reached=is_cut),
            amount=cents if ceiling is None else min(cents, ceiling),
            base=float(exposure),
            trace=steps.taken,
        ),
    )


def _in_words(ceiling: int | None) -> str:
    return "no ceiling" if ceiling is None else f"ceiling {spending.dollars(ceiling)}"


def _ceiling(exposure: Fraction, period: MeasurementPeriod, options: Options) -> int | None:
    """Return the ceiling of one person in whole cents, rounded down."""
    cents = contract_options.number_or_none(options, "ceiling_cents", least=1)
    part = contract_options.choice(options, "part_year", WHOLE, BY_MONTHS)
    if cents is None or part == WHOLE:
        return None if cents is None else int(cents)
    first, last = period.starts, period.ends
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return int(cents * min(Fraction(1), exposure / months))


MEASURE = Measure(
    name="total_cost_of_care",
    title="Total cost of care per member per month, truncated",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.RATIO,
    direction=Better.LOWER,
    reads=("enrolment", "claims"),
    populations=(
        "Counted: members with a member month in the period, also those without a bill.",
        "Amount: cents up to the ceiling of one person; base: member months.",
        "Reached: members whose cost was cut at the ceiling.",
    ),
    windows=("A line belongs to the month of its first day of service.",),
    traps=(
        "Psychotherapy is a tiny share of total cost: one stay in hospital moves it more.",
        "The dearest members of one year are cheaper the next by chance alone.",
        "Attribution decides whose members these are; cost without a fair list is luck.",
        "A year settled before the late bills have come looks cheap.",
        "Compare only after adjusting both sides by risk scores of one version.",
    ),
    options=(
        *covered_months.OPTIONS,
        *spending.OPTIONS,
        Option("ceiling_cents", "cents", "the most one person's cost counts for; or none"),
        Option(
            "part_year",
            "words",
            f"which ceiling holds for a part of the period: {WHOLE}, or {BY_MONTHS}",
        ),
        Option("outside_membership", "words", f"cost outside membership: {LEFT_OUT} or {COUNTED}"),
    ),
    judge=judge,
)
