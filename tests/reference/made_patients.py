"""Made-up patients for the measures that a contract itself declares, a line a fact."""

from datetime import date
from typing import Any

from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.facts import (
    Bill,
    Coverage,
    Encounter,
    Observation,
    ServiceRequest,
)
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Moment, Period
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import (
    Judgement,
    Measure,
    MeasurementPeriod,
    Options,
    Population,
)

YEAR = MeasurementPeriod.year(2027)


def day(text: str) -> date:
    """Read "03-15" as a day of 2027, or a whole day as it stands."""
    return date.fromisoformat(text if len(text) > 5 else f"2027-{text}")


def scores(*rows: tuple[str, float], instrument: str = "phq9") -> tuple[Observation, ...]:
    """Make final scores: day, points."""
    return tuple(
        Observation(
            f"a{n}",
            status="final",
            when=Period.on(day(at)),
            number=points,
            has_value=True,
            instrument=instrument,
            clinician="ann",
        )
        for n, (at, points) in enumerate(rows)
    )


def visits(*days: str, clinician: str = "ann", status: str = "finished") -> tuple[Encounter, ...]:
    """Make visits of one clinician with one status."""
    return tuple(
        Encounter(
            f"{clinician}-{status}-{at}",
            status=status,
            period=Period.on(day(at)),
            clinician=clinician,
        )
        for at in days
    )


def requests(*days: str, status: str = "active") -> tuple[ServiceRequest, ...]:
    """Make requests for a visit."""
    return tuple(
        ServiceRequest(f"r{at}", status=status, intent="order", authored=Moment(day(at)))
        for at in days
    )


def bill(at: str, cents: int | None, **more: Any) -> Bill:
    """Make a bill's line: day of service, allowed cents."""
    facts: dict[str, Any] = {
        "id": f"k{at}",
        "line": 1,
        "period": Period.on(day(at)),
        "allowed_cents": cents,
        "paid_on": Moment(day(at)),
        "codes": (Code("cpt", "90837"),),
    }
    return Bill(**(facts | more))


def stay(admitted: str, discharged: str, code: str = "F331", place: str = "21") -> Bill:
    """Make a bill of a stay in hospital."""
    return bill(
        admitted,
        100_000,
        admitted=Moment(day(admitted)),
        discharged=Moment(day(discharged)),
        diagnoses=(Code("icd-10-cm", code),),
        place_code=place,
    )


def member(starts: str, ends: str | None = None, plan: str = "") -> Coverage:
    """Make a span of membership."""
    last = Moment(day(ends)) if ends else None
    return Coverage(f"{starts}{plan}", "active", Period(Moment(day(starts)), last), plan=plan)


def patient(*facts: Any, **more: Any) -> PatientRecord:
    """Make a patient of facts of any kind, alone or in tuples."""
    flat = [one for given in facts for one in (given if isinstance(given, tuple) else (given,))]
    kinds = {
        Encounter: "encounters",
        Observation: "observations",
        ServiceRequest: "service_requests",
        Coverage: "coverages",
        Bill: "bills",
    }
    fields: dict[str, Any] = {
        name: tuple(one for one in flat if isinstance(one, kind)) for kind, name in kinds.items()
    }
    return PatientRecord("p1", **(fields | more))


def judged(
    measure: Measure, who: PatientRecord, options: Options, period: MeasurementPeriod = YEAR
) -> tuple[Judgement, ...]:
    """Judge a patient without any code list."""
    return measure.judged(who, period, ValueSets(), options)


def is_reached(
    measure: Measure, who: PatientRecord, options: Options, group: str = ""
) -> bool | None:
    """Say whether the numerator is reached; None where the case does not count."""
    found = [one for one in judged(measure, who, options) if one.group == group]
    if not found:
        return None
    assert len(found) == 1, "one case at a time"
    if not found[0].count(Population.DENOMINATOR) or found[0].count(Population.EXCLUSION):
        assert not found[0].count(Population.NUMERATOR), "outside, and yet a success"
        return None
    return bool(found[0].count(Population.NUMERATOR))


FIRST_SCORE: dict[str, str | float] = {
    "instrument": "phq9",
    "same_day": "worse",
    "index_score": "first in the period",
    "index_cut": 10,
    "clear_days": 0,
}
LATER_SCORE: dict[str, str | float] = {
    "from_day": 30,
    "until_day": 90,
    "later_score": "last",
    "missing": "failure",
    "observed_until": "2028-12-31",
}
COST: dict[str, str | float] = {
    "amount": "allowed",
    "service_codes": "any",
    "paid_through": "any",
}
MONTHS: dict[str, str | float] = {
    "month_rule": "first day",
    "days_a_month": "none",
    "plans": "any",
}
