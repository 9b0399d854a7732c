"""Open appointments as records that the measure of the third open one can judge.

A record here is of one clinician on one sample day: the calendar as an encounter without a day, the
open slots as encounters with the status ``free``, and that day as a request. A clinician with no
open slot has a record all the same.
"""

from collections.abc import Iterator
from itertools import groupby

from fairterms.records.engine.connection import Connection
from fairterms.reference.clinical.facts import Encounter, ServiceRequest
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Moment, Period

_BLOCK = 2_000


def samples(connection: Connection) -> Iterator[PatientRecord]:
    """Give each clinician's open slots on each sample day, one record at a time.

    Parameters
    ----------
    connection
        The store's, with the table ``open_slots``.

    Yields
    ------
    PatientRecord
        Its id names the clinician and the day; no patient stands in it. A clinician who has rows
        on some sample day and none on another had no open slot on that other day.
    """
    found = connection.cursor().execute(
        "SELECT d.seen_on, w.clinician_id, s.slot_id, s.starts, s.visit_type "
        "FROM (SELECT DISTINCT seen_on FROM open_slots) d "
        "CROSS JOIN (SELECT DISTINCT clinician_id FROM open_slots) w "
        "LEFT JOIN open_slots s ON s.seen_on = d.seen_on AND s.clinician_id = w.clinician_id "
        "ORDER BY w.clinician_id, d.seen_on, s.starts, s.slot_id"
    )
    rows = iter(lambda: found.fetchmany(_BLOCK), [])
    flat = (row for block in rows for row in block)
    for (seen_on, clinician), group in groupby(flat, key=lambda row: (row[0], row[1])):
        yield PatientRecord(
            id=f"{clinician} on {seen_on}",
            encounters=(
                Encounter("calendar", status="seen", clinician=clinician),
                *(
                    Encounter(
                        slot,
                        status="free",
                        period=Period.on(starts),
                        visit_type=kind or "",
                        clinician=clinician,
                    )
                    for _, _, slot, starts, kind in group
                    if starts is not None
                ),
            ),
            service_requests=(ServiceRequest(f"{seen_on}", authored=Moment(seen_on)),),
        )
