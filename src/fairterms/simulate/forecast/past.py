"""The group's own past, as a forecast uses it: its rates with their error, its patients' cost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from fairterms.outcomes.group_results.assessment import MeasureAssessment
from fairterms.records.engine.connection import Connection
from fairterms.simulate.capacity.observed import Observed
from fairterms.simulate.forecast.known_level import known_rate
from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.forecast.own_back_test import OwnBackTest
from fairterms.simulate.forecast.past_years import YearlyCost
from fairterms.simulate.patient_cost.law import ObservedCost
from fairterms.units.period import Period, calendar_year


@dataclass(frozen=True)
class Past:
    """What the group's own records say of its past.

    Attributes
    ----------
    cost
        What its patients cost in a year; None without claims.
    rates
        Measure to the rate the group had.
    access
        How new patients came and were seen; None without visits.
    back_test
        Past years forecast from those before them; None without records.
    """

    cost: ObservedCost | None = None
    rates: Mapping[str, KnownRate] = field(default_factory=dict)
    access: Observed | None = None
    back_test: OwnBackTest | None = None


NOTHING_PAST = Past()


def known_rates(assessed: Iterable[MeasureAssessment]) -> dict[str, KnownRate]:
    """Return the group's own rates, by measure.

    Parameters
    ----------
    assessed
        Measures with the counts that the chances of their targets rest on.
    """
    found = {}
    for one in assessed:
        reached, patients, _ = one.rests_on
        if patients:
            is_all = patients == int(one.baseline.pooled.n)
            years = len(one.baseline.years) if is_all else 1
            found[one.declared.measure] = replace(known_rate(reached, patients), years=years)
    return found


def observed_cost(connection: Connection, period: Period) -> ObservedCost | None:
    """Return what each listed person cost in a period, people without any cost among them.

    Parameters
    ----------
    connection
        The store's, with ``enrolment`` and ``claims``.
    period
        A whole year in which the claims are complete.

    Returns
    -------
    ObservedCost or None
        None where nobody was listed, or no line was paid in the period.
    """
    rows = connection.execute(
        "SELECT coalesce(sum(c.paid_cents), 0) FROM "
        "(SELECT DISTINCT person_id FROM enrolment "
        "WHERE starts <= ? AND (ends IS NULL OR ends >= ?)) e "
        "LEFT JOIN claims c ON c.person_id = e.person_id AND c.starts BETWEEN ? AND ? "
        "GROUP BY e.person_id",
        [period.last, period.first, period.first, period.last],
    ).fetchall()
    cents = np.sort(np.array([int(row[0]) for row in rows], dtype=np.int64))
    if not len(cents) or cents[-1] <= 0:
        return None
    return ObservedCost(np.maximum(cents, 0))


def yearly_cost(connection: Connection, years: Sequence[int]) -> tuple[YearlyCost, ...]:
    """Return what listed people cost in each year, people without any cost among them.

    Parameters
    ----------
    connection
        The store's, with ``enrolment`` and ``claims``.
    years
        Calendar years, the oldest first.

    Returns
    -------
    tuple
        A year each; one in which nobody was listed or nothing was paid is left out.
    """
    found = []
    for year in years:
        period = calendar_year(year)
        row = connection.execute(
            "SELECT count(*), coalesce(sum(cents), 0), coalesce(sum(cents * cents), 0) FROM ("
            "SELECT greatest(CAST(coalesce(sum(c.paid_cents), 0) AS BIGINT), 0) AS cents FROM "
            "(SELECT DISTINCT person_id FROM enrolment "
            "WHERE starts <= ? AND (ends IS NULL OR ends >= ?)) e "
            "LEFT JOIN claims c ON c.person_id = e.person_id AND c.starts BETWEEN ? AND ? "
            "GROUP BY e.person_id) a",
            [period.last, period.first, period.first, period.last],
        ).fetchone()
        assert row is not None, "a count has a row"
        people, cents, squares = (int(value) for value in row)
        if people and cents:
            found.append(YearlyCost(year, people, cents, squares))
    return tuple(found)


def whole_years(connection: Connection, last: int) -> tuple[int, ...]:
    """Return the calendar years that the claims hold in full, the oldest first.

    Parameters
    ----------
    connection
        The store's, with ``claims``.
    last
        The last year that the records reach the end of.

    Notes
    -----
    A year whose first bill is of January counts as whole (our choice).
    """
    row = connection.execute(
        "SELECT min(starts) FROM claims WHERE paid_cents > 0 AND starts IS NOT NULL"
    ).fetchone()
    if row is None or row[0] is None:
        return ()
    first: date = row[0]
    return tuple(range(first.year if first.month == 1 else first.year + 1, last + 1))
