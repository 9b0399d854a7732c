"""Invented patients and code lists for the measures: every code is made up, one for each list."""

from dataclasses import replace
from datetime import date, timedelta

from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.facts import (
    Condition,
    Encounter,
    MedicationDispense,
    MedicationOrder,
    Observation,
    Procedure,
    ServiceRequest,
)
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Moment, Period
from fairterms.reference.clinical.supply import Supply
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import Judgement, Measure, MeasurementPeriod, Population

YEAR = MeasurementPeriod.year(2025)


def code(name: str) -> Code:
    """Return the made-up code of a list."""
    return Code("made-up", name)


def sets(measure: Measure) -> ValueSets:
    """Return a made-up list for each one the measure needs."""
    return ValueSets.of({name: (code(name),) for name in measure.value_sets})


def day(text: str | date, plus: int = 0) -> date:
    """Return a day, or the one so many days later."""
    return (date.fromisoformat(text) if isinstance(text, str) else text) + timedelta(days=plus)


def span(first: str | date, last: str | date | None = None) -> Period:
    """Return a span from one written moment to another."""
    start = Moment.read(str(first))
    end = Moment.read(str(last)) if last else start
    assert start is not None
    assert end is not None
    return Period(start, end)


def visit(
    kind: str, first: str | date, last: str | date | None = None, **more: object
) -> Encounter:
    """Return a finished visit of a kind."""
    made = Encounter(f"visit {kind} {first}", (code(kind),), "finished", span(first, last))
    return replace(made, **more)  # type: ignore[arg-type]


def diagnosis(kind: str, onset: str | date, **more: object) -> Condition:
    """Return an active diagnosis."""
    made = Condition(f"diagnosis {kind}", (code(kind),), "active", "", span(onset))
    return replace(made, **more)  # type: ignore[arg-type]


def done(kind: str | Code, first: str | date, last: str | date | None = None) -> Procedure:
    """Return a completed procedure."""
    its_code = kind if isinstance(kind, Code) else code(kind)
    return Procedure(f"procedure {kind} {first}", (its_code,), "completed", span(first, last))


def order(kind: str | Code, authored: str | date, days: float | None = 30) -> MedicationOrder:
    """Return an active order of a medicine."""
    its_code = kind if isinstance(kind, Code) else code(kind)
    return MedicationOrder(
        f"order {kind} {authored}",
        (its_code,),
        "active",
        "order",
        authored=span(authored).start,
        supply=Supply(days=days),
    )


def dispense(kind: str, handed_over: str | date, days: float | None = 30) -> MedicationDispense:
    """Return a dispensed supply of a medicine."""
    return MedicationDispense(
        f"dispense {kind} {handed_over}",
        (code(kind),),
        "completed",
        handed_over=span(handed_over).start,
        supply=Supply(days=days),
    )


def request(kind: str, authored: str | date) -> ServiceRequest:
    """Return an active order of a service."""
    return ServiceRequest(
        "request", (code(kind),), "active", "order", authored=span(authored).start
    )


def found(kind: str | Code, when: str | date, **more: object) -> Observation:
    """Return a final finding with a value."""
    its_code = kind if isinstance(kind, Code) else code(kind)
    made = Observation(f"finding {when}", (its_code,), "final", span(when), has_value=True)
    return replace(made, **more)  # type: ignore[arg-type]


def judge(
    measure: Measure,
    patient: PatientRecord,
    group: str = "",
    period: MeasurementPeriod = YEAR,
) -> Judgement:
    """Return the one judgement of a patient in a part of a measure."""
    (judgement,) = (
        each for each in measure.judged(patient, period, sets(measure)) if each.group == group
    )
    return judgement


def verdict(judgement: Judgement) -> str:
    """Return a judgement in one word: out, excluded, excepted, reached or missed."""
    if not judgement.count(Population.INITIAL):
        assert not any(judgement.counts.values())
        return "out"
    assert judgement.count(Population.DENOMINATOR) == 1
    rest = (Population.EXCLUSION, Population.EXCEPTION, Population.NUMERATOR)
    names = ("excluded", "excepted", "reached")
    given = [name for name, each in zip(names, rest, strict=True) if judgement.count(each)]
    assert len(given) <= 1
    return given[0] if given else "missed"
