"""What the group's own records show of its size and of its years of measured care."""

from datetime import date

from duckdb import DuckDBPyConnection

from fairterms.prepare.stated import Stated

ENOUGH_PATIENTS = 30
"""Patients asked more than once in a year for that year to count as measured; our choice."""


def clinicians_on_record(connection: DuckDBPyConnection, reached: date) -> Stated[int] | None:
    """Count clinicians with the group on a day.

    Parameters
    ----------
    connection
        The store's.
    reached
        The last day the records reach.

    Returns
    -------
    Stated of int or None
        None where the table of clinicians is empty. A clinician without a first or last day counts.
    """
    row = connection.execute(
        "SELECT count(*), count(DISTINCT CASE WHEN (starts IS NULL OR starts <= ?) "
        "AND (ends IS NULL OR ends >= ?) THEN clinician_id END) FROM clinicians",
        [reached, reached],
    ).fetchone()
    if row is None or not row[0]:
        return None
    return Stated(int(row[1]), "the group's records", "table clinicians", reached)


def years_on_record(connection: DuckDBPyConnection, reached: date) -> Stated[int] | None:
    """Count full calendar years, one after another, in which care was measured.

    Parameters
    ----------
    connection
        The store's.
    reached
        The last day the records reach; the year it lies in counts when that is its last day.

    Returns
    -------
    Stated of int or None
        None where the table of assessments is empty.

    Notes
    -----
    A year counts when at least 30 patients answered the same questionnaire on two days of it. The
    years are counted back from the last full one and end at the first that does not count.
    """
    per_year = connection.execute(
        "SELECT year, count(DISTINCT person_id) FROM ("
        "SELECT extract(year FROM assessed_on) AS year, person_id, instrument "
        "FROM assessments GROUP BY 1, 2, 3 HAVING count(DISTINCT assessed_on) > 1"
        ") AS asked_again GROUP BY year"
    ).fetchall()
    asked = connection.execute("SELECT count(*) FROM assessments").fetchone()
    if asked is None or not asked[0]:
        return None
    enough = {int(year) for year, people in per_year if people >= ENOUGH_PATIENTS}
    is_full = (reached.month, reached.day) == (12, 31)
    year = last = reached.year if is_full else reached.year - 1
    while year in enough:
        year -= 1
    words = f"table assessments, {ENOUGH_PATIENTS} patients or more asked again each year"
    return Stated(last - year, "the group's records", words, reached)
