"""Patient records from the group's own tables, one patient at a time.

Each table is read once, in the order of patients, and only one patient is held in memory.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from fairterms.records.engine.connection import Records
from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.facts import (
    Bill,
    Condition,
    Coverage,
    Encounter,
    Observation,
    ServiceRequest,
)
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Moment, Period
from fairterms.reference.instrument import INSTRUMENTS

TABLES = ("patients", "visits", "diagnoses", "assessments", "enrolment", "claims")
"""The tables that are read."""

_BLOCK = 2_000
_VISIT_WORDS = {
    "completed": "finished",
    "complete": "finished",
    "kept": "finished",
    "arrived": "finished",
    "canceled": "cancelled",
    "no show": "missed",
    "no-show": "missed",
    "noshow": "missed",
}
"""Other words for the status of a visit, and ours."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Assumed:
    """What a row is taken to be where its own cell is empty; every result should say so.

    Attributes
    ----------
    visit_status, score_status
        The status of a visit and of a score.
    diagnosis_status, verification
        Of a diagnosis without a status; the tables have no column for how certain it is.
    diagnosis_system
        The list a diagnosis is from.
    """

    visit_status: str = "finished"
    score_status: str = "final"
    diagnosis_status: str = "active"
    verification: str = "confirmed"
    diagnosis_system: str = "icd-10-cm"

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is assumed, in words."""
        return (
            f"a visit without a status is taken as {self.visit_status or 'of no known status'}",
            f"a score without a status is taken as {self.score_status or 'of no known status'}",
            f"a diagnosis without status or end is taken as {self.diagnosis_status or 'no status'}",
            f"every diagnosis is taken as {self.verification or 'not verified'}",
            f"a diagnosis without a code list is taken as {self.diagnosis_system or 'of no list'}",
            "a diagnosis without a first day is taken to begin on the day it was recorded",
            "a service code without a code list is taken as CPT if it begins with a digit",
            "any other service code without a code list is taken as HCPCS",
        )


def patients(
    store: Records, tables: Sequence[str] = TABLES, assumed: Assumed | None = None
) -> Iterator[PatientRecord]:
    """Give every patient of a store, in the order of their numbers.

    Parameters
    ----------
    store
        The records.
    tables
        Which tables to read; a patient of any of them is given.
    assumed
        What stands for an empty cell.

    Yields
    ------
    PatientRecord
        One patient with all facts of those tables, in the order they were loaded.
    """
    readers = {name: _Turns(store, name) for name in tables}
    makers = _makers(assumed or Assumed())
    while True:
        waiting = [turns.person for turns in readers.values() if turns.person is not None]
        if not waiting:
            return
        person = min(waiting)
        rows = {name: turns.take(person) for name, turns in readers.items()}
        facts: dict[str, Any] = _demographics(rows.get("patients", ()))
        for name, field, make in makers:
            facts[field] = tuple(map(make, rows.get(name, ())))
        facts["service_requests"] = _requests(rows.get("visits", ()))
        yield PatientRecord(id=person, **facts)


class _Turns:
    """The rows of one table, patient after patient."""

    def __init__(self, store: Records, table: str) -> None:
        assert table in TABLES, table
        self._groups = groupby(_rows(store, table), key=lambda row: str(row["person_id"]))
        self.person: str | None = None
        self._waiting: list[Row] = []
        self._go_on()

    def take(self, person: str) -> list[Row]:
        """Return the rows of a patient, if it is this patient's turn."""
        if self.person != person:
            return []
        rows = self._waiting
        self._go_on()
        return rows

    def _go_on(self) -> None:
        self.person, group = next(self._groups, (None, iter(())))
        self._waiting = list(group)


def _rows(store: Records, table: str) -> Iterator[Row]:
    """Give a table's rows by patient; a cursor of its own, so that tables can be read together."""
    found = store.connection.cursor().execute(
        f"SELECT * FROM {table} WHERE person_id IS NOT NULL ORDER BY person_id, load_id, row"  # noqa: S608
    )
    names = [column[0] for column in found.description or ()]
    while block := found.fetchmany(_BLOCK):
        for row in block:
            yield dict(zip(names, row, strict=True))


def _demographics(rows: Sequence[Row]) -> dict[str, Any]:
    """Return what is known of the person; the row loaded last counts."""
    last: Row = rows[-1] if rows else {}
    return {
        "birth_date": last.get("birth_date"),
        "death_date": last.get("death_date"),
        "sex": last.get("sex") or "",
    }


_Make = Callable[[Row], Any]


def _makers(assumed: Assumed) -> tuple[tuple[str, str, _Make], ...]:
    """Return for each table the field it fills and what makes a fact of a row."""
    return (
        ("visits", "encounters", lambda row: _encounter(row, assumed)),
        ("diagnoses", "conditions", lambda row: _condition(row, assumed)),
        ("assessments", "observations", lambda row: _observation(row, assumed)),
        ("enrolment", "coverages", _coverage),
        ("claims", "bills", lambda row: _bill(row, assumed)),
    )


