"""Attribution: whose patient a person is, by a rule the contract must declare in full.

Three methods, and after them what decides a tie. A rule whose ties are left open is refused: on a
small panel they decide the result.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from fairterms.population.member_months import FAR_AWAY
from fairterms.population.selection import Selection, listed
from fairterms.records.engine.connection import Connection
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal


class Method(Enum):
    """How a person is given to a clinician."""

    PLURALITY_OF_VISITS = "the clinician with the most visits"
    MOST_RECENT_VISIT = "the clinician seen last"
    PLAN_LIST = "the clinician on the plan's list"


class Tie(Enum):
    """What decides between clinicians who are equal so far; the value is SQL to order by."""

    MOST_VISITS = "visits DESC"
    MOST_RECENT_VISIT = "last_day DESC"
    FIRST_VISIT = "first_day"
    PLAN_LIST = "is_listed DESC"
    LOWEST_ID = "clinician_id"
    NOBODY = ""


DECIDERS = (Tie.LOWEST_ID, Tie.NOBODY)
"""After one of these no tie is left."""


class Source(Enum):
    """Whose records of visits count; the value is the table, its clinician and its day."""

    VISITS = ("visits", "clinician_id")
    CLAIMS = ("claims", "rendering_npi")


@dataclass(frozen=True)
class VisitsCounted:
    """Which visits count toward attribution.

    Attributes
    ----------
    source
        The group's own visits, or the plan's bills.
    lookback
        The days looked at, both ends included.
    statuses
        Of the group's visits, the words in ``status`` that count exactly as recorded, such as
        ``("finished", "completed")``; None counts every row, also missed appointments. Bills have
        no status.
    service_codes
        Codes that count, without points; None counts every code.

    Notes
    -----
    Bills name clinicians by NPI, the group's visits by the group's own ids. A tie decided by the
    plan's list needs the list to name them in the same way.
    """

    source: Source
    lookback: Period
    statuses: tuple[str, ...] | None
    service_codes: tuple[str, ...] | None

    @property
    def relation(self) -> str:
        """SQL that stands after FROM: person_id, clinician_id, visits, first_day, last_day.

        Everything with one clinician on one day is one visit: a claim has a line for each service.
        """
        table, clinician = self.source.value
        wanted = [
            f"v.starts BETWEEN DATE '{self.lookback.first}' AND DATE '{self.lookback.last}'",
            f"v.{clinician} IS NOT NULL",
        ]
        if self.statuses is not None and self.source is Source.VISITS:
            wanted.append(f"v.status IN {listed(self.statuses)}")
        if self.service_codes is not None:
            wanted.append(f"v.service_code IN {listed(self.service_codes)}")
        return (
            f"(SELECT v.person_id, v.{clinician} AS clinician_id, "  # noqa: S608
            "count(DISTINCT v.starts) AS visits, min(v.starts) AS first_day, "
            f"max(v.starts) AS last_day FROM {table} v WHERE {' AND '.join(wanted)} GROUP BY ALL)"
        )


@dataclass(frozen=True)
class AttributionRule:
    """What a contract must say about attribution.

    Attributes
    ----------
    method
        How a person is given to a clinician.
    visits
        Which visits count; None for the plan's list.
    ties
        What decides between equals, in order; the last leaves no tie.
    list_day
        The day on which the plan's list is read; None where the list decides nothing.
    selection
        Which spans of the plan's list count.

    Raises
    ------
    Refusal
        When something the rule needs is missing.
    """

    method: Method
    visits: VisitsCounted | None
    ties: tuple[Tie, ...]
    list_day: date | None
    selection: Selection

    def __post_init__(self) -> None:
        if self.method is Method.PLAN_LIST:
            _demand(self.list_day is not None, "the day of the plan's list", "the day to read it")
            return
        _demand(self.visits is not None, "which visits count", "days, statuses and codes")
        _demand(
            bool(self.ties) and self.ties[-1] in DECIDERS,
            "what decides a tie",
            "a last rule, such as nobody or the lowest id",
        )
        if Tie.PLAN_LIST in self.ties:
            _demand(self.list_day is not None, "the day of the plan's list", "the day to read it")

    @property
    def relation(self) -> str:
        """SQL that stands after FROM: person_id, clinician_id, visits, is_tied.

        A person whom nobody decides has the row with an empty clinician; a person without a
        visit, or not on the list, has none.
        """
        if self.method is Method.PLAN_LIST:
            assert self.list_day is not None, "checked when built"
            at = plan_list(self.list_day, self.selection)
            return f"(SELECT *, NULL::BIGINT AS visits, FALSE AS is_tied FROM {at})"  # noqa: S608
        assert self.visits is not None, "checked when built"
        main = (
            Tie.MOST_VISITS if self.method is Method.PLURALITY_OF_VISITS else Tie.MOST_RECENT_VISIT
        )
        keys = [main.value, *(tie.value for tie in self.ties if tie is not Tie.NOBODY)]
        order = "PARTITION BY person_id ORDER BY "
        ranked = (
            f"(SELECT *, rank() OVER ({order}{main.value}) AS main_place, "  # noqa: S608
            f"rank() OVER ({order}{', '.join(keys)}) AS place FROM {self._seen})"
        )
        return (
            "(SELECT person_id, "  # noqa: S608
            "CASE WHEN count(*) FILTER (place = 1) = 1 "
            "THEN min(clinician_id) FILTER (place = 1) END AS clinician_id, "
            "max(visits) FILTER (place = 1) AS visits, "
            f"count(*) FILTER (main_place = 1) > 1 AS is_tied FROM {ranked} GROUP BY person_id)"
        )

    @property
    def _seen(self) -> str:
        assert self.visits is not None, "checked when built"
        if Tie.PLAN_LIST not in self.ties:
            return self.visits.relation
        assert self.list_day is not None, "checked when built"
        return (
            "(SELECT s.*, coalesce(l.clinician_id = s.clinician_id, FALSE) AS is_listed "  # noqa: S608
            f"FROM {self.visits.relation} s "
            f"LEFT JOIN {plan_list(self.list_day, self.selection)} l USING (person_id))"
        )


def _demand(is_there: bool, what: str, ask: str) -> None:
    if not is_there:
        raise Refusal(
            f"attribution: {what}",
            "missing",
            "two readings give two panels, and with them two results",
            f"ask the plan for {ask}",
        )


def plan_list(day: date, selection: Selection, rows: str = "enrolment") -> str:
    """Return SQL that stands after FROM, the plan's list on one day: person_id, clinician_id.

    Parameters
    ----------
    day
        The day it is read.
    selection
        Which spans count.
    rows
        SQL of the spans, such as those of one load.

    Notes
    -----
    Where two spans hold the day, the one that began last names the clinician.
    """
    return (
        f"(SELECT e.person_id, e.clinician_id FROM {rows} e "  # noqa: S608
        f"WHERE DATE '{day}' BETWEEN e.starts AND coalesce(e.ends, {FAR_AWAY}) "
        f"AND e.clinician_id IS NOT NULL AND {selection.condition('e')} "
        "QUALIFY row_number() OVER (PARTITION BY e.person_id "
        "ORDER BY e.starts DESC, e.load_id DESC, e.row DESC) = 1)"
    )


@dataclass(frozen=True)
class Panels:
    """How a rule shared people out.

    Attributes
    ----------
    sizes
        People by clinician.
    tied
        People for whom the method alone named several clinicians.
    nobody
        People seen whom even the ties gave to nobody.
    """

    sizes: dict[str, int]
    tied: int
    nobody: int

    @property
    def people(self) -> int:
        """People who have a clinician."""
        return sum(self.sizes.values())


def panels(connection: Connection, rule: AttributionRule) -> Panels:
    """Share people out, and count.

    Parameters
    ----------
    connection
        The store's.
    rule
        The contract's.
    """
    rows = connection.execute(
        "SELECT clinician_id, count(*), count(*) FILTER (is_tied) "  # noqa: S608
        f"FROM {rule.relation} GROUP BY 1 ORDER BY 1"
    ).fetchall()
    sizes = {clinician: number for clinician, number, _ in rows if clinician is not None}
    nobody = sum(number for clinician, number, _ in rows if clinician is None)
    return Panels(sizes, sum(tied for _, _, tied in rows), nobody)
