"""Made-up patients, visits and scores for the measures' own tests."""

from datetime import date, timedelta
from typing import Any

from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.facts import (
    Condition,
    Encounter,
    MedicationOrder,
    Observation,
    Procedure,
    ServiceRequest,
)
from fairterms.reference.clinical.period import Moment, Period
from fairterms.reference.clinical.supply import Supply
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import Judgement, Measure, Population

FACIT_PAL = (Code("loinc", "71007-9"),)
HOSPICE_FORM = (Code("loinc", "45755-6"),)
YES = (Code("snomed-ct", "373066001"),)
HOSPICE_AT_HOME = (Code("snomed-ct", "428361000124107"),)
HOSPICE_ELSEWHERE = (Code("snomed-ct", "428371000124100"),)
PHQ9 = "PHQ 9 and PHQ 9M Tools"


def made_up(name: str) -> tuple[Code, ...]:
    """Return the one made-up code of a value set."""
    return (Code("made-up", name),)


def sets_for(measure: Measure) -> ValueSets:
    """Return the value sets a measure asks for, each with one made-up code."""
    return ValueSets.of({name: made_up(name) for name in measure.value_sets})


def moment(text: str) -> Moment:
    """Return a moment as written."""
    read = Moment.read(text)
    assert read is not None, text
    return read


def days_from(day: str, shift: int) -> str:
    """Return a day some days later."""
    return (date.fromisoformat(day) + timedelta(days=shift)).isoformat()


def span(start: str, end: str = "") -> Period:
    """Return a span; of one day or moment without an end."""
    return Period(moment(start), moment(end or start))


def visit(kind: str, start: str, end: str = "", **more: Any) -> Encounter:
    """Return a finished visit of a value set."""
    given: dict[str, Any] = {"id": f"visit {start}", "codes": made_up(kind), "status": "finished"}
    return Encounter(**{**given, "period": span(start, end), **more})


def diagnosis(kind: str, start: str, end: str = "", **more: Any) -> Condition:
    """Return an active, confirmed diagnosis of a value set."""
    given: dict[str, Any] = {
        "id": f"diagnosis {start}",
        "codes": made_up(kind),
        "clinical_status": "active",
        "verification": "confirmed",
        "onset": span(start),
        "abatement": span(end) if end else None,
    }
    return Condition(**{**given, **more})


def score(total: float | None, day: str, **more: Any) -> Observation:
    """Return a final PHQ-9."""
    given: dict[str, Any] = {
        "id": f"score {day}",
        "codes": made_up(PHQ9),
        "status": "final",
        "when": span(day),
        "number": total,
        "has_value": total is not None,
    }
    return Observation(**{**given, **more})


def answer(
    codes: tuple[Code, ...], answers: tuple[Code, ...], day: str, **more: Any
) -> Observation:
    """Return a final finding whose value is a code."""
    given: dict[str, Any] = {
        "id": f"answer {day}",
        "codes": codes,
        "answers": answers,
        "status": "final",
    }
    given |= {"when": span(day), "has_value": bool(answers)}
    return Observation(**{**given, **more})


def procedure(kind: str, start: str, end: str = "", **more: Any) -> Procedure:
    """Return a completed procedure of a value set."""
    given: dict[str, Any] = {"id": f"done {start}", "codes": made_up(kind), "status": "completed"}
    return Procedure(**{**given, "when": span(start, end), **more})


def order(kind: str, day: str, **more: Any) -> ServiceRequest:
    """Return an active order of a value set."""
    given: dict[str, Any] = {
        "id": f"order {day}",
        "codes": made_up(kind),
        "status": "active",
        "intent": "order",
    }
    return ServiceRequest(**{**given, "authored": moment(day), **more})


def prescription(kind: str, day: str, days: float | None = 30, **more: Any) -> MedicationOrder:
    """Return an active prescription of a value set."""
    given: dict[str, Any] = {
        "id": f"medicine {day}",
        "codes": made_up(kind),
        "status": "active",
        "intent": "order",
    }
    given |= {"authored": moment(day), "supply": Supply(days=days)}
    return MedicationOrder(**{**given, **more})


def populations(judgement: Judgement) -> str:
    """Return the populations a case is in as letters: i, d, x excluded, e excepted, n reached."""
    letters = {
        Population.INITIAL: "i",
        Population.DENOMINATOR: "d",
        Population.EXCLUSION: "x",
        Population.EXCEPTION: "e",
        Population.NUMERATOR: "n",
    }
    return "".join(letter for name, letter in letters.items() if judgement.count(name))
