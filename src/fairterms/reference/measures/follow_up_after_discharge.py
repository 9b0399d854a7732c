"""Whether a patient was seen within days of leaving hospital."""

from dataclasses import dataclass
from datetime import date, timedelta

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
from fairterms.reference.measure_logic import contract_options
from fairterms.reference.measure_logic.kept_visits import Visit, kept_visits
from fairterms.reference.measure_logic.steps import Steps, sort_case

SHORT, LONG = "shorter time", "longer time"


@dataclass(frozen=True)
class Stay:
    """A stay in hospital: the day of admission, and of discharge."""

    admitted: date
    discharged: date


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    """Judge each discharge, twice: the shorter and the longer time.

    Parameters
    ----------
    patient
        The record, with bills as the plan has them.
    period
        In which the discharge lies.
    options
        As declared, settled.
    """
    within = timedelta(contract_options.whole(options, "readmitted_within"))
    stays = _stays(patient, options)
    visits = kept_visits(patient)
    found: list[Judgement] = []
    for stay in stays:
        if not period.holds(stay.discharged):
            continue
        back = next(
            (
                s
                for s in stays
                if s.admitted > stay.admitted and s.admitted - stay.discharged <= within
            ),
            None,
        )
        for group, name in ((SHORT, "short_days"), (LONG, "long_days")):
            days = contract_options.whole(options, name, least=1)
            found.append(_judge_stay(patient, (stay, back), visits, (group, days, options)))
    return tuple(found) or (Judgement(patient.id),)


def _judge_stay(
    patient: PatientRecord,
    stays: tuple[Stay, Stay | None],
    visits: tuple[Visit, ...],
    rules: tuple[str, int, Options],
) -> Judgement:
    (stay, back), (group, days, options), steps = stays, rules, Steps()
    last = stay.discharged + timedelta(days)
    until = contract_options.day(options, "observed_until")
    is_same_day = contract_options.choice(options, "same_day_visit", "counts", "does not count")
    first = stay.discharged + timedelta(0 if is_same_day == "counts" else 1)
    seen = next((one for one in visits if first <= one.day <= last), None)
    if not steps.ask(
        f"The {days} days after the discharge are over", last <= until, f"until {last}"
    ):
        return Judgement(patient.id, group=group, day=stay.discharged, trace=steps.taken)
    has_died = patient.death_date is not None and patient.death_date <= last
    is_excluded = steps.ask(
        "Excluded for a return to hospital or for death",
        back is not None or has_died,
        f"admitted again {back.admitted}" if back else str(patient.death_date or "neither"),
    )
    is_reached = steps.ask(
        f"A kept visit from {first} to {last}", seen is not None, str(seen.day if seen else "none")
    )
    return Judgement(
        patient.id,
        sort_case(True, is_excluded=is_excluded, is_reached=is_reached),
        group=group,
        day=stay.discharged,
        clinician=seen.clinician if seen else "",
        trace=steps.taken,
    )


def _stays(patient: PatientRecord, options: Options) -> list[Stay]:
    """Return the stays that count; bills of one stay, or of stays that touch, are one."""
    places = contract_options.words_or_any(options, "places")
    starts = contract_options.words_or_any(options, "diagnoses")
    spans = sorted(
        (one.admitted.day, one.discharged.day)
        for one in patient.bills
        if one.admitted is not None
        and one.discharged is not None
        and (places is None or one.place_code.lower() in places)
        and (starts is None or _is_diagnosed(one, starts))
    )
    found: list[Stay] = []
    for admitted, discharged in spans:
        if found and admitted <= found[-1].discharged:
            last = found.pop()
            found.append(Stay(last.admitted, max(last.discharged, discharged)))
        else:
            found.append(Stay(admitted, discharged))
    return found


def _is_diagnosed(bill: Bill, starts: frozenset[str]) -> bool:
    """Say whether the first diagnosis begins with one of these letters."""
    return bool(bill.diagnoses) and bill.diagnoses[0].code.lower().startswith(tuple(starts))


MEASURE = Measure(
    name="follow_up_after_discharge",
    title="A visit within declared days after discharge from hospital",
    steward=contract_options.STEWARD,
    version=contract_options.VERSION,
    basis=contract_options.BASIS,
    licence=contract_options.LICENCE,
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("patients", "visits", "claims"),
    populations=(
        "Counted: stays with a discharge in the period, of the places and diagnoses declared.",
        "Reached: a kept visit within the shorter, and within the longer, declared time.",
    ),
    windows=(
        "The day of discharge is day 0; a visit on the last day counts.",
        "Whether a visit on the day of discharge counts is declared.",
        "Bills whose days of stay touch or overlap are one stay.",
        "A discharge whose last day lies after observed_until is not judged yet, seen or not.",
    ),
    exclusions=(
        "Stays followed by another admission within readmitted_within days of the discharge.",
        "Patients who died before the time was over.",
    ),
    traps=(
        "The group learns of a discharge only when the plan tells: ask for a daily list of them.",
        "Bills of a stay arrive months later; a run too early misses discharges, not visits.",
        "A transfer looks like a discharge unless the bills touch.",
        "The kept visits are the group's own: visits to others are not seen, and count as none.",
    ),
    options=(
        Option("short_days", "days", "the shorter time, such as 7"),
        Option("long_days", "days", "the longer time, such as 30"),
        Option(
            "same_day_visit", "words", "whether a visit that day counts: counts, does not count"
        ),
        Option("readmitted_within", "days", "a return within so many days excuses the discharge"),
        Option("places", "place-of-service codes, parted by commas", "which stays count; or any"),
        Option(
            "diagnoses",
            "beginnings of ICD-10-CM codes, parted by commas",
            "which first diagnoses count, such as F; or any",
        ),
        contract_options.OBSERVED_UNTIL,
    ),
    groups=(SHORT, LONG),
    judge=judge,
)
