"""Two lists of members compared: who was added, dropped or moved after the fact.

A plan restates its lists. A month that had already begun when the newer list was received is
changed in retrospect: a result already worked out on it no longer holds.
"""

from dataclasses import dataclass
from datetime import date

from fairterms.population.member_months import FAR_AWAY, months_of
from fairterms.population.named_rows import in_words
from fairterms.population.selection import Selection
from fairterms.records.catalogues import TABLES
from fairterms.records.engine.connection import Connection
from fairterms.records.rule import rows_of
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class MonthDifference:
    """What the newer list changed in one month.

    Attributes
    ----------
    month
        Its first day.
    kept, moved, added, dropped
        People with the same clinician, with another, only on the newer list, only on the older.
    is_retroactive
        Whether the month had begun when the newer list was received.
    rows
        Rows of the newer list for those added and moved, of the older for those dropped, in words.
    """

    month: date
    kept: int
    moved: int
    added: int
    dropped: int
    is_retroactive: bool
    rows: str

    @property
    def net(self) -> int:
        """Members gained or lost."""
        return self.added - self.dropped

    @property
    def is_changed(self) -> bool:
        """Whether anybody was added, dropped or moved."""
        return bool(self.added or self.dropped or self.moved)


@dataclass(frozen=True)
class Lists:
    """Two loads of the table ``enrolment``, and how a month is read from them.

    Attributes
    ----------
    older, newer
        Numbers of the loads; also one that a later load has replaced.
    day_of_month
        The day, 1 to 28, on which each month's list is read.
    selection
        Which spans count.
    """

    older: int
    newer: int
    day_of_month: int
    selection: Selection

    def __post_init__(self) -> None:
        assert 1 <= self.day_of_month <= 28, "every month has this day"

    def at(self, load: int, period: Period) -> str:
        """Return SQL after FROM: month, person_id, clinician_id, load_id, row."""
        return (
            "(SELECT m.first AS month, e.person_id, "  # noqa: S608
            "coalesce(e.clinician_id, '') AS clinician_id, e.load_id, e.row "
            f"FROM {months_of(period, self.day_of_month)} m "
            f"JOIN {rows_of(TABLES['enrolment'], load)} e "
            f"ON m.on_day BETWEEN e.starts AND coalesce(e.ends, {FAR_AWAY}) "
            f"WHERE {self.selection.condition('e')} "
            "QUALIFY row_number() OVER (PARTITION BY m.first, e.person_id "
            "ORDER BY e.starts DESC, e.row DESC) = 1)"
        )


def compare(connection: Connection, lists: Lists, period: Period) -> tuple[MonthDifference, ...]:
    """Compare two lists month by month.

    Parameters
    ----------
    connection
        The store's, with both loads.
    lists
        The two loads.
    period
        Whole months.

    Returns
    -------
    tuple
        One entry a month in which either list holds anybody, in order.

    Raises
    ------
    Refusal
        When there is no such load of members.
    """
    received = _received(connection, lists.older, lists.newer)
    rows = connection.execute(
        "SELECT month, count(*) FILTER (change = 'kept'), count(*) FILTER (change = 'moved'), "  # noqa: S608
        "count(*) FILTER (change = 'added'), count(*) FILTER (change = 'dropped'), "
        "(array_agg([load_id, row] ORDER BY load_id, row) FILTER (change <> 'kept'))[:10] "
        f"FROM {_changes(lists, period)} GROUP BY month ORDER BY month"
    ).fetchall()
    return tuple(
        MonthDifference(
            month,
            kept,
            moved,
            added,
            dropped,
            is_retroactive=month <= received and bool(moved + added + dropped),
            rows=in_words([(load, row) for load, row in places or ()], moved + added + dropped),
        )
        for month, kept, moved, added, dropped, places in rows
    )


def _changes(lists: Lists, period: Period) -> str:
    return (
        "(SELECT coalesce(n.month, o.month) AS month, "  # noqa: S608
        "CASE WHEN o.person_id IS NULL THEN 'added' WHEN n.person_id IS NULL THEN 'dropped' "
        "WHEN o.clinician_id = n.clinician_id THEN 'kept' ELSE 'moved' END AS change, "
        "CAST(coalesce(n.load_id, o.load_id) AS BIGINT) AS load_id, coalesce(n.row, o.row) AS row "
        f"FROM {lists.at(lists.newer, period)} n FULL JOIN {lists.at(lists.older, period)} o "
        "ON n.month = o.month AND n.person_id = o.person_id)"
    )


def _received(connection: Connection, *loads: int) -> date:
    """Return the day the last of these loads was received."""
    days = []
    for load in loads:
        row = connection.execute(
            "SELECT received FROM loads WHERE load_id = ? AND table_name = 'enrolment'", [load]
        ).fetchone()
        if row is None:
            raise Refusal(
                "lists of members",
                f"there is no load {load} of the table enrolment",
                "two lists are needed to see what changed",
                "load both lists, and give the numbers of their loads",
            )
        days.append(row[0])
    received = days[-1]
    assert isinstance(received, date), "a load was received on a day"
    return received
