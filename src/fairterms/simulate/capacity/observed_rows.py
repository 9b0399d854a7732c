"""The counts of visits, requests and open places that the database adds up: whole numbers only."""

from datetime import date, timedelta

import numpy as np
from duckdb import DuckDBPyConnection

from fairterms.simulate.capacity.counting import Counts

GAP_DAYS = 120
"""A longer time without a visit parts two courses of care (our choice)."""
RECENT_WEEKS = 8
LONGEST_WAIT = 65
_KEPT = "coalesce(lower(trim(status)), 'finished') = 'finished'"
_MISSED = "lower(trim(status)) IN ('missed', 'no-show', 'no show', 'noshow')"


def span(connection: DuckDBPyConnection) -> tuple[date, date] | None:
    """Return the first and the last day with a visit; None without one."""
    row = connection.execute("SELECT min(starts), max(starts) FROM visits").fetchone()
    return None if row is None or row[0] is None else (row[0], row[1])


def requests(
    connection: DuckDBPyConnection, first: date, until: date
) -> list[tuple[date, date | None, int]]:
    """Return days of asking, days of the first kept visit (None for none yet), and people."""
    found: list[tuple[date, date | None, int]] = connection.execute(
        "SELECT requested_on, came, count(*) FROM ("  # noqa: S608 - our own words alone
        "  SELECT person_id, requested_on,"
        f"    min(CASE WHEN {_KEPT} THEN starts END) AS came"
        "  FROM visits WHERE requested_on BETWEEN ? AND ? AND starts >= requested_on"
        "  GROUP BY person_id, requested_on"
        ") GROUP BY requested_on, came ORDER BY requested_on, came",
        [first, until],
    ).fetchall()
    return found


def waits(asked: list[tuple[date, date | None, int]]) -> Counts:
    """Count people by business days waited; whoever is not seen yet stands with the longest."""
    found = np.zeros(LONGEST_WAIT + 1, dtype=np.int64)
    for day, came, people in asked:
        days = LONGEST_WAIT if came is None else int(np.busday_count(_next(day), _next(came)))
        found[min(max(days, 0), LONGEST_WAIT)] += people
    return found


def _next(day: date) -> date:
    # np.busday_count counts the first day and not the last; contracts count the other way round.
    return day + timedelta(days=1)


def appointments(connection: DuckDBPyConnection) -> tuple[int, int]:
    """Return how many appointments were kept, and how many were missed."""
    row = connection.execute(
        f"SELECT count(*) FILTER ({_KEPT}), count(*) FILTER ({_MISSED}) FROM visits"  # noqa: S608
    ).fetchone()
    assert row is not None, "counts come in one row"
    return int(row[0]), int(row[1])


def recent_appointments(connection: DuckDBPyConnection, last: date) -> int:
    """Return the appointments of the last weeks, kept or missed."""
    row = connection.execute(
        f"SELECT count(*) FROM visits WHERE ({_KEPT} OR {_MISSED}) AND starts > ?",  # noqa: S608
        [last - timedelta(weeks=RECENT_WEEKS)],
    ).fetchone()
    assert row is not None, "a count comes in one row"
    return int(row[0])


def clinicians(connection: DuckDBPyConnection, last: date) -> int:
    """Return how many clinicians saw somebody in the last weeks."""
    row = connection.execute(
        f"SELECT count(DISTINCT clinician_id) FROM visits WHERE {_KEPT} AND starts > ?",  # noqa: S608
        [last - timedelta(weeks=RECENT_WEEKS)],
    ).fetchone()
    assert row is not None, "a count comes in one row"
    return int(row[0])


def gaps(connection: DuckDBPyConnection) -> tuple[int, int]:
    """Return how often one appointment follows another in a course, and the days between in all."""
    row = connection.execute(
        "SELECT count(*), coalesce(sum(days), 0) FROM ("  # noqa: S608
        "  SELECT starts - lag(starts) OVER (PARTITION BY person_id ORDER BY starts) AS days"
        f"  FROM (SELECT DISTINCT person_id, starts FROM visits WHERE {_KEPT} OR {_MISSED})"
        ") WHERE days <= ?",
        [GAP_DAYS],
    ).fetchone()
    assert row is not None, "sums come in one row"
    return int(row[0]), int(row[1])


def visits_and_ends(
    connection: DuckDBPyConnection, first: date, last: date
) -> list[tuple[int, int, int]]:
    """Return, for the nth visit of a course, how many had one and for how many it was the last.

    Parameters
    ----------
    connection
        The store's.
    first, last
        First and last day of the records. A course on its way when they begin is left out, unless
        its first visit says when it was asked for; so are visits too late to know whether another
        one followed.
    """
    found: list[tuple[int, int, int]] = connection.execute(
        "WITH kept AS ("  # noqa: S608 - our own words alone
        "  SELECT person_id, starts, max(requested_on) AS asked"
        f"  FROM visits WHERE {_KEPT} GROUP BY person_id, starts"
        "), marked AS ("
        "  SELECT *, coalesce(starts - lag(starts) OVER w > $gap, true) AS is_first,"
        "    coalesce(lead(starts) OVER w - starts > $gap, true) AS is_last"
        "  FROM kept WINDOW w AS (PARTITION BY person_id ORDER BY starts)"
        "), courses AS ("
        "  SELECT *, sum(CASE WHEN is_first THEN 1 ELSE 0 END)"
        "    OVER (PARTITION BY person_id ORDER BY starts) AS course FROM marked"
        "), numbered AS ("
        "  SELECT is_last, starts, row_number() OVER v AS nth,"
        "    first_value(starts) OVER v > $early OR first_value(asked) OVER v IS NOT NULL AS known"
        "  FROM courses WINDOW v AS (PARTITION BY person_id, course ORDER BY starts)"
        ") SELECT nth, count(*), count(*) FILTER (is_last) FROM numbered"
        "  WHERE known AND starts <= $late GROUP BY nth ORDER BY nth",
        {
            "gap": GAP_DAYS,
            "early": first + timedelta(days=GAP_DAYS),
            "late": last - timedelta(days=GAP_DAYS),
        },
    ).fetchall()
    return found


def third_next(connection: DuckDBPyConnection) -> float | None:
    """Return the median business days from a sample day to a clinician's third open place."""
    rows = connection.execute(
        "SELECT seen_on, starts FROM ("
        "  SELECT seen_on, starts,"
        "    row_number() OVER (PARTITION BY seen_on, clinician_id ORDER BY starts, slot_id) AS nth"
        "  FROM open_slots WHERE starts >= seen_on"
        ") WHERE nth = 3"
    ).fetchall()
    if not rows:
        return None
    days = [np.busday_count(_next(seen), _next(starts)) for seen, starts in rows]
    return float(np.median(days))