def _encounter(row: Row, assumed: Assumed) -> Encounter:
    status = (row["status"] or assumed.visit_status).strip().lower()
    diagnosis = _codes(assumed.diagnosis_system, row["diagnosis_code"])
    return Encounter(
        id=row["visit_id"],
        codes=_service(row),
        status=_VISIT_WORDS.get(status, status),
        period=_days(row["starts"], row["ends"] or row["starts"]),
        reasons=diagnosis,
        visit_type=row["visit_type"] or "",
        is_virtual=row["is_telehealth"],
        clinician=row["clinician_id"] or "",
    )


def _requests(rows: Sequence[Row]) -> tuple[ServiceRequest, ...]:
    """Return the requests behind visits, where the day a visit was asked for is on record."""
    return tuple(
        ServiceRequest(
            id=f"request of {row['visit_id']}",
            status="active",
            intent="order",
            authored=Moment(row["requested_on"]),
        )
        for row in rows
        if row["requested_on"]
    )


def _condition(row: Row, assumed: Assumed) -> Condition:
    begins = row["starts"] or row["recorded_on"]
    status = row["status"] or ("" if row["ends"] else assumed.diagnosis_status)
    return Condition(
        id=row["diagnosis_id"],
        codes=_codes(row["code_system"] or assumed.diagnosis_system, row["diagnosis_code"]),
        clinical_status=status.strip().lower(),
        verification=assumed.verification,
        onset=_days(begins, begins),
        abatement=_days(row["ends"], row["ends"]),
        recorded=Moment(row["recorded_on"]) if row["recorded_on"] else None,
        encounter=row["visit_id"] or "",
    )


def _observation(row: Row, assumed: Assumed) -> Observation:
    instrument = row["instrument"] or ""
    written = _codes("loinc", row["loinc_code"])
    return Observation(
        id=row["assessment_id"],
        codes=tuple(dict.fromkeys((*written, *_total_codes(instrument)))),
        status=(row["status"] or assumed.score_status).strip().lower(),
        when=_days(row["assessed_on"], row["assessed_on"]),
        number=None if row["score"] is None else float(row["score"]),
        has_value=row["score"] is not None,
        instrument=instrument,
        clinician=row["clinician_id"] or "",
        encounter=row["visit_id"] or "",
    )


def _coverage(row: Row) -> Coverage:
    return Coverage(
        id=f"{row['load_id']}-{row['row']}",
        status="active",
        period=Period(Moment(row["starts"]), Moment(row["ends"]) if row["ends"] else None),
        payer=row["payer"] or "",
        plan=row["plan"] or "",
        clinician=row["clinician_id"] or "",
    )


def _bill(row: Row, assumed: Assumed) -> Bill:
    diagnoses = (row["diagnosis_code"], row["diagnosis_code_2"], row["diagnosis_code_3"])
    return Bill(
        id=row["claim_id"],
        line=row["claim_line"] or 0,
        codes=_service(row),
        diagnoses=tuple(Code(assumed.diagnosis_system, code) for code in diagnoses if code),
        period=_days(row["starts"], row["ends"] or row["starts"]),
        admitted=Moment(row["admitted"]) if row["admitted"] else None,
        discharged=Moment(row["discharged"]) if row["discharged"] else None,
        paid_on=Moment(row["paid_on"]) if row["paid_on"] else None,
        claim_type=row["claim_type"] or "",
        place_code=row["place_code"] or "",
        bill_type_code=row["bill_type_code"] or "",
        revenue_code=row["revenue_code"] or "",
        units=None if row["units"] is None else float(row["units"]),
        paid_cents=row["paid_cents"],
        allowed_cents=row["allowed_cents"],
        clinician=row["rendering_npi"] or "",
    )


def _service(row: Row) -> tuple[Code, ...]:
    code = row["service_code"]
    if not code:
        return ()
    return _codes(row["code_system"] or ("cpt" if code[0].isdigit() else "hcpcs"), code)


# The same codes and days come back in row after row.
@lru_cache(maxsize=65_536)
def _codes(system: str, code: str | None) -> tuple[Code, ...]:
    return (Code(system, code),) if code else ()


@lru_cache(maxsize=65_536)
def _days(first: date | None, last: date | None) -> Period | None:
    return Period.on(first, last) if first else None


@cache
def _total_codes(instrument: str) -> tuple[Code, ...]:
    """Return the code of an instrument's total, for a row with its name or its panel's code."""
    known = INSTRUMENTS.get(instrument)
    return _codes("loinc", known.loinc.total) if known and known.loinc else ()
