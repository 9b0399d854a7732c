"""How often a service was used, for every 1,000 members."""

from datetime import date

from fairterms.reference.clinical.facts import Bill
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
from fairterms.reference.measure_logic import contract_options, covered_months
from fairterms.reference.measure_logic.steps import Steps, sort_case
from fairterms.units.refusal import Refusal

CLAIMS, DAYS, UNITS = "claims", "days", "units"
MEMBER_YEARS, MEMBER_MONTHS = "member years", "member months"
IGNORED, COUNTED = "left out", "counted"


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
    ``amount`` is 1,000 times the uses (12,000 times for member years), ``base`` the member months;
    the ratio of their sums is uses per 1,000.
    """
    steps = Steps()
    months = covered_months.covered_months(patient, period, options)
    outside = contract_options.choice(options, "outside_membership", IGNORED, COUNTED)
    bills = [
        one
        for one in _bills(patient, period, options)
        if outside == COUNTED or _first(one).replace(day=1) in months
    ]
    uses = _uses(bills, contract_options.choice(options, "counted", CLAIMS, DAYS, UNITS))
    exposure = float(sum(months.values()))
    steps.ask("A member in the period", bool(months), f"member months: {exposure:g}")
    steps.ask("Used the service", uses > 0, f"uses: {uses:g}")
    if not months and not uses:
        return (Judgement(patient.id, trace=steps.taken),)
    per = contract_options.choice(options, "per", MEMBER_YEARS, MEMBER_MONTHS)
    return (
        Judgement(
            patient.id,
            sort_case(True, is_reached=uses > 0),
            amount=uses * (12_000 if per == MEMBER_YEARS else 1_000),
            base=exposure,
            trace=steps.taken,
        ),
    )


def _bills(patient: PatientRecord, period: MeasurementPeriod, options: Options) -> list[Bill]:
    codes = contract_options.words_or_any(options, "service_codes")
    places = contract_options.words_or_any(options, "places")
    return [
        one
        for one in patient.bills
        if one.period is not None
        and period.holds(one.period.first_day)
        and (codes is None or any(code.code.lower() in codes for code in one.codes))
        and (places is None or one.place_code.lower() in places)
    ]


def _first(bill: Bill) -> date:
    assert bill.period is not None, "only bills with a day are counted"
    return bill.period.first_day


def _uses(bills: list[Bill], counted: str) -> float:
    if counted == CLAIMS:
        return len({one.id for one in bills})
    if counted == DAYS:
        return len({_first(one) for one in bills})
    if any(one.units is None for one in bills):
        raise Refusal(
            "claims",
            "a line has no number of units",
            "an empty number is not known to be 0 or 1",
            "ask the plan for the units of every line, or count claims or days",
        )
    return sum(one.units or 0.0 for one in bills)


MEASURE = Measure(
    name="utilisation_per_1000",
    title="Uses of a declared service per 1,000 members",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.RATIO,
    direction=Better.DEPENDS,
    reads=("enrolment", "claims"),
    populations=(
        "Counted: members with a member month in the period, also those who used nothing.",
        "Amount: uses, times 1,000 for member months or 12,000 for member years.",
        "Base: member months.",
    ),
    windows=("A line belongs to the month of its first day of service.",),
    traps=(
        "Per 1,000 member years and per 1,000 member months differ twelvefold.",
        "Counting lines, claims, days or units gives four rates of the same care.",
        "Fewer uses can be worse access: never a payment measure without access beside it.",
        "Uses of people in months outside membership need a declared rule.",
    ),
    options=(
        *covered_months.OPTIONS,
        Option("counted", "words", f"what one use is: {CLAIMS}, {DAYS} or {UNITS}"),
        Option("per", "words", f"a rate per 1,000 of what: {MEMBER_YEARS} or {MEMBER_MONTHS}"),
        Option("service_codes", "codes, parted by commas", "which services count; or any"),
        Option("places", "place-of-service codes, parted by commas", "which places count; or any"),
        Option(
            "outside_membership",
            "words",
            f"uses in months outside membership: {IGNORED} or {COUNTED}",
        ),
    ),
    judge=judge,
)
